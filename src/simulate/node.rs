//! JSON as the platform writes it: the order of members, `null`s and the digits of numbers count.

mod convert;
mod print;

use std::borrow::Cow;
use std::sync::Arc;

/// A JSON value. `serde_json`'s own loses the order of members, unless another crate of the build
/// switches that on, and bodies must be the same in every build.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// Leaves the member out of the object that it is put into.
    Absent,
    Null,
    Boolean(bool),
    Whole(i64),
    /// A number of this many decimal places: `(41676, 3)` is `41.676`.
    Decimal(i64, usize),
    Double(f64),
    /// A number that neither holds.
    Digits(String),
    Text(Cow<'static, str>),
    Array(Vec<Node>),
    Object(Vec<(Cow<'static, str>, Node)>),
    /// What several bodies have, printed once.
    Shared(Arc<Printed>),
}

/// A value and its text.
#[derive(Debug)]
pub(super) struct Printed {
    node: Node,
    text: Vec<u8>,
}

/// Writes a [`Node`] as JSON; the values are expressions, `node!` again for what is nested.
macro_rules! node {
    ({ $($name:literal: $value:expr),* $(,)? }) => {
        $crate::simulate::node::Node::object([
            $((std::borrow::Cow::Borrowed($name), $crate::simulate::node::Node::from($value)),)*
        ])
    };
    ([ $($value:expr),* $(,)? ]) => {
        $crate::simulate::node::Node::Array(vec![$($crate::simulate::node::Node::from($value),)*])
    };
}
pub(super) use node;

impl Node {
    /// An object of the members that are not absent.
    pub(super) fn object(members: impl IntoIterator<Item = (Cow<'static, str>, Node)>) -> Self {
        Self::Object(members.into_iter().filter(|(_, value)| !matches!(value, Node::Absent)).collect())
    }

    /// The average of `count` values with this sum; 0 of none.
    #[allow(clippy::cast_precision_loss, reason = "sums of a call are far below 2^53")]
    pub(super) fn average(sum: i64, count: i64) -> Self {
        if count == 0 { Self::Whole(0) } else { Self::Double(sum as f64 / count as f64) }
    }

    /// The same value, with its text made once for all bodies that hold it.
    pub(super) fn shared(self) -> Self {
        let text = self.print();
        Self::Shared(Arc::new(Printed { node: self, text }))
    }

    /// What is here, whether it is shared or not.
    pub(super) fn bare(&self) -> &Node {
        match self {
            Self::Shared(printed) => printed.node.bare(),
            other => other,
        }
    }

    /// The same, to change it in this place only.
    pub(super) fn bare_mut(&mut self) -> &mut Node {
        if let Self::Shared(printed) = self {
            *self = printed.node.clone();
            return self.bare_mut();
        }
        self
    }

    /// A member of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Node> {
        match self.bare() {
            Self::Object(members) => members.iter().find(|(own, _)| own == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// A member of an object, to change it.
    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut Node> {
        match self.bare_mut() {
            Self::Object(members) => members.iter_mut().find(|(own, _)| own == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// What is at the end of this path of members.
    pub(super) fn at(&self, names: &[&str]) -> Option<&Node> {
        names.iter().try_fold(self, |node, name| node.get(name))
    }

    /// The text, if it is one.
    pub(super) fn as_text(&self) -> Option<&str> {
        match self.bare() {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The boolean, if it is one.
    pub(super) fn as_boolean(&self) -> Option<bool> {
        match self.bare() {
            Self::Boolean(boolean) => Some(*boolean),
            _ => None,
        }
    }

    /// The elements of an array; none of anything else.
    pub(super) fn elements(&self) -> &[Node] {
        match self.bare() {
            Self::Array(elements) => elements,
            _ => &[],
        }
    }

    /// The members of an object; none of anything else.
    pub(super) fn members(&self) -> &[(Cow<'static, str>, Node)] {
        match self.bare() {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    /// Puts a member into an object, over one of the same name. Does nothing elsewhere.
    pub(super) fn insert(&mut self, name: &str, value: Node) {
        if let Self::Object(members) = self.bare_mut() {
            match members.iter_mut().find(|(own, _)| own == name) {
                Some((_, old)) => *old = value,
                None => members.push((Cow::Owned(name.to_owned()), value)),
            }
        }
    }

    /// Takes a member out of an object.
    pub(super) fn remove(&mut self, name: &str) {
        if let Self::Object(members) = self.bare_mut() {
            members.retain(|(own, _)| own != name);
        }
    }

    /// An object of the members with these names, as far as they are there.
    pub(super) fn only(&self, names: &[&str]) -> Self {
        let kept = self.members().iter().filter(|(name, _)| names.contains(&name.as_ref()));
        Self::Object(kept.cloned().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Node;
    use serde_json::json;

    fn text(node: &Node) -> String {
        String::from_utf8(node.print()).expect("UTF-8")
    }

    #[test]
    fn decimals_have_no_tail() {
        for (digits, places, expected) in [
            (41_676, 3, "41.676"),
            (-5, 3, "-0.005"),
            (7_000, 3, "7"),
            (0, 9, "0"),
            (120, 0, "120"),
            (1, 9, "0.000000001"),
        ] {
            assert_eq!(text(&Node::Decimal(digits, places)), expected);
        }
        assert_eq!(text(&Node::average(7_354, 70)), "105.05714285714286");
        assert_eq!(text(&Node::average(176, 2)), "88");
        assert_eq!(text(&Node::average(1, 0)), "0");
    }

    #[test]
    fn objects_keep_their_order_and_leave_out_what_is_absent() {
        let node = node!({"b": 1_i64, "a": None::<i64>, "c": node!([true, Node::Null, "é\n"])});
        assert_eq!(text(&node), r#"{"b":1,"c":[true,null,"é\n"]}"#);
        assert_eq!(text(&json!({"b": 1.5, "a": [null]}).into()), r#"{"a":[null],"b":1.5}"#);
    }

    #[test]
    fn what_is_shared_is_changed_in_one_place_only() {
        let shared = node!({"a": node!({"b": 1_i64}).shared()}).shared();
        let mut other = shared.clone();
        other.get_mut("a").expect("is there").insert("b", 2_i64.into());
        assert_eq!((text(&shared).as_str(), text(&other).as_str()), (r#"{"a":{"b":1}}"#, r#"{"a":{"b":2}}"#));
    }
}
