//! Wire objects: the one macro that declares them, and the code that they all share.
//!
//! `serde(flatten)` would keep unknown members too, at 1.1 to 2.3 times the cost of a
//! plain derive, and it loses error paths. Here a visitor matches the keys itself and
//! keeps only what falls through.

mod read;

use serde::de::MapAccess;
use serde_json::Value;

use super::{Class, FreeForm, Path};
use crate::lenient::Salvage;
use crate::validate::Check;

pub(crate) use self::read::{read_members, read_object, read_object_to, salvage_object};

/// What is known of a member without looking at a value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Info {
    /// The name on the wire.
    pub(crate) wire: &'static str,
    /// Its type as it is declared, for the tests that go through the tables.
    #[cfg(test)]
    pub(crate) rust: &'static str,
    /// How sensitive it is.
    pub(crate) class: Class,
    /// The members of the object that the value is, see [`super::Member::members`].
    pub(crate) members: fn() -> Option<&'static [Info]>,
    /// What the schema says of it.
    #[cfg(feature = "schema")]
    pub(crate) described: crate::schema::Described,
}

/// A struct declared with [`object!`].
pub(crate) trait Object: Default {
    /// The type's name.
    const NAME: &'static str;

    /// A member's number: its place in the declaration.
    type Key: Copy;

    /// The members in the order of the declaration.
    const MEMBERS: &'static [Info];

    /// The type's doc comment.
    #[cfg(feature = "schema")]
    const DOC: &'static str;

    /// The member with the wire name `name`.
    fn key(name: &str) -> Option<Self::Key>;

    /// The place of `key` in [`Object::MEMBERS`].
    fn position(key: Self::Key) -> usize;

    /// Reads the value of the member `key`.
    fn read_member<'de, A: MapAccess<'de>>(&mut self, key: Self::Key, map: &mut A) -> Result<(), A::Error>;

    /// Takes what is sound of `value` for the member `key`.
    fn salvage_member(&mut self, key: Self::Key, value: Value, at: &Path<'_>, salvage: &mut Salvage);

    /// The first required member that is not in `seen`.
    fn missing(seen: u64) -> Option<&'static str>;

    /// The unknown members.
    fn extra_mut(&mut self) -> &mut FreeForm;

    /// [`super::Member::extent`] of the member `key`.
    fn extent(&self, key: Self::Key) -> Option<(f64, f64)>;

    /// Validates what the members say together: the type's `#[rules(...)]`, if it has any.
    fn check(&self, _check: &mut Check<'_>) {}
}

/// Declares a wire object.
///
/// Inside stands an ordinary struct. Each member states its name on the wire and its
/// privacy class ([`Class`], in lower case), and `deprecated` behind it where the platform
/// replaced the spelling:
///
/// ```text
/// object! {
///     /// Where the recording lies.
///     pub struct Recording {
///         /// The bucket.
///         #[wire("s3Bucket", location)]
///         pub s3_bucket: Option<String>,
///     }
/// }
/// ```
///
/// The struct gets a public member `extra` for what is not modelled, and
/// `Clone, PartialEq, Default`, a `Debug` that shows nothing sensitive, `Serialize`,
/// `Deserialize`, [`crate::Redact`], and the crate's own [`super::Member`], [`Object`] and
/// [`crate::validate::Validate`]. What its members say together is checked by the function
/// that `#[rules(path::to::function)]` before `pub struct` names.
macro_rules! object {
    (
        $(#[doc = $doc:literal])*
        $(#[rules($rules:path)])?
        pub struct $name:ident {
            $(
                $(#[doc = $member_doc:literal])*
                #[wire($wire:literal, $class:ident $(, $flag:ident)?)]
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
                pub $member: $type,
            )*
            /// Members that this crate does not model, with their `null`s, as they came.
            pub extra: $crate::wire::FreeForm,
        }

        const _: () = {
            use $crate::wire::{Class, FreeForm, Info, Member, Object, Path, ReadTo, Shown, Slot, Visit, Whole};

            #[allow(non_camel_case_types, reason = "the variants are the members' names")]
            #[derive(Clone, Copy)]
            pub(crate) enum Key { $($member,)* }

            impl Object for $name {
                const NAME: &'static str = stringify!($name);

                type Key = Key;

                const MEMBERS: &'static [Info] = &[$(
                    Info {
                        wire: $wire,
                        #[cfg(test)]
                        rust: stringify!($type),
                        class: $crate::wire::object!(@class $class),
                        members: <$type as Member>::members,
                        #[cfg(feature = "schema")]
                        described: $crate::schema::Described {
                            doc: concat!($($member_doc, "\n",)*),
                            schema: <$type as $crate::schema::Describe>::schema,
                            required: <$type as Member>::REQUIRED,
                            deprecated: $crate::wire::object!(@deprecated $($flag)?),
                        },
                    },
                )*];

                #[cfg(feature = "schema")]
                const DOC: &'static str = concat!($($doc, "\n",)*);

                #[inline]
                fn key(name: &str) -> Option<Key> {
                    match name {
                        $($wire => Some(Key::$member),)*
                        _ => None,
                    }
                }

                #[inline]
                fn position(member: Key) -> usize {
                    member as usize
                }

                #[inline]
                fn read_member<'de, A: serde::de::MapAccess<'de>>(
                    &mut self,
                    member: Key,
                    map: &mut A,
                ) -> Result<(), A::Error> {
                    match member {
                        $(Key::$member => {
                            map.next_value_seed(ReadTo::<$type, _>::new(Whole(&mut self.$member)))
                        })*
                    }
                }

                fn salvage_member(
                    &mut self,
                    member: Key,
                    value: serde_json::Value,
                    at: &Path<'_>,
                    salvage: &mut $crate::lenient::Salvage,
                ) {
                    match member {
                        $(Key::$member => {
                            if let Some(sound) = <$type as Member>::salvage(value, at, salvage) {
                                self.$member = sound;
                            }
                        })*
                    }
                }

                #[inline]
                fn missing(seen: u64) -> Option<&'static str> {
                    const { assert!(Self::MEMBERS.len() <= 64, "`seen` has 64 bits") };
                    $(
                        if <$type as Member>::REQUIRED && seen & (1 << Key::$member as usize) == 0 {
                            return Some($wire);
                        }
                    )*
                    let _ = seen;
                    None
                }

                #[inline]
                fn extra_mut(&mut self) -> &mut FreeForm {
                    &mut self.extra
                }

                #[inline]
                fn extent(&self, member: Key) -> Option<(f64, f64)> {
                    match member {
                        $(Key::$member => Member::extent(&self.$member),)*
                    }
                }

                $(
                    fn check(&self, check: &mut $crate::validate::Check<'_>) {
                        $rules(self, check);
                    }
                )?
            }

            impl $crate::validate::Validate for $name {
                fn validate(&self) -> $crate::validate::Report {
                    let configuration =
                        $crate::validate::is_configuration(Self::NAME, module_path!());
                    $crate::validate::of(self, configuration)
                }
            }

            impl Member for $name {
                #[inline]
                fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    $crate::wire::read_object(deserializer)
                }

                #[inline]
                fn read_to<'de, S: Slot<Self>, D: serde::Deserializer<'de>>(
                    slot: S,
                    deserializer: D,
                ) -> Result<(), D::Error> {
                    $crate::wire::read_object_to(slot, deserializer)
                }

                fn salvage(
                    value: serde_json::Value,
                    at: &Path<'_>,
                    salvage: &mut $crate::lenient::Salvage,
                ) -> Option<Self> {
                    $crate::wire::salvage_object(value, at, salvage)
                }

                fn walk<V: Visit>(&self, at: &Path<'_>, visit: &mut V) {
                    visit.object(at, self);
                    $(self.$member.walk(&at.member($wire), visit);)*
                    for (name, value) in self.extra.iter() {
                        visit.unknown_member(&at.member(name), value);
                    }
                }

                fn redact(&mut self, _: Class, with: &mut $crate::redact::Redactor) {
                    $(self.$member.redact($crate::wire::object!(@class $class), with);)*
                    with.unknown_members(&mut self.extra);
                }

                fn show(&self, _: Class, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    std::fmt::Debug::fmt(self, f)
                }

                fn members() -> Option<&'static [Info]> {
                    Some(Self::MEMBERS)
                }
            }

            impl $crate::privacy::Redact for $name {
                fn redacted(&self) -> Self {
                    $crate::redact::redacted(self)
                }
            }

            impl std::fmt::Debug for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    let mut shown = f.debug_struct(stringify!($name));
                    $(
                        if !self.$member.is_absent() {
                            shown.field(
                                stringify!($member),
                                &Shown(&self.$member, $crate::wire::object!(@class $class)),
                            );
                        }
                    )*
                    if !self.extra.is_empty() {
                        shown.field("extra", &self.extra);
                    }
                    shown.finish()
                }
            }

            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    use serde::ser::SerializeMap as _;
                    let members = self.extra.len() $(+ usize::from(!self.$member.is_absent()))*;
                    let mut map = serializer.serialize_map(Some(members))?;
                    $(
                        if !self.$member.is_absent() {
                            map.serialize_entry($wire, &self.$member)?;
                        }
                    )*
                    for (name, value) in self.extra.iter() {
                        map.serialize_entry(name, value)?;
                    }
                    map.end()
                }
            }

            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    $crate::wire::read_object(deserializer)
                }
            }

            #[cfg(feature = "schema")]
            $crate::schema::named!($name, |generator| $crate::schema::of_object::<$name>(generator));
        };
    };
    (@deprecated) => { false };
    (@deprecated deprecated) => { true };
    (@class clear) => { $crate::wire::Class::Clear };
    (@class nested) => { $crate::wire::Class::Nested };
    (@class personal) => { $crate::wire::Class::Personal };
    (@class secret) => { $crate::wire::Class::Secret };
    (@class location) => { $crate::wire::Class::Location };
}
pub(crate) use object;
