//! JSON whose objects keep the order in which they were written.
//!
//! `serde_json::Value` sorts members unless a feature says otherwise, and which features are on is for
//! the whole build to decide. People read schemas from top to bottom, so their order is kept here.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::Value;
use serde_json::ser::PrettyFormatter;

use crate::json::Reader;

/// A JSON value.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Node {
    Null,
    Bool(bool),
    Whole(i64),
    Unsigned(u64),
    Fraction(f64),
    Text(String),
    Array(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    /// Reads a fixture or a default, whose text a test has read before; anything else is `null`.
    pub(crate) fn read(text: &str) -> Self {
        Self::deserialize(&mut Reader::strict(text)).unwrap_or(Self::Null)
    }

    /// The member `name` of an object.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        self.members().iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// The value at a JSON pointer.
    pub(crate) fn pointer(&self, pointer: &str) -> Option<&Self> {
        pointer.split('/').skip(1).try_fold(self, |at, part| match at {
            Self::Array(array) => array.get(part.parse::<usize>().ok()?),
            _ => at.get(part),
        })
    }

    /// The members of an object.
    pub(crate) fn members(&self) -> &[(String, Self)] {
        if let Self::Object(members) = self { members } else { &[] }
    }

    /// The elements of an array.
    pub(crate) fn elements(&self) -> &[Self] {
        if let Self::Array(elements) = self { elements } else { &[] }
    }

    /// The text of a text.
    pub(crate) fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// Adds a member after the others, or replaces it in its place.
    pub(crate) fn set(&mut self, name: &str, value: impl Into<Self>) {
        if let Self::Object(members) = self {
            match members.iter_mut().find(|(other, _)| other == name) {
                Some((_, place)) => *place = value.into(),
                None => members.push((name.to_owned(), value.into())),
            }
        }
    }

    /// The same with these members behind.
    pub(crate) fn with(mut self, members: impl IntoIterator<Item = (String, Self)>) -> Self {
        members.into_iter().for_each(|(name, value)| self.set(&name, value));
        self
    }

    /// As lines, ready for a file, indented by `indent` a level.
    pub(crate) fn to_text(&self, indent: &str) -> String {
        let formatter = PrettyFormatter::with_indent(indent.as_bytes());
        let mut text = Vec::new();
        // Nothing in here fails to print: keys are texts, and numbers are finite.
        let _ = self.serialize(&mut serde_json::Serializer::with_formatter(&mut text, formatter));
        text.push(b'\n');
        String::from_utf8(text).unwrap_or_default()
    }
}

/// Writes an object: its members in this order.
macro_rules! node {
    ($($name:literal: $value:expr),* $(,)?) => {
        $crate::describe::Node::Object(vec![$(($name.to_owned(), $crate::describe::Node::from($value))),*])
    };
}
pub(crate) use node;

impl From<bool> for Node {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<&str> for Node {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Node {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<i64> for Node {
    fn from(value: i64) -> Self {
        Self::Whole(value)
    }
}

impl From<f64> for Node {
    /// A whole number is written without a fraction.
    #[allow(clippy::cast_possible_truncation, reason = "bounds are far below 2^53")]
    fn from(value: f64) -> Self {
        if value.fract() == 0.0 { Self::Whole(value as i64) } else { Self::Fraction(value) }
    }
}

impl<T: Into<Node>> From<Vec<T>> for Node {
    fn from(values: Vec<T>) -> Self {
        values.into_iter().collect()
    }
}

impl<T: Into<Node>, const N: usize> From<[T; N]> for Node {
    fn from(values: [T; N]) -> Self {
        values.into_iter().collect()
    }
}

impl<T: Into<Node>> FromIterator<T> for Node {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self::Array(values.into_iter().map(Into::into).collect())
    }
}

impl FromIterator<(String, Node)> for Node {
    fn from_iter<I: IntoIterator<Item = (String, Node)>>(members: I) -> Self {
        Self::Object(members.into_iter().collect())
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        match node {
            Node::Null => Self::Null,
            Node::Bool(value) => value.into(),
            Node::Whole(value) => value.into(),
            Node::Unsigned(value) => value.into(),
            Node::Fraction(value) => value.into(),
            Node::Text(value) => value.into(),
            Node::Array(values) => values.into_iter().map(Self::from).collect(),
            Node::Object(members) => {
                members.into_iter().map(|(name, value)| (name, Self::from(value))).collect()
            }
        }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Whole(value) => serializer.serialize_i64(*value),
            Self::Unsigned(value) => serializer.serialize_u64(*value),
            Self::Fraction(value) => serializer.serialize_f64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::Array(values) => serializer.collect_seq(values),
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reads)
    }
}

struct Reads;

impl<'de> Visitor<'de> for Reads {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Whole(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(i64::try_from(value).map_or(Node::Unsigned(value), Node::Whole))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Fraction(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<Node, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = array.next_element()? {
            values.push(value);
        }
        Ok(Node::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Node, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = object.next_entry()? {
            members.push(member);
        }
        Ok(Node::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::Node;

    #[test]
    fn order_and_values_stay() {
        let text = r#"{"b":[1,-2.5,18446744073709551615,"x",null,true],"a":{"d":{},"c":[]}}"#;
        let node = Node::read(text);
        assert_eq!(serde_json::to_string(&node).expect("prints"), text);
        let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
        assert_eq!(serde_json::Value::from(node.clone()), value);
        assert_eq!(node.pointer("/b/3").and_then(Node::as_str), Some("x"));
        assert_eq!(node.pointer("/a/x"), None);
    }
}
