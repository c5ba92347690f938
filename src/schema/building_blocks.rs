//! Schemas of the building blocks: each says what its reader accepts.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::{Describe, named, strict};
use crate::wire::{Distribution, FreeForm, Loose, Number, NumberOrText, OneOrMany, Secret, Timestamp};

/// Implements [`Describe`], and `JsonSchema` too for the crate's own types, for a form
/// that is written out wherever it stands.
macro_rules! inline {
    ($($name:ident => $schema:tt)*) => { $(
        impl Describe for $name {
            fn schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )* };
    (public $($name:ident => $schema:tt)*) => { $(
        inline! { $name => $schema }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                Self::schema(generator)
            }
        }
    )* };
}

inline! {
    bool => {"type": "boolean"}
    String => {"type": "string"}
    // The limits of 64 bits. Whole floats (`3.0`) are integers to JSON Schema as to the parser.
    i64 => {"type": "integer", "minimum": i64::MIN, "maximum": i64::MAX}
    // Anything. Spelled out: code generators take the empty schema for an object.
    Value => {"type": ["array", "boolean", "null", "number", "object", "string"]}
}

inline! { public
    Number => {"type": "number"}
    Secret => {"type": "string", "writeOnly": true}
    FreeForm => {"type": "object", "additionalProperties": true}
}

named!(Timestamp, |_| json_schema!({
    "title": "Timestamp",
    "description": "A point in time: milliseconds since the Unix epoch as a number, or ISO 8601 text. \
        Both forms occur for the same member; the empty string stands for \"not yet\".",
    "type": ["number", "string"],
}));

named!(NumberOrText, |_| json_schema!({
    "title": "NumberOrText",
    "description": "A number, or a text where the vendor uses words (`slow`).",
    "type": ["number", "string"],
}));

named!(Distribution, |generator| json_schema!({
    "title": "Distribution",
    "description": "A histogram: how many values lie at or above each bound and below the next. The keys \
        are the bounds as text (`0`, `100`, `0.3`) and differ between members.",
    "type": "object",
    "additionalProperties": i64::schema(generator),
}));

impl<T: Describe> Describe for Option<T> {
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        or_null(T::schema(generator))
    }
}

/// The schema of what `schema` says, or `null`.
fn or_null(mut schema: Schema) -> Schema {
    if schema.get("anyOf").is_some() || schema.get("$ref").is_some() {
        let mut forms = match schema.remove("anyOf") {
            Some(Value::Array(forms)) => forms,
            _ => vec![schema.to_value()],
        };
        forms.push(json!({"type": "null"}));
        return json_schema!({"anyOf": forms});
    }
    match schema.get_mut("type") {
        Some(Value::Array(types)) if types.iter().any(|kind| kind == "null") => {}
        Some(Value::Array(types)) => types.push("null".into()),
        Some(kind) => *kind = json!([kind.take(), "null"]),
        None => {}
    }
    schema
}

impl<T: Describe> Describe for Box<T> {
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        T::schema(generator)
    }
}

impl<T: Describe> Describe for Vec<T> {
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        list_of(&T::schema(generator))
    }
}

impl<T: Describe> Describe for BTreeMap<String, T> {
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "object", "additionalProperties": T::schema(generator)})
    }
}

impl<T: Describe> Describe for OneOrMany<T> {
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        one_or_many(T::schema(generator))
    }
}

impl<T: Describe> Describe for Loose<T> {
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        loose(&T::schema(generator))
    }
}

fn list_of(element: &Schema) -> Schema {
    json_schema!({"type": "array", "items": element})
}

fn one_or_many(element: Schema) -> Schema {
    let list = list_of(&element).to_value();
    let mut forms = match element.get("anyOf") {
        Some(Value::Array(forms)) => forms.clone(),
        _ => vec![element.to_value()],
    };
    for form in &mut forms {
        // A list is always read as the list of values, never as a single one.
        if let Some(Value::Array(types)) = form.get_mut("type") {
            types.retain(|kind| kind != "array");
        }
    }
    forms.push(list);
    json_schema!({"anyOf": forms})
}

fn loose(object: &Schema) -> Schema {
    json_schema!({"anyOf": [object, strict::any_but_object_and_null()]})
}

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("OneOrMany_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        one_or_many(generator.subschema_for::<T>())
    }
}

impl<T: JsonSchema> JsonSchema for Loose<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Loose_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        loose(&generator.subschema_for::<T>())
    }
}
