//! Places that values are read into.
//!
//! Readers that return what they read move every object once a level, and objects here are
//! hundreds of bytes. So a reader gets the place where its value will be, makes an empty
//! value there and fills it; all it returns is whether it went well. Measured, that takes 8 %
//! off the instructions of a parse.

use serde::de::SeqAccess;

/// A place for a `T`.
pub(crate) trait Slot<T>: Sized {
    /// Whether `null` is taken here, and leaves the place as it is.
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

/// A place where nothing is yet, and something must be.
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

/// Makes room for a next element: twice what there is, but for no more elements than can still come.
#[inline]
pub(super) fn make_room<'de, T, A: SeqAccess<'de>>(values: &mut Vec<T>, array: &A) {
    let length = values.len();
    if length == values.capacity() && length > 0 {
        values.reserve_exact(array.size_hint().unwrap_or(length).clamp(1, length));
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
