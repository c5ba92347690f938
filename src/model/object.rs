//! Wire objects: what the macro that declares them writes, and what follows from it.

use serde::de::MapAccess;
use serde::ser::{SerializeMap, Serializer};

use super::{Declared, Found, MemberForm, Object, ObjectForm, View, ViewMut};
use crate::wire::FreeForm;

/// How many members `object` has, the unknown ones included.
pub(crate) fn count_members(object: &dyn Object) -> usize {
    let mut count = object.extra().len();
    object.each(&mut |_, _| count += 1);
    count
}

/// A struct declared with `object!`: all that the macro writes for it, beside [`super::Member`]. A member is
/// known by its place in the declaration.
pub(crate) trait Record: Default {
    /// What the attribute of the struct states.
    const DECLARED: Declared<Self>;

    /// What is known of it without a value.
    const OBJECT: &'static ObjectForm;

    /// The members' names on the wire, each with the quote and the colon that follow it in JSON.
    const NAMES: &'static [&'static str];

    /// The member with the wire name `name`.
    fn index(name: &str) -> Option<usize>;

    /// Reads the value of a member.
    fn read_member<'de, A: MapAccess<'de>>(&mut self, member: usize, map: &mut A) -> Result<(), A::Error>;

    /// Empties a member.
    fn clear(&mut self, member: usize);

    /// Prints each member that is there.
    fn print_members<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;

    /// [`Object::each`].
    fn members<'a>(&'a self, see: &mut dyn FnMut(&'static MemberForm, View<'a>));

    /// [`Object::each_mut`].
    fn members_mut(&mut self, see: &mut dyn FnMut(&'static MemberForm, ViewMut<'_>));

    /// The unknown members.
    fn unknown(&self) -> &FreeForm;

    /// The unknown members.
    fn unknown_mut(&mut self) -> &mut FreeForm;
}

impl<T: Record> Object for T {
    fn form(&self) -> &'static ObjectForm {
        T::OBJECT
    }

    fn each<'a>(&'a self, see: &mut dyn FnMut(&'static MemberForm, View<'a>)) {
        self.members(see);
    }

    fn each_mut(&mut self, see: &mut dyn FnMut(&'static MemberForm, ViewMut<'_>)) {
        self.members_mut(see);
    }

    fn extra(&self) -> &FreeForm {
        self.unknown()
    }

    fn extra_mut(&mut self) -> &mut FreeForm {
        self.unknown_mut()
    }

    fn check(&self, found: &mut dyn Found) {
        if let Some(check) = const { T::DECLARED.check } {
            check(self, found);
        }
    }
}

/// Shows a member, if it is there.
#[inline]
pub(crate) fn see_present<'a>(
    form: &'static MemberForm,
    value: View<'a>,
    see: &mut dyn FnMut(&'static MemberForm, View<'a>),
) {
    if !value.is_absent() {
        see(form, value);
    }
}

/// Empties a member; once for each type of members, and not for each member.
#[cold]
#[inline(never)]
pub(crate) fn reset<T: Default>(member: &mut T) {
    *member = T::default();
}

/// Prints an object: the members that are there in declared order, and then the unknown ones.
pub(crate) fn print<T: Record, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    // JSON needs no count, other formats do.
    let count = (!serializer.is_human_readable()).then(|| count_members(object));
    let mut map = serializer.serialize_map(count)?;
    object.print_members(&mut map)?;
    if !object.unknown().is_empty() {
        print_unknown(object.unknown(), &mut map)?;
    }
    map.end()
}

/// Compiled once for each printer.
#[inline(never)]
fn print_unknown<M: SerializeMap>(members: &FreeForm, map: &mut M) -> Result<(), M::Error> {
    members.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))
}
