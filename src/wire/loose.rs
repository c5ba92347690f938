//! An object where nobody has seen the element's shape.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use super::Hidden;

/// An object of type `T`, or any other JSON value but `null`.
///
/// For arrays of which only empty ones were captured: if their elements turn out to be
/// texts, say, the body is still read and printed back.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
#[allow(clippy::exhaustive_enums, reason = "an object, and everything that is none")]
pub enum Loose<T> {
    /// The object that the element is expected to be.
    Object(T),
    /// What came instead: a text, a number, a boolean or an array.
    Other(Other),
}

/// A JSON value other than an object, see [`Loose::Other`].
#[derive(Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Other(Value);

impl Other {
    pub(crate) fn new(value: Value) -> Self {
        Self(value)
    }

    pub(crate) fn as_value_mut(&mut self) -> &mut Value {
        &mut self.0
    }

    /// The value.
    #[must_use]
    pub fn as_value(&self) -> &Value {
        &self.0
    }
}

impl fmt::Debug for Other {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show_json(&self.0, f)
    }
}

impl<T> Loose<T> {
    /// The object, if it is one.
    pub fn as_object(&self) -> Option<&T> {
        match self {
            Self::Object(object) => Some(object),
            Self::Other(_) => None,
        }
    }
}

impl<T> From<T> for Loose<T> {
    fn from(object: T) -> Self {
        Self::Object(object)
    }
}

/// Shows free JSON by its kind and length.
pub(crate) fn show_json(value: &Value, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value {
        Value::Null => f.write_str("null"),
        Value::Bool(_) => f.write_str("boolean"),
        Value::Number(_) => f.write_str("number"),
        Value::String(text) => fmt::Debug::fmt(&Hidden(text), f),
        Value::Array(array) => write!(f, "array({})", array.len()),
        Value::Object(object) => write!(f, "object({} members)", object.len()),
    }
}
