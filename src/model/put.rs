//! Values that are made first and put into their place then: everything but objects and arrays.

use std::borrow::Cow;
use std::fmt;

use serde::Deserializer;
use serde::de::{MapAccess, SeqAccess, Visitor};

use super::{Slot, refuse};

/// Reads a value with `visitor` and puts it into a place, which may take `null` besides.
#[inline]
pub(crate) fn put<'de, V: Visitor<'de>, S: Slot<V::Value>, D: Deserializer<'de>>(
    visitor: V,
    slot: S,
    deserializer: D,
) -> Result<(), D::Error> {
    if let Some(value) = value_or_null(visitor, S::TAKES_NULL, deserializer)? {
        slot.put(value);
    }
    Ok(())
}

/// Reads a text and puts what `make` makes of it into a place, which may take `null` besides.
#[inline]
pub(crate) fn put_text<'de, T, S: Slot<T>, D: Deserializer<'de>>(
    slot: S,
    deserializer: D,
    make: impl FnOnce(Cow<'de, str>) -> T,
) -> Result<(), D::Error> {
    if let Some(text) = value_or_null(TextVisitor, S::TAKES_NULL, deserializer)? {
        slot.put(make(text));
    }
    Ok(())
}

/// What `visitor` makes of a value; `None` of `null`, if it is taken.
///
/// It knows no place: so it is compiled once for each visitor, and once for all texts.
fn value_or_null<'de, V: Visitor<'de>, D: Deserializer<'de>>(
    visitor: V,
    takes_null: bool,
    deserializer: D,
) -> Result<Option<V::Value>, D::Error> {
    deserializer.deserialize_any(ValueOrNull { visitor, takes_null })
}

struct ValueOrNull<V> {
    visitor: V,
    takes_null: bool,
}

/// Implements visitor methods by those of the visitor inside.
macro_rules! pass_on {
    ($($method:ident: $value:ty)*) => { $(
        #[inline]
        fn $method<E: serde::de::Error>(self, value: $value) -> Result<Self::Value, E> {
            self.visitor.$method(value).map(Some)
        }
    )* };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for ValueOrNull<V> {
    type Value = Option<V::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    pass_on! {
        visit_bool: bool
        visit_i64: i64
        visit_u64: u64
        visit_i128: i128
        visit_u128: u128
        visit_f64: f64
        visit_str: &str
        visit_borrowed_str: &'de str
        visit_string: String
        visit_bytes: &[u8]
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
        if self.takes_null { Ok(None) } else { self.visitor.visit_unit().map(Some) }
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<Self::Value, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, array: A) -> Result<Self::Value, A::Error> {
        self.visitor.visit_seq(array).map(Some)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        self.visitor.visit_map(map).map(Some)
    }
}

/// Reads a text.
struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Cow<'de, str>;

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    #[inline]
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text))
    }

    refuse!(String: boolean number bytes null array object);
}
