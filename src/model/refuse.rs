//! Reading without quoting: visitors that refuse a value by its kind, never by its content.
//!
//! serde's own messages print the value they dislike, and here that value is a patient's.
//! So every reader in this crate asks for whatever comes (`deserialize_any`) and refuses
//! with [`refuse!`], which names the kind only. That holds for every caller of serde,
//! a web framework's extractor included.

use serde::de::{Error, Expected, MapAccess, Unexpected};

use super::read_text_key;
use crate::json::Kind;

/// The error of a reader that found a value of the kind `found` where it expected another.
///
/// Not inlined, for every reader of every type has a dozen calls of it.
#[cold]
#[inline(never)]
pub(crate) fn refused<E: Error>(found: Kind, expected: &dyn Expected) -> E {
    E::invalid_type(Unexpected::Other(found.as_str()), expected)
}

/// The error of a reader that found `map` where it expected something else: an object, or a
/// number in disguise.
#[cold]
#[inline(never)]
pub(super) fn refused_map<'de, A: MapAccess<'de>>(mut map: A, expected: &dyn Expected) -> A::Error {
    let is_number = matches!(read_text_key(&mut map), Ok(Some(Err(()))));
    refused(if is_number { Kind::Number } else { Kind::Object }, expected)
}

/// Implements `expecting` and the visitor methods for the kinds of value that a visitor does not
/// take.
macro_rules! refuse {
    ($expected:ident: $($kind:ident)*) => {
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str($crate::json::Expected::$expected.as_str())
        }
        $($crate::model::refuse!(@ $kind);)*
    };
    (@ boolean) => { $crate::model::refuse!(@ Boolean visit_bool: bool); };
    (@ number) => {
        $crate::model::refuse!(@ Number visit_i64: i64);
        $crate::model::refuse!(@ Number visit_u64: u64);
        $crate::model::refuse!(@ Number visit_f64: f64);
        $crate::model::refuse!(@ large);
    };
    (@ large) => {
        $crate::model::refuse!(@ Number visit_i128: i128);
        $crate::model::refuse!(@ Number visit_u128: u128);
    };
    (@ text) => { $crate::model::refuse!(@ String visit_str: &str); };
    (@ bytes) => { $crate::model::refuse!(@ Bytes visit_bytes: &[u8]); };
    (@ null) => {
        fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
            Err($crate::model::refused($crate::json::Kind::Null, &self))
        }
        fn visit_none<E: serde::de::Error>(self) -> Result<Self::Value, E> {
            self.visit_unit()
        }
    };
    (@ array) => {
        fn visit_seq<A: serde::de::SeqAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
            Err($crate::model::refused($crate::json::Kind::Array, &self))
        }
    };
    (@ object) => {
        fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
            Err($crate::model::refuse::refused_map(map, &self))
        }
    };
    (@ $kind:ident $method:ident: $type:ty) => {
        fn $method<E: serde::de::Error>(self, _: $type) -> Result<Self::Value, E> {
            Err($crate::model::refused($crate::json::Kind::$kind, &self))
        }
    };
}
pub(crate) use refuse;
