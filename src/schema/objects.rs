//! Schemas of what `object!` and `open_enum!` declare.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::{bounds, text};
use crate::wire::{Class, Info, Object, OpenEnum};

/// The schema of a wire object: any object whose known members have their types.
pub(crate) fn of_object<T: Object>(generator: &mut SchemaGenerator) -> Schema {
    let properties: Map<String, Value> = T::MEMBERS
        .iter()
        .map(|info| (info.wire.to_owned(), of_member(T::NAME, info, generator).to_value()))
        .collect();
    let mut schema = json_schema!({
        "title": T::NAME,
        "description": text::description(T::DOC),
        "type": "object",
        "properties": properties,
        // Members that are not known are kept.
        "additionalProperties": true,
    });
    let required: Vec<_> =
        T::MEMBERS.iter().filter(|info| info.described.required).map(|info| info.wire).collect();
    if !required.is_empty() {
        schema.insert("required".to_owned(), required.into());
    }
    schema
}

fn of_member(object: &str, info: &Info, generator: &mut SchemaGenerator) -> Schema {
    let mut schema = (info.described.schema)(generator);
    let mut description = text::description(info.described.doc);
    if let Some(words) = bounds::in_words(object, info.wire) {
        description = format!("{description}\n\n{words}");
    }
    schema.insert("description".to_owned(), description.into());
    if info.described.deprecated {
        schema.insert("deprecated".to_owned(), true.into());
    }
    match info.class {
        Class::Clear | Class::Nested => {}
        Class::Personal | Class::Location => {
            schema.insert("x-phi".to_owned(), true.into());
        }
        Class::Secret => {
            schema.insert("x-secret".to_owned(), true.into());
            schema.insert("writeOnly".to_owned(), true.into());
        }
    }
    schema
}

/// The schema of an open enum: any string, with the known ones listed.
pub(crate) fn of_enum<T: OpenEnum>(name: &str) -> Schema {
    let values = T::KNOWN.iter().zip(T::KNOWN_DOCS).map(|(value, doc)| {
        let value = if value.is_empty() { "the empty string".to_owned() } else { format!("`{value}`") };
        format!("\n- {value}: {}", text::description(doc).replace('\n', " "))
    });
    let values: String = values.collect();
    let description = format!("{}\n\nKnown values:{values}{}", text::description(T::DOC), text::OTHER_VALUES);
    json_schema!({
        "title": name,
        "description": description,
        "anyOf": [{"type": "string", "enum": T::KNOWN}, {"type": "string"}],
    })
}
