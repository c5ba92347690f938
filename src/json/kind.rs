//! What a value is, and what a reader takes.

use std::fmt;

use serde_json::Value;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Boolean,
    Number,
    /// A number with a fraction, where an integer is due.
    Fraction,
    /// An integer that no 64 bits hold.
    Beyond64,
    /// A number that no double holds.
    OutOfRange,
    String,
    /// No JSON value, but other formats have it.
    Bytes,
    Array,
    Object,
}

impl Kind {
    const ALL: [Kind; 10] = [
        Kind::Null,
        Kind::Boolean,
        Kind::Number,
        Kind::Fraction,
        Kind::Beyond64,
        Kind::OutOfRange,
        Kind::String,
        Kind::Bytes,
        Kind::Array,
        Kind::Object,
    ];

    /// The kind of a JSON value.
    pub(crate) fn of(value: &Value) -> Self {
        match value {
            Value::Null => Kind::Null,
            Value::Bool(_) => Kind::Boolean,
            Value::Number(_) => Kind::Number,
            Value::String(_) => Kind::String,
            Value::Array(_) => Kind::Array,
            Value::Object(_) => Kind::Object,
        }
    }

    /// The kind in words.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Kind::Null => "null",
            Kind::Boolean => "a boolean",
            Kind::Number => "a number",
            Kind::Fraction => "a number with a fraction",
            Kind::Beyond64 => "a number beyond 64 bits",
            Kind::OutOfRange => "a number out of range",
            Kind::String => "a string",
            Kind::Bytes => "bytes",
            Kind::Array => "an array",
            Kind::Object => "an object",
        }
    }

    /// The kind that has these words.
    pub(crate) fn from_text(text: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// The kind of the JSON value that begins with this byte.
    pub(crate) fn of_byte(byte: u8) -> Option<Kind> {
        Some(match byte {
            b'n' => Kind::Null,
            b't' | b'f' => Kind::Boolean,
            b'-' | b'0'..=b'9' => Kind::Number,
            b'"' => Kind::String,
            b'[' => Kind::Array,
            b'{' => Kind::Object,
            _ => return None,
        })
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a reader takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    Object,
    Array,
    Boolean,
    String,
    Number,
    Integer,
    Time,
    NumberOrString,
    OneOrMany,
    Loose,
    Any,
    Key,
    /// What somebody else's reader takes.
    Other,
}

impl Expected {
    const ALL: [Expected; 13] = [
        Expected::Object,
        Expected::Array,
        Expected::Boolean,
        Expected::String,
        Expected::Number,
        Expected::Integer,
        Expected::Time,
        Expected::NumberOrString,
        Expected::OneOrMany,
        Expected::Loose,
        Expected::Any,
        Expected::Key,
        Expected::Other,
    ];

    /// What is expected, in words.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Expected::Object => "an object",
            Expected::Array => "an array",
            Expected::Boolean => "a boolean",
            Expected::String => "a string",
            Expected::Number => "a number",
            Expected::Integer => "an integer",
            Expected::Time => "a time as a number or a string",
            Expected::NumberOrString => "a number or a string",
            Expected::OneOrMany => "a value or an array of values",
            Expected::Loose => "an object or another value, not null",
            Expected::Any => "a value",
            Expected::Key => "a member's name",
            Expected::Other => "another form",
        }
    }

    /// What has these words, else [`Expected::Other`].
    pub(crate) fn from_text(text: &str) -> Expected {
        Expected::ALL.into_iter().find(|expected| expected.as_str() == text).unwrap_or(Expected::Other)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lead_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_text(kind.as_str()), Some(kind));
        }
        for expected in Expected::ALL {
            assert_eq!(Expected::from_text(expected.as_str()), expected);
        }
        assert_eq!(Kind::from_text("a number "), None);
        assert_eq!(Expected::from_text("struct Secret"), Expected::Other);
    }

    #[test]
    fn one_byte_each() {
        assert_eq!((size_of::<Kind>(), size_of::<Expected>()), (1, 1));
    }

    #[test]
    fn first_bytes() {
        assert_eq!(Kind::of_byte(b'-'), Some(Kind::Number));
        assert_eq!(Kind::of_byte(b'{'), Some(Kind::Object));
        assert_eq!(Kind::of_byte(b'}'), None);
        assert_eq!(Kind::of_byte(b'+'), None);
    }
}
