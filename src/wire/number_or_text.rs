//! A number, or the vendor's word for one.

use std::fmt;

use serde::{Serialize, Serializer};

use super::{Hidden, Number};

/// A number, or a text where the vendor uses words (`"slow"`).
#[derive(Clone, PartialEq)]
#[allow(clippy::exhaustive_enums, reason = "the wire has no third form")]
pub enum NumberOrText {
    /// A number.
    Number(Number),
    /// A word.
    Text(String),
}

impl From<f64> for NumberOrText {
    fn from(number: f64) -> Self {
        Self::Number(number.into())
    }
}

impl From<&str> for NumberOrText {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl fmt::Debug for NumberOrText {
    /// The number; of a text the length only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => Hidden(text).fmt(f),
        }
    }
}

impl Serialize for NumberOrText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::NumberOrText;

    #[test]
    fn both_forms_print_back() {
        for text in ["1", "0.9", "\"slow\"", "\"\""] {
            let value: NumberOrText = serde_json::from_str(text).expect("reads");
            assert_eq!(serde_json::to_string(&value).expect("prints"), text);
        }
        let error = serde_json::from_str::<NumberOrText>("true").expect_err("a boolean");
        assert!(error.to_string().starts_with("invalid type: a boolean, expected a number or a string"));
    }
}
