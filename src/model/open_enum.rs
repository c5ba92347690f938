//! Sets of known strings that stay open: reading them.

use std::marker::PhantomData;

use serde::de::Visitor;

use super::refuse;

/// An enum declared with `open_enum!`.
pub(crate) trait OpenEnum: Sized {
    /// The variant for `value`.
    fn from_wire(value: &str) -> Self;
}

/// Reads any string as an open enum.
pub(crate) struct EnumVisitor<T>(PhantomData<T>);

impl<T> EnumVisitor<T> {
    pub(crate) const NEW: Self = Self(PhantomData);
}

impl<'de, T: OpenEnum> Visitor<'de> for EnumVisitor<T> {
    type Value = T;

    #[inline]
    fn visit_str<E>(self, value: &str) -> Result<T, E> {
        Ok(T::from_wire(value))
    }

    refuse!(String: boolean number bytes null array object);
}
