//! Repairs of the text, before it is parsed.

use std::collections::HashMap;
use std::ops::Range;

use super::{Kind, Salvage};
use crate::wire::Segment;

/// What was done to the bytes to make them readable.
#[derive(Default)]
pub(super) struct Repairs {
    byte_order_mark: bool,
    /// Where in the repaired text a replacement character stands for bytes, in order.
    bytes: Vec<usize>,
    /// Where one stands for half a surrogate pair, in order.
    surrogates: Vec<usize>,
    /// Where quotes were put around a number, in order.
    numbers: Vec<usize>,
}

/// `bytes` as text that `serde_json` can read, if it is JSON at all.
pub(super) fn repair(bytes: &[u8]) -> (String, Repairs) {
    const REPLACEMENT: &str = "\u{fffd}";
    let mut repairs = Repairs::default();
    let mut text = String::with_capacity(bytes.len());
    let without_mark = bytes.strip_prefix("\u{feff}".as_bytes());
    repairs.byte_order_mark = without_mark.is_some();
    for chunk in without_mark.unwrap_or(bytes).utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            repairs.bytes.push(text.len());
            text.push_str(REPLACEMENT);
        }
    }
    repairs.surrogates = lone_surrogates(&text);
    for at in &repairs.surrogates {
        text.replace_range(at..&(at + 6), "\\ufffd");
    }
    (text, repairs)
}

/// Puts each number that no double holds (`1e999`) in quotes: JSON allows it, and `serde_json`
/// refuses the whole text for it.
pub(super) fn quote_large_numbers(text: &str, repairs: &mut Repairs) -> String {
    let mut quoted = String::with_capacity(text.len() + 16);
    let (mut at, mut places) = (0, Vec::new());
    let bytes = text.as_bytes();
    let begins = |byte: &u8| *byte == b'"' || *byte == b'-' || byte.is_ascii_digit();
    while let Some(next) = bytes[at..].iter().position(begins) {
        let start = at + next;
        quoted.push_str(&text[at..start]);
        at = if bytes[start] == b'"' {
            end_of_string(bytes, start)
        } else {
            let length = bytes[start..].iter().take_while(|byte| b"+-.0123456789eE".contains(byte)).count();
            start + length
        };
        let token = &text[start..at];
        if bytes[start] != b'"' && token.parse::<f64>().is_ok_and(f64::is_infinite) {
            places.push(start);
            repairs.numbers.push(quoted.len());
            quoted.extend(["\"", token, "\""]);
        } else {
            quoted.push_str(token);
        }
    }
    quoted.push_str(&text[at..]);
    for place in repairs.bytes.iter_mut().chain(&mut repairs.surrogates) {
        *place += 2 * places.partition_point(|number| number < place);
    }
    quoted
}

/// Where the string that begins at `start` ends, or the text does.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(bytes.len())
}

/// The places of `\uXXXX` escapes that are half a surrogate pair without its other half.
fn lone_surrogates(text: &str) -> Vec<usize> {
    let escape = |at: usize| {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    let bytes = text.as_bytes();
    let mut lone = Vec::new();
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|byte| *byte == b'\\') {
        at += next;
        match escape(at) {
            Some(0xD800..=0xDBFF) if matches!(escape(at + 6), Some(0xDC00..=0xDFFF)) => at += 12,
            Some(0xD800..=0xDFFF) => {
                lone.push(at);
                at += 6;
            }
            // Any other escape; the byte behind the backslash may be one itself.
            _ => at = (at + 2).min(bytes.len()),
        }
    }
    lone
}

/// Reports the repairs, and members given twice, each at its place in `text`, which is JSON.
pub(super) fn report(text: &str, repairs: &Repairs, salvage: &mut Salvage) {
    if repairs.byte_order_mark {
        let reason = "a byte order mark before the JSON text, removed".to_owned();
        salvage.push(Vec::new(), reason, Kind::Repaired);
    }
    let mut scan = Scan { text, repairs, at: 0, salvage, overridden: Vec::new() };
    scan.value(&mut Vec::new());
    scan.report_overridden();
}

/// Goes through JSON text and keeps track of the place. The text was parsed before, so it
/// is sound and not nested deeper than `serde_json` allows.
struct Scan<'a, 's> {
    text: &'a str,
    repairs: &'a Repairs,
    at: usize,
    salvage: &'s mut Salvage,
    /// Where the earlier values of members given twice stand, and the way there.
    overridden: Vec<(Range<usize>, Vec<Step>)>,
}

/// A step on the way to the place; keys as their text.
#[derive(Clone)]
enum Step {
    Member(String),
    Index(usize),
}

impl Scan<'_, '_> {
    fn value(&mut self, way: &mut Vec<Step>) {
        match self.peek() {
            Some(b'{') => self.object(way),
            Some(b'[') => self.list(way),
            Some(b'"') => {
                self.string(way);
            }
            _ => {
                let rest = &self.text.as_bytes()[self.at..];
                let end = rest.iter().position(|byte| b",]} \t\r\n".contains(byte));
                self.at += end.unwrap_or(rest.len());
            }
        }
    }

    fn object(&mut self, way: &mut Vec<Step>) {
        let mut values: HashMap<String, Range<usize>> = HashMap::new();
        self.at += 1;
        while self.peek() == Some(b'"') {
            let key = self.string(way);
            way.push(Step::Member(key.clone()));
            self.peek();
            self.at += 1; // the colon
            self.peek();
            let start = self.at;
            self.value(way);
            if let Some(earlier) = values.insert(key, start..self.at) {
                self.overridden.push((earlier, way.clone()));
            }
            way.pop();
            self.comma();
        }
        self.at += 1;
    }

    /// Reports the outermost overridden values; what is overridden inside is a part of them.
    fn report_overridden(&mut self) {
        let mut overridden = std::mem::take(&mut self.overridden);
        overridden.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let mut end = 0;
        for (range, way) in overridden {
            if range.end <= end {
                continue;
            }
            end = range.end;
            // It was parsed before, as a part of the whole.
            if let Ok(value) = serde_json::from_str(&self.text[range]) {
                let reason = "this member is given twice; the last one counts".to_owned();
                self.report(&way, reason, Kind::Overridden(value));
            }
        }
    }

    fn list(&mut self, way: &mut Vec<Step>) {
        self.at += 1;
        let mut index = 0;
        while !matches!(self.peek(), Some(b']') | None) {
            way.push(Step::Index(index));
            self.value(way);
            way.pop();
            self.comma();
            index += 1;
        }
        self.at += 1;
    }

    /// Passes a string and reports the repairs inside; what it says, for keys.
    fn string(&mut self, way: &[Step]) -> String {
        let start = self.at;
        let bytes = self.text.as_bytes();
        self.at = end_of_string(bytes, start);
        for (places, what) in [
            (&self.repairs.bytes, "bytes that are not UTF-8, replaced by U+FFFD"),
            (&self.repairs.surrogates, "half of a UTF-16 surrogate pair, replaced by U+FFFD"),
            (&self.repairs.numbers, "a number that no double holds, kept as text"),
        ] {
            let first = places.partition_point(|place| *place < start);
            let count = places[first..].partition_point(|place| *place < self.at);
            if count > 0 {
                let times = if count == 1 { String::new() } else { format!(" ({count} times)") };
                self.report(way, format!("{what}{times}"), Kind::Repaired);
            }
        }
        serde_json::from_str(&self.text[start..self.at]).unwrap_or_default()
    }

    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        let rest = &self.text.as_bytes()[self.at.min(self.text.len())..];
        self.at += rest.iter().take_while(|byte| b" \t\r\n".contains(byte)).count();
        self.text.as_bytes().get(self.at).copied()
    }

    fn comma(&mut self) {
        if self.peek() == Some(b',') {
            self.at += 1;
        }
    }

    fn report(&mut self, way: &[Step], reason: String, kind: Kind) {
        let segments = way.iter().map(|step| match step {
            Step::Member(name) => Segment::Member(name),
            Step::Index(index) => Segment::Index(*index),
        });
        self.salvage.push(segments.collect(), reason, kind);
    }
}

#[cfg(test)]
mod tests {
    use super::{lone_surrogates, repair};

    #[test]
    fn only_halves_without_the_other_are_found() {
        const NONE: [usize; 0] = [];
        assert_eq!(lone_surrogates(r#""\ud83d\ude00""#), NONE);
        assert_eq!(lone_surrogates(r#""\ud83d""#), [1]);
        assert_eq!(lone_surrogates(r#""\ude00\ud83d\ud83d\ude00""#), [1, 7]);
        assert_eq!(lone_surrogates(r#""\\ud83d \\\ud83d""#), [11]);
        assert_eq!(lone_surrogates(r#""\ud8"#), NONE);
        assert_eq!(lone_surrogates("\"\\"), NONE);
    }

    #[test]
    fn the_text_becomes_readable() {
        let (text, _) = repair(b"\xef\xbb\xbf{\"a\":\"\xff\\ud83d\"}");
        assert_eq!(text, "{\"a\":\"\u{fffd}\\ufffd\"}");
    }
}
