//! Folds server messages into a record of each call.
//!
//! `cargo run --example record --features structured -- [--check] FILE…`, with `-` for standard input. Reads
//! JSON or NDJSON: bodies of one or many calls in any order, and records that it printed before. Prints a
//! record a line, by call id, or with `--check` one JSON array of what is wrong or odd about them, as
//! `validate --json` does; the call's id is at the end of each message. A line that fails is reported with its
//! number, and the others are folded all the same. Exit 0 when all went well, 1
//! when a line or a file failed or a finding is an error, 2 for wrong usage.

mod support;

use std::collections::BTreeMap;
use std::process::ExitCode;

use interactly_webhooks::record::RecordError;
use interactly_webhooks::{CallRecord, Category, ParseError, Webhook};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Value, json};
use support::Usage;

const USAGE: Usage = Usage { line: "record [--check] FILE...", flags: &["--check"] };

/// By call id the file that it was first read from, and its record: in parts, of each of which the number of
/// documents is known.
type Parts = BTreeMap<String, (String, Vec<(usize, CallRecord)>)>;

/// The records by call id, each with the file that it was first read from.
type Records = BTreeMap<String, (String, CallRecord)>;

fn main() -> ExitCode {
    let (mut parts, mut all_well) = (Parts::new(), true);
    let mut done = support::run(&USAGE, |file, bytes, _| {
        for (line, text) in documents(bytes) {
            if let Err(reason) = fold(&mut parts, file, text) {
                support::say(format_args!("{}: {}", support::name(file), reason.at(line)));
                all_well = false;
            }
        }
        Ok(())
    });
    if !all_well {
        done = ExitCode::FAILURE;
    }
    let records: Records = parts.into_iter().map(|(id, (file, parts))| (id, (file, whole(parts)))).collect();
    let Some((flags, _)) = support::arguments(&USAGE) else { return done };
    if flags.contains(&"--check") {
        let findings = check(&records);
        if findings.iter().any(|finding| finding["severity"] == "error") {
            done = ExitCode::FAILURE;
        }
        support::print(&Value::from(findings).to_string());
        return done;
    }
    for (_, record) in records.values() {
        match serde_json::to_string(record) {
            Ok(line) => support::print(&line),
            Err(_) => done = ExitCode::FAILURE,
        }
    }
    done
}

/// The documents of a file with the lines at which they begin: the file itself, or its lines, if at least one
/// of them is a document.
fn documents(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let is_document = |text: &[u8]| serde_json::from_slice::<IgnoredAny>(unmarked(text)).is_ok();
    let is_object = |text: &&[u8]| unmarked(text).trim_ascii_start().starts_with(b"{") && is_document(text);
    let lines = || bytes.split(|byte| *byte == b'\n');
    let is_ndjson = !is_document(bytes) && lines().any(|line| is_object(&line));
    let (whole, lines) = if is_ndjson { (None, Some(lines())) } else { (Some(bytes), None) };
    let lines = (1..).zip(lines.into_iter().flatten()).filter(|(_, line)| !line.trim_ascii().is_empty());
    whole.into_iter().map(|bytes| (1, bytes)).chain(lines)
}

/// A text without a byte order mark.
fn unmarked(text: &[u8]) -> &[u8] {
    text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text)
}

/// Why a document failed.
struct Reason {
    /// Empty for the document itself.
    pointer: String,
    message: String,
    /// The line within the document.
    line: usize,
}

impl Reason {
    fn new(pointer: &str, message: &impl ToString) -> Self {
        Self { pointer: pointer.to_owned(), message: message.to_string(), line: 1 }
    }

    /// The reason in words, in a document that begins at `line`.
    fn at(&self, line: usize) -> String {
        format!("{}: {} (line {})", self.pointer, self.message, line + self.line - 1)
    }
}

impl From<ParseError> for Reason {
    fn from(error: ParseError) -> Self {
        let cut = if error.category() == Category::EndOfText { ": the text is cut off" } else { "" };
        let message = format!("{}{cut}", error.message());
        Self { line: error.line().unwrap_or(1), ..Self::new(error.pointer(), &message) }
    }
}

impl From<RecordError> for Reason {
    fn from(error: RecordError) -> Self {
        match error {
            RecordError::Unreadable(error) => error.into(),
            RecordError::LaterVersion => Self::new("/callRecord", &"a record of a later version"),
            RecordError::NoCall => Self::new("/message/call/id", &"no call id"),
            other => Self::new("/message", &other),
        }
    }
}

/// Adds a body or a record to the record of its call.
fn fold(parts: &mut Parts, file: &str, text: &[u8]) -> Result<(), Reason> {
    #[derive(Deserialize)]
    struct Kind {
        #[serde(rename = "callRecord")]
        record: Option<IgnoredAny>,
    }
    let is_record = serde_json::from_slice(text).is_ok_and(|kind: Kind| kind.record.is_some());
    let mut read = CallRecord::default();
    if is_record {
        read = CallRecord::from_slice(text)?;
    } else {
        let body = Webhook::from_slice_lenient(text)?;
        if body.value.as_server_message().is_none() {
            let message = format!("found family {}, expected a server message", body.value.family());
            return Err(Reason::new("", &message));
        }
        read.apply_lenient(&body)?;
    }
    let id = read.call_id().ok_or(RecordError::NoCall)?.to_owned();
    let (_, parts) = parts.entry(id).or_insert_with(|| (file.to_owned(), Vec::new()));
    // Each part has more documents than the next: so one is merged with few others, however many there are.
    let mut count = 1;
    while let Some((others, mut earlier)) = parts.pop_if(|(others, _)| *others <= count) {
        earlier.merge(read)?;
        (count, read) = (count + others, earlier);
    }
    parts.push((count, read));
    Ok(())
}

/// The record that the parts make.
fn whole(parts: Vec<(usize, CallRecord)>) -> CallRecord {
    let parts = parts.into_iter().map(|(_, part)| part).rev();
    let whole = parts.reduce(|later, mut earlier| {
        // They are of the same call.
        let _ = earlier.merge(later);
        earlier
    });
    whole.unwrap_or_default()
}

/// What is wrong or odd about the records.
fn check(records: &Records) -> Vec<Value> {
    let reports = records.iter().map(|(call, (file, record))| (call, file, record.validate()));
    let findings = reports.flat_map(|(call, file, report)| {
        report.into_iter().map(move |finding| {
            json!({
                "file": file,
                "severity": finding.severity(),
                "code": finding.code(),
                "pointer": finding.pointer(),
                "message": format!("{} (call {call})", finding.message()),
            })
        })
    });
    findings.collect()
}
