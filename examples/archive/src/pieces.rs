//! A file in pieces that are small enough to hold, whatever its length.

mod array;

use std::io::{self, Read};
use std::ops::Range;

use memchr::{memchr, memchr_iter, memrchr};
use serde::de::IgnoredAny;

use crate::blocks::{BLOCK, Blocks};

/// A part of a file.
#[derive(Debug)]
pub(crate) enum Piece {
    /// Whole lines, with their ends; the first one's number, from 1.
    Lines { first: u64, text: Vec<u8> },
    /// Whole elements of an array.
    Elements { text: Vec<u8>, elements: Vec<Element> },
    /// The whole file, which is one body.
    Document(Vec<u8>),
    /// A body that is longer than a body may be.
    TooLong(Place),
    /// Reading failed in this line.
    Failed { line: u64, error: io::Error },
    /// There was nothing in the file.
    Nothing,
}

/// Where an element of an array stands.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(crate) struct Place {
    /// The line in which it begins, from 1.
    pub(crate) line: u64,
    /// Its index, if it is an element.
    pub(crate) index: Option<u64>,
}

/// An element of an array.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) place: Place,
    pub(crate) text: Range<usize>,
}

/// Hands over a file piece by piece.
///
/// If the first line is a whole JSON object, the file is NDJSON. If it begins with an array of objects, each
/// is a body, and what is behind the array is lines. Else it is read to its end: it is one body if it is one JSON
/// value, or if none of its lines is a JSON object.
#[derive(Debug)]
pub(crate) struct Pieces<R> {
    input: R,
    /// Read as far as `filled`.
    held: Vec<u8>,
    filled: usize,
    blocks: Blocks,
    /// The number of the line at which `held` begins.
    line: u64,
    /// The index of the next element.
    index: u64,
    /// The longest body.
    longest: usize,
    /// How much is held before it is handed over.
    enough: usize,
    state: State,
    has_ended: bool,
    failure: Option<io::Error>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum State {
    Start,
    Lines,
    Array,
    Over,
}

impl<R: Read> Pieces<R> {
    pub(crate) fn new(input: R, longest: usize, blocks: Blocks) -> Self {
        let held = blocks.take();
        Self {
            input,
            held,
            filled: 0,
            blocks,
            line: 1,
            index: 0,
            longest,
            enough: BLOCK,
            state: State::Start,
            has_ended: false,
            failure: None,
        }
    }

    /// Bodies are handed over as soon as they are there.
    pub(crate) fn at_once(mut self) -> Self {
        self.enough = 1;
        self
    }

    fn text(&self) -> &[u8] {
        &self.held[..self.filled]
    }

    fn fill(&mut self) {
        if self.filled == self.held.len() {
            self.held.resize(self.filled * 2, 0);
        }
        let end = self.held.len().min(self.filled + BLOCK);
        match self.input.read(&mut self.held[self.filled..end]) {
            Ok(0) => self.has_ended = true,
            Ok(length) => self.filled += length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => (self.has_ended, self.failure) = (true, Some(error)),
        }
    }

    /// Takes what is held up to here; the rest is copied, which is little.
    fn cut(&mut self, end: usize) -> Vec<u8> {
        let mut rest = self.blocks.take();
        let length = self.filled - end;
        if rest.len() < length {
            rest.resize(length, 0);
        }
        rest[..length].copy_from_slice(&self.held[end..self.filled]);
        let mut text = std::mem::replace(&mut self.held, rest);
        text.truncate(end);
        self.filled = length;
        self.line += newlines(&text);
        text
    }

    /// Finds out what the file is; gives its only piece, if it is not lines or an array.
    fn start(&mut self) -> Option<Piece> {
        let (begin, end) = loop {
            let begin = self.text().iter().position(|byte| !byte.is_ascii_whitespace());
            let end = begin.and_then(|begin| Some(begin + memchr(b'\n', &self.text()[begin..])?));
            match (begin, end) {
                (Some(begin), Some(end)) => break (begin, end),
                (Some(begin), None) if self.has_ended => break (begin, self.filled),
                (None, _) if self.has_ended => {
                    let failure = self.failure.take();
                    return Some(failure.map_or(Piece::Nothing, |error| Piece::Failed { line: 1, error }));
                }
                (begin, _) if self.filled > self.longest => break (begin.unwrap_or(0), self.filled),
                _ => self.fill(),
            }
        };
        if is_object(&self.text()[begin..end]) {
            self.state = State::Lines;
        } else if self.is_array(begin) {
            self.state = State::Array;
            self.cut(begin + 1);
        } else {
            return self.document();
        }
        None
    }

    /// Whether an array of objects begins here, or an empty one.
    fn is_array(&mut self, begin: usize) -> bool {
        loop {
            let Some(text) = self.text()[begin..].strip_prefix(b"[") else { return false };
            match text.trim_ascii_start().first() {
                None if !self.has_ended && self.filled <= self.longest => self.fill(),
                first => return matches!(first, Some(b'{' | b']')),
            }
        }
    }

    /// Reads a file that is one body, or lines of which the first is damaged.
    fn document(&mut self) -> Option<Piece> {
        while !self.has_ended && self.filled <= self.longest {
            self.fill();
        }
        let is_one = || serde_json::from_slice::<IgnoredAny>(self.text()).is_ok();
        let is_lines = || self.text().split(|byte| *byte == b'\n').any(is_object);
        if self.has_ended && self.failure.is_none() && (is_one() || !is_lines()) {
            return Some(Piece::Document(self.cut(self.filled)));
        }
        if !self.has_ended && !is_lines() {
            return Some(Piece::TooLong(Place { line: 1, index: None }));
        }
        self.state = State::Lines;
        None
    }

    fn lines(&mut self) -> Option<Piece> {
        self.state = State::Lines;
        loop {
            let is_enough = self.has_ended || self.filled >= self.enough;
            let last = is_enough.then(|| memrchr(b'\n', self.text())).flatten();
            if let Some(last) = last {
                let first = self.line;
                return Some(Piece::Lines { first, text: self.cut(last + 1) });
            }
            if self.has_ended {
                return self.end(|pieces| {
                    let first = pieces.line;
                    Piece::Lines { first, text: pieces.cut(pieces.filled) }
                });
            }
            if self.filled > self.longest {
                return Some(self.pass_over());
            }
            self.fill();
        }
    }

    /// What is left at the end of the file, unless a failure cut it off.
    fn end(&mut self, rest: impl FnOnce(&mut Self) -> Piece) -> Option<Piece> {
        self.state = State::Over;
        match self.failure.take() {
            Some(error) => Some(Piece::Failed { line: self.line + newlines(self.text()), error }),
            None => (self.filled > 0).then(|| rest(self)),
        }
    }

    /// Reads to the end of a line that is too long, and holds none of it.
    fn pass_over(&mut self) -> Piece {
        let place = Place { line: self.line, index: None };
        let end = loop {
            if let Some(end) = memchr(b'\n', self.text()) {
                break end + 1;
            }
            self.filled = 0;
            self.fill();
            if self.has_ended {
                break self.filled;
            }
        };
        self.cut(end);
        self.line = place.line + 1;
        Piece::TooLong(place)
    }
}

impl<R: Read> Iterator for Pieces<R> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if self.state == State::Start {
            self.state = State::Over;
            if let Some(only) = self.start() {
                return Some(only);
            }
        }
        match self.state {
            State::Array => Some(self.elements()),
            State::Lines => self.lines(),
            State::Start | State::Over => None,
        }
    }
}

impl<R> Drop for Pieces<R> {
    fn drop(&mut self) {
        self.blocks.give(std::mem::take(&mut self.held));
    }
}

/// How many lines end in a text.
fn newlines(text: &[u8]) -> u64 {
    memchr_iter(b'\n', text).count() as u64
}

fn is_object(text: &[u8]) -> bool {
    text.trim_ascii_start().starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(text).is_ok()
}

/// The lines of a piece, without their ends, with their numbers; blank ones are left out.
pub(crate) fn lines_of(first: u64, text: &[u8]) -> impl Iterator<Item = (u64, &[u8])> {
    let ends = memchr_iter(b'\n', text).chain((!text.ends_with(b"\n")).then_some(text.len()));
    let lines = ends.scan(0, |begin, end| {
        let line = &text[*begin..end];
        *begin = end + 1;
        Some(line.strip_suffix(b"\r").unwrap_or(line))
    });
    (first..).zip(lines).filter(|(_, line)| !line.trim_ascii().is_empty())
}

#[cfg(test)]
mod tests;
