//! The reader as serde sees it.
//!
//! What does not depend on the visitor is done by the reader: these functions are compiled once
//! for every type that is read.

use std::convert::Infallible;
use std::fmt;

use serde::de::{Deserializer, Expected, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::access::{Elements, Members};
use super::{Error, Kind, Number, Reader, number};

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        // What most values are, so that little is saved and restored around it.
        let result = match self.peek() {
            Some(b'0'..=b'9') => match number::short(self.bytes(), self.at) {
                Some((value, end)) => {
                    self.at = end;
                    visitor.visit_u64(value)
                }
                None => return other(self, visitor),
            },
            Some(b'"') => match self.plain() {
                Some(text) => visitor.visit_borrowed_str(text),
                None => return other(self, visitor),
            },
            _ => return other(self, visitor),
        };
        self.placed(result)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.peek() == Some(b'n') { self.deserialize_any(visitor) } else { visitor.visit_some(self) }
    }

    /// Reads an object, or `null`, and lets the visitor expect nothing else. Most visitors are of objects, and
    /// reading any value is compiled for each.
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if self.peek() == Some(b'{') { object(self, visitor) } else { null(self, visitor) }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.skip()?;
        visitor.visit_unit()
    }

    /// What is [asked](super::ask) of the reader.
    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        code: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if self.ask(name, code)? { visitor.visit_unit() } else { self.deserialize_any(visitor) }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple map struct enum identifier
    }
}

/// Reads the object at the cursor.
fn object<'de, V: Visitor<'de>>(reader: &mut Reader<'de>, visitor: V) -> Result<V::Value, Error> {
    let outer = reader.enter_members()?;
    let result = visitor.visit_map(Members::new(reader));
    reader.leave(outer, result, b'}')
}

/// Reads the array at the cursor.
fn array<'de, V: Visitor<'de>>(reader: &mut Reader<'de>, visitor: V) -> Result<V::Value, Error> {
    let outer = reader.enter()?;
    let result = visitor.visit_seq(Elements::new(reader));
    reader.leave(outer, result, b']')
}

/// Reads `null`, and nothing else.
#[inline(never)]
fn null<'de, V: Visitor<'de>>(reader: &mut Reader<'de>, visitor: V) -> Result<V::Value, Error> {
    if reader.peek() != Some(b'n') {
        return Err(refusal(reader, &visitor));
    }
    reader.literal()?;
    let result = visitor.visit_unit();
    reader.placed(result)
}

/// Refuses a value where another kind is expected.
#[cold]
#[inline(never)]
fn refusal(reader: &mut Reader<'_>, expected: &dyn Expected) -> Error {
    let Err(error) = reader.deserialize_any(Refuse(expected));
    error
}

/// Takes nothing: what serde does of itself where a visitor has no method.
struct Refuse<'a>(&'a dyn Expected);

impl Visitor<'_> for Refuse<'_> {
    type Value = Infallible;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }

    /// As a number, whatever it holds.
    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Infallible, E> {
        Err(E::invalid_type(Unexpected::Other(Kind::Number.as_str()), &self))
    }
}

/// Reads any value.
#[inline(never)]
fn other<'de, V: Visitor<'de>>(reader: &mut Reader<'de>, visitor: V) -> Result<V::Value, Error> {
    let first = reader.peek().unwrap_or_default();
    let result = match first {
        b'{' => return object(reader, visitor),
        b'[' => return array(reader, visitor),
        b'"' => {
            reader.decode(false)?;
            visitor.visit_str(&reader.scratch)
        }
        b'0'..=b'9' | b'-' => match reader.number()? {
            Number::Unsigned(value) => visitor.visit_u64(value),
            Number::Signed(value) => visitor.visit_i64(value),
            Number::Double(value) => visitor.visit_f64(value),
        },
        _ => {
            reader.literal()?;
            if first == b'n' { visitor.visit_unit() } else { visitor.visit_bool(first == b't') }
        }
    };
    reader.placed(result)
}
