//! Macros that add the common methods to every wire type.

/// Gives a type declared with `object!` what all objects have.
macro_rules! payload {
    ($name:ident) => {
        impl $name {
            /// What this crate does not know of it: members, values and shapes, with their
            /// places, see [`Drift`](crate::Drift).
            #[must_use]
            pub fn drift(&self) -> Vec<$crate::Drift> {
                $crate::drift::of(self)
            }

            /// A copy of the same shape without personal data, credentials and places of audio,
            /// see [`privacy`](crate::privacy).
            #[must_use]
            pub fn redacted(&self) -> Self {
                $crate::privacy::redacted(self)
            }

            /// What is wrong or odd about it, see [`validate`](crate::validate).
            #[must_use]
            pub fn validate(&self) -> $crate::validate::Report {
                $crate::validate::of(self)
            }
        }

        impl std::fmt::Debug for $name {
            /// The members that are there, without anything sensitive. In one line (`{:?}`) long arrays
            /// and what is nested deeply are counted; `{:#?}` shows everything.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::model::show_object(self, f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::model::print(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::model::read(deserializer)
            }
        }
    };
}
pub(crate) use payload;

/// Gives a type the readers of JSON text.
macro_rules! entry_points {
    ($($name:ident)*) => { $(
        impl $name {
            /// Reads JSON text.
            ///
            /// # Errors
            ///
            /// If the bytes are not one JSON object, or a modelled member has another JSON type
            /// than it may have, or a member is given twice.
            pub fn from_slice(bytes: &[u8]) -> Result<Self, $crate::ParseError> {
                $crate::parse::strict(bytes)
            }

            /// Reads JSON text, see `from_slice`.
            ///
            /// # Errors
            ///
            /// As `from_slice`.
            #[allow(clippy::should_implement_trait, reason = "this needs no import of a trait")]
            pub fn from_str(text: &str) -> Result<Self, $crate::ParseError> {
                $crate::parse::strict_text(text)
            }

            /// Reads JSON text and keeps what does not fit beside it, see
            /// [`lenient`](crate::lenient).
            ///
            /// # Errors
            ///
            /// If the bytes are anything but a JSON object, cut off, or nested deeper than 127
            /// levels.
            pub fn from_slice_lenient(bytes: &[u8]) -> Result<$crate::Lenient<Self>, $crate::ParseError> {
                $crate::parse::lenient(bytes)
            }
        }
    )* };
}
pub(crate) use entry_points;

/// Makes a type a definition of a schema, by the function given.
#[cfg(feature = "schema")]
macro_rules! schema_of {
    ($name:ident, $schema:expr) => {
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let schema: fn(&mut schemars::SchemaGenerator) -> schemars::Schema = $schema;
                schema(generator)
            }
        }
    };
}

/// Without the feature `schema` there is none.
#[cfg(not(feature = "schema"))]
macro_rules! schema_of {
    ($name:ident, $schema:expr) => {};
}
pub(crate) use schema_of;
