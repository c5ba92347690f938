//! The elements of a JSON array, found without parsing them.

use std::io::{self, Read};
use std::ops::Range;

use memchr::memchr2;

use super::{Element, Piece, Pieces, Place, State, is_object, newlines};

impl<R: Read> Pieces<R> {
    /// Elements that are whole, or why there are none.
    pub(super) fn elements(&mut self) -> Piece {
        let mut elements = Vec::new();
        let mut scan = Scan::default();
        let (mut begin, mut seen, mut line) = (0, 0, self.line);
        loop {
            while let Some(end) = scan.end(&self.held[seen..self.filled]) {
                let end = seen + end;
                let is_last = self.held[end] != b',';
                let element = self.element(begin..end, line);
                let is_empty_array = is_last && self.index == 0 && element.text.is_empty();
                if !is_empty_array {
                    elements.push(element);
                }
                line += newlines(&self.held[begin..end]);
                (begin, seen, scan) = (end + 1, end + 1, Scan::default());
                self.index += 1;
                if is_last {
                    self.state = State::Lines;
                    let text = self.cut(begin);
                    return if is_empty_array { Piece::Nothing } else { Piece::Elements { text, elements } };
                }
            }
            seen = self.filled;
            let is_long = self.filled - begin > self.longest;
            if begin > 0 && (self.has_ended || is_long || begin >= self.enough) {
                return Piece::Elements { text: self.cut(begin), elements };
            }
            if self.has_ended {
                return self.cut_off();
            }
            if is_long {
                return self.pass_over_element(scan);
            }
            self.fill();
        }
    }

    /// What stands here, without white space; `line` is that of its start.
    fn element(&self, held: Range<usize>, line: u64) -> Element {
        let text = &self.held[held.clone()];
        let blank = text.len() - text.trim_ascii_start().len();
        let begin = held.start + blank;
        let place = Place { line: line + newlines(&text[..blank]), index: Some(self.index) };
        Element { place, text: begin..begin + text.trim_ascii().len() }
    }

    /// The array is not whole; its last element may be.
    fn cut_off(&mut self) -> Piece {
        if self.failure.is_none() && is_object(self.text()) {
            let elements = vec![self.element(0..self.filled, self.line)];
            return Piece::Elements { text: self.cut(self.filled), elements };
        }
        self.state = State::Over;
        let error = self.failure.take().unwrap_or_else(|| io::Error::other("the array is cut off"));
        Piece::Failed { line: self.line + newlines(self.text()), error }
    }

    /// Reads to the end of an element that is too long, and holds none of it.
    fn pass_over_element(&mut self, mut scan: Scan) -> Piece {
        let place = self.element(0..self.filled, self.line).place;
        self.index += 1;
        while !self.has_ended {
            self.line += newlines(self.text());
            self.filled = 0;
            self.fill();
            if let Some(end) = scan.end(self.text()) {
                if self.held[end] != b',' {
                    self.state = State::Lines;
                }
                self.cut(end + 1);
                break;
            }
        }
        Piece::TooLong(place)
    }
}

/// Goes through the text of an array, from behind its bracket.
#[derive(Default, Debug)]
struct Scan {
    /// How many objects and arrays of the element are open.
    depth: usize,
    in_text: bool,
    is_escaped: bool,
}

impl Scan {
    /// Goes on with this text: the place of the comma or the bracket that ends the element.
    ///
    /// What is not JSON ends somewhere too, and the parser says what is wrong with it.
    fn end(&mut self, text: &[u8]) -> Option<usize> {
        let mut at = 0;
        while let Some(byte) = text.get(at) {
            if std::mem::take(&mut self.is_escaped) {
            } else if self.in_text {
                at += memchr2(b'"', b'\\', &text[at..])?;
                self.is_escaped = text[at] == b'\\';
                self.in_text = self.is_escaped;
            } else {
                match byte {
                    b'"' => self.in_text = true,
                    b'{' | b'[' => self.depth += 1,
                    b',' | b'}' | b']' if self.depth == 0 => return Some(at),
                    b'}' | b']' => self.depth -= 1,
                    _ => {}
                }
            }
            at += 1;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Scan;

    /// The elements of an array without its first bracket, of which so many bytes come at a time.
    fn elements(mut text: &str, step: usize) -> Vec<&str> {
        let mut found = Vec::new();
        while !text.is_empty() {
            let (mut scan, mut from) = (Scan::default(), 0);
            let end = loop {
                let part = &text.as_bytes()[from..text.len().min(from + step)];
                match scan.end(part) {
                    Some(end) => break from + end,
                    None if part.is_empty() => return found,
                    None => from += part.len(),
                }
            };
            found.push(&text[..end]);
            text = &text[end + 1..];
        }
        found
    }

    #[test]
    fn elements_end_at_commas_that_are_in_nothing() {
        for step in [1, 2, 3, 100] {
            let text = r#"{"a":[1,{"b":2}]}, "x,\"]\\", [[],[3,4]],7]"#;
            assert_eq!(elements(text, step), [r#"{"a":[1,{"b":2}]}"#, r#" "x,\"]\\""#, " [[],[3,4]]", "7"]);
            assert_eq!(elements(r#"{"a":1]},{}]"#, step), [r#"{"a":1]"#, "", "{}"]);
            assert_eq!(elements(r#"{"a":"],{}"#, step), [""; 0]);
        }
    }
}
