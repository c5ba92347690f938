//! JSON objects whose members this crate does not know.

use std::fmt;
use std::ops::{Deref, DerefMut};

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::{Class, Member, is_number_in_disguise, refuse, refused};
use crate::redact::Redactor;

/// A JSON object with any members: the caller's own data, or members that this crate does
/// not model (`extra` of every wire object).
///
/// It is a [`serde_json::Map`] to read and to write; only its `Debug` shows no more than
/// the number of its members, for what stands in it is often a patient's.
#[derive(Clone, PartialEq, Default)]
pub struct FreeForm(Map<String, Value>);

impl FreeForm {
    /// The map itself.
    #[must_use]
    pub fn into_map(self) -> Map<String, Value> {
        self.0
    }
}

impl Deref for FreeForm {
    type Target = Map<String, Value>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for FreeForm {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl From<Map<String, Value>> for FreeForm {
    fn from(map: Map<String, Value>) -> Self {
        Self(map)
    }
}

impl FromIterator<(String, Value)> for FreeForm {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(members: I) -> Self {
        Self(members.into_iter().collect())
    }
}

impl fmt::Debug for FreeForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "object({} members)", self.0.len())
    }
}

impl Serialize for FreeForm {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for FreeForm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FreeFormVisitor;
        impl<'de> Visitor<'de> for FreeFormVisitor {
            type Value = FreeForm;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FreeForm, A::Error> {
                let mut members = Map::new();
                while let Some(key) = map.next_key::<String>()? {
                    if is_number_in_disguise(&key) {
                        return Err(refused("a number", &self));
                    }
                    members.insert(key, map.next_value()?);
                }
                Ok(FreeForm(members))
            }
            refuse!(boolean number text null list);
        }
        deserializer.deserialize_any(FreeFormVisitor)
    }
}

impl Member for FreeForm {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    fn redact(&mut self, _: Class, with: &mut Redactor) {
        with.free_form(self);
    }

    fn show(&self, _: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
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
        let error = serde_json::from_str::<FreeForm>("[1]").expect_err("a list");
        assert!(error.to_string().starts_with("invalid type: a list, expected an object"));
    }
}
