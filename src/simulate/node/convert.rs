//! What becomes a value.

use std::borrow::Cow;

use serde_json::{Number, Value};

use super::Node;

impl From<bool> for Node {
    fn from(boolean: bool) -> Self {
        Self::Boolean(boolean)
    }
}

impl From<i64> for Node {
    fn from(whole: i64) -> Self {
        Self::Whole(whole)
    }
}

impl From<&'static str> for Node {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<Cow<'static, str>> for Node {
    fn from(text: Cow<'static, str>) -> Self {
        Self::Text(text)
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<Vec<Node>> for Node {
    fn from(elements: Vec<Node>) -> Self {
        Self::Array(elements)
    }
}

impl<T: Into<Node>> From<Option<T>> for Node {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Into::into)
    }
}

impl From<Number> for Node {
    /// Another crate of the build may make `serde_json` keep a number as it was written; it becomes what it
    /// would be without.
    fn from(number: Number) -> Self {
        if let Some(whole) = number.as_i64() {
            return Self::Whole(whole);
        }
        match (number.as_u64(), number.as_f64()) {
            (None, Some(double)) if double.is_finite() => Self::Double(double),
            _ => Self::Digits(number.to_string()),
        }
    }
}

impl From<Value> for Node {
    /// Members of objects come in the order of their names, which is the same in every build.
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(boolean) => Self::Boolean(boolean),
            Value::Number(number) => number.into(),
            Value::String(text) => text.into(),
            Value::Array(elements) => Self::Array(elements.into_iter().map(Self::from).collect()),
            Value::Object(members) => {
                let mut members: Vec<(Cow<'static, str>, Self)> =
                    members.into_iter().map(|(name, value)| (Cow::Owned(name), Self::from(value))).collect();
                members.sort_by(|(a, _), (b, _)| a.cmp(b));
                Self::Object(members)
            }
        }
    }
}
