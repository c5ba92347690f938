//! Values of single members, taken from the examples.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{events, examples, payloads};
use crate::describe::Node;
use crate::model::{Class, Form, MemberForm, ObjectForm};

/// Values of a member in the fixtures: short ones, and no credentials.
pub(super) fn of_member(object: &'static ObjectForm, member: &'static MemberForm) -> &'static [Node] {
    static SEEN: LazyLock<Seen> = LazyLock::new(Seen::collect);
    if member.class == Class::Secret {
        return &[];
    }
    SEEN.0.get(&(address(object), member.wire)).map_or(&[], Vec::as_slice)
}

/// The values of each member of each object, which is known by its address.
struct Seen(BTreeMap<(usize, &'static str), Vec<Node>>);

fn address(object: &'static ObjectForm) -> usize {
    std::ptr::from_ref(object).addr()
}

/// How many values a member is shown with.
const SHOWN: usize = 2;

/// How long a shown text may be: enough for an id or a URL.
const LONG: usize = 100;

impl Seen {
    fn collect() -> Self {
        let mut seen = Self(BTreeMap::new());
        for event in events::all() {
            for example in examples::of(&event.file()) {
                seen.add(&Form::Object(event.body()), &example.value);
            }
        }
        for (name, form) in payloads::TYPES {
            for example in examples::of(name) {
                seen.add(&Form::Object(form()), &example.value);
            }
        }
        seen
    }

    fn add(&mut self, form: &Form, value: &Node) {
        match (form, value) {
            (Form::Object(object), Node::Object(members)) => {
                for (name, value) in members {
                    let Some(member) = object.member(name) else { continue };
                    if is_short(value) {
                        let shown = self.0.entry((address(object), member.wire)).or_default();
                        if shown.len() < SHOWN && !shown.contains(value) {
                            shown.push(value.clone());
                        }
                    }
                    self.add(&member.form, value);
                }
            }
            (Form::Array(of) | Form::OneOrMany(of), Node::Array(values)) => {
                for value in values {
                    self.add(of, value);
                }
            }
            (Form::Optional(of) | Form::Loose(of) | Form::OneOrMany(of), value) => self.add(of, value),
            _ => {}
        }
    }
}

/// Whether a value says something and fits on a line.
fn is_short(value: &Node) -> bool {
    match value {
        Node::Null => false,
        Node::Text(text) => !text.is_empty() && text.len() <= LONG,
        Node::Array(values) => {
            !values.is_empty()
                && values.len() <= 4
                && values.iter().all(|value| is_short(value) && !matches!(value, Node::Object(_)))
        }
        Node::Object(members) => {
            !members.is_empty()
                && members.len() <= 4
                && members.iter().all(|(_, value)| matches!(value, Node::Whole(_) | Node::Bool(_)))
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use schemars::generate::SchemaSettings;
    use serde_json::Value;

    use crate::describe::Profile;
    use crate::message::call::Call;

    /// Leaves out the examples, and counts them.
    fn strip(schema: &mut Value) -> usize {
        match schema {
            Value::Object(members) => {
                let own = usize::from(members.remove("examples").is_some());
                own + members.values_mut().map(strip).sum::<usize>()
            }
            Value::Array(values) => values.iter_mut().map(strip).sum(),
            _ => 0,
        }
    }

    #[test]
    fn another_generator_makes_the_same_without_examples() {
        let mut asked = crate::schema::of::<Call>(Profile::Wire);
        let generator = SchemaSettings::draft2020_12().into_generator();
        let mut other = generator.into_root_schema_for::<Call>().to_value();
        assert_eq!(strip(&mut other), 0);
        assert!(strip(&mut asked) > 10);
        assert_eq!(asked, other);
    }
}
