//! Text of a body, printed as it came.

use serde::de::DeserializeSeed as _;
use serde::ser::{Error, Serialize, SerializeStruct as _, Serializer};
use serde_json::Value;

use super::put_back::Replace;
use crate::json::{Notes, Reader, What};
use crate::model::ValueSeed;

/// JSON text to print as it came.
pub(super) struct Raw<'a> {
    pub(super) text: &'a str,
    pub(super) replace: Option<&'a dyn Replace>,
}

impl Raw<'_> {
    /// The value as it is read leniently, and whether that is exactly what the text says. Numbers that
    /// no double holds are texts in it; of one alone there is no value.
    pub(super) fn read(&self) -> Option<(Value, bool)> {
        let (value, notes) = read(self.text).ok()?;
        if notes.notes.iter().all(|note| note.what != What::OutOfRange) {
            return Some((value, notes.is_empty()));
        }
        let quoted = read(&quoted(self.text, &notes));
        Some((quoted.map_or(value, |(value, _)| value), false))
    }
}

fn read(text: &str) -> Result<(Value, Notes), crate::json::Error> {
    let mut reader = Reader::lenient(text)?;
    let value = ValueSeed.deserialize(&mut reader)?;
    Ok((value, reader.finish()?))
}

/// The text with quotes around the numbers that no double holds.
fn quoted(text: &str, notes: &Notes) -> String {
    let numbers = notes.notes.iter().filter(|note| note.what == What::OutOfRange);
    let mut ranges: Vec<_> = numbers.map(|note| note.start as usize..note.end as usize).collect();
    ranges.sort_unstable_by_key(|range| range.start);
    let mut quoted = String::with_capacity(text.len() + 2 * ranges.len());
    let mut at = 0;
    for range in ranges {
        quoted.push_str(text.get(at..range.start).unwrap_or_default());
        quoted.extend(["\"", text.get(range.clone()).unwrap_or_default(), "\""]);
        at = range.end;
    }
    quoted.push_str(text.get(at..).unwrap_or_default());
    quoted
}

impl Serialize for Raw<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.read(), self.replace) {
            (Some((mut value, _)), Some(replace)) => {
                replace.value(&mut value);
                value.serialize(serializer)
            }
            (Some((value, true)), None) => value.serialize(serializer),
            (Some((value, false)), None) => print_text(self.text, &value, serializer),
            // A number that no double holds stays one, and so deviates as its original did.
            (None, Some(_)) => print_text("1e999", &"1e999".into(), serializer),
            (None, None) => print_text(self.text, &self.text.into(), serializer),
        }
    }
}

/// Prints JSON text as it is, or the value where the printer takes no text.
fn print_text<S: Serializer>(text: &str, value: &Value, serializer: S) -> Result<S::Ok, S::Error> {
    /// How `serde_json` is given JSON text to print as it is; its own type for it would
    /// have to own the text.
    const TOKEN: &str = "$serde_json::private::RawValue";
    // What gives something back makes a value: `serde_json` would read the text for it, with its rules.
    if !serializer.is_human_readable() || size_of::<S::Ok>() > 0 {
        return value.serialize(serializer);
    }
    let mut printed = serializer.serialize_struct(TOKEN, 1)?;
    // The printer of text takes any; one that makes a value after all, inside another printer, reads it first.
    if printed.serialize_field(TOKEN, text).is_err() {
        let text = serde_json::to_string(value).map_err(S::Error::custom)?;
        printed.serialize_field(TOKEN, &text)?;
    }
    printed.end()
}
