//! The schemas of this crate's types inside schemas that schemars makes.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::Value;

use super::Profile;
use super::node::{Node, node};
use super::writer::{self, Kind, Named, Seen, Writer};
use crate::model::{Form, ObjectForm, ValuesForm};
use crate::wire::{Distribution, FreeForm, Loose, Number, NumberOrText, OneOrMany, Secret, Timestamp};

/// The schema of one type, of this crate or another.
pub(crate) fn of<T: JsonSchema>(profile: Profile, seen: Seen) -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(Asked { profile, seen });
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// Tells the types of this crate what is asked for. In the strict profile it closes the objects that name
/// their members, those of other types, too.
#[derive(Clone, Copy, Debug)]
struct Asked {
    profile: Profile,
    seen: Seen,
}

impl Asked {
    fn writer(self, refer: &mut dyn FnMut(Named) -> Node) -> Writer<'_> {
        Writer { profile: self.profile, kind: Kind::JsonSchema, refer, seen: self.seen }
    }
}

impl Transform for Asked {
    fn transform(&mut self, schema: &mut Schema) {
        if self.profile != Profile::Strict {
            return;
        }
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
pub(crate) fn write(generator: &mut SchemaGenerator, write: impl FnOnce(&mut Writer<'_>) -> Node) -> Schema {
    let asked = generator.settings().transforms.iter().find_map(|one| one.downcast_ref::<Asked>());
    let asked = asked.copied().unwrap_or(Asked { profile: Profile::Wire, seen: |_, _| &[] });
    let mut refer = |named: Named| refer(named, asked, generator);
    let node = write(&mut asked.writer(&mut refer));
    Schema::try_from(Value::from(node)).unwrap_or_default()
}

fn refer(named: Named, asked: Asked, generator: &mut SchemaGenerator) -> Node {
    let schema = match named {
        Named::Object(form) => (form.refer)(generator),
        Named::Values(form) => (form.refer)(generator),
        Named::Time => generator.subschema_for::<Timestamp>(),
        Named::NumberOrText => generator.subschema_for::<NumberOrText>(),
        Named::Distribution => generator.subschema_for::<Distribution>(),
        // They are no types, so they have no definitions here.
        Named::Known(_) | Named::OtherText => {
            let mut refer = |_| node! {};
            return asked.writer(&mut refer).named(named);
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

/// Makes a type a definition of a schema, by the function given.
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
pub(crate) use schema_of;

schema_of!(Timestamp, |generator| write(generator, |writer| writer.named(Named::Time)));
schema_of!(NumberOrText, |generator| write(generator, |writer| writer.named(Named::NumberOrText)));
schema_of!(Distribution, |generator| write(generator, |writer| writer.named(Named::Distribution)));

/// Implements `JsonSchema` for a type that is written out wherever it occurs.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::call::Call;

    /// A type of somebody else's, with a part of this crate's.
    struct Stored;

    impl JsonSchema for Stored {
        fn schema_name() -> Cow<'static, str> {
            "Stored".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let call = generator.subschema_for::<Call>();
            schemars::json_schema!({
                "type": "object",
                "properties": { "call": call, "labels": { "type": "object" } },
            })
        }
    }

    #[test]
    fn the_strict_profile_closes_objects_of_others_that_name_their_members() {
        let strict = of::<Stored>(Profile::Strict, |_, _| &[]);
        assert_eq!(strict["additionalProperties"], false);
        assert_eq!(strict["properties"]["labels"], serde_json::json!({ "type": "object" }));
        assert_eq!(strict["$defs"]["Call"]["additionalProperties"], false);

        let wire = of::<Stored>(Profile::Wire, |_, _| &[]);
        assert!(
            wire.get("additionalProperties").is_none() && wire["$defs"]["Call"]["properties"].is_object()
        );
    }

    #[test]
    fn an_object_of_parts_is_closed_as_a_whole_and_its_conditions_close_nothing() {
        let part = serde_json::json!({ "type": "object", "properties": { "part": true } });
        let strict = |keyword: &str, value: &Value| {
            let mut schema = schemars::json_schema!({ "type": "object", "properties": { "own": true } });
            schema.insert(keyword.to_owned(), value.clone());
            Asked { profile: Profile::Strict, seen: |_, _| &[] }.transform(&mut schema);
            schema.to_value()
        };
        let several = serde_json::json!([part]);
        for (keyword, value) in
            [("$ref", &"#/$defs/Part".into()), ("allOf", &several), ("anyOf", &several), ("oneOf", &several)]
        {
            let strict = strict(keyword, value);
            assert_eq!(strict["unevaluatedProperties"], false, "{keyword}");
            assert_eq!(strict.get("additionalProperties"), None, "{keyword}");
        }
        for (keyword, value) in [("allOf", &several), ("if", &part), ("then", &part), ("else", &part)] {
            assert_eq!(&strict(keyword, value)[keyword], value, "{keyword}");
        }
    }
}
