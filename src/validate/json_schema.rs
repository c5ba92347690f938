//! Whether an object is a JSON Schema, as far as a look at its keywords says.

use serde_json::{Map, Value};

const TYPES: [&str; 7] = ["array", "boolean", "integer", "null", "number", "object", "string"];

/// What is wrong with a schema, in words that quote nothing of it. Keywords that are not known say
/// nothing, as JSON Schema has it.
pub(crate) fn fault(schema: &Map<String, Value>) -> Option<&'static str> {
    schema.iter().find_map(|(keyword, value)| match keyword.as_str() {
        "type" if !is_type(value) => Some("found a `type` that JSON Schema does not have"),
        "required" if !is_names(value) => Some("found `required` without an array of names"),
        "enum" if !value.is_array() => Some("found `enum` without an array"),
        "properties" | "patternProperties" | "$defs" | "definitions" => match value {
            Value::Object(schemas) => schemas.values().find_map(nested),
            _ => Some("found properties or definitions that are not an object of schemas"),
        },
        "additionalProperties" | "not" | "contains" | "propertyNames" | "if" | "then" | "else" => {
            nested(value)
        }
        // Older schemas have an array of them.
        "items" => match value {
            Value::Array(schemas) => schemas.iter().find_map(nested),
            one => nested(one),
        },
        "allOf" | "anyOf" | "oneOf" | "prefixItems" => match value {
            Value::Array(schemas) => schemas.iter().find_map(nested),
            _ => Some("found alternatives that are not an array of schemas"),
        },
        _ => None,
    })
}

fn nested(schema: &Value) -> Option<&'static str> {
    match schema {
        Value::Object(schema) => fault(schema),
        Value::Bool(_) => None,
        _ => Some("found a schema that is neither an object nor a boolean"),
    }
}

fn is_type(value: &Value) -> bool {
    let is_one = |value: &Value| value.as_str().is_some_and(|name| TYPES.contains(&name));
    match value {
        Value::Array(types) => !types.is_empty() && types.iter().all(is_one),
        one => is_one(one),
    }
}

fn is_names(value: &Value) -> bool {
    value.as_array().is_some_and(|names| names.iter().all(Value::is_string))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::nested;

    #[test]
    fn keywords_have_the_values_of_keywords() {
        let sound = [
            json!(true),
            json!({"type": ["string", "null"], "description": 5, "example": {"type": "objekt"}}),
            json!({"type": "object", "properties": {"type": {"enum": []}}, "required": []}),
            json!({"items": [{}], "anyOf": [{"$ref": "#/$defs/a"}], "additionalProperties": false}),
        ];
        for schema in sound {
            assert_eq!(nested(&schema), None, "{schema}");
        }
        let faulty = |schema: &Value| nested(schema).is_some();
        for keywords in [
            json!({"type": "objekt"}),
            json!({"type": []}),
            json!({"type": ["string", 5]}),
            json!({"required": true}),
            json!({"required": [5]}),
            json!({"enum": "a"}),
            json!({"properties": []}),
            json!({"oneOf": {}}),
        ] {
            assert!(faulty(&keywords), "{keywords}");
            for nested in [
                json!({"properties": {"a": keywords}}),
                json!({"$defs": {"a": keywords}}),
                json!({"items": keywords}),
                json!({"prefixItems": [keywords]}),
                json!({"additionalProperties": keywords}),
            ] {
                assert!(faulty(&nested), "{nested}");
            }
        }
        assert!(faulty(&json!({"properties": {"a": "string"}})));
    }
}
