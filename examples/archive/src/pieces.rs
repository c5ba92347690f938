//! A file in pieces that are small enough to hold, whatever its length.

use std::io::{self, BufRead};

use serde::de::IgnoredAny;

/// How much of NDJSON is handed over at a time, at least.
const PIECE: usize = 1 << 20;

/// A part of a file.
#[derive(Debug)]
pub(crate) enum Piece {
    /// Whole lines, with their ends; the first one's number, from 1.
    Lines { first: u64, text: Vec<u8> },
    /// The whole file, which is one body.
    Document(Vec<u8>),
    /// A line, or a file of one body, that is longer than a body may be.
    TooLong { line: u64 },
    /// Reading failed in this line.
    Failed { line: u64, error: io::Error },
    /// There was nothing in the file.
    Nothing,
}

/// Hands over a file piece by piece.
///
/// If the first line is a whole JSON object, the file is NDJSON. Else it is read to its end: it is one body
/// if it is one JSON value, or if none of its lines is a JSON object.
#[derive(Debug)]
pub(crate) struct Pieces<R> {
    input: R,
    held: Vec<u8>,
    /// The number of the line at which `held` begins.
    line: u64,
    /// The longest body.
    longest: usize,
    /// How much is held before lines are handed over.
    enough: usize,
    state: State,
    has_ended: bool,
    failure: Option<io::Error>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum State {
    Start,
    Lines,
    Over,
}

impl<R: BufRead> Pieces<R> {
    pub(crate) fn new(input: R, longest: usize) -> Self {
        let (held, failure) = (Vec::new(), None);
        Self { input, held, line: 1, longest, enough: PIECE, state: State::Start, has_ended: false, failure }
    }

    /// Lines are handed over as soon as they are there.
    pub(crate) fn at_once(self) -> Self {
        Self { enough: 1, ..self }
    }

    fn fill(&mut self) {
        match self.input.fill_buf() {
            Ok([]) => self.has_ended = true,
            Ok(read) => {
                self.held.extend_from_slice(read);
                let length = read.len();
                self.input.consume(length);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => (self.has_ended, self.failure) = (true, Some(error)),
        }
    }

    /// Finds out what the file is; gives its only piece, unless it is NDJSON.
    fn start(&mut self) -> Option<Piece> {
        let first = loop {
            let begin = self.held.iter().position(|byte| !byte.is_ascii_whitespace());
            let end = begin.and_then(|begin| Some(begin + newline(&self.held[begin..])?));
            match (begin, end) {
                (Some(_), Some(end)) => break Some(end),
                (Some(_), None) if self.has_ended => break Some(self.held.len()),
                (None, _) if self.has_ended => break None,
                _ if self.held.len() > self.longest => break Some(self.held.len()),
                _ => self.fill(),
            }
        };
        self.state = State::Over;
        let Some(end) = first else {
            let failure = self.failure.take();
            return Some(failure.map_or(Piece::Nothing, |error| Piece::Failed { line: 1, error }));
        };
        if !is_object(&self.held[..end]) {
            while !self.has_ended && self.held.len() <= self.longest {
                self.fill();
            }
            let is_lines = || self.held.split(|byte| *byte == b'\n').any(is_object);
            if !self.has_ended && !is_lines() {
                return Some(Piece::TooLong { line: 1 });
            }
            let is_one = || serde_json::from_slice::<IgnoredAny>(&self.held).is_ok();
            if self.has_ended && self.failure.is_none() && (is_one() || !is_lines()) {
                return Some(Piece::Document(std::mem::take(&mut self.held)));
            }
        }
        self.state = State::Lines;
        None
    }

    fn lines(&mut self) -> Option<Piece> {
        loop {
            let is_enough = self.has_ended || self.held.len() >= self.enough;
            let last = is_enough.then(|| self.held.iter().rposition(|byte| *byte == b'\n')).flatten();
            if let Some(last) = last {
                let rest = self.held.split_off(last + 1);
                let text = std::mem::replace(&mut self.held, rest);
                let first = self.line;
                self.line += newlines(&text);
                return Some(Piece::Lines { first, text });
            }
            if self.has_ended {
                self.state = State::Over;
                // What is left was cut off by the failure.
                if let Some(error) = self.failure.take() {
                    return Some(Piece::Failed { line: self.line, error });
                }
                let text = std::mem::take(&mut self.held);
                return (!text.is_empty()).then_some(Piece::Lines { first: self.line, text });
            }
            if self.held.len() > self.longest {
                return Some(self.pass_over());
            }
            self.fill();
        }
    }

    /// Reads to the end of a line that is too long, and holds none of it.
    fn pass_over(&mut self) -> Piece {
        self.held = Vec::new();
        if let Err(error) = self.input.skip_until(b'\n') {
            (self.has_ended, self.failure) = (true, Some(error));
        }
        self.line += 1;
        Piece::TooLong { line: self.line - 1 }
    }
}

impl<R: BufRead> Iterator for Pieces<R> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if self.state == State::Start
            && let Some(only) = self.start()
        {
            return Some(only);
        }
        if self.state == State::Over { None } else { self.lines() }
    }
}

/// How many lines end in a text; in steps whose counts fit a byte, which is quick.
fn newlines(text: &[u8]) -> u64 {
    let ends = |part: &[u8]| part.iter().map(|byte| u8::from(*byte == b'\n')).sum::<u8>();
    text.chunks(255).map(|part| u64::from(ends(part))).sum()
}

fn newline(text: &[u8]) -> Option<usize> {
    text.iter().position(|byte| *byte == b'\n')
}

fn is_object(text: &[u8]) -> bool {
    text.trim_ascii_start().starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(text).is_ok()
}

/// The lines of a piece, without their ends, with their numbers; blank ones are left out.
pub(crate) fn lines_of(first: u64, mut text: &[u8]) -> impl Iterator<Item = (u64, &[u8])> {
    let lines = std::iter::from_fn(move || {
        let mut after = text;
        // Reading out of memory does not fail.
        let length = after.skip_until(b'\n').ok().filter(|length| *length > 0)?;
        let line = &text[..length];
        text = after;
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        Some(line.strip_suffix(b"\r").unwrap_or(line))
    });
    (first..).zip(lines).filter(|(_, line)| !line.trim_ascii().is_empty())
}

#[cfg(test)]
#[path = "pieces/tests.rs"]
mod tests;
