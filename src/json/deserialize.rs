//! The reader as serde sees it.
//!
//! What does not depend on the visitor is done by the reader: these functions are compiled once
//! for every type that is read.

use serde::de::{Deserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::access::{Elements, Members};
use super::{Error, Number, Reader, number};

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        // What most values are, so that little is saved and restored around it.
        let mut result = match self.peek() {
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
        if let Err(error) = &mut result {
            self.place(error);
        }
        result
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.peek() == Some(b'n') { self.deserialize_any(visitor) } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
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

/// Reads any value.
#[inline(never)]
fn other<'de, V: Visitor<'de>>(reader: &mut Reader<'de>, visitor: V) -> Result<V::Value, Error> {
    let first = reader.peek().unwrap_or_default();
    if matches!(first, b'{' | b'[') {
        let outer = reader.object;
        reader.enter()?;
        let mut result = if first == b'{' {
            reader.enter_members();
            visitor.visit_map(Members::new(reader))
        } else {
            visitor.visit_seq(Elements::new(reader))
        };
        if let Err(error) = &mut result {
            reader.place(error);
        }
        // In ASCII the bracket that closes is the next but one to that which opens.
        reader.leave(outer, result.is_ok(), first + 2)?;
        return result;
    }
    let mut result = match first {
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
    if let Err(error) = &mut result {
        reader.place(error);
    }
    result
}
