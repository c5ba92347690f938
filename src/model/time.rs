//! Members that are points in time.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::value::number_in_disguise;
use super::{Form, Member, Slot, View, ViewMut, put, read, refuse};
use crate::wire::{Number, Timestamp};

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer)
    }
}

struct TimestampVisitor;

impl<'de> Visitor<'de> for TimestampVisitor {
    type Value = Timestamp;

    #[inline]
    fn visit_i64<E>(self, whole: i64) -> Result<Timestamp, E> {
        Ok(Number::from(whole).into())
    }

    fn visit_u64<E>(self, large: u64) -> Result<Timestamp, E> {
        Ok(Number::from(large).into())
    }

    fn visit_f64<E>(self, double: f64) -> Result<Timestamp, E> {
        Ok(Number::from(double).into())
    }

    #[inline]
    fn visit_str<E>(self, text: &str) -> Result<Timestamp, E> {
        Ok(text.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Timestamp, A::Error> {
        number_in_disguise(map, &self).map(|number| Number::from(number).into())
    }

    refuse!(Time: boolean large bytes null array);
}

impl Member for Timestamp {
    const FORM: Form = Form::Time;

    #[inline]
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        put(TimestampVisitor, slot, deserializer)
    }

    fn view(&self) -> View<'_> {
        View::Time(self)
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        ViewMut::Time(self)
    }
}
