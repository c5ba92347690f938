//! What validation asks for, in words and as keywords.
//!
//! Only the breach of a bound whose code is an error is refused; the rest is in words.

use serde_json::{Map, Value, json};

use crate::validate::{Bound, Measure, Severity, bound_of};
use crate::wire::Number;

/// The bounds of a member in words, for its description.
pub(super) fn in_words(object: &str, member: &str) -> Option<String> {
    let bound = bound_of(object, member)?;
    let verb = if bound.code.severity() == Severity::Error { "must be" } else { "should be" };
    let condition = bound.condition.map_or(String::new(), |condition| format!(", {condition}"));
    Some(format!("Validation: {verb} {bound}{condition}."))
}

/// The keywords that assert the bounds of a member, if a breach is an error on no condition.
pub(super) fn keywords(object: &str, member: &str) -> Option<Map<String, Value>> {
    let bound = bound_of(object, member)?;
    (bound.condition.is_none() && bound.code.severity() == Severity::Error).then(|| asserted(bound))
}

fn asserted(bound: &Bound) -> Map<String, Value> {
    let number = |bound: Option<f64>| bound.map(|number| json!(Number::from(number)));
    let (minimum, maximum) = (number(bound.minimum), number(bound.maximum));
    let (least, most) = match bound.measure {
        Measure::Value if bound.exclusive => ("exclusiveMinimum", "maximum"),
        Measure::Value => ("minimum", "maximum"),
        Measure::Characters => ("minLength", "maxLength"),
        Measure::Elements => ("minItems", "maxItems"),
    };
    let limits = [(least, minimum), (most, maximum)];
    limits.into_iter().filter_map(|(keyword, limit)| Some((keyword.to_owned(), limit?))).collect()
}

/// An http or https URL with a host, without white space and control characters.
const HTTP_URL: &str = "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#\\u0000-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\
    \\u202f\\u205f\\u3000][^\\u0000-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*$";

/// What holds on a condition: a schema that the object has to satisfy, too.
pub(super) fn rule(object: &str) -> Option<Value> {
    let share = |member| bound_of("TtsConfig", member).map(asserted).unwrap_or_default();
    let messages = || bound_of("AssistantServer", "messages").map(asserted).unwrap_or_default();
    Some(match object {
        "AssistantServer" => {
            let mut list = messages();
            list.insert("type".to_owned(), "array".into());
            json!({
                "$comment": "A server that is switched on needs a URL and an event.",
                "if": {"required": ["enabled"], "properties": {"enabled": {"const": true}}},
                "then": {
                    "required": ["url", "messages"],
                    "properties": {"url": {"type": "string", "pattern": HTTP_URL}, "messages": list},
                },
            })
        }
        "TtsData" => json!({
            "$comment": "The shares of an ElevenLabs voice.",
            "if": {
                "required": ["vendor"],
                "properties": {"vendor": {"enum": ["eleven-labs", "eleven-labs-stream"]}},
            },
            "then": {"properties": {"config": {"properties": {
                "stability": share("stability"),
                "similarityBoost": share("similarityBoost"),
                "styleExaggeration": share("styleExaggeration"),
            }}}},
        }),
        "ControlRequest" => json!({
            "$comment": "Speaking needs a text.",
            "if": {"required": ["type"], "properties": {"type": {"const": "say"}}},
            "then": {"required": ["message"], "properties": {"message": {"type": "string"}}},
        }),
        _ => return None,
    })
}
