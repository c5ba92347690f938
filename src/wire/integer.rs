//! Counts: `i64`.

use std::fmt;

use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::number::number_from_map;
use super::{Class, Member, Number, Slot, To, refuse, refused};

impl Member for i64 {
    /// Counts and whole milliseconds: an integer of 64 bits, also when it is written as a
    /// whole float (`3.0`, `1.785e12`).
    #[inline]
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(IntegerVisitor)
    }

    #[inline]
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(To(IntegerVisitor, slot))
    }

    fn extent(&self) -> Option<(f64, f64)> {
        Number::from(*self).extent()
    }

    fn show(&self, _: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

struct IntegerVisitor;

impl IntegerVisitor {
    fn whole<E: Error>(self, number: Number) -> Result<i64, E> {
        number.as_i64().ok_or_else(|| {
            let has_fraction = number.as_f64().fract() != 0.0;
            refused(if has_fraction { "a number with a fraction" } else { "a number beyond 64 bits" }, &self)
        })
    }
}

impl<'de> Visitor<'de> for IntegerVisitor {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an integer")
    }

    #[inline]
    fn visit_i64<E>(self, whole: i64) -> Result<i64, E> {
        Ok(whole)
    }

    #[inline]
    fn visit_u64<E: Error>(self, large: u64) -> Result<i64, E> {
        self.whole(large.into())
    }

    fn visit_f64<E: Error>(self, double: f64) -> Result<i64, E> {
        self.whole(double.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<i64, A::Error> {
        let number = number_from_map(map, &self)?;
        self.whole(number)
    }

    refuse!(boolean text null list);
}

#[cfg(test)]
mod tests {
    use crate::wire::Member;

    fn whole(text: &str) -> Result<i64, String> {
        i64::read(&mut serde_json::Deserializer::from_str(text)).map_err(|error| error.to_string())
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
