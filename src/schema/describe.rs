//! What every member can say of itself to a schema.

use schemars::{Schema, SchemaGenerator};

/// A type that a member of a wire object can have, with the schema of what the strict
/// parser accepts for it.
///
/// Not [`schemars::JsonSchema`]: that of plain types such as `i64` is schemars' own, and
/// leaves out the limits.
pub(crate) trait Describe {
    /// The schema, or a reference to it.
    fn schema(generator: &mut SchemaGenerator) -> Schema;
}

/// What the schema says of a member.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Described {
    /// The doc comment, a line each.
    pub(crate) doc: &'static str,
    /// See [`Describe::schema`].
    pub(crate) schema: fn(&mut SchemaGenerator) -> Schema,
    /// Whether an object without it is damaged.
    pub(crate) required: bool,
    /// Whether the platform replaced it.
    pub(crate) deprecated: bool,
}

/// Makes a type a definition of its own, to which its members refer.
macro_rules! named {
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

        impl $crate::schema::Describe for $name {
            fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                generator.subschema_for::<Self>()
            }
        }
    };
}
pub(crate) use named;
