//! What one thread does: it reads what it is given, and counts it.

use std::path::Path;
use std::sync::Arc;

use interactly_webhooks::{CallRecord, Category, Family, Lenient, ParseError, Webhook};

use crate::arguments::Output;
use crate::counts::{Counts, add};
use crate::open;
use crate::pieces::{Piece, Place, lines_of};
use crate::row::{self, Row};
use crate::run::Run;
use crate::slim::slim;
use crate::source::Work;
use crate::tables::{Batch, Delivery};
use crate::words::event;

/// Where a body is from.
#[derive(Clone, Copy)]
pub(crate) struct From<'a> {
    pub(crate) file: &'a str,
    /// None where the file is one body.
    pub(crate) line: Option<u64>,
    /// Its index in an array.
    pub(crate) element: Option<u64>,
}

impl<'a> From<'a> {
    pub(crate) fn file(file: &'a str) -> Self {
        Self { file, line: None, element: None }
    }

    fn place(file: &'a str, place: Place) -> Self {
        Self { file, line: Some(place.line), element: place.index }
    }

    fn line(file: &'a str, line: u64) -> Self {
        Self { line: Some(line), ..Self::file(file) }
    }
}

/// See the [module](self).
pub(crate) struct Taker<'a> {
    run: &'a Run,
    counts: Counts,
    deliveries: Batch<Delivery>,
    /// The call of the body at hand, where rows are printed.
    told: Option<(String, CallRecord)>,
    /// Rows to be printed.
    pub(crate) rows: Vec<u8>,
}

impl<'a> Taker<'a> {
    pub(crate) fn new(run: &'a Run) -> Self {
        let (counts, deliveries) = (Counts::default(), Batch::default());
        Self { run, counts, deliveries, told: None, rows: Vec::new() }
    }

    /// What was counted.
    pub(crate) fn end(mut self) -> Counts {
        self.run.write(|tables| self.deliveries.write(&tables.deliveries));
        self.counts
    }

    pub(crate) fn take(&mut self, work: Work) {
        match work {
            Work::File(path) => self.file(&path),
            Work::Piece(name, piece) => self.piece(&name, piece),
            Work::Failed(file, message) => self.fail(From::file(&file), "", &message),
        }
    }

    fn file(&mut self, path: &Path) {
        let name: Arc<str> = path.to_string_lossy().into();
        match open::file(self.run, path) {
            Err(error) => self.fail(From::file(&name), "", &error.to_string()),
            Ok(input) => {
                for piece in self.run.pieces(input) {
                    if self.run.stop.is_set() {
                        break;
                    }
                    self.piece(&name, piece);
                }
            }
        }
    }

    fn piece(&mut self, file: &str, piece: Piece) {
        match piece {
            Piece::Lines { first, text } => {
                for (line, body) in lines_of(first, &text) {
                    self.body(From::line(file, line), body);
                }
                self.run.blocks.give(text);
            }
            Piece::Elements { text, elements } => {
                for element in elements {
                    self.body(From::place(file, element.place), &text[element.text]);
                }
                self.run.blocks.give(text);
            }
            Piece::Document(text) => {
                self.body(From::file(file), &text);
                self.run.blocks.give(text);
            }
            Piece::TooLong(place) => self.too_long(From::place(file, place)),
            Piece::Failed { line, error } => self.fail(From::line(file, line), "", &error.to_string()),
            Piece::Nothing => self.fail(From::file(file), "", "holds no body"),
        }
    }

    fn body(&mut self, from: From<'_>, text: &[u8]) {
        if text.len() > self.run.arguments.longest {
            self.too_long(from);
        } else if row::is_row(text) {
            self.row(from, text);
        } else {
            match Webhook::from_slice_lenient(text) {
                Err(error) => self.unreadable(from, &error),
                Ok(Lenient { value: Webhook::Unknown(body), .. }) if body.extra.contains_key(row::MARK) => {
                    self.row(from, text);
                }
                Ok(body) => self.read(from, text.len(), body),
            }
        }
        if self.run.arguments.output == Output::Rows {
            self.print();
        }
    }

    /// Prints what the body at hand told.
    fn print(&mut self) {
        let counts = std::mem::take(&mut self.counts);
        let told = self.told.take();
        let (call, record) = told.as_ref().map(|(call, record)| (call.as_str(), record)).unzip();
        // Writing into memory does not fail, and everything in a row can be printed.
        _ = row::print(&mut self.rows, call, record, Some(&counts));
    }

    fn read(&mut self, from: From<'_>, length: usize, mut body: Lenient<Webhook>) {
        let family = body.value.family();
        self.counts.body(family.as_str(), event(&body.value), length);
        let report = body.value.validate();
        report.iter().for_each(|finding| add(&mut self.counts.findings, finding.code(), 1));
        let drift = body.value.drift();
        for unknown in &drift {
            self.counts.drift.see(unknown.pattern(), from);
        }
        for deviation in body.deviations() {
            let name = format!("{}: {}", pattern(&deviation.pointer()), deviation.reason());
            self.counts.deviations.see(&name, from);
        }
        if self.run.has_tables() {
            self.deliveries.push(Delivery::of(from, length, &body, &report, drift.len()));
            if self.deliveries.is_full() {
                self.run.write(|tables| self.deliveries.write(&tables.deliveries));
            }
        }
        if family == Family::Unknown {
            self.fail(from, "", "found no member that decides a family");
        }
        if family == Family::ServerMessage {
            self.keep(from, &mut body);
        }
    }

    /// Adds a server message to what is known of its call.
    fn keep(&mut self, from: From<'_>, body: &mut Lenient<Webhook>) {
        let Some(call) = body.value.call_id().map(str::to_owned) else {
            self.counts.without_call += 1;
            return;
        };
        let kept = match self.run.arguments.output {
            Output::Rows => {
                let mut record = CallRecord::default();
                let applied = record.apply_lenient(body).map_err(|error| error.to_string());
                self.told = Some((call, record));
                applied.map(drop)
            }
            Output::Merged => self.run.store.apply(&call, body),
            Output::Summary | Output::Json => {
                if let Webhook::ServerMessage(request) = &mut body.value {
                    slim(&mut request.message, self.run.arguments.personal);
                }
                self.run.store.apply(&call, body)
            }
        };
        if let Err(message) = kept {
            self.fail(from, "", &message);
        }
    }

    fn row(&mut self, from: From<'_>, text: &[u8]) {
        let read = Row::read(text).and_then(|row| Ok((row.record()?, row)));
        let (record, mut row) = match read {
            Ok(read) => read,
            Err(message) => return self.fail(from, "", message),
        };
        if let Some(counts) = row.counts() {
            self.counts.merge(counts);
        }
        let (Some(call), Some(record)) = (row.call(), record) else { return };
        if self.run.arguments.output == Output::Rows {
            self.told = Some((call.to_owned(), record));
        } else if let Err(message) = self.run.store.merge(call, record, text.len()) {
            self.fail(from, "", &message);
        }
    }

    fn too_long(&mut self, from: From<'_>) {
        let megabytes = self.run.arguments.longest >> 20;
        self.fail(from, "", &format!("longer than {megabytes} MB, passed over"));
    }

    fn unreadable(&mut self, from: From<'_>, error: &ParseError) {
        let cut = if error.category() == Category::EndOfText { ": the text is cut off" } else { "" };
        // Of an element the line that it begins in is known.
        let line = error.line().map_or(from.line, |line| Some(from.line.unwrap_or(1) + line as u64 - 1));
        self.fail(From { line, ..from }, error.pointer(), &format!("{}{cut}", error.message()));
    }

    fn fail(&mut self, from: From<'_>, pointer: &str, message: &str) {
        self.counts.unreadable.fail(from, message);
        self.run.fail(from, pointer, message);
    }
}

/// A pointer with `*` for each index.
fn pattern(pointer: &str) -> String {
    let is_index = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<_> = pointer.split('/').map(|part| if is_index(part) { "*" } else { part }).collect();
    parts.join("/")
}
