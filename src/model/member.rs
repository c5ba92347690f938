//! What every type of a member of a wire object can do.

use std::marker::PhantomData;

use serde::Serialize;
use serde::de::{DeserializeSeed, Deserializer, Error};

use super::slot::Fresh;
use super::{Form, Slot, View, ViewMut};

/// A type that a member of a wire object can have.
///
/// Implemented once for each building block, and by `object!` and `open_enum!` for what
/// they declare; so each promise of the crate is kept in one place for each form.
pub(crate) trait Member: Sized + Serialize {
    /// What is known of the type without a value.
    const FORM: Form;

    /// Reads the value into `slot`, or `null` if the slot takes it: every form that was seen, no
    /// other.
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error>;

    /// The value to look at.
    fn view(&self) -> View<'_>;

    /// The value to change.
    fn view_mut(&mut self) -> ViewMut<'_>;
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

/// Reads a `T`: `Deserialize` of every type of the wire calls this.
#[inline]
pub(crate) fn read<'de, T: Member, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut place = None;
    T::read_to(Fresh(&mut place), deserializer)?;
    place.ok_or_else(|| D::Error::custom("nothing was read"))
}
