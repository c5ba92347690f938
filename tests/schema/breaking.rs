//! What breaks those who read a document that was exported before.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// What people read, and no program.
const ANNOTATIONS: [&str; 11] = [
    "info",
    "$id",
    "$comment",
    "title",
    "description",
    "markdownDescription",
    "enumDescriptions",
    "examples",
    "default",
    "deprecated",
    "tsType",
];

/// Every difference between two schemas that breaks a reader of the old one: a definition, a member,
/// a known value or a mark that is gone, a member that is or is not required any more, another form. What is
/// added breaks nobody.
pub(crate) fn differences(old: &Value, new: &Value) -> Vec<String> {
    let mut found = Vec::new();
    schema(old, new, "", &mut found);
    found
}

fn schema(old: &Value, new: &Value, at: &str, found: &mut Vec<String>) {
    let (Value::Object(old), Value::Object(new)) = (old, new) else {
        if old != new {
            found.push(format!("{at}: was {old}, is {new}"));
        }
        return;
    };
    let keywords: BTreeSet<_> = old.keys().chain(new.keys()).map(String::as_str).collect();
    for keyword in keywords.into_iter().filter(|keyword| !ANNOTATIONS.contains(keyword)) {
        let none = Value::Null;
        let (old, new) = (old.get(keyword).unwrap_or(&none), new.get(keyword).unwrap_or(&none));
        let at = format!("{at}/{keyword}");
        match (keyword, old, new) {
            // Members that move between these two come with more events, or with fewer: then `properties`
            // tells.
            ("dependentSchemas", ..) => {}
            ("properties" | "$defs" | "webhooks" | "schemas", Value::Object(old), Value::Object(new)) => {
                named(old, new, &at, found);
            }
            ("required", ..) => {
                elements(old, new)
                    .for_each(|name| found.push(format!("{at}: {name} is not required any more")));
                elements(new, old).for_each(|name| found.push(format!("{at}: {name} is required now")));
            }
            ("enum", ..) => {
                elements(old, new).for_each(|value| found.push(format!("{at}: {value} is gone")));
            }
            ("anyOf", ..) => {
                elements(old, new).for_each(|form| found.push(format!("{at}: {form} is gone")));
                if !at.starts_with("/$defs/Known") {
                    elements(new, old).for_each(|form| found.push(format!("{at}: {form} may come now")));
                }
            }
            _ => schema(old, new, &at, found),
        }
    }
}

fn named(old: &Map<String, Value>, new: &Map<String, Value>, at: &str, found: &mut Vec<String>) {
    for (name, old) in old {
        match new.get(name) {
            Some(new) => schema(old, new, &format!("{at}/{name}"), found),
            None => found.push(format!("{at}/{name} is gone")),
        }
    }
}

/// The elements of `one` that are not in `other`.
fn elements(one: &Value, other: &Value) -> impl Iterator<Item = Value> {
    let all = |array: &Value| -> Vec<Value> {
        array.as_array().into_iter().flatten().map(without_annotations).collect()
    };
    let other = all(other);
    all(one).into_iter().filter(move |element| !other.contains(element))
}

fn without_annotations(value: &Value) -> Value {
    let Value::Object(members) = value else { return value.clone() };
    let kept = members.iter().filter(|(name, _)| !ANNOTATIONS.contains(&name.as_str()));
    kept.map(|(name, value)| (name.clone(), value.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::differences;
    use serde_json::json;

    #[test]
    fn every_breaking_difference_is_named() {
        let old = json!({"webhooks": {"hang": {"post": {"tags": ["a"]}}, "error": {}}, "$defs": {
            "Call": {
                "required": ["id"],
                "properties": {
                    "id": {"type": "string", "description": "An id."},
                    "cost": {"type": ["number", "null"]},
                    "secret": {"type": "string", "x-secret": true},
                    "name": {"type": "string"},
                },
            },
            "KnownRole": {"type": "string", "enum": ["user", "bot"]},
            "Gone": {},
            "Time": {"anyOf": [{"type": "number"}, {"type": "string"}]},
        }});
        let new = json!({"webhooks": {"hang": {"post": {"tags": ["b"]}}}, "$defs": {
            "Call": {
                "required": ["name"],
                "properties": {
                    "id": {"type": "string", "description": "Another text."},
                    "cost": {"type": ["string", "null"]},
                    "secret": {"type": "string"},
                    "name": {"type": "string"},
                    "added": {"type": "string"},
                },
            },
            "KnownRole": {"type": "string", "enum": ["user", "assistant"]},
            "Time": {"anyOf": [{"type": "number", "title": "a number"}, {"type": "boolean"}]},
            "Added": {},
        }});
        let expected = [
            "/$defs/Call/properties/cost/type: was [\"number\",\"null\"], is [\"string\",\"null\"]",
            "/$defs/Call/properties/secret/x-secret: was true, is null",
            "/$defs/Call/required: \"id\" is not required any more",
            "/$defs/Call/required: \"name\" is required now",
            "/$defs/Gone is gone",
            "/$defs/KnownRole/enum: \"bot\" is gone",
            "/$defs/Time/anyOf: {\"type\":\"string\"} is gone",
            "/$defs/Time/anyOf: {\"type\":\"boolean\"} may come now",
            "/webhooks/error is gone",
            "/webhooks/hang/post/tags: was [\"a\"], is [\"b\"]",
        ];
        let mut found = differences(&old, &new);
        found.sort();
        let mut expected = expected.map(str::to_owned);
        expected.sort();
        assert_eq!(found, expected);
        assert_eq!(differences(&old, &old), [""; 0]);
    }
}
