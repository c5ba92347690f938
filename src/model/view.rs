//! Values as the walks see them.

use serde_json::Value;

use super::{Found, MemberForm, ObjectForm};
use crate::wire::{Distribution, FreeForm, Number, Timestamp, UnknownValue};

/// A value to look at.
#[derive(Clone, Copy)]
pub(crate) enum View<'a> {
    /// Nothing: the member is not printed.
    Absent,
    Boolean(bool),
    Count(i64),
    Number(Number),
    Text(&'a str),
    /// A text where the vendor has words for a number.
    Word(&'a str),
    /// A credential.
    Secret(&'a str),
    Time(&'a Timestamp),
    /// A text that its member is known to have.
    Known(&'static str),
    /// A text that its member is not known to have.
    Unknown(&'a UnknownValue),
    Object(&'a dyn Object),
    Array(&'a dyn Array),
    Map(&'a dyn Map),
    Distribution(&'a Distribution),
    /// An object of the caller's own.
    FreeObject(&'a FreeForm),
    /// Any JSON, of a member whose type no source shows.
    Any(&'a Value),
    /// Any JSON but an object, where an object was expected.
    Other(&'a Value),
}

impl View<'_> {
    #[inline]
    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, View::Absent)
    }

    /// Whether there may be other values in it.
    #[inline]
    pub(crate) fn is_nested(&self) -> bool {
        matches!(self, View::Object(_) | View::Array(_) | View::Map(_))
    }
}

/// A wire object, as the walks see it.
pub(crate) trait Object {
    /// What is known of it without a value.
    fn form(&self) -> &'static ObjectForm;

    /// Shows each member that is there.
    fn each<'a>(&'a self, see: &mut dyn FnMut(&'static MemberForm, View<'a>));

    /// Shows each member to change it.
    fn each_mut(&mut self, see: &mut dyn FnMut(&'static MemberForm, ViewMut<'_>));

    /// The unknown members.
    fn extra(&self) -> &FreeForm;

    /// The unknown members.
    fn extra_mut(&mut self) -> &mut FreeForm;

    /// Validates what the members say together: the type's [`super::Rules`], if it has any.
    fn check(&self, found: &mut dyn Found);
}

/// An array of members.
pub(crate) trait Array {
    /// The number of elements.
    fn len(&self) -> usize;

    /// Shows each element.
    fn each<'a>(&'a self, see: &mut dyn FnMut(View<'a>));

    /// Shows each element to change it.
    fn each_mut(&mut self, see: &mut dyn FnMut(ViewMut<'_>));
}

/// A map whose keys are the caller's and whose values are members.
pub(crate) trait Map {
    /// The number of entries.
    fn len(&self) -> usize;

    /// Shows each entry.
    fn each<'a>(&'a self, see: &mut dyn FnMut(&'a str, View<'a>));

    /// Shows each value to change it, and gives each key to rename.
    fn each_mut(&mut self, see: &mut dyn FnMut(&mut String, ViewMut<'_>));
}

/// A value to change.
pub(crate) enum ViewMut<'a> {
    /// Nothing, or a value that holds no text: a boolean, a number, a known value.
    Plain,
    Text(&'a mut String),
    /// A text where the vendor has words for a number.
    Word(&'a mut String),
    Secret(&'a mut String),
    Time(&'a mut Timestamp),
    Unknown(&'a mut UnknownValue),
    Object(&'a mut dyn Object),
    Array(&'a mut dyn Array),
    Map(&'a mut dyn Map),
    Distribution(&'a mut Distribution),
    FreeObject(&'a mut FreeForm),
    /// Any JSON, also where an object was expected.
    Any(&'a mut Value),
}
