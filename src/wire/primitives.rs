//! Members of plain Rust types: `bool`, `String` and `Value`.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde_json::Value;

use super::{Class, Member, Path, Slot, To, Visit, refuse, refused};
use crate::redact::Redactor;

struct BoolVisitor;

impl<'de> Visitor<'de> for BoolVisitor {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a boolean")
    }

    #[inline]
    fn visit_bool<E>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }

    refuse!(number text null list object);
}

impl Member for bool {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(BoolVisitor)
    }

    #[inline]
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(To(BoolVisitor, slot))
    }

    fn show(&self, _: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

pub(super) struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    #[inline]
    fn visit_str<E>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_string<E>(self, text: String) -> Result<String, E> {
        Ok(text)
    }

    fn visit_bytes<E: Error>(self, _: &[u8]) -> Result<String, E> {
        Err(refused("bytes", &self))
    }

    refuse!(boolean number null list object);
}

impl Member for String {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }

    #[inline]
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(To(TextVisitor, slot))
    }

    fn walk<V: Visit>(&self, at: &Path<'_>, visit: &mut V) {
        visit.text(at, self);
    }

    fn redact(&mut self, class: Class, with: &mut Redactor) {
        with.text(class, self);
    }

    fn extent(&self) -> Option<(f64, f64)> {
        length(self.chars().count())
    }

    fn show(&self, class: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if class.shows_text() { fmt::Debug::fmt(self, f) } else { write!(f, "text({} bytes)", self.len()) }
    }
}

/// Any JSON: for members whose type no source shows.
impl Member for Value {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    fn redact(&mut self, _: Class, with: &mut Redactor) {
        with.value(self);
    }

    fn show(&self, _: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show_value(self, f)
    }
}

/// Shows free JSON by its kind and length.
pub(super) fn show_value(value: &Value, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value {
        Value::Null => f.write_str("null"),
        Value::Bool(_) => f.write_str("boolean"),
        Value::Number(_) => f.write_str("number"),
        Value::String(text) => write!(f, "text({} bytes)", text.len()),
        Value::Array(list) => write!(f, "list({})", list.len()),
        Value::Object(object) => write!(f, "object({} members)", object.len()),
    }
}

/// [`Member::extent`] of what is `length` long.
pub(super) fn length(length: usize) -> Option<(f64, f64)> {
    i64::try_from(length).ok()?.extent()
}
