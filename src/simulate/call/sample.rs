//! Data that satisfies a schema, as an analysis would find it.

use crate::simulate::clock::{self, DAY, FIRST_DAY};
use crate::simulate::node::{Node, node};
use crate::simulate::random::Random;

/// Data for a schema, if nothing beyond these keywords decides: `const`, `enum`, `type`, `properties`,
/// `items`, `minItems`, `minimum`, `maximum`, `minLength`, `maxLength` and `format`.
pub(super) fn data(schema: &Node, customer: &str, random: &mut Random) -> Node {
    Sample { customer, random, left: MOST_ELEMENTS }.value(schema, "")
}

/// The most elements of arrays altogether: arrays of arrays could ask for any number.
const MOST_ELEMENTS: i64 = 1_000;

struct Sample<'a> {
    customer: &'a str,
    random: &'a mut Random,
    /// The elements that there may still be.
    left: i64,
}

impl Sample<'_> {
    fn value(&mut self, schema: &Node, name: &str) -> Node {
        if let Some(constant) = schema.get("const") {
            return constant.clone();
        }
        let choices = schema.get("enum").map_or(&[][..], Node::elements);
        if !choices.is_empty() {
            return choices[self.random.below(choices.len())].clone();
        }
        match type_of(schema) {
            "object" => {
                let properties = schema.get("properties").map_or(&[][..], Node::members);
                let members: Vec<_> = properties
                    .iter()
                    .map(|(name, schema)| (name.clone(), self.value(schema, name)))
                    .collect();
                Node::object(members)
            }
            "array" => {
                let count = number(schema, "minItems", f64::ceil).unwrap_or(1).clamp(0, self.left);
                self.left -= count;
                let any = node!({});
                let items = schema.get("items").unwrap_or(&any);
                Node::Array((0..count).map(|_| self.value(items, name)).collect())
            }
            "boolean" => self.random.percent(50).into(),
            "null" => Node::Null,
            "integer" | "number" => self.number(schema),
            _ => text(schema, name, self.customer, self.random).into(),
        }
    }

    /// An integer between the bounds, or the lower one if no integer is between them.
    fn number(&mut self, schema: &Node) -> Node {
        let (least, most) = (number(schema, "minimum", f64::ceil), number(schema, "maximum", f64::floor));
        let least = least.unwrap_or_else(|| most.map_or(0, |most| most.min(0)));
        let most = most.unwrap_or(least.saturating_add(100));
        match schema.get("minimum") {
            Some(minimum) if least > most => minimum.clone(),
            _ => self.random.between(least, most).into(),
        }
    }
}

/// The first type that is not `null`; a text if nothing says.
fn type_of(schema: &Node) -> &str {
    let Some(types) = schema.get("type") else {
        return if schema.get("properties").is_some() { "object" } else { "string" };
    };
    let of_several = || {
        let mut names = types.elements().iter().filter_map(Node::as_text);
        names.clone().find(|name| *name != "null").or_else(|| names.next())
    };
    types.as_text().or_else(of_several).unwrap_or("string")
}

/// A number, rounded where it has a fraction.
#[allow(clippy::cast_possible_truncation, reason = "a float that does not fit becomes the nearest integer")]
fn number(schema: &Node, keyword: &str, rounded: fn(f64) -> f64) -> Option<i64> {
    match schema.get(keyword)?.bare() {
        Node::Whole(whole) => Some(*whole),
        Node::Double(double) => Some(rounded(*double) as i64),
        _ => None,
    }
}

fn text(schema: &Node, name: &str, customer: &str, random: &mut Random) -> String {
    let time = FIRST_DAY + random.between(200, 360) * DAY + random.between(0, DAY - 1);
    let printed = |node: Node| node.as_text().unwrap_or_default().to_owned();
    match schema.get("format").and_then(Node::as_text) {
        Some("date") => printed(clock::day(time)),
        Some("date-time") => printed(clock::text(time)),
        Some("time") => format!("{:02}:{:02}:00Z", random.below(24), random.below(60)),
        Some("email") => format!("{}@example.com", random.hex(6)),
        Some("uuid") => random.uuid(),
        Some("uri") => format!("https://example.com/{}", random.hex(6)),
        _ => {
            let text = text_for(name, customer, random);
            let length =
                |keyword| number(schema, keyword, f64::ceil).and_then(|length| usize::try_from(length).ok());
            let (least, most) = (length("minLength").unwrap_or(0), length("maxLength").unwrap_or(usize::MAX));
            let padding = std::iter::repeat_n('x', least.min(10_000).saturating_sub(text.chars().count()));
            text.chars().chain(padding).take(most).collect()
        }
    }
}

/// A text for something of this name.
pub(super) fn text_for(name: &str, customer: &str, random: &mut Random) -> String {
    let name = name.to_lowercase();
    if name.contains("phone") {
        random.telephone()
    } else if name.contains("name") && !customer.is_empty() {
        customer.to_owned()
    } else if name.contains("date") {
        "Thursday, July 16".to_owned()
    } else {
        random.pick(&["not mentioned", "as before", "in the morning", "Alder Lane"]).to_owned()
    }
}
