//! Places that values are read into.
//!
//! Readers that return what they read move every object once a level, and objects here are
//! hundreds of bytes. So a reader gets the place where its value will stand, makes an empty
//! value there and fills it; all it returns is whether it went well. Measured, that takes 8 %
//! off the instructions of a parse.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};

use super::Member;

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

/// A variable or a member.
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

/// What an `Option` holds.
pub(crate) struct OrNull<'a, T>(pub(crate) &'a mut Option<T>);

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

/// The next element of a list.
pub(crate) struct Next<'a, T>(pub(crate) &'a mut Vec<T>);

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
pub(crate) struct Boxed<S>(pub(crate) S);

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
            if $slot::TAKES_NULL { Ok(()) } else { Err($crate::wire::refused("null", &self)) }
        }

        fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
            self.visit_unit()
        }

        fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
            deserializer.deserialize_any(self)
        }
    };
}
pub(super) use null_if_taken;

/// Puts what a visitor makes of a value into a place, which may take `null` besides.
pub(crate) struct To<V, S>(pub(crate) V, pub(crate) S);

impl<'de, V: Visitor<'de>, S: Slot<V::Value>> Visitor<'de> for To<V, S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    #[inline]
    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<(), E> {
        self.0.visit_bool(value).map(|value| self.1.put(value))
    }

    #[inline]
    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<(), E> {
        self.0.visit_i64(value).map(|value| self.1.put(value))
    }

    #[inline]
    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<(), E> {
        self.0.visit_u64(value).map(|value| self.1.put(value))
    }

    #[inline]
    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<(), E> {
        self.0.visit_f64(value).map(|value| self.1.put(value))
    }

    #[inline]
    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        self.0.visit_str(text).map(|value| self.1.put(value))
    }

    fn visit_string<E: serde::de::Error>(self, text: String) -> Result<(), E> {
        self.0.visit_string(text).map(|value| self.1.put(value))
    }

    fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<(), E> {
        self.0.visit_bytes(bytes).map(|value| self.1.put(value))
    }

    null_if_taken!(S);

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        self.0.visit_seq(list).map(|value| self.1.put(value))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        self.0.visit_map(map).map(|value| self.1.put(value))
    }
}

/// Reads `null` or else a value, with [`Member::read`], for types whose readers are not
/// visitors of this crate.
pub(crate) struct Nullable<T, S>(pub(crate) S, pub(crate) PhantomData<T>);

impl<'de, T: Member, S: Slot<T>> Visitor<'de> for Nullable<T, S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        T::read(deserializer).map(|value| self.0.put(value))
    }
}
