//! Printing a body with what was moved out in its place.
//!
//! The value prints itself first, as a `Value`. The places of what was found are a tree beside it;
//! both are gone through together, so the work is linear in both.

use std::collections::{BTreeSet, HashMap};

use serde::ser::{Serialize, SerializeMap as _, SerializeSeq as _, Serializer};
use serde_json::{Map, Value};

use super::Damage;
use super::raw::Raw;
use crate::json::{Found, ROOT, Step, What, key_at};
use crate::model::Form;
use crate::wire::Distribution;

/// Puts something else in the place of what was moved out.
pub(crate) trait Replace {
    /// In the place of a key that is the caller's.
    fn key(&self, key: &mut String);

    /// In the place of a value.
    fn value(&self, value: &mut Value);
}

/// Prints `value` with everything of `damage` put back; what `replace` makes of it, if there is one.
pub(crate) fn print<S: Serializer>(
    value: &Value,
    damage: &Damage,
    replace: Option<&dyn Replace>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let tree = Tree::new(damage, replace);
    let form = Some(Form::Object(damage.form));
    Place { tree: &tree, value, node: ROOT, form }.serialize(serializer)
}

/// No node, or nothing found.
const NONE: u32 = u32::MAX;

/// The nodes with their children and what was found at them, all as chains.
struct Tree<'a> {
    damage: &'a Damage,
    replace: Option<&'a dyn Replace>,
    /// For each node, and last for the root: the first child, and the first thing found.
    first: Vec<(u32, u32)>,
    next_sibling: Vec<u32>,
    next_found: Vec<u32>,
}

impl<'a> Tree<'a> {
    fn new(damage: &'a Damage, replace: Option<&'a dyn Replace>) -> Self {
        let places = damage.places();
        let slot = |node: u32| (node as usize).min(places.nodes.len());
        let mut tree = Self {
            damage,
            replace,
            first: vec![(NONE, NONE); places.nodes.len() + 1],
            next_sibling: vec![NONE; places.nodes.len()],
            next_found: vec![NONE; places.found.len()],
        };
        // From the last to the first, so that each chain is in the order of the text.
        for (node, own) in places.nodes.iter().enumerate().rev() {
            let first = &mut tree.first[slot(own.parent)].0;
            tree.next_sibling[node] = std::mem::replace(first, short(node));
        }
        for (index, found) in places.found.iter().enumerate().rev() {
            let first = &mut tree.first[slot(found.node)].1;
            tree.next_found[index] = std::mem::replace(first, short(index));
        }
        tree
    }

    fn children(&self, node: u32) -> impl Iterator<Item = u32> {
        let first = self.first[(node as usize).min(self.first.len() - 1)].0;
        std::iter::successors(Some(first).filter(|node| *node != NONE), |node| {
            Some(self.next_sibling[*node as usize]).filter(|node| *node != NONE)
        })
    }

    fn found(&self, node: u32) -> impl Iterator<Item = &Found> {
        let first = self.first[(node as usize).min(self.first.len() - 1)].1;
        let indexes = std::iter::successors(Some(first).filter(|index| *index != NONE), |index| {
            Some(self.next_found[*index as usize]).filter(|index| *index != NONE)
        });
        indexes.map(|index| &self.damage.places().found[index as usize])
    }

    fn step(&self, node: u32) -> Step {
        self.damage.places().nodes[node as usize].step
    }

    /// The value that was moved out of a node.
    fn moved_out(&self, node: u32) -> Option<&Found> {
        self.found(node).find(|found| is_moved_out(found.what))
    }

    /// What was there, to print.
    fn raw(&self, found: &Found) -> Raw<'_> {
        Raw { text: self.damage.range(found), replace: self.replace }
    }
}

fn short(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(NONE)
}

fn is_moved_out(what: What) -> bool {
    matches!(what, What::Refused(..) | What::RefusedOther | What::OutOfRange)
}

/// A value and its place in the tree.
struct Place<'a> {
    tree: &'a Tree<'a>,
    value: &'a Value,
    node: u32,
    form: Option<Form>,
}

impl Serialize for Place<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value {
            Value::Array(elements) => self.array(elements, serializer),
            Value::Object(members) => self.object(members, serializer),
            other => {
                let repaired = |found: &&Found| matches!(found.what, What::Surrogate | What::Rounded);
                match self.tree.found(self.node).find(repaired).map(|found| self.tree.raw(found)) {
                    // As it came, unless it was changed since.
                    Some(raw)
                        if raw.replace.is_none()
                            && raw.read().is_some_and(|(value, _)| is_same(&value, other)) =>
                    {
                        raw.serialize(serializer)
                    }
                    _ => other.serialize(serializer),
                }
            }
        }
    }
}

impl Place<'_> {
    fn array<S: Serializer>(&self, elements: &[Value], serializer: S) -> Result<S::Ok, S::Error> {
        let mut printed = serializer.serialize_seq(None)?;
        let mut elements = elements.iter();
        let mut position = 0;
        for node in self.tree.children(self.node) {
            let Step::Index(index) = self.tree.step(node) else { continue };
            while position < index
                && let Some(element) = elements.next()
            {
                printed.serialize_element(element)?;
                position += 1;
            }
            position = index + 1;
            if let Some(found) = self.tree.moved_out(node) {
                printed.serialize_element(&self.tree.raw(found))?;
            } else if let Some(value) = elements.next() {
                let form = self.form.and_then(Form::element);
                printed.serialize_element(&Place { tree: self.tree, value, node, form })?;
            }
        }
        for element in elements {
            printed.serialize_element(element)?;
        }
        printed.end()
    }

    fn object<S: Serializer>(&self, members: &Map<String, Value>, serializer: S) -> Result<S::Ok, S::Error> {
        let mut printed = serializer.serialize_map(None)?;
        let mut inside = HashMap::new();
        let mut overridden = BTreeSet::new();
        for node in self.tree.children(self.node) {
            let Step::Key { start, .. } = self.tree.step(node) else { continue };
            let name = self.name(start);
            if let Some(found) = self.tree.found(node).find(|found| found.what == What::Overridden) {
                printed.serialize_entry(&name, &self.tree.raw(found))?;
                overridden.insert(name);
            } else {
                inside.insert(name, node);
            }
        }
        for (name, value) in members {
            if let Some(node) = inside.remove(name.as_str()) {
                if let Some(found) = self.tree.moved_out(node) {
                    printed.serialize_entry(name, &self.tree.raw(found))?;
                } else {
                    let form = self.member_form(name);
                    printed.serialize_entry(name, &Place { tree: self.tree, value, node, form })?;
                }
            } else if !(is_empty(value) && self.is_missing(name)) {
                // Not a required member that was missing, and that nobody filled since.
                printed.serialize_entry(name, value)?;
            }
        }
        // Nodes are numbered in the order of the text.
        let mut inside: Vec<_> = inside.into_iter().collect();
        inside.sort_unstable_by_key(|(_, node)| *node);
        for (name, node) in inside {
            if let Some(found) = self.tree.moved_out(node) {
                printed.serialize_entry(&name, &self.tree.raw(found))?;
                overridden.remove(&name);
            }
        }
        // What counts of a member given twice may be a null that is not printed of itself; without it
        // the earlier value would count.
        for name in overridden.iter().filter(|name| !members.contains_key(name.as_str())) {
            printed.serialize_entry(name, &Value::Null)?;
        }
        printed.end()
    }

    fn member_form(&self, name: &str) -> Option<Form> {
        let object = self.form.and_then(Form::object)?;
        object.member(name).map(|member| member.form)
    }

    /// The name of the member whose key is at `start`, in the words of the printed value.
    fn name(&self, start: u32) -> String {
        let mut name = key_at(&self.tree.damage.text, start as usize).into_owned();
        let is_callers = match self.form {
            Some(form) if is_distribution(form) => !Distribution::is_bound(&name),
            form => form.and_then(Form::object).is_none() && self.node != ROOT,
        };
        if let Some(replace) = self.tree.replace.filter(|_| is_callers) {
            replace.key(&mut name);
        }
        name
    }

    fn is_missing(&self, name: &str) -> bool {
        self.tree.found(self.node).any(|found| match found.what {
            What::Missing(missing) => self.tree.damage.missing(missing) == name,
            _ => false,
        })
    }
}

/// Whether a histogram is read there: the bounds among its names are nobody's.
fn is_distribution(form: Form) -> bool {
    match form {
        Form::Distribution => true,
        Form::Optional(of) => is_distribution(*of),
        _ => false,
    }
}

/// Whether two scalars are equal; of numbers `0.0` is `0`, as types print it so.
fn is_same(a: &Value, b: &Value) -> bool {
    a == b || (a.is_number() && a.as_f64() == b.as_f64())
}

fn is_empty(value: &Value) -> bool {
    value.as_object().is_some_and(Map::is_empty)
}
