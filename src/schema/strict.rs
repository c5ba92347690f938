//! The strict profile, made out of the wire profile.

use serde_json::{Map, Value, json};

use super::{bounds, text};

/// The form that stands beside an object where the shape of an element was never seen.
pub(super) fn any_but_object_and_null() -> Value {
    json!({"type": ["array", "boolean", "number", "string"]})
}

/// Whether `form` is [`any_but_object_and_null`], or what a list around it leaves of it.
fn is_any_other(form: &Value) -> bool {
    form["type"].as_array().is_some_and(|types| {
        ["boolean", "number", "string"].iter().all(|kind| types.contains(&(*kind).into()))
    })
}

/// Makes the definition `name` refuse what the crate does not know.
pub(super) fn close(schema: &mut Value, name: &str) {
    let Value::Object(schema) = schema else { return };
    if name == "UnknownBody" {
        // Nothing is known of it, so nothing may stand in it.
        schema.insert("additionalProperties".to_owned(), false.into());
    }
    close_enum(schema);
    close_object(schema, name);
    close_loose(schema);
    if let Some(Value::Object(rule)) = bounds::rule(name) {
        schema.extend(rule);
    }
    // Not the parts of an `allOf`: there they narrow an object that is closed by itself.
    for keyword in ["properties", "anyOf", "items", "additionalProperties"] {
        match schema.get_mut(keyword) {
            Some(Value::Array(schemas)) => schemas.iter_mut().for_each(|schema| close(schema, "")),
            Some(Value::Object(properties)) if keyword == "properties" => {
                properties.values_mut().for_each(|schema| close(schema, ""));
            }
            Some(schema) => close(schema, ""),
            None => {}
        }
    }
}

/// Leaves the known values only.
fn close_enum(schema: &mut Map<String, Value>) {
    let known = schema.get("anyOf").and_then(|forms| match forms.as_array()?.as_slice() {
        [known, open] if known.get("enum").is_some() && *open == json!({"type": "string"}) => {
            Some(known.clone())
        }
        _ => None,
    });
    let Some(Value::Object(known)) = known else { return };
    schema.remove("anyOf");
    schema.extend(known);
    if let Some(Value::String(description)) = schema.get_mut("description") {
        description.truncate(description.trim_end_matches(text::OTHER_VALUES).len());
    }
}

/// Refuses further members, and asserts the bounds of those that are known.
fn close_object(schema: &mut Map<String, Value>, name: &str) {
    let of_parts = ["$ref", "allOf", "anyOf", "oneOf"].iter().any(|keyword| schema.contains_key(*keyword));
    let closed = if of_parts { "unevaluatedProperties" } else { "additionalProperties" };
    let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
    for (wire, property) in properties {
        let (Value::Object(property), Some(keywords)) = (property, bounds::keywords(name, wire)) else {
            continue;
        };
        if property.contains_key("anyOf") {
            // A histogram: each count.
            property.insert("additionalProperties".to_owned(), keywords.into());
        } else {
            property.extend(keywords);
        }
    }
    schema.insert(closed.to_owned(), false.into());
}

/// Leaves the object only, where the shape of an element was never seen.
fn close_loose(schema: &mut Map<String, Value>) {
    if let Some(Value::Array(forms)) = schema.get_mut("anyOf") {
        forms.retain(|form| !is_any_other(form));
    }
}
