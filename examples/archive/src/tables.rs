//! The tables: `calls`, `turns` and `deliveries`, as Parquet files. What the columns mean stands in the README.

mod calls;
mod deliveries;
mod turns;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use arrow_schema::{DataType, Field, FieldRef, Schema, TimeUnit};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use serde::Serialize;

pub(crate) use self::calls::CallRow;
pub(crate) use self::deliveries::Delivery;
pub(crate) use self::turns::TurnRow;

/// Rows that are handed over at a time.
const BATCH: usize = 4_096;

/// What is wrong with which file.
type Failure = (PathBuf, String);

/// The type of a column.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Whole,
    Double,
    Truth,
    /// Milliseconds, UTC.
    Time,
}

/// A column; whether it may be empty.
struct Column(&'static str, Kind, bool);

/// The three files.
pub(crate) struct Tables {
    pub(crate) calls: Table,
    pub(crate) turns: Table,
    pub(crate) deliveries: Table,
}

impl Tables {
    /// Creates the files, and the folder if need be.
    pub(crate) fn create(folder: &Path, personal: bool) -> Result<Self, Failure> {
        fs::create_dir_all(folder).map_err(|error| (folder.to_owned(), error.to_string()))?;
        let table = |name, columns: &[Column], more: &[Column]| {
            let more = if personal { more } else { &[] };
            Table::create(folder, name, columns.iter().chain(more))
        };
        Ok(Self {
            calls: table("calls", calls::COLUMNS, calls::PERSONAL)?,
            turns: table("turns", turns::COLUMNS, turns::PERSONAL)?,
            deliveries: table("deliveries", deliveries::COLUMNS, &[])?,
        })
    }

    /// Gives the files their names; before, they are called `….parquet.part`.
    pub(crate) fn close(self) -> Result<(), Failure> {
        [self.calls, self.turns, self.deliveries].into_iter().try_for_each(Table::close)
    }
}

/// A file that is being written.
pub(crate) struct Table {
    path: PathBuf,
    fields: Vec<FieldRef>,
    writer: Mutex<ArrowWriter<File>>,
}

impl Table {
    fn create<'a>(
        folder: &Path,
        name: &str,
        columns: impl Iterator<Item = &'a Column>,
    ) -> Result<Self, Failure> {
        let path = folder.join(format!("{name}.parquet"));
        let fields: Vec<FieldRef> = columns.map(|column| Arc::new(column.field())).collect();
        let schema = Arc::new(Schema::new(fields.clone()));
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            // A group is in memory until it is whole.
            .set_max_row_group_row_count(Some(16 * BATCH))
            .set_max_row_group_bytes(Some(32 << 20))
            .build();
        let writer = File::create(part(&path))
            .map_err(|error| error.to_string())
            .and_then(|file| {
                ArrowWriter::try_new(file, schema, Some(properties)).map_err(|error| error.to_string())
            })
            .map_err(|error| (path.clone(), error))?;
        Ok(Self { path, fields, writer: Mutex::new(writer) })
    }

    fn write<T: Serialize>(&self, rows: &[T]) -> Result<(), String> {
        // Neither error quotes a value: what the rows hold fits the columns, and so it is about the file.
        let batch = serde_arrow::to_record_batch(&self.fields, &rows)
            .map_err(|_| "rows that do not fit the columns".to_owned())?;
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        writer.write(&batch).map_err(|error| error.to_string())
    }

    fn close(self) -> Result<(), Failure> {
        let writer = self.writer.into_inner().unwrap_or_else(PoisonError::into_inner);
        let closed = writer.close().map_err(|error| error.to_string());
        let renamed =
            closed.and_then(|_| fs::rename(part(&self.path), &self.path).map_err(|error| error.to_string()));
        renamed.map_err(|error| (self.path, error))
    }
}

fn part(path: &Path) -> PathBuf {
    path.with_extension("parquet.part")
}

impl Column {
    fn field(&self) -> Field {
        let kind = match self.1 {
            Kind::Text => DataType::Utf8,
            Kind::Whole => DataType::Int64,
            Kind::Double => DataType::Float64,
            Kind::Truth => DataType::Boolean,
            Kind::Time => DataType::Timestamp(TimeUnit::Millisecond, Some("UTC".into())),
        };
        Field::new(self.0, kind, self.2)
    }
}

/// Rows of one thread that are not written yet.
pub(crate) struct Batch<T>(Vec<T>);

impl<T> Default for Batch<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Serialize> Batch<T> {
    pub(crate) fn push(&mut self, row: T) {
        self.0.push(row);
    }

    pub(crate) fn extend(&mut self, rows: impl Iterator<Item = T>) {
        self.0.extend(rows);
    }

    pub(crate) fn is_full(&self) -> bool {
        self.0.len() >= BATCH
    }

    /// Writes all rows; it is empty then.
    pub(crate) fn write(&mut self, table: &Table) -> Result<(), String> {
        if self.0.is_empty() {
            return Ok(());
        }
        let written = table.write(&self.0);
        self.0.clear();
        written
    }
}

/// A text that may stand in a table: none for what is absent.
fn word(word: &str) -> Option<String> {
    (word != crate::words::NONE).then(|| word.to_owned())
}

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
