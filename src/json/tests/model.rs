//! A small model that is read as payloads are: by the questions of [`ask`].

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::Value;

use crate::json::{Error, Expected, Marker, Notes, Reader, ask};

pub(super) fn lenient<T: for<'de> Deserialize<'de>>(text: &str) -> Result<(T, Notes), Error> {
    let mut reader = Reader::lenient(text)?;
    let value = T::deserialize(&mut reader)?;
    Ok((value, reader.finish()?))
}

pub(super) fn strict<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, Error> {
    let mut reader = Reader::strict(text);
    let value = T::deserialize(&mut reader)?;
    reader.finish()?;
    Ok(value)
}

/// An integer and nothing else.
#[derive(Debug, PartialEq)]
pub(super) struct Int(pub(super) i64);

impl<'de> Deserialize<'de> for Int {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(IntVisitor)
    }
}

struct IntVisitor;

impl Visitor<'_> for IntVisitor {
    type Value = Int;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Expected::Integer.as_str())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Int, E> {
        Ok(Int(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Int, E> {
        i64::try_from(value).map(Int).map_err(|_| E::custom("too large"))
    }
}

/// An array that keeps what fits.
#[derive(Debug, PartialEq)]
pub(super) struct Array<T>(pub(super) Vec<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Array<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ArrayVisitor(PhantomData))
    }
}

struct ArrayVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ArrayVisitor<T> {
    type Value = Array<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Expected::Array.as_str())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Array<T>, A::Error> {
        let mut elements = Vec::new();
        loop {
            match access.next_element() {
                Ok(Some(element)) => elements.push(element),
                Ok(None) => return Ok(Array(elements)),
                Err(error) if is_marked(&error) => {
                    access.next_element_seed(Ask("", ask::SKIP))?;
                }
                Err(error) => return Err(error),
            }
        }
    }
}

/// An object: `a` is required, the rest may be absent.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Item {
    pub(super) a: Option<Int>,
    pub(super) b: Option<Int>,
    pub(super) c: Option<String>,
    pub(super) items: Option<Array<Item>>,
    pub(super) extra: BTreeMap<String, Value>,
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ItemVisitor)
    }
}

struct ItemVisitor;

impl<'de> Visitor<'de> for ItemVisitor {
    type Value = Item;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Expected::Object.as_str())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Item, A::Error> {
        let mut item = Item::default();
        let mut seen: [bool; 4] = [false; 4];
        while let Some(key) = access.next_key_seed(Known)? {
            let repeated = match &key {
                Ok(index) => std::mem::replace(&mut seen[*index], true),
                Err(name) => item.extra.contains_key(name),
            };
            if repeated {
                access.next_value_seed(Ask("", ask::REPEATED))?;
            }
            let read = match key {
                Ok(0) => access.next_value().map(|value| item.a = Some(value)),
                Ok(1) => access.next_value().map(|value| item.b = Some(value)),
                Ok(2) => access.next_value().map(|value| item.c = Some(value)),
                Ok(_) => access.next_value().map(|value| item.items = Some(value)),
                Err(name) => access.next_value().map(|value| drop(item.extra.insert(name, value))),
            };
            match read {
                Err(error) if is_marked(&error) => access.next_value_seed(Ask("", ask::SKIP))?,
                read => read?,
            }
        }
        if !seen[0] {
            let error = A::Error::missing_field("a");
            if !is_marked(&error) {
                return Err(error);
            }
            access.next_value_seed(Ask("a", ask::MISSING))?;
        }
        Ok(item)
    }
}

pub(super) fn is_marked<E: std::error::Error>(error: &E) -> bool {
    error.source().is_some_and(<dyn std::error::Error>::is::<Marker>)
}

/// As keys end: with a quote and a colon.
const NAMES: &[&str] = &["a\":", "b\":", "c\":", "items\":"];

/// A key: the index of a name, or another.
struct Known;

impl<'de> DeserializeSeed<'de> for Known {
    type Value = Result<usize, String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Known {
    type Value = Result<usize, String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Expected::Key.as_str())
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        // The last name is not predicted.
        deserializer.deserialize_struct("", &NAMES[..3], self)
    }

    fn visit_u64<E>(self, index: u64) -> Result<Self::Value, E> {
        Ok(Ok(usize::try_from(index).unwrap_or(usize::MAX)))
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        let known = NAMES.iter().position(|known| known.strip_suffix("\":") == Some(name));
        Ok(known.ok_or_else(|| name.to_owned()))
    }
}

/// A question to the reader.
pub(super) struct Ask(pub(super) &'static str, pub(super) usize);

impl<'de> DeserializeSeed<'de> for Ask {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_tuple_struct(self.0, self.1, IgnoredAny).map(drop)
    }
}
