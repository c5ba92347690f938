//! Where a value of the caller's own goes.

use super::SimulateError;
use super::node::Node;

/// A place below a body, an RFC 6901 JSON pointer.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pointer: String,
    /// The names from the body to the parent.
    parents: Vec<String>,
    /// The last name.
    last: String,
}

impl Place {
    pub(super) fn new(pointer: &str) -> Result<Self, SimulateError> {
        let refused = || SimulateError::Pointer(pointer.to_owned());
        let names = pointer.strip_prefix('/').ok_or_else(refused)?;
        let mut parents = names.split('/').map(unescaped).collect::<Option<Vec<_>>>().ok_or_else(refused)?;
        let last = parents.pop().ok_or_else(refused)?;
        Ok(Self { pointer: pointer.to_owned(), parents, last })
    }

    /// The pointer as it was given.
    pub(super) fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Puts a value there, if `body` has the place or an object around it; says whether it has.
    pub(super) fn put(&self, body: &mut Node, value: &Node) -> bool {
        // What is shared with other bodies is copied only if something will change.
        self.is_in(body) && self.put_in(body, value).is_some()
    }

    /// What is there.
    pub(super) fn find<'a>(&self, body: &'a Node) -> Option<&'a Node> {
        let parent = self.parents.iter().try_fold(body, |node, name| step(node, name))?;
        step(parent, &self.last)
    }

    fn is_in(&self, body: &Node) -> bool {
        let parent = self.parents.iter().try_fold(body, |node, name| step(node, name));
        parent.is_some_and(|parent| match parent.bare() {
            Node::Object(_) => true,
            _ => step(parent, &self.last).is_some(),
        })
    }

    fn put_in(&self, body: &mut Node, value: &Node) -> Option<()> {
        let parent = self.parents.iter().try_fold(body, |node, name| step_mut(node, name))?;
        if let Some(old) = step_mut(parent, &self.last) {
            *old = value.clone();
        } else {
            parent.insert(&self.last, value.clone());
        }
        Some(())
    }
}

fn step<'a>(node: &'a Node, name: &str) -> Option<&'a Node> {
    match node.bare() {
        Node::Array(elements) => elements.get(index(name)?),
        other => other.get(name),
    }
}

fn step_mut<'a>(node: &'a mut Node, name: &str) -> Option<&'a mut Node> {
    match node.bare_mut() {
        Node::Array(elements) => elements.get_mut(index(name)?),
        other => other.get_mut(name),
    }
}

/// An index as RFC 6901 writes it: digits without leading zeros.
fn index(name: &str) -> Option<usize> {
    let is_canonical = name == "0" || !name.starts_with(['0', '+']);
    if is_canonical { name.parse().ok() } else { None }
}

/// A name without its escapes; `None` if a `~` escapes nothing.
fn unescaped(name: &str) -> Option<String> {
    let mut parts = name.split('~');
    let mut plain = parts.next()?.to_owned();
    for part in parts {
        let (escaped, rest) = match part.as_bytes().first()? {
            b'0' => ('~', &part[1..]),
            b'1' => ('/', &part[1..]),
            _ => return None,
        };
        plain.push(escaped);
        plain.push_str(rest);
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::{Node, Place};
    use serde_json::json;

    #[test]
    fn a_value_goes_where_the_place_or_its_parent_is() {
        for (pointer, expected) in [
            ("/a/b", Some(json!({"a": {"b": 9, "c~/": [1, 2]}}))),
            ("/a/new", Some(json!({"a": {"b": 0, "c~/": [1, 2], "new": 9}}))),
            ("/a/c~0~1/1", Some(json!({"a": {"b": 0, "c~/": [1, 9]}}))),
            ("/", Some(json!({"a": {"b": 0, "c~/": [1, 2]}, "": 9}))),
            ("/a/c~0~1/2", None),
            ("/a/c~0~1/01", None),
            ("/a/c~0~1/-", None),
            ("/a/b/c", None),
            ("/x/y", None),
        ] {
            let mut body: Node = json!({"a": {"b": 0, "c~/": [1, 2]}}).into();
            body = body.shared();
            let place = Place::new(pointer).expect("a pointer");
            assert_eq!(place.put(&mut body, &9_i64.into()), expected.is_some(), "{pointer}");
            if let Some(expected) = expected {
                let printed: serde_json::Value = serde_json::from_slice(&body.print()).expect("JSON");
                assert_eq!(printed, expected, "{pointer}");
            }
        }
    }

    #[test]
    fn other_texts_are_no_places() {
        for pointer in ["", "a", "message/call", "/a~", "/a~2", "#/a"] {
            let error = Place::new(pointer).expect_err(pointer);
            assert_eq!(
                error.to_string(),
                format!("`{pointer}`: not a JSON pointer (RFC 6901) to a member or an element")
            );
        }
    }
}
