//! Reading without quoting: visitors that refuse a value by its kind, never by its content.
//!
//! serde's own messages print the value they dislike, and here that value is a patient's.
//! So every reader in this crate asks for whatever comes (`deserialize_any`) and refuses
//! with [`refuse!`], which names the kind only. That holds for every caller of serde,
//! a web framework's extractor included.

use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, Expected, Unexpected};
use serde_json::Value;

use super::Member;

/// The error of a reader that found `found`, a kind of value, where it expected another.
pub(crate) fn refused<E: Error>(found: &'static str, expected: &dyn Expected) -> E {
    E::invalid_type(Unexpected::Other(found), expected)
}

/// Whether `key` is how `serde_json` passes a number as a map, if another crate of the build
/// turns on its feature `arbitrary_precision`: the map is no object then.
pub(crate) fn is_number_in_disguise(key: &str) -> bool {
    key == "$serde_json::private::Number"
}

/// The kind of a JSON value, as errors name it.
pub(crate) fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Implements the visitor methods for the kinds of value that a visitor does not take.
macro_rules! refuse {
    ($($kind:ident)*) => { $($crate::wire::refuse!(@ $kind);)* };
    (@ boolean) => {
        fn visit_bool<E: serde::de::Error>(self, _: bool) -> Result<Self::Value, E> {
            Err($crate::wire::refused("a boolean", &self))
        }
    };
    (@ number) => {
        fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<Self::Value, E> {
            Err($crate::wire::refused("a number", &self))
        }
        fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<Self::Value, E> {
            Err($crate::wire::refused("a number", &self))
        }
        fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Self::Value, E> {
            Err($crate::wire::refused("a number", &self))
        }
    };
    (@ text) => {
        fn visit_str<E: serde::de::Error>(self, _: &str) -> Result<Self::Value, E> {
            Err($crate::wire::refused("a string", &self))
        }
        fn visit_bytes<E: serde::de::Error>(self, _: &[u8]) -> Result<Self::Value, E> {
            Err($crate::wire::refused("bytes", &self))
        }
    };
    (@ null) => {
        fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
            Err($crate::wire::refused("null", &self))
        }
        fn visit_none<E: serde::de::Error>(self) -> Result<Self::Value, E> {
            Err($crate::wire::refused("null", &self))
        }
    };
    (@ list) => {
        fn visit_seq<A: serde::de::SeqAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
            Err($crate::wire::refused("a list", &self))
        }
    };
    (@ object) => {
        fn visit_map<A: serde::de::MapAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
            Err($crate::wire::refused("an object", &self))
        }
    };
}
pub(crate) use refuse;

/// Reads a member's value with [`Member::read`].
pub(crate) struct Read<T>(PhantomData<T>);

impl<T> Read<T> {
    /// The reader.
    pub(crate) const NEW: Self = Self(PhantomData);
}

impl<'de, T: Member> DeserializeSeed<'de> for Read<T> {
    type Value = T;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer)
    }
}
