//! Numbers that were measured, averaged or priced.

use std::cmp::Ordering;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::{Serialize, Serializer};
use time::Duration;

use super::{Class, Member, Slot, To, refuse, refused};

/// A number that may have a fraction: a measure, an average, an amount of money.
///
/// It is an `f64` for reading ([`Number::as_f64`]), and still prints every JSON number back
/// exactly: whole numbers of 64 bits, which a double would round, are kept as integers, and
/// a whole double prints without its `.0`, as the platform prints it.
///
/// ```
/// use interactly_webhooks::wire::Number;
///
/// let cost: Number = serde_json::from_str("0.010620000000000001").unwrap();
/// assert_eq!(cost.as_f64(), 0.010620000000000001);
/// assert_eq!(serde_json::to_string(&cost).unwrap(), "0.010620000000000001");
/// assert_eq!(serde_json::to_string(&Number::from(88.0)).unwrap(), "88");
/// ```
#[derive(Clone, Copy)]
pub struct Number(Form);

#[derive(Clone, Copy)]
enum Form {
    /// Any whole number of 64 bits, signed.
    Whole(i64),
    /// A whole number above `i64::MAX`.
    Large(u64),
    /// Everything else.
    Double(f64),
}

impl Number {
    /// The number as a double; whole numbers beyond 2^53 are rounded.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "documented: as_f64 rounds what a double cannot hold")]
    pub fn as_f64(self) -> f64 {
        match self.0 {
            Form::Whole(whole) => whole as f64,
            Form::Large(large) => large as f64,
            Form::Double(double) => double,
        }
    }

    /// The number as an integer, if it is whole and within 64 bits, signed.
    #[must_use]
    pub fn as_i64(self) -> Option<i64> {
        match self.0 {
            Form::Whole(whole) => Some(whole),
            // Minus zero, the only whole double that is kept as one within 64 bits.
            Form::Double(0.0) => Some(0),
            Form::Large(_) | Form::Double(_) => None,
        }
    }

    /// The number as a duration in seconds; `None` if it is negative or too large for one.
    #[must_use]
    pub fn as_seconds(self) -> Option<Duration> {
        let duration = std::time::Duration::try_from_secs_f64(self.as_f64()).ok()?;
        Duration::try_from(duration).ok()
    }

    /// The number as a duration in milliseconds; `None` if it is negative or too large for one.
    #[must_use]
    pub fn as_milliseconds(self) -> Option<Duration> {
        match self.as_i64() {
            Some(whole) => Some(Duration::milliseconds(whole)).filter(|duration| !duration.is_negative()),
            None => Self::from(self.as_f64() / 1000.0).as_seconds(),
        }
    }
}

impl From<f64> for Number {
    #[inline]
    fn from(double: f64) -> Self {
        // 2^63 as a double: the first one past `i64::MAX`, to which the cast saturates.
        const END: f64 = 9_223_372_036_854_775_808.0;
        #[allow(clippy::cast_possible_truncation, reason = "checked: it must give the same double back")]
        let whole = double as i64;
        #[allow(clippy::cast_precision_loss, clippy::float_cmp, reason = "that is the check")]
        let same = whole as f64 == double;
        if same && double != END && !(whole == 0 && double.is_sign_negative()) {
            return Self(Form::Whole(whole));
        }
        Self(Form::Double(double))
    }
}

impl From<i64> for Number {
    #[inline]
    fn from(whole: i64) -> Self {
        Self(Form::Whole(whole))
    }
}

impl From<i32> for Number {
    fn from(whole: i32) -> Self {
        Self(Form::Whole(whole.into()))
    }
}

impl From<u64> for Number {
    #[inline]
    fn from(large: u64) -> Self {
        Self(i64::try_from(large).map_or(Form::Large(large), Form::Whole))
    }
}

impl From<Number> for f64 {
    fn from(number: Number) -> Self {
        number.as_f64()
    }
}

impl Default for Number {
    fn default() -> Self {
        Self(Form::Whole(0))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        match (self.0, other.0) {
            (Form::Whole(a), Form::Whole(b)) => a == b,
            (Form::Large(a), Form::Large(b)) => a == b,
            (Form::Double(a), Form::Double(b)) => a == b,
            // Whole doubles became integers when they were read; only -0.0 is left.
            (Form::Whole(0), Form::Double(b)) => b == 0.0,
            (Form::Double(a), Form::Whole(0)) => a == 0.0,
            _ => false,
        }
    }
}

impl PartialEq<f64> for Number {
    fn eq(&self, other: &f64) -> bool {
        self.as_f64() == *other
    }
}

impl PartialOrd<f64> for Number {
    fn partial_cmp(&self, other: &f64) -> Option<Ordering> {
        self.as_f64().partial_cmp(other)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Form::Whole(whole) => whole.fmt(f),
            Form::Large(large) => large.fmt(f),
            Form::Double(double) => double.fmt(f),
        }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Form::Whole(whole) => serializer.serialize_i64(whole),
            Form::Large(large) => serializer.serialize_u64(large),
            Form::Double(double) => serializer.serialize_f64(double),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

struct NumberVisitor;

impl<'de> Visitor<'de> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

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
        number_from_map(map, &self)
    }

    refuse!(boolean text null list);
}

/// Reads the form that numbers take when another crate of the build turns on `serde_json`'s
/// `arbitrary_precision`; without that feature, a map is no number.
pub(super) fn number_from_map<'de, A: MapAccess<'de>>(
    map: A,
    expected: &dyn serde::de::Expected,
) -> Result<Number, A::Error> {
    let number = serde_json::Number::deserialize(MapAccessDeserializer::new(map))
        .map_err(|_| refused::<A::Error>("an object", expected))?;
    let number = number
        .as_i64()
        .map(Number::from)
        .or_else(|| number.as_u64().map(Number::from))
        .or_else(|| number.as_f64().filter(|double| double.is_finite()).map(Number::from));
    number.ok_or_else(|| {
        A::Error::invalid_type(serde::de::Unexpected::Other("a number out of range"), expected)
    })
}

impl Member for Number {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    #[inline]
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(To(NumberVisitor, slot))
    }

    fn extent(&self) -> Option<(f64, f64)> {
        Some((self.as_f64(), self.as_f64()))
    }

    fn show(&self, _: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

#[cfg(test)]
mod tests;
