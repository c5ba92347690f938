//! Whether an object is a JSON Schema, as far as a look at its keywords says. With the feature
//! `structured` a validator says it, in the same words.

use serde_json::Value;

use crate::json::Kind;

/// Says that a keyword has a value that it may not have.
pub(crate) fn message(keyword: &str, value: &Value) -> String {
    format!("found {} that `{keyword}` may not have, expected a JSON Schema", Kind::of(value))
}

/// What is wrong with a schema, in words that quote nothing of it but keywords. Keywords that are not
/// known say nothing, as JSON Schema has it.
#[cfg(not(feature = "structured"))]
pub(crate) use self::look::fault;

#[cfg(not(feature = "structured"))]
mod look {
    use serde_json::{Map, Value};

    use super::message;

    const TYPES: [&str; 7] = ["array", "boolean", "integer", "null", "number", "object", "string"];

    pub(crate) fn fault(schema: &Map<String, Value>) -> Option<String> {
        schema.iter().find_map(|(keyword, value)| {
            let every = |values: &Vec<Value>| values.iter().find_map(|value| nested(keyword, value));
            let is_sound = match keyword.as_str() {
                "type" => is_type(value),
                "required" => value.as_array().is_some_and(|names| names.iter().all(Value::is_string)),
                "enum" => value.is_array(),
                "properties" | "patternProperties" | "$defs" | "definitions" => match value {
                    Value::Object(schemas) => {
                        return schemas.values().find_map(|value| nested(keyword, value));
                    }
                    _ => false,
                },
                "allOf" | "anyOf" | "oneOf" | "prefixItems" => match value {
                    Value::Array(schemas) => return every(schemas),
                    _ => false,
                },
                // Older schemas have an array of them.
                "items" => match value {
                    Value::Array(schemas) => return every(schemas),
                    one => return nested(keyword, one),
                },
                "additionalProperties" | "not" | "contains" | "propertyNames" | "if" | "then" | "else" => {
                    return nested(keyword, value);
                }
                _ => true,
            };
            (!is_sound).then(|| message(keyword, value))
        })
    }

    /// The same of a schema that `keyword` holds.
    fn nested(keyword: &str, schema: &Value) -> Option<String> {
        match schema {
            Value::Object(schema) => fault(schema),
            Value::Bool(_) => None,
            other => Some(message(keyword, other)),
        }
    }

    fn is_type(value: &Value) -> bool {
        let is_one = |value: &Value| value.as_str().is_some_and(|name| TYPES.contains(&name));
        match value {
            Value::Array(types) => !types.is_empty() && types.iter().all(is_one),
            one => is_one(one),
        }
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
                assert_eq!(nested("schema", &schema), None, "{schema}");
            }
            let faulty = |schema: &Value| nested("schema", schema).is_some();
            for keywords in [
                json!({"type": "objekt"}),
                json!({"type": []}),
                json!({"type": ["string", 5]}),
                json!({"required": true}),
                json!({"required": [5]}),
                json!({"enum": "a"}),
                json!({"properties": []}),
                json!({"properties": {"a": "string"}}),
                json!({"oneOf": {}}),
            ] {
                assert!(faulty(&keywords), "{keywords}");
                for outer in [
                    json!({"properties": {"a": keywords}}),
                    json!({"$defs": {"a": keywords}}),
                    json!({"items": keywords}),
                    json!({"prefixItems": [keywords]}),
                    json!({"additionalProperties": keywords}),
                ] {
                    assert!(faulty(&outer), "{outer}");
                }
            }
        }
    }
}
