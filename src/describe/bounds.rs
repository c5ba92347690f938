//! What validation asks for, in words and as keywords.
//!
//! Only the breach of a bound whose code is an error is refused; the rest is in words.

use super::node::{Node, node};
use crate::model::{Ask, Bound, Condition, Measure, ObjectForm, Severity};

/// A bound in words, for a description.
pub(super) fn in_words(bound: &Bound) -> String {
    format!("Validation: {}.", phrase(bound))
}

/// A bound as a part of a sentence.
pub(crate) fn phrase(bound: &Bound) -> String {
    let verb = if bound.code.severity() == Severity::Error { "must be" } else { "should be" };
    let condition = bound.condition.map_or(String::new(), |condition| format!(", {condition}"));
    format!("{verb} {bound}{condition}")
}

/// The keywords that assert a bound, if a breach is an error on no condition.
pub(super) fn asserted(bound: &Bound) -> Option<Vec<(String, Node)>> {
    (bound.condition.is_none() && bound.code.severity() == Severity::Error).then(|| keywords(bound))
}

fn keywords(bound: &Bound) -> Vec<(String, Node)> {
    let (least, most) = match bound.measure {
        Measure::Value if bound.exclusive => ("exclusiveMinimum", "maximum"),
        Measure::Value => ("minimum", "maximum"),
        Measure::Characters => ("minLength", "maxLength"),
        Measure::Elements => ("minItems", "maxItems"),
    };
    let limits = [(least, bound.minimum), (most, bound.maximum)];
    limits.into_iter().filter_map(|(keyword, limit)| Some((keyword.to_owned(), limit?.into()))).collect()
}

/// An http or https URL with a host, without white space and control characters.
const HTTP_URL: &str = "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#\\u0000-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\
    \\u202f\\u205f\\u3000][^\\u0000-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*$";

/// The keywords that assert what holds of an object on a condition.
pub(super) fn conditions(form: &ObjectForm) -> Vec<(String, Node)> {
    // What depends on the switch itself says so.
    let is_own = |condition: &&Condition| !form.switch || condition.member == "enabled";
    let (own, rest): (Vec<_>, Vec<_>) = form.conditions.iter().partition(is_own);
    let parts: Vec<_> = own.into_iter().map(condition).chain(unless_off(form, &rest)).collect();
    match <[Node; 1]>::try_from(parts) {
        Ok([only]) => only.members().to_vec(),
        Err(parts) if parts.is_empty() => Vec::new(),
        Err(parts) => vec![("allOf".to_owned(), parts.into())],
    }
}

/// What holds of an object that can be switched off, the bounds of its members among it: then nothing in it
/// need work.
fn unless_off(form: &ObjectForm, conditions: &[&Condition]) -> Option<Node> {
    let mut on = node! {"type": "object"};
    for member in form.members.iter().filter(|_| form.switch) {
        if let Some(bound) = member.bound
            && let Some(keywords) = asserted(bound)
        {
            let mut asked = node! {"type": [kind(bound), "null"]}.with(keywords);
            if let Some(default) = member.default {
                // Editors insert what the first schema says that they find.
                asked.set("default", Node::read(default));
            }
            insert(&mut on, &[member.wire], false, &asked);
        }
    }
    if conditions.is_empty() {
        on.get("properties")?;
    } else {
        on.set("allOf", conditions.iter().map(|one| condition(one)).collect::<Vec<_>>());
    }
    let off = node! {
        "type": "object",
        "required": ["enabled"],
        "properties": [("enabled".to_owned(), node! {"const": false})].into_iter().collect::<Node>(),
    };
    Some(node! {"$comment": "What is switched off is bound by nothing.", "if": off, "else": on})
}

fn condition(condition: &Condition) -> Node {
    let values: Vec<_> = condition.values.iter().map(|value| Node::read(value)).collect();
    let mut decides = node! {"type": "object", "required": [condition.member]};
    if !values.is_empty() {
        let properties = [(condition.member.to_owned(), node! {"enum": values})];
        decides.set("properties", properties.into_iter().collect::<Node>());
    }
    let mut then = node! {"type": "object"};
    for ask in condition.asks {
        let (way, present, asked) = match ask {
            // `null` reads as absent.
            Ask::Present(way) => (way, true, node! {"not": node! {"type": "null"}}),
            Ask::Url(way) => (way, true, node! {"type": "string", "pattern": HTTP_URL}),
            Ask::PresentWithin(way, bound) => (way, true, node! {"type": kind(bound)}.with(keywords(bound))),
            Ask::Within(way, bound) => {
                (way, false, node! {"type": [kind(bound), "null"]}.with(keywords(bound)))
            }
        };
        insert(&mut then, way, present, &asked);
    }
    node! {"$comment": condition.reason, "if": decides, "then": then}
}

/// The JSON type of what a bound is about.
fn kind(bound: &Bound) -> &'static str {
    match bound.measure {
        Measure::Value => "number",
        Measure::Characters => "string",
        Measure::Elements => "array",
    }
}

/// Asks something of the member at `way` below `object`.
fn insert(object: &mut Node, way: &[&str], present: bool, asked: &Node) {
    let [name, below @ ..] = way else { return };
    let mut properties = object.get("properties").cloned().unwrap_or(node! {});
    if below.is_empty() {
        properties.set(name, asked.clone());
    } else {
        let mut member = properties.get(name).cloned().unwrap_or(node! {"type": ["object", "null"]});
        insert(&mut member, below, present, asked);
        properties.set(name, member);
    }
    if present && below.is_empty() {
        let mut required = object.get("required").map_or(&[][..], Node::elements).to_vec();
        required.push((*name).into());
        object.set("required", required);
    }
    object.set("properties", properties);
}
