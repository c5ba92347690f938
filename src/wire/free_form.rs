//! JSON objects whose members this crate does not know.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::LazyLock;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

/// A JSON object with any members: the caller's own data, or members that this crate does
/// not model (`extra` of every wire object).
///
/// It is a [`serde_json::Map`] to read and to write; only its `Debug` shows no more than
/// the number of its members, as it often holds a patient's words.
///
/// ```
/// use interactly_webhooks::wire::FreeForm;
/// use serde_json::{Value, json};
///
/// let data = FreeForm::try_from(json!({"patient": 7})).unwrap();
/// assert_eq!(data["patient"], 7);
/// assert_eq!(Value::from(data), json!({"patient": 7}));
/// assert!(FreeForm::try_from(json!([7])).is_err());
/// ```
#[derive(Clone, Default)]
pub struct FreeForm(
    /// Absent while empty: every wire object has one of these, and few have anything in it.
    Option<Box<Map<String, Value>>>,
);

static EMPTY: LazyLock<Map<String, Value>> = LazyLock::new(Map::new);

impl FreeForm {
    /// The map itself.
    #[must_use]
    pub fn into_map(self) -> Map<String, Value> {
        self.0.map(|map| *map).unwrap_or_default()
    }

    /// How many members there are.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |map| map.len())
    }

    /// Whether there is no member.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Deref for FreeForm {
    type Target = Map<String, Value>;

    fn deref(&self) -> &Self::Target {
        self.0.as_deref().unwrap_or(&EMPTY)
    }
}

impl DerefMut for FreeForm {
    fn deref_mut(&mut self) -> &mut Self::Target {
        self.0.get_or_insert_default()
    }
}

impl PartialEq for FreeForm {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl From<Map<String, Value>> for FreeForm {
    fn from(map: Map<String, Value>) -> Self {
        Self(if map.is_empty() { None } else { Some(Box::new(map)) })
    }
}

impl From<FreeForm> for Map<String, Value> {
    fn from(data: FreeForm) -> Self {
        data.into_map()
    }
}

impl From<FreeForm> for Value {
    fn from(data: FreeForm) -> Self {
        Self::Object(data.into_map())
    }
}

impl TryFrom<Value> for FreeForm {
    type Error = NotAnObject;

    fn try_from(value: Value) -> Result<Self, NotAnObject> {
        match value {
            Value::Object(map) => Ok(map.into()),
            _ => Err(NotAnObject(())),
        }
    }
}

/// A value that should be a [`FreeForm`] is not a JSON object. Its JSON is its text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error, serde_with::SerializeDisplay)]
#[error("not a JSON object")]
pub struct NotAnObject(());

impl FromIterator<(String, Value)> for FreeForm {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(members: I) -> Self {
        members.into_iter().collect::<Map<_, _>>().into()
    }
}

impl fmt::Debug for FreeForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "object({} members)", self.len())
    }
}

impl Serialize for FreeForm {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::FreeForm;

    #[test]
    fn members_survive_with_their_nulls() {
        let text = r#"{"phone number":"1","n":null,"o":{"a":[1,null]}}"#;
        let data: FreeForm = serde_json::from_str(text).expect("reads");
        assert_eq!(data.get("phone number").and_then(|value| value.as_str()), Some("1"));
        let printed = serde_json::to_value(&data).expect("prints");
        assert_eq!(printed, serde_json::from_str::<serde_json::Value>(text).expect("reads"));
        assert_eq!(format!("{data:?}"), "object(3 members)");
    }

    #[test]
    fn only_an_object_is_one() {
        let error = serde_json::from_str::<FreeForm>("[1]").expect_err("an array");
        assert!(error.to_string().starts_with("invalid type: an array, expected an object"));
    }
}
