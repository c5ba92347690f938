//! Sets of known strings that stay open: the macro that declares them.

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
/// Every other string is read as `Unknown` and printed back. `#[values(folded)]` or
/// `#[values(complete)]` may stand before `pub enum`: methods of
/// [`ValuesForm`](crate::model::ValuesForm).
macro_rules! open_enum {
    (
        $(#[doc = $doc:literal])*
        $(#[values($flag:ident)])?
        pub enum $name:ident {
            $(
                $(#[doc = $variant_doc:literal])*
                $(#[doc(alias = $alias:literal)])?
                $variant:ident = $wire:literal,
            )+
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[doc = $variant_doc])*
                #[doc = concat!("\n\nOn the wire `\"", $wire, "\"`.")]
                $(#[doc(alias = $alias)])?
                $variant,
            )+
            /// A value that this crate does not know, kept as it came; see `as_str()`.
            Unknown($crate::wire::UnknownValue),
        }

        impl $name {
            /// The known values, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The string on the wire. An unknown value may say anything, so take care where
            /// you print it.
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

        $crate::payload::open_enum!(@traits $name);

        const _: () = {
            use $crate::model::{Form, Member, OpenEnum, Slot, ValueForm, ValuesForm, View, ViewMut, doc_text, put_text};
            use $crate::wire::UnknownValue;

            static KNOWN: &[ValueForm] = &[$(ValueForm { wire: $wire, doc: doc_text!($($variant_doc)*) },)+];

            static VALUES: ValuesForm =
                ValuesForm::new::<$name>(stringify!($name), doc_text!($($doc)*), KNOWN)$(.$flag())?;

            impl OpenEnum for $name {
                #[inline]
                fn from_wire(value: &str) -> Self {
                    match value {
                        $( $wire => Self::$variant, )+
                        other => Self::Unknown(UnknownValue::new(other)),
                    }
                }
            }

            impl Member for $name {
                const FORM: Form = Form::Values(&VALUES);

                #[inline]
                fn read_to<'de, S: Slot<Self>, D: serde::Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
                    put_text(slot, deserializer, |value| Self::from_wire(&value))
                }

                fn view(&self) -> View<'_> {
                    match self {
                        $( Self::$variant => View::Known($wire), )+
                        Self::Unknown(value) => View::Unknown(value),
                    }
                }

                fn view_mut(&mut self) -> ViewMut<'_> {
                    if let Self::Unknown(value) = self { ViewMut::Unknown(value) } else { ViewMut::Plain }
                }
            }

            #[cfg(feature = "schema")]
            $crate::describe::schema_of!($name, |generator| $crate::describe::of_values(&VALUES, generator));
        };
    };
    (@traits $name:ident) => {
        impl std::fmt::Debug for $name {
            /// The string on the wire; of an unknown value the length only.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let value = $crate::model::Member::view(self);
                $crate::model::show_view(value, $crate::model::Class::Clear, f)
            }
        }

        impl std::fmt::Display for $name {
            /// The string on the wire, of an unknown value too, which may say anything.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl From<String> for $name {
            fn from(value: String) -> Self {
                $crate::model::OpenEnum::from_wire(&value)
            }
        }

        impl From<&str> for $name {
            fn from(value: &str) -> Self {
                $crate::model::OpenEnum::from_wire(value)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::model::read(deserializer)
            }
        }
    };
}
pub(crate) use open_enum;

#[cfg(test)]
mod tests;
