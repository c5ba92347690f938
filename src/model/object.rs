//! Wire objects: the one macro that declares them.
//!
//! `serde(flatten)` would keep unknown members too, at 1.1 to 2.3 times the cost of a
//! plain derive, and it loses error paths. Here a visitor matches the keys itself and
//! keeps only what falls through.

use serde::de::MapAccess;

use super::{Found, MemberForm, ObjectForm, View, ViewMut};
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

/// A struct declared with [`object!`], as its reader sees it. A member is known by its place in
/// the declaration.
pub(crate) trait Record: Object + Default {
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

    /// The first required member that is not in `seen`, a set of bits.
    fn missing(seen: u64) -> Option<&'static str>;
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
/// `configuration` marks what is written to the platform, `switch` what `enabled: false` switches off,
/// `rules` what implements [`super::Rules`]. The struct gets a public member `extra` for what is not modelled.
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
            use $crate::model::{Class, Form, Found, Member, MemberForm, Object, ObjectForm, ReadTo, Record, Slot, View, ViewMut, Whole};

            #[allow(non_camel_case_types, dead_code, reason = "the variants are the members' names")]
            enum Index { $($member,)* }

            static MEMBERS: &[MemberForm] = &[$(
                MemberForm::new(
                    $wire,
                    stringify!($member),
                    Class::$class,
                    <$type as Member>::FORM,
                    $crate::model::object!(@doc $($member_doc)*),
                )$(.$option($($value)?))*,
            )*];

            static FORM: ObjectForm = ObjectForm {
                name: stringify!($name),
                doc: $crate::model::object!(@doc $($doc)*),
                members: MEMBERS,
                configuration: $crate::model::object!(@is configuration $($($flag)+)?),
                conditions: $crate::model::object!(@conditions $name $($($flag)+)?),
                switch: $crate::model::object!(@is switch $($($flag)+)?),
                #[cfg(feature = "schema")]
                refer: schemars::SchemaGenerator::subschema_for::<$name>,
            };

            impl Object for $name {
                fn form(&self) -> &'static ObjectForm {
                    &FORM
                }

                fn each<'a>(&'a self, see: &mut dyn FnMut(&'static MemberForm, View<'a>)) {
                    $(
                        let value = self.$member.view();
                        if !value.is_absent() {
                            see(&MEMBERS[Index::$member as usize], value);
                        }
                    )*
                }

                fn each_mut(&mut self, see: &mut dyn FnMut(&'static MemberForm, ViewMut<'_>)) {
                    $(see(&MEMBERS[Index::$member as usize], self.$member.view_mut());)*
                }

                fn extra(&self) -> &$crate::wire::FreeForm {
                    &self.extra
                }

                fn extra_mut(&mut self) -> &mut $crate::wire::FreeForm {
                    &mut self.extra
                }

                fn check(&self, found: &mut dyn Found) {
                    $($($crate::model::object!(@check $flag self found);)+)?
                    let _ = found;
                }
            }

            impl Record for $name {
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
                fn read_member<'de, A: serde::de::MapAccess<'de>>(&mut self, member: usize, map: &mut A) -> Result<(), A::Error> {
                    match member {
                        $(index if index == Index::$member as usize => map.next_value_seed(ReadTo::<$type, _>::new(Whole(&mut self.$member))),)*
                        _ => Ok(()),
                    }
                }

                #[cold]
                fn clear(&mut self, member: usize) {
                    $(if member == Index::$member as usize {
                        self.$member = Default::default();
                    })*
                }

                #[inline]
                fn missing(seen: u64) -> Option<&'static str> {
                    const { assert!(MEMBERS.len() <= 64, "`seen` has 64 bits") };
                    $(if const { <$type as Member>::FORM.is_required() } && seen & (1 << Index::$member as usize) == 0 {
                        return Some($wire);
                    })*
                    let _ = seen;
                    None
                }
            }

            impl Member for $name {
                const FORM: Form = Form::Object(&FORM);

                #[inline]
                fn read_to<'de, S: Slot<Self>, D: serde::Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
                    $crate::model::read_record(slot, deserializer)
                }

                fn view(&self) -> View<'_> {
                    View::Object(self)
                }

                fn view_mut(&mut self) -> ViewMut<'_> {
                    ViewMut::Object(self)
                }
            }

            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    use serde::ser::SerializeMap as _;
                    // JSON needs no count, other formats do.
                    let count = (!serializer.is_human_readable())
                        .then(|| self.extra.len() $(+ usize::from(!self.$member.view().is_absent()))*);
                    let mut map = serializer.serialize_map(count)?;
                    $(if !self.$member.view().is_absent() {
                        map.serialize_entry($wire, &self.$member)?;
                    })*
                    if !self.extra.is_empty() {
                        for (name, value) in self.extra.iter() {
                            map.serialize_entry(name, value)?;
                        }
                    }
                    map.end()
                }
            }

            $crate::payload::schema_of!($name, |generator| $crate::schema::of_object(&FORM, generator));
        };

        $crate::payload::payload!($name);
    };
    (@doc $($doc:literal)*) => { if cfg!(feature = "schema") { concat!($($doc, "\n",)*) } else { "" } };
    (@is $flag:ident) => { false };
    (@is configuration configuration $($other:ident)*) => { true };
    (@is switch switch $($other:ident)*) => { true };
    (@is folded folded) => { true };
    (@is complete complete) => { true };
    (@is $flag:ident $first:ident $($other:ident)*) => { $crate::model::object!(@is $flag $($other)*) };
    (@conditions $name:ident) => { &[] };
    (@conditions $name:ident rules $($other:ident)*) => { <$name as $crate::model::Rules>::CONDITIONS };
    (@conditions $name:ident $first:ident $($other:ident)*) => { $crate::model::object!(@conditions $name $($other)*) };
    (@check rules $object:ident $found:ident) => { $crate::model::Rules::check($object, $found) };
    (@check configuration $object:ident $found:ident) => {};
    (@check switch $object:ident $found:ident) => {};
}
pub(crate) use object;
