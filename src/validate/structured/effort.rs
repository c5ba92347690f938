//! How much work it is to hold data against a schema.
//!
//! Both come in bodies. A schema of two kilobytes can name itself so often that every value would be held
//! against millions of its parts, and each part that does not fit would be reported.

use serde_json::Value;

/// How deep references and data may lead into each other.
const DEEPEST: usize = 256;

/// Whether `data` can be held against `schema` in a time that grows with their lengths.
pub(super) fn is_bounded(schema: &Value, data: &Value) -> bool {
    // Of honest ones a value meets one part of the schema, or a few.
    let left = 1_000 + 32 * (values(schema) + values(data));
    Effort { root: schema, left }.spend(schema, data, DEEPEST).is_some()
}

/// How many values are in this one, itself included.
fn values(value: &Value) -> usize {
    1 + match value {
        Value::Array(array) => array.iter().map(values).sum(),
        Value::Object(members) => members.values().map(values).sum(),
        _ => 0,
    }
}

/// How many patterns a schema has, at most.
pub(super) fn patterns(schema: &Value) -> usize {
    match schema {
        Value::Array(parts) => parts.iter().map(patterns).sum(),
        Value::Object(keywords) => {
            let of = |(keyword, below): (&String, &Value)| match keyword.as_str() {
                "pattern" => 1,
                "patternProperties" => below.as_object().map_or(0, serde_json::Map::len),
                _ => 0,
            };
            keywords.iter().map(|keyword| of(keyword) + patterns(keyword.1)).sum()
        }
        _ => 0,
    }
}

struct Effort<'a> {
    root: &'a Value,
    /// How many times a value may still be held against a part of the schema.
    left: usize,
}

impl Effort<'_> {
    /// Counts a value held against a schema, and all that follows from it; `None` if that is too much.
    fn spend(&mut self, schema: &Value, data: &Value, deepest: usize) -> Option<()> {
        self.left = self.left.checked_sub(1)?;
        let deepest = deepest.checked_sub(1)?;
        let Some(keywords) = schema.as_object() else { return Some(()) };
        for (keyword, below) in keywords {
            match (keyword.as_str(), below) {
                ("$ref" | "$dynamicRef" | "$recursiveRef", _) => {
                    // What is named in another way may be any part.
                    let part = self.root.pointer(below.as_str()?.strip_prefix('#')?)?;
                    self.spend(part, data, deepest)?;
                }
                // Nothing in these is held against anything.
                (
                    "$defs" | "definitions" | "const" | "enum" | "default" | "examples" | "type" | "required",
                    _,
                ) => {}
                ("properties", Value::Object(parts)) => {
                    for (name, part) in parts {
                        if let Some(member) = data.get(name) {
                            self.spend(part, member, deepest)?;
                        }
                    }
                }
                ("allOf" | "anyOf" | "oneOf" | "not" | "if" | "then" | "else", parts) => {
                    self.each(parts, data, deepest)?;
                }
                // Of the rest each part is held against the value or against those in it.
                (_, parts @ (Value::Object(_) | Value::Array(_))) => {
                    self.each(parts, data, deepest)?;
                    match data {
                        Value::Array(values) => {
                            values.iter().try_for_each(|value| self.each(parts, value, deepest))?;
                        }
                        Value::Object(members) => {
                            members.values().try_for_each(|value| self.each(parts, value, deepest))?;
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        Some(())
    }

    /// A value held against a schema, or against each in an array or object of them.
    fn each(&mut self, parts: &Value, data: &Value, deepest: usize) -> Option<()> {
        match parts {
            Value::Array(parts) => parts.iter().try_for_each(|part| self.spend(part, data, deepest)),
            parts => self.spend(parts, data, deepest),
        }
    }
}
