//! Keys, and the prediction of the next one.

use serde::de::{Deserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::{Error, Reader};

/// The key at the cursor.
///
/// What asks for an optional key is given a [`KeyReader`], which takes the names that are expected.
pub(super) struct Key<'r, 'a>(pub(super) &'r mut Reader<'a>);

impl<'de> Deserializer<'de> for Key<'_, 'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        text(self.0, visitor)
    }

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "measured: a call for each key costs 4 % of a parse")]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(KeyReader(self.0))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The key at the cursor, for a caller who may know it.
///
/// `deserialize_struct` takes the names that are expected next, each with the quote and the colon that follow
/// it, and gives the index of the one at the cursor; everything else gives the key.
struct KeyReader<'r, 'a>(&'r mut Reader<'a>);

impl<'de> Deserializer<'de> for KeyReader<'_, 'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        text(self.0, visitor)
    }

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "measured: a call for each key costs 4 % of a parse")]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0.predicted(names) {
            Some(index) => visitor.visit_u64(index as u64),
            None => text(self.0, visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// Reads the key as a text.
#[inline(never)]
fn text<'a, V: Visitor<'a>>(reader: &mut Reader<'a>, visitor: V) -> Result<V::Value, Error> {
    let mut result = if let Some(key) = reader.plain() {
        visitor.visit_borrowed_str(key)
    } else {
        reader.decode(true)?;
        visitor.visit_str(&reader.scratch)
    };
    if let Err(error) = &mut result {
        reader.place(error);
    }
    result
}
