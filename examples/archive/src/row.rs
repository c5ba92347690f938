//! Rows: what one body, or all of a call, tells, as a line of JSON that merges with others.

use std::borrow::Cow;
use std::io::{self, Write};

use interactly_webhooks::CallRecord;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::counts::Counts;

/// The form of rows that this release writes and reads.
const VERSION: u64 = 1;

/// How every row begins that this program prints.
const START: &[u8] = b"{\"archiveRow\":";

/// The member that makes an object a row.
pub(crate) const MARK: &str = "archiveRow";

/// A row as it is read.
#[derive(Deserialize)]
pub(crate) struct Row<'a> {
    #[serde(rename = "archiveRow")]
    version: u64,
    /// The id of the call.
    #[serde(borrow)]
    call: Option<Cow<'a, str>>,
    /// What is known of the call.
    #[serde(borrow)]
    record: Option<&'a RawValue>,
    /// What the bodies add to the counts.
    counts: Option<Counts>,
}

#[derive(Serialize)]
struct Printed<'a> {
    #[serde(rename = "archiveRow")]
    version: u64,
    call: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a CallRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<&'a Counts>,
}

/// Whether a line is a row as this program prints it.
pub(crate) fn is_row(line: &[u8]) -> bool {
    line.starts_with(START)
}

impl<'a> Row<'a> {
    /// Reads a row; says what is wrong with it in words that quote nothing of it.
    pub(crate) fn read(line: &'a [u8]) -> Result<Self, &'static str> {
        match serde_json::from_slice::<Self>(line) {
            Ok(row) if row.version > VERSION => Err("a row of a later version"),
            Ok(row) => Ok(row),
            Err(error) if error.is_eof() => Err("a row that is cut off"),
            Err(_) => Err("not the form of a row"),
        }
    }

    /// The call's id, as the key of the row.
    pub(crate) fn call(&self) -> Option<&str> {
        self.call.as_deref()
    }

    pub(crate) fn counts(&mut self) -> Option<Counts> {
        self.counts.take()
    }

    /// The record, with the id that it names.
    pub(crate) fn record(&self) -> Result<Option<CallRecord>, &'static str> {
        let Some(text) = self.record else { return Ok(None) };
        let record = CallRecord::from_slice(text.get().as_bytes()).map_err(|_| "not a record of a call")?;
        if record.call_id().is_some() && record.call_id() == self.call() {
            Ok(Some(record))
        } else {
            Err("the row's call is not the record's")
        }
    }
}

/// Prints a row and ends its line.
pub(crate) fn print(
    out: &mut impl Write,
    call: Option<&str>,
    record: Option<&CallRecord>,
    counts: Option<&Counts>,
) -> io::Result<()> {
    let row = Printed { version: VERSION, call, record, counts };
    serde_json::to_writer(&mut *out, &row)?;
    out.write_all(b"\n")
}
