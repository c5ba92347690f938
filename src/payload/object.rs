//! Wire objects: the one macro that declares them.
//!
//! `serde(flatten)` would keep unknown members too, at 1.1 to 2.3 times the cost of a
//! plain derive, and it loses error paths. Here a visitor matches the keys itself and
//! keeps only what falls through.

/// Declares a wire object.
///
/// Inside is an ordinary struct. Each member states its name on the wire and its
/// privacy class ([`crate::model::Class`]); after them come options, each a method of
/// [`MemberForm`](crate::model::MemberForm):
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
/// The options of the struct are methods of [`Declared`](crate::model::Declared). It gets a public member `extra` for what is not
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

            #[cfg(feature = "schema")]
            $crate::describe::schema_of!($name, |generator| $crate::describe::of_object(&FORM, generator));
        };

        $crate::payload::payload!($name);
    };
}
pub(crate) use object;
