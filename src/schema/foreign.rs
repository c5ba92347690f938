//! The schemas of this crate's types inside schemas that schemars makes.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::Value;

use super::node::{Node, node};
use super::writer::{self, Kind, Named, Writer};
use super::{Profile, family};
use crate::Webhook;
use crate::model::{Form, ObjectForm, ValuesForm};
use crate::payload::schema_of;
use crate::wire::{Distribution, FreeForm, Loose, Number, NumberOrText, OneOrMany, Secret, Timestamp};

/// The schema of one type, of this crate or another.
pub(super) fn of<T: JsonSchema>(profile: Profile) -> Value {
    let mut settings = SchemaSettings::draft2020_12();
    if profile == Profile::Strict {
        settings = settings.with_transform(Strict);
    }
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// Closes the objects that name their members. It also tells the types of this crate which profile is
/// asked for.
#[derive(Clone, Debug)]
struct Strict;

impl Transform for Strict {
    fn transform(&mut self, schema: &mut Schema) {
        let of_parts =
            ["$ref", "allOf", "anyOf", "oneOf"].iter().any(|keyword| schema.get(*keyword).is_some());
        let closed = if of_parts { "unevaluatedProperties" } else { "additionalProperties" };
        let names_members = schema.get("properties").is_some() && schema.get("type").is_some();
        if names_members && schema.get(closed).is_none() {
            schema.insert(closed.to_owned(), false.into());
        }
        // Conditions narrow an object that is closed by itself.
        let conditions =
            ["allOf", "if", "then", "else"].map(|keyword| Some((keyword, schema.remove(keyword)?)));
        transform_subschemas(self, schema);
        for (keyword, condition) in conditions.into_iter().flatten() {
            schema.insert(keyword.to_owned(), condition);
        }
    }
}

/// Writes with references to the definitions of `generator`.
fn write(generator: &mut SchemaGenerator, write: impl FnOnce(&mut Writer<'_>) -> Node) -> Schema {
    let is_strict = generator.settings().transforms.iter().any(|transform| transform.is::<Strict>());
    let profile = if is_strict { Profile::Strict } else { Profile::Wire };
    let mut refer = |named: Named| refer(named, profile, generator);
    let node = write(&mut Writer { profile, kind: Kind::JsonSchema, refer: &mut refer });
    Schema::try_from(Value::from(node)).unwrap_or_default()
}

fn refer(named: Named, profile: Profile, generator: &mut SchemaGenerator) -> Node {
    let schema = match named {
        Named::Object(form) => (form.refer)(generator),
        Named::Values(form) => (form.refer)(generator),
        Named::Time => generator.subschema_for::<Timestamp>(),
        Named::NumberOrText => generator.subschema_for::<NumberOrText>(),
        Named::Distribution => generator.subschema_for::<Distribution>(),
        // They are no types, so they have no definitions here.
        Named::Known(_) | Named::OtherText => {
            let mut refer = |_| node! {};
            return Writer { profile, kind: Kind::JsonSchema, refer: &mut refer }.named(named);
        }
    };
    as_node(&schema)
}

fn as_node(schema: &Schema) -> Node {
    Node::read(&schema.as_value().to_string())
}

/// The schema of a wire object.
pub(crate) fn of_object(form: &'static ObjectForm, generator: &mut SchemaGenerator) -> Schema {
    write(generator, |writer| writer.object(form))
}

/// The schema of an open enum.
pub(crate) fn of_values(form: &'static ValuesForm, generator: &mut SchemaGenerator) -> Schema {
    write(generator, |writer| writer.values(form))
}

schema_of!(Timestamp, |generator| write(generator, |writer| writer.named(Named::Time)));
schema_of!(NumberOrText, |generator| write(generator, |writer| writer.named(Named::NumberOrText)));
schema_of!(Distribution, |generator| write(generator, |writer| writer.named(Named::Distribution)));
schema_of!(Webhook, |generator| write(generator, family::any_body));

/// Implements `JsonSchema` for a type that is written out wherever it stands.
macro_rules! inline {
    ($(for $of:ident)? => $name:ty, $title:expr, $schema:expr) => {
        impl $(<$of: JsonSchema>)? JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $title.into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let schema: fn(&mut SchemaGenerator) -> Schema = $schema;
                schema(generator)
            }
        }
    };
}

inline!(=> Number, "Number", |generator| write(generator, |writer| writer.form(&Form::Number, None)));
inline!(=> Secret, "Secret", |generator| write(generator, |writer| writer.form(&Form::Secret, None)));
inline!(=> FreeForm, "FreeForm", |generator| write(generator, |writer| writer.form(&Form::FreeObject, None)));
inline!(for T => OneOrMany<T>, format!("OneOrMany_{}", T::schema_name()), |generator| {
    let element = as_node(&generator.subschema_for::<T>());
    write(generator, |_| writer::one_or_many(element.clone(), element))
});
inline!(for T => Loose<T>, format!("Loose_{}", T::schema_name()), |generator| {
    let object = as_node(&generator.subschema_for::<T>());
    write(generator, |writer| writer.loose(object))
});
