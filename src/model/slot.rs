//! Places that values are read into.
//!
//! Readers that return what they read move every object once a level, and objects here are
//! hundreds of bytes. So a reader gets the place where its value will stand, makes an empty
//! value there and fills it; all it returns is whether it went well. Measured, that takes 8 %
//! off the instructions of a parse.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};

use super::{Member, refuse, refused};
use crate::json::Kind;

/// A place for a `T`.
pub(crate) trait Slot<T>: Sized {
    /// Whether `null` may stand here, and leaves the place as it is.
    const TAKES_NULL: bool = false;

    /// Puts `value` there.
    fn put(self, value: T);

    /// Puts an empty value there, which `with` fills.
    fn fill<R>(self, with: impl FnOnce(&mut T) -> R) -> R
    where
        T: Default;
}

/// A member.
pub(crate) struct Whole<'a, T>(pub(crate) &'a mut T);

impl<T> Slot<T> for Whole<'_, T> {
    #[inline]
    fn put(self, value: T) {
        *self.0 = value;
    }

    #[inline]
    fn fill<R>(self, with: impl FnOnce(&mut T) -> R) -> R {
        with(self.0)
    }
}

/// A place where nothing stands yet, and something must.
pub(super) struct Fresh<'a, T>(pub(super) &'a mut Option<T>);

impl<T> Slot<T> for Fresh<'_, T> {
    #[inline]
    fn put(self, value: T) {
        *self.0 = Some(value);
    }

    #[inline]
    fn fill<R>(self, with: impl FnOnce(&mut T) -> R) -> R
    where
        T: Default,
    {
        with(self.0.insert(T::default()))
    }
}

/// What an `Option` holds.
pub(super) struct OrNull<'a, T>(pub(super) &'a mut Option<T>);

impl<T> Slot<T> for OrNull<'_, T> {
    const TAKES_NULL: bool = true;

    #[inline]
    fn put(self, value: T) {
        *self.0 = Some(value);
    }

    #[inline]
    fn fill<R>(self, with: impl FnOnce(&mut T) -> R) -> R
    where
        T: Default,
    {
        with(self.0.insert(T::default()))
    }
}

/// The next element of an array.
pub(super) struct Next<'a, T>(pub(super) &'a mut Vec<T>);

impl<T> Slot<T> for Next<'_, T> {
    #[inline]
    fn put(self, value: T) {
        self.0.push(value);
    }

    #[inline]
    fn fill<R>(self, with: impl FnOnce(&mut T) -> R) -> R
    where
        T: Default,
    {
        let next = self.0.len();
        self.0.push(T::default());
        with(&mut self.0[next])
    }
}

/// What a `Box` in the place `S` holds.
pub(super) struct Boxed<S>(pub(super) S);

impl<T, S: Slot<Box<T>>> Slot<T> for Boxed<S> {
    const TAKES_NULL: bool = S::TAKES_NULL;

    #[inline]
    fn put(self, value: T) {
        self.0.put(Box::new(value));
    }

    #[inline]
    fn fill<R>(self, with: impl FnOnce(&mut T) -> R) -> R
    where
        T: Default,
    {
        self.0.fill(|place| with(place))
    }
}

/// Reads a member's value into a place, with [`Member::read_to`].
pub(crate) struct ReadTo<T, S>(S, PhantomData<T>);

impl<T: Member, S: Slot<T>> ReadTo<T, S> {
    #[inline]
    pub(crate) fn new(slot: S) -> Self {
        Self(slot, PhantomData)
    }
}

impl<'de, T: Member, S: Slot<T>> DeserializeSeed<'de> for ReadTo<T, S> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        T::read_to(self.0, deserializer)
    }
}

/// Implements the visitor methods for `null` of a visitor that fills the slot type given.
macro_rules! null_if_taken {
    ($slot:ident) => {
        #[inline]
        fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
            if $slot::TAKES_NULL {
                Ok(())
            } else {
                Err($crate::model::refused($crate::json::Kind::Null, &self))
            }
        }

        fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
            self.visit_unit()
        }

        fn visit_some<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
            deserializer.deserialize_any(self)
        }
    };
}
pub(crate) use null_if_taken;

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
        if self.takes_null { Ok(None) } else { Err(refused(Kind::Null, &self)) }
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
