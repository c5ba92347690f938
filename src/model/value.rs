//! Free JSON: unknown members, callers' data, and values of which no source shows the type.
//!
//! Not read by `serde_json`'s own readers: those let the last of two members of one name win
//! without a word, and take an object with a private name of theirs for a number.

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Number, Value};

use super::ask::{given_twice, skip_element, skip_member};
use super::keys::read_text_key;
use super::slot::make_room;
use super::{Form, Member, Slot, View, ViewMut, put, refuse, refused};
use crate::json::{Expected, Kind};
use crate::wire::FreeForm;

/// Reads any JSON.
pub(crate) struct ValueSeed;

impl<'de> DeserializeSeed<'de> for ValueSeed {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

pub(super) struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, whole: i64) -> Result<Value, E> {
        Ok(whole.into())
    }

    fn visit_u64<E>(self, large: u64) -> Result<Value, E> {
        Ok(large.into())
    }

    fn visit_f64<E: Error>(self, double: f64) -> Result<Value, E> {
        match Number::from_f64(double) {
            Some(number) => Ok(number.into()),
            None => Err(refused(Kind::OutOfRange, &self)),
        }
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        loop {
            make_room(&mut values, &array);
            match array.next_element_seed(ValueSeed) {
                Ok(Some(value)) => values.push(value),
                Ok(None) => return Ok(values.into()),
                Err(error) => skip_element(error, &mut array)?,
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(name) = read_text_key(&mut map)? {
            let Ok(name) = name else { return number_behind_token(&mut map).map(Value::Number) };
            read_entry(name, &mut members, &mut map)?;
        }
        Ok(members.into())
    }

    refuse!(Any: large bytes);
}

/// Reads the value of the member `name` into `members`.
pub(crate) fn read_entry<'de, A: MapAccess<'de>>(
    name: String,
    members: &mut Map<String, Value>,
    map: &mut A,
) -> Result<(), A::Error> {
    let entry = members.entry(name);
    if matches!(entry, Entry::Occupied(_)) {
        given_twice(map)?;
    }
    match (map.next_value_seed(ValueSeed), entry) {
        (Ok(value), Entry::Vacant(place)) => {
            place.insert(value);
        }
        (Ok(value), Entry::Occupied(mut place)) => {
            place.insert(value);
        }
        (Err(error), Entry::Occupied(place)) => {
            place.remove();
            skip_member(error, map)?;
        }
        (Err(error), Entry::Vacant(_)) => {
            skip_member(error, map)?;
            // Nothing is left here by which the same name would be known if it comes again.
            given_twice(map)?;
        }
    }
    Ok(())
}

/// Reads an object with any members.
struct FreeMapVisitor;

impl<'de> Visitor<'de> for FreeMapVisitor {
    type Value = FreeForm;

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        match ValueVisitor.visit_map(map)? {
            Value::Object(members) => Ok(members.into()),
            _ => Err(refused(Kind::Number, &self)),
        }
    }

    refuse!(Object: boolean number text bytes null array);
}

impl<'de> Deserialize<'de> for FreeForm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FreeMapVisitor)
    }
}

impl Member for FreeForm {
    const FORM: Form = Form::FreeObject;

    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        put(FreeMapVisitor, slot, deserializer)
    }

    fn view(&self) -> View<'_> {
        View::FreeObject(self)
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        ViewMut::FreeObject(self)
    }
}

/// The number that `map` is, or the error of a reader that found an object.
pub(super) fn number_in_disguise<'de, A: MapAccess<'de>>(
    mut map: A,
    expected: &dyn serde::de::Expected,
) -> Result<Number, A::Error> {
    match read_text_key(&mut map) {
        Ok(Some(Err(()))) => number_behind_token(&mut map),
        _ => Err(refused(Kind::Object, expected)),
    }
}

pub(super) fn number_behind_token<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Number, A::Error> {
    let text: String = map.next_value()?;
    let whole = text.parse().map(|whole: i64| whole.into());
    let whole = whole.or_else(|_| text.parse().map(|large: u64| large.into()));
    let number = whole.ok().filter(|_| text != "-0");
    number
        .or_else(|| Number::from_f64(text.parse().ok()?))
        .ok_or_else(|| refused(Kind::OutOfRange, &Expected::Number.as_str()))
}
