//! Members that are numbers: `Number`, and `NumberOrText`.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::value::number_in_disguise;
use super::{Form, Member, Slot, View, ViewMut, put, read, refuse};
use crate::wire::{Number, NumberOrText};

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer)
    }
}

struct NumberVisitor;

impl<'de> Visitor<'de> for NumberVisitor {
    type Value = Number;

    #[inline]
    fn visit_i64<E>(self, whole: i64) -> Result<Number, E> {
        Ok(whole.into())
    }

    #[inline]
    fn visit_u64<E>(self, large: u64) -> Result<Number, E> {
        Ok(large.into())
    }

    #[inline]
    fn visit_f64<E>(self, double: f64) -> Result<Number, E> {
        Ok(double.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Number, A::Error> {
        number_in_disguise(map, &self).map(Number::from)
    }

    refuse!(Number: boolean large text bytes null array);
}

impl Member for Number {
    const FORM: Form = Form::Number;

    #[inline]
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        put(NumberVisitor, slot, deserializer)
    }

    fn view(&self) -> View<'_> {
        View::Number(*self)
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        ViewMut::Plain
    }
}

impl<'de> Deserialize<'de> for NumberOrText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer)
    }
}

struct NumberOrTextVisitor;

impl<'de> Visitor<'de> for NumberOrTextVisitor {
    type Value = NumberOrText;

    fn visit_i64<E>(self, whole: i64) -> Result<NumberOrText, E> {
        Ok(NumberOrText::Number(whole.into()))
    }

    fn visit_u64<E>(self, large: u64) -> Result<NumberOrText, E> {
        Ok(NumberOrText::Number(large.into()))
    }

    fn visit_f64<E>(self, double: f64) -> Result<NumberOrText, E> {
        Ok(NumberOrText::Number(double.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<NumberOrText, E> {
        Ok(text.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<NumberOrText, A::Error> {
        number_in_disguise(map, &self).map(|number| NumberOrText::Number(number.into()))
    }

    refuse!(NumberOrString: boolean large bytes null array);
}

impl Member for NumberOrText {
    const FORM: Form = Form::NumberOrText;

    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        put(NumberOrTextVisitor, slot, deserializer)
    }

    fn view(&self) -> View<'_> {
        match self {
            Self::Number(number) => View::Number(*number),
            Self::Text(text) => View::Word(text),
        }
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        match self {
            Self::Number(_) => ViewMut::Plain,
            Self::Text(text) => ViewMut::Word(text),
        }
    }
}
