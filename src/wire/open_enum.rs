//! Sets of known strings that stay open.

use std::fmt;
use std::marker::PhantomData;

use serde::de::Visitor;

use super::refuse;

/// A string that is not among the known ones of its member.
///
/// Opaque, so that a value which becomes a variant later breaks nobody who matched on
/// `as_str()` of the enum.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    pub(crate) fn new(value: impl Into<Box<str>>) -> Self {
        Self(value.into())
    }

    /// The string as it came.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownValue {
    /// Shows the length only: nobody knows what an unknown value says.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "text({} bytes)", self.0.len())
    }
}

/// An enum declared with [`open_enum!`].
pub(crate) trait OpenEnum {
    /// The known strings.
    const KNOWN: &'static [&'static str];

    /// The type's doc comment.
    #[cfg(feature = "schema")]
    const DOC: &'static str;

    /// The doc comments of the known strings, in their order.
    #[cfg(feature = "schema")]
    const KNOWN_DOCS: &'static [&'static str];

    /// The variant for `value`.
    fn from_wire(value: &str) -> Self;
}

/// Reads any string as an open enum.
pub(crate) struct EnumVisitor<T>(pub(crate) PhantomData<T>);

impl<'de, T: OpenEnum> Visitor<'de> for EnumVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    #[inline]
    fn visit_str<E>(self, value: &str) -> Result<T, E> {
        Ok(T::from_wire(value))
    }

    refuse!(boolean number null list object);
}

/// Declares a set of known strings that stays open:
///
/// ```text
/// open_enum! {
///     /// Who placed the call.
///     pub enum Direction {
///         /// The person called the assistant.
///         Inbound = "inbound",
///     }
/// }
/// ```
///
/// Every other string is read as `Unknown` and printed back.
macro_rules! open_enum {
    (
        $(#[doc = $doc:literal])*
        pub enum $name:ident {
            $( $(#[doc = $variant_doc:literal])* $variant:ident = $wire:literal, )+
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Eq, Hash, Debug)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[doc = $variant_doc])* $variant, )+
            /// A value that this crate does not know, kept as it came; see `as_str()`.
            Unknown($crate::wire::UnknownValue),
        }

        impl $name {
            /// The string on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $wire, )+
                    Self::Unknown(value) => value.as_str(),
                }
            }

            /// Whether this crate does not know the value.
            #[must_use]
            pub fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown(_))
            }
        }

        impl From<String> for $name {
            fn from(value: String) -> Self {
                $crate::wire::OpenEnum::from_wire(&value)
            }
        }

        impl From<&str> for $name {
            fn from(value: &str) -> Self {
                $crate::wire::OpenEnum::from_wire(value)
            }
        }

        const _: () = {
            use $crate::wire::{Class, EnumVisitor, Member, OpenEnum, Path, Slot, To, UnknownValue, Visit};

            impl OpenEnum for $name {
                const KNOWN: &'static [&'static str] = &[$($wire,)+];

                #[cfg(feature = "schema")]
                const DOC: &'static str = concat!($($doc, "\n",)*);

                #[cfg(feature = "schema")]
                const KNOWN_DOCS: &'static [&'static str] = &[$(concat!($($variant_doc, "\n",)*),)+];

                #[inline]
                fn from_wire(value: &str) -> Self {
                    match value {
                        $( $wire => Self::$variant, )+
                        other => Self::Unknown(UnknownValue::new(other)),
                    }
                }
            }

            impl Member for $name {
                #[inline]
                fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_any(EnumVisitor(std::marker::PhantomData))
                }

                #[inline]
                fn read_to<'de, S: Slot<Self>, D: serde::Deserializer<'de>>(
                    slot: S,
                    deserializer: D,
                ) -> Result<(), D::Error> {
                    deserializer.deserialize_any(To(EnumVisitor(std::marker::PhantomData), slot))
                }

                fn walk<V: Visit>(&self, at: &Path<'_>, visit: &mut V) {
                    if let Self::Unknown(value) = self {
                        visit.unknown_value(at, value.as_str());
                    }
                }

                fn redact(&mut self, _: Class, with: &mut $crate::redact::Redactor) {
                    if let Self::Unknown(value) = self {
                        with.unknown_value(value);
                    }
                }

                fn show(&self, _: Class, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    std::fmt::Debug::fmt(self, f)
                }
            }

            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.as_str())
                }
            }

            impl<'de> serde::Deserialize<'de> for $name {
                #[inline]
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    Member::read(deserializer)
                }
            }

            #[cfg(feature = "schema")]
            $crate::schema::named!($name, |_| $crate::schema::of_enum::<$name>(stringify!($name)));
        };
    };
}
pub(crate) use open_enum;

#[cfg(test)]
#[allow(unreachable_pub, reason = "the macro declares public enums")]
mod tests {
    open_enum! {
        /// For the tests.
        pub enum Fruit {
            /// An apple.
            Apple = "apple",
            /// Not chosen yet.
            Empty = "",
        }
    }

    #[test]
    fn known_and_unknown_values_print_back() {
        for (text, fruit) in
            [("\"apple\"", Fruit::Apple), ("\"\"", Fruit::Empty), ("\"pear\"", "pear".into())]
        {
            assert_eq!(serde_json::from_str::<Fruit>(text).expect("reads"), fruit);
            assert_eq!(serde_json::to_string(&fruit).expect("prints"), text);
        }
        assert!(Fruit::from("pear").is_unknown() && !Fruit::from("apple").is_unknown());
    }

    #[test]
    fn debug_hides_what_is_unknown() {
        assert_eq!(
            format!("{:?} {:?}", Fruit::Apple, Fruit::from("Jane Doe")),
            "Apple Unknown(text(8 bytes))"
        );
    }

    #[test]
    fn only_a_string_is_a_value() {
        let error = serde_json::from_str::<Fruit>("{\"apple\":null}").expect_err("an object");
        assert!(error.to_string().starts_with("invalid type: an object, expected a string"), "{error}");
    }
}
