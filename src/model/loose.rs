//! Members that are an object where nobody has seen the shape.

use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde_json::Value;

use super::keys::read_text_key;
use super::value::{ValueSeed, number_behind_token};
use super::{Form, Member, Slot, View, ViewMut, put, refuse};
use crate::wire::Loose;

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Loose<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LooseVisitor(PhantomData))
    }
}

struct LooseVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for LooseVisitor<T> {
    type Value = Loose<T>;

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(other(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(other(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(other(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(other(value))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(other(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, array: A) -> Result<Self::Value, A::Error> {
        ValueSeed.deserialize(SeqAccessDeserializer::new(array)).map(other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let first = match read_text_key(&mut map)? {
            Some(Err(())) => return number_behind_token(&mut map).map(other),
            Some(Ok(name)) => Some(name),
            None => None,
        };
        T::deserialize(MapAccessDeserializer::new(Behind { first, map })).map(Loose::Object)
    }

    refuse!(Loose: large bytes null);
}

impl<T: Member + for<'de> Deserialize<'de>> Member for Loose<T> {
    const FORM: Form = Form::Loose(&T::FORM);

    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        put(LooseVisitor(PhantomData), slot, deserializer)
    }

    fn view(&self) -> View<'_> {
        match self {
            Self::Object(object) => object.view(),
            Self::Other(other) => View::Other(other.as_value()),
        }
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        match self {
            Self::Object(object) => object.view_mut(),
            Self::Other(other) => ViewMut::Any(other.as_value_mut()),
        }
    }
}

fn other<T>(value: impl Into<Value>) -> Loose<T> {
    Loose::Other(crate::wire::Other::new(value.into()))
}

/// An object whose first key was read, to see whether it is a number in disguise.
struct Behind<A> {
    first: Option<String>,
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Behind<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.first.take() {
            Some(name) => seed.deserialize(name.into_deserializer()).map(Some),
            None => self.map.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}
