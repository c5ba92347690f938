//! Records of calls in temporary files, when there are too many to hold.

use std::collections::BTreeMap;
use std::fs::File;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{self, BufRead as _, BufReader, BufWriter, Seek as _, Write as _};

use interactly_webhooks::CallRecord;

use crate::row::{self, Row};

/// Into how many files one that is too long is divided.
const PARTS: usize = 8;

/// How often a part is divided again. What is too long after that is the records of very few calls.
const LEVELS: usize = 8;

/// A file without a name, so that nothing is left of it however the program ends, and nobody else opens
/// it. Its rows are records, several of one call perhaps.
pub(crate) struct Spill {
    file: BufWriter<File>,
    length: usize,
}

impl Spill {
    pub(crate) fn new() -> io::Result<Self> {
        Ok(Self { file: BufWriter::with_capacity(64 << 10, tempfile::tempfile()?), length: 0 })
    }

    pub(crate) fn write(&mut self, call: &str, record: &CallRecord) -> io::Result<()> {
        let mut line = Vec::new();
        row::print(&mut line, Some(call), Some(record), None)?;
        self.line(&line)
    }

    fn line(&mut self, line: &[u8]) -> io::Result<()> {
        self.length += line.len();
        self.file.write_all(line)
    }

    /// Hands over each call once, with all that the rows tell of it. Holds rows of `room` bytes at a time, if
    /// calls can be divided so.
    pub(crate) fn finish(
        self,
        room: usize,
        level: usize,
        each: &mut dyn FnMut(&str, &CallRecord),
    ) -> io::Result<()> {
        let is_long = self.length > room && level <= LEVELS;
        let mut file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.rewind()?;
        let mut rows = BufReader::with_capacity(64 << 10, file);
        let mut line = Vec::new();
        let mut parts: [Option<Self>; PARTS] = Default::default();
        let mut calls = BTreeMap::<String, CallRecord>::new();
        while rows.read_until(b'\n', &mut line)? > 0 {
            let row = Row::read(&line).map_err(io::Error::other)?;
            let call = row.call().unwrap_or_default();
            if is_long {
                let part = &mut parts[slot(call, level, PARTS)];
                let part = match part {
                    Some(part) => part,
                    None => part.insert(Self::new()?),
                };
                part.line(&line)?;
            } else if let Some(record) = row.record().map_err(io::Error::other)? {
                match calls.get_mut(call) {
                    Some(known) => _ = known.merge(record).map_err(io::Error::other)?,
                    None => _ = calls.insert(call.to_owned(), record),
                }
            }
            line.clear();
        }
        // Its room on the disk is given back before the parts are read.
        drop(rows);
        for (call, record) in &calls {
            each(call, record);
        }
        parts.into_iter().flatten().try_for_each(|part| part.finish(room, level + 1, each))
    }
}

/// To which of so many places a call belongs; at each level to another one.
#[expect(clippy::cast_possible_truncation, reason = "of a hash any part will do")]
pub(crate) fn slot(call: &str, level: usize, places: usize) -> usize {
    let mut hasher = DefaultHasher::new();
    (level, call).hash(&mut hasher);
    hasher.finish() as usize % places
}
