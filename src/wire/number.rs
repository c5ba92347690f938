//! Numbers that were measured, averaged or priced.

mod arithmetic;

use std::fmt;
use std::time::Duration;

use serde::{Serialize, Serializer};

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
pub struct Number(Held);

#[derive(Clone, Copy)]
enum Held {
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
            Held::Whole(whole) => whole as f64,
            Held::Large(large) => large as f64,
            Held::Double(double) => double,
        }
    }

    /// The number as an integer, if it is whole and within 64 bits, signed.
    #[must_use]
    pub fn as_i64(self) -> Option<i64> {
        match self.0 {
            Held::Whole(whole) => Some(whole),
            Held::Double(double) => arithmetic::whole(double),
            Held::Large(_) => None,
        }
    }

    /// The number as a duration in seconds; `None` if it is negative or too large for one.
    #[must_use]
    pub fn as_seconds(self) -> Option<Duration> {
        Duration::try_from_secs_f64(self.as_f64()).ok()
    }

    /// The number as a duration in milliseconds; `None` if it is negative or too large for one.
    #[must_use]
    pub fn as_milliseconds(self) -> Option<Duration> {
        match self.as_i64() {
            Some(whole) => u64::try_from(whole).ok().map(Duration::from_millis),
            None => Self::from(self.as_f64() / 1000.0).as_seconds(),
        }
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
            Held::Whole(whole) => whole.fmt(f),
            Held::Large(large) => large.fmt(f),
            Held::Double(double) => double.fmt(f),
        }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Held::Whole(whole) => serializer.serialize_i64(whole),
            Held::Large(large) => serializer.serialize_u64(large),
            Held::Double(double) => serializer.serialize_f64(double),
        }
    }
}

#[cfg(test)]
mod tests;
