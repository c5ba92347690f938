//! What every type that can stand as a member of a wire object can do.

use std::fmt;
use std::marker::PhantomData;

use serde::{Deserializer, Serialize};
use serde_json::Value;

use super::slot::{Nullable, Slot};
use super::{Class, Info, Object, Path, Timestamp};
use crate::lenient::Salvage;
use crate::redact::Redactor;

/// A type that a member of a wire object can have.
///
/// Implemented once for each building block, and by `object!` and `open_enum!` for what
/// they declare; so each promise of the crate is kept in one place for each form.
pub(crate) trait Member: Sized + Serialize {
    /// Whether an object without this member is damaged. Only `Option` says no.
    const REQUIRED: bool = true;

    /// Reads the value as the strict parser does: every form that was seen, no other.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// [`Member::read`] into `slot`, or `null` if the slot takes it.
    #[inline]
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        if S::TAKES_NULL {
            return deserializer.deserialize_option(Nullable::<Self, S>(slot, PhantomData));
        }
        Self::read(deserializer).map(|value| slot.put(value))
    }

    /// Reads what is sound in `value` and moves the rest into `salvage`.
    ///
    /// Types without parts take the whole value or none of it.
    fn salvage(value: Value, at: &Path<'_>, salvage: &mut Salvage) -> Option<Self> {
        match Self::read(&value) {
            Ok(sound) => Some(sound),
            Err(error) => {
                salvage.take_out(at, value, &error);
                None
            }
        }
    }

    /// Whether the member is not printed at all.
    fn is_absent(&self) -> bool {
        false
    }

    /// Shows `visit` each object, unknown member and unknown value from here down.
    fn walk<V: Visit>(&self, _at: &Path<'_>, _visit: &mut V) {}

    /// Replaces what is sensitive, as `class` says.
    fn redact(&mut self, _class: Class, _with: &mut Redactor) {}

    /// Writes the value as `Debug` shows it: nothing sensitive, as `class` says.
    fn show(&self, class: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// The least and the greatest of the numbers that the bounds of the member are about: a
    /// number itself, the counts of a histogram, the length of a text in characters or of a
    /// list in elements. None where nothing can be compared.
    fn extent(&self) -> Option<(f64, f64)> {
        None
    }

    /// The members of the object that stands here (or in a list here); none for a value
    /// without members, and none for maps whose keys are the caller's.
    fn members() -> Option<&'static [Info]> {
        None
    }
}

/// Sees the parts of a body that [`Member::walk`] comes by.
pub(crate) trait Visit {
    /// An object, before its members.
    fn object<T: Object>(&mut self, _at: &Path<'_>, _object: &T) {}

    /// A text; credentials and the caller's own data are not shown.
    fn text(&mut self, _at: &Path<'_>, _text: &str) {}

    /// A point in time.
    fn time(&mut self, _at: &Path<'_>, _time: &Timestamp) {}

    /// A member that the crate does not model.
    fn unknown_member(&mut self, _at: &Path<'_>, _value: &Value) {}

    /// A value that is not among the known ones of its member.
    fn unknown_value(&mut self, _at: &Path<'_>, _value: &str) {}

    /// A value that has not the shape of its member, where the shape was never seen.
    fn unknown_shape(&mut self, _at: &Path<'_>) {}
}

/// A member as `Debug` shows it.
pub(crate) struct Shown<'a, T>(pub(crate) &'a T, pub(crate) Class);

impl<T: Member> fmt::Debug for Shown<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.show(self.1, f)
    }
}
