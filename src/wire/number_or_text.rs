//! A number, or the vendor's word for one.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::{Serialize, Serializer};

use super::number::number_from_map;
use super::{Class, Member, Number, refuse};
use crate::redact::Redactor;

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
    /// The number, or the length of the text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => fmt::Debug::fmt(number, f),
            Self::Text(text) => write!(f, "text({} bytes)", text.len()),
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

impl<'de> Deserialize<'de> for NumberOrText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NumberOrTextVisitor;
        impl<'de> Visitor<'de> for NumberOrTextVisitor {
            type Value = NumberOrText;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or a string")
            }
            fn visit_i64<E>(self, whole: i64) -> Result<NumberOrText, E> {
                Ok(NumberOrText::Number(whole.into()))
            }
            fn visit_u64<E>(self, large: u64) -> Result<NumberOrText, E> {
                Ok(NumberOrText::Number(large.into()))
            }
            fn visit_f64<E>(self, double: f64) -> Result<NumberOrText, E> {
                Ok(NumberOrText::Number(double.into()))
            }
            fn visit_str<E>(self, text: &str) -> Result<NumberOrText, E> {
                Ok(text.into())
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<NumberOrText, A::Error> {
                number_from_map(map, &self).map(NumberOrText::Number)
            }
            refuse!(boolean null list);
        }
        deserializer.deserialize_any(NumberOrTextVisitor)
    }
}

impl Member for NumberOrText {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    fn redact(&mut self, _: Class, with: &mut Redactor) {
        if let Self::Text(text) = self {
            with.text(Class::Personal, text);
        }
    }

    fn extent(&self) -> Option<(f64, f64)> {
        match self {
            Self::Number(number) => number.extent(),
            Self::Text(_) => None,
        }
    }

    fn show(&self, _: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
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
