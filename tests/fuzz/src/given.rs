//! What `serde_json`'s reader finds in a text.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// A value as `serde_json` gives it, and whether any member in it is given twice.
///
/// Not read as a `Value` of theirs, which does not tell the latter, and takes objects with private names
/// of theirs for numbers and texts.
pub struct Given {
    pub value: Value,
    pub twice: bool,
}

impl Given {
    pub fn read(bytes: &[u8]) -> serde_json::Result<Self> {
        serde_json::from_slice(bytes)
    }
}

impl From<Value> for Given {
    fn from(value: Value) -> Self {
        Given { value, twice: false }
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(GivenVisitor)
    }
}

struct GivenVisitor;

impl<'de> Visitor<'de> for GivenVisitor {
    type Value = Given;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Given, E> {
        Ok(Value::Null.into())
    }

    fn visit_bool<E>(self, value: bool) -> Result<Given, E> {
        Ok(Value::from(value).into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Given, E> {
        Ok(Value::from(value).into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Given, E> {
        Ok(Value::from(value).into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Given, E> {
        let number = Number::from_f64(value).ok_or_else(|| E::custom("not finite"))?;
        Ok(Value::Number(number).into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Given, E> {
        Ok(Value::from(text).into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<Given, A::Error> {
        let (mut values, mut twice) = (Vec::new(), false);
        while let Some(element) = array.next_element::<Given>()? {
            twice |= element.twice;
            values.push(element.value);
        }
        Ok(Given { value: values.into(), twice })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Given, A::Error> {
        let (mut members, mut twice) = (Map::new(), false);
        while let Some((name, member)) = object.next_entry::<String, Given>()? {
            twice |= member.twice | members.insert(name, member.value).is_some();
        }
        Ok(Given { value: members.into(), twice })
    }
}
