//! Members of plain Rust types: `bool`, `i64`, `String` and `Value`.

use std::borrow::Cow;

use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde_json::Value;

use super::value::{ValueVisitor, number_in_disguise};
use super::{Form, Member, Slot, View, ViewMut, put, put_text, refuse, refused};
use crate::json::Kind;
use crate::wire::Number;

struct BoolVisitor;

impl<'de> Visitor<'de> for BoolVisitor {
    type Value = bool;

    #[inline]
    fn visit_bool<E>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }

    refuse!(Boolean: number text bytes null array object);
}

impl Member for bool {
    const FORM: Form = Form::Boolean;

    #[inline]
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        put(BoolVisitor, slot, deserializer)
    }

    fn view(&self) -> View<'_> {
        View::Boolean(*self)
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        ViewMut::Plain
    }
}

impl Member for String {
    const FORM: Form = Form::Text;

    #[inline]
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        put_text(slot, deserializer, Cow::into_owned)
    }

    fn view(&self) -> View<'_> {
        View::Text(self)
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        ViewMut::Text(self)
    }
}

struct CountVisitor;

impl CountVisitor {
    #[cold]
    fn whole<E: Error>(self, number: Number) -> Result<i64, E> {
        number.as_i64().ok_or_else(|| {
            let has_fraction = number.as_f64().fract() != 0.0;
            refused(if has_fraction { Kind::Fraction } else { Kind::Beyond64 }, &self)
        })
    }
}

impl<'de> Visitor<'de> for CountVisitor {
    type Value = i64;

    #[inline]
    fn visit_i64<E>(self, whole: i64) -> Result<i64, E> {
        Ok(whole)
    }

    #[inline]
    fn visit_u64<E: Error>(self, large: u64) -> Result<i64, E> {
        i64::try_from(large).or_else(|_| self.whole(large.into()))
    }

    fn visit_f64<E: Error>(self, double: f64) -> Result<i64, E> {
        self.whole(double.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<i64, A::Error> {
        let number = number_in_disguise(map, &self)?;
        self.whole(number.into())
    }

    refuse!(Integer: boolean large text bytes null array);
}

/// Counts and whole milliseconds: an integer of 64 bits, also when it is written as a
/// whole float (`3.0`, `1.785e12`).
impl Member for i64 {
    const FORM: Form = Form::Count;

    #[inline]
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        put(CountVisitor, slot, deserializer)
    }

    fn view(&self) -> View<'_> {
        View::Count(*self)
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        ViewMut::Plain
    }
}

/// Any JSON: for members whose type no source shows.
impl Member for Value {
    const FORM: Form = Form::Any;

    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        put(ValueVisitor, slot, deserializer)
    }

    fn view(&self) -> View<'_> {
        View::Any(self)
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        ViewMut::Any(self)
    }
}

#[cfg(test)]
mod tests {
    fn whole(text: &str) -> Result<i64, String> {
        let mut reader = serde_json::Deserializer::from_str(text);
        crate::model::read(&mut reader).map_err(|error: serde_json::Error| error.to_string())
    }

    #[test]
    fn integers_take_whole_floats_and_nothing_else() {
        assert_eq!(whole("3.0"), Ok(3));
        assert_eq!(whole("1.785692500001e12"), Ok(1_785_692_500_001));
        assert_eq!(whole("-0.0"), Ok(0));
        assert_eq!(whole("9223372036854775807"), Ok(i64::MAX));
        let error = |text| whole(text).expect_err(text);
        assert!(error("3.5").starts_with("invalid type: a number with a fraction, expected an integer"));
        assert!(error("9223372036854775808").starts_with("invalid type: a number beyond 64 bits, expected"));
        assert!(error("1e30").starts_with("invalid type: a number beyond 64 bits, expected an integer"));
        assert!(error("\"3\"").starts_with("invalid type: a string, expected an integer"));
    }
}
