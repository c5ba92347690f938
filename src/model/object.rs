//! Wire objects: the one macro that declares them.
//!
//! `serde(flatten)` would keep unknown members too, at 1.1 to 2.3 times the cost of a
//! plain derive, and it loses error paths. Here a visitor matches the keys itself and
//! keeps only what falls through.

use serde::de::MapAccess;
use serde::ser::{SerializeMap, Serializer};

use super::{Declared, Found, MemberForm, ObjectForm, View, ViewMut};
use crate::wire::FreeForm;

/// A struct declared with [`object!`], as the walks see it.
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

/// How many members `object` has, the unknown ones included.
pub(crate) fn count_members(object: &dyn Object) -> usize {
    let mut count = object.extra().len();
    object.each(&mut |_, _| count += 1);
    count
}

/// A struct declared with [`object!`]: all that the macro writes for it, beside [`super::Member`]. A member is
/// known by its place in the declaration.
pub(crate) trait Record: Default {
    /// What stands in the attribute of the struct.
    const DECLARED: Declared<Self>;

    /// What is known of it without a value.
    const OBJECT: &'static ObjectForm;

    /// The members' names on the wire, each with the quote and the colon that stand behind it in JSON.
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

/// Declares a wire object.
///
/// Inside stands an ordinary struct. Each member states its name on the wire and its
/// privacy class ([`super::Class`]); behind them stand options, each a method of [`MemberForm`]:
///
/// ```text
/// object! {
///     /// A voice's settings.
///     #[object(configuration, rules)]
///     pub struct Settings {
///         /// How long to wait, in seconds.
///         #[wire("waitSeconds", Clear, bound(DURATION), default("0"))]
///         pub wait_seconds: Option<Number>,
///     }
/// }
/// ```
///
/// The options of the struct are methods of [`Declared`]. It gets a public member `extra` for what is not
/// modelled.
macro_rules! object {
    (
        $(#[doc = $doc:literal])*
        $(#[object($($flag:ident),+)])?
        pub struct $name:ident {
            $(
                $(#[doc = $member_doc:literal])*
                $(#[doc(alias = $alias:literal)])?
                #[wire($wire:literal, $class:ident $(, $option:ident $(($value:expr))?)*)]
                pub $member:ident: $type:ty,
            )*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Default)]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[doc = $member_doc])*
                #[doc = concat!("\n\nOn the wire `", $wire, "`.")]
                $(#[doc(alias = $alias)])?
                pub $member: $type,
            )*
            /// Members that this crate does not model, with their `null`s, as they came.
            pub extra: $crate::wire::FreeForm,
        }

        #[allow(unused_imports, unused_variables, reason = "an object may have no members")]
        const _: () = {
            use $crate::model::{Class, Declared, Form, Member, MemberForm, ObjectForm, ReadTo};
            use $crate::model::{Record, Slot, View, ViewMut, Whole, doc_text, reset, see_present};
            use serde::{Deserializer, de::MapAccess, ser::SerializeMap};

            #[allow(non_camel_case_types, dead_code, reason = "the variants are the members' names")]
            enum Index { $($member,)* }

            static MEMBERS: &[MemberForm] = &[$({
                let (name, doc) = (stringify!($member), doc_text!($($member_doc)*));
                MemberForm::new($wire, name, Class::$class, <$type as Member>::FORM, doc)$(.$option($(&const { $value })?))*
            },)*];

            static FORM: ObjectForm = $name::DECLARED.form;

            impl Record for $name {
                const DECLARED: Declared<Self> =
                    Declared::new(stringify!($name), doc_text!($($doc)*), MEMBERS)$($(.$flag())+)?;
                const OBJECT: &'static ObjectForm = &FORM;
                const NAMES: &'static [&'static str] = &[$(concat!($wire, "\":"),)*];

                #[inline]
                fn index(name: &str) -> Option<usize> {
                    match name {
                        $($wire => Some(Index::$member as usize),)*
                        _ => None,
                    }
                }

                #[inline]
                fn read_member<'de, A: MapAccess<'de>>(&mut self, member: usize, map: &mut A) -> Result<(), A::Error> {
                    match member {
                        $(index if index == Index::$member as usize => map.next_value_seed(ReadTo::<$type, _>::new(Whole(&mut self.$member))),)*
                        _ => Ok(()),
                    }
                }

                fn clear(&mut self, member: usize) {
                    $(if member == Index::$member as usize {
                        reset(&mut self.$member);
                    })*
                }

                #[inline]
                fn print_members<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                    $(if !self.$member.view().is_absent() {
                        map.serialize_entry($wire, &self.$member)?;
                    })*
                    Ok(())
                }

                fn members<'a>(&'a self, see: &mut dyn FnMut(&'static MemberForm, View<'a>)) {
                    $(see_present(&MEMBERS[Index::$member as usize], self.$member.view(), see);)*
                }

                fn members_mut(&mut self, see: &mut dyn FnMut(&'static MemberForm, ViewMut<'_>)) {
                    $(see(&MEMBERS[Index::$member as usize], self.$member.view_mut());)*
                }

                fn unknown(&self) -> &$crate::wire::FreeForm {
                    &self.extra
                }

                fn unknown_mut(&mut self) -> &mut $crate::wire::FreeForm {
                    &mut self.extra
                }
            }

            impl Member for $name {
                const FORM: Form = Form::Object(&FORM);

                #[inline]
                fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
                    $crate::model::read_record(slot, deserializer)
                }

                fn view(&self) -> View<'_> {
                    View::Object(self)
                }

                fn view_mut(&mut self) -> ViewMut<'_> {
                    ViewMut::Object(self)
                }
            }

            $crate::payload::schema_of!($name, |generator| $crate::schema::of_object(&FORM, generator));
        };

        $crate::payload::payload!($name);
    };
}
pub(crate) use object;
