//! Numbers made from Rust's own, compared and added up.

use std::cmp::Ordering;
use std::iter::Sum;
use std::ops::Add;

use super::{Held, Number};

impl From<f64> for Number {
    #[inline]
    fn from(double: f64) -> Self {
        // Beyond 2^53 a double is printed as itself: its shortest text may be another integer than it is.
        match whole(double) {
            Some(whole) if whole.unsigned_abs() < 1 << 53 && !(whole == 0 && double.is_sign_negative()) => {
                Self(Held::Whole(whole))
            }
            _ => Self(Held::Double(double)),
        }
    }
}

/// The integer that a double is, if 64 bits hold it.
#[inline]
pub(super) fn whole(double: f64) -> Option<i64> {
    // 2^63 as a double: the first one past `i64::MAX`, to which the cast saturates.
    const END: f64 = 9_223_372_036_854_775_808.0;
    #[allow(clippy::cast_possible_truncation, reason = "checked: it must give the same double back")]
    let whole = double as i64;
    #[allow(clippy::cast_precision_loss, clippy::float_cmp, reason = "that is the check")]
    let same = whole as f64 == double;
    (same && double != END).then_some(whole)
}

impl From<f32> for Number {
    fn from(single: f32) -> Self {
        f64::from(single).into()
    }
}

macro_rules! from_small {
    ($($integer:ident)*) => { $(
        impl From<$integer> for Number {
            #[inline]
            fn from(whole: $integer) -> Self {
                Self(Held::Whole(whole.into()))
            }
        }
    )* };
}

from_small! { i8 i16 i32 i64 u8 u16 u32 }

impl From<u64> for Number {
    #[inline]
    fn from(large: u64) -> Self {
        Self(i64::try_from(large).map_or(Held::Large(large), Held::Whole))
    }
}

impl From<usize> for Number {
    fn from(count: usize) -> Self {
        (count as u64).into()
    }
}

impl From<isize> for Number {
    fn from(whole: isize) -> Self {
        (whole as i64).into()
    }
}

impl From<serde_json::Number> for Number {
    /// The integer of 64 bits that it is, or else the nearest double.
    fn from(number: serde_json::Number) -> Self {
        let whole = number.as_i64().map(Self::from).or_else(|| number.as_u64().map(Self::from));
        whole.or_else(|| number.as_f64().map(Self::from)).unwrap_or_default()
    }
}

impl From<Number> for f64 {
    fn from(number: Number) -> Self {
        number.as_f64()
    }
}

impl Default for Number {
    fn default() -> Self {
        Self(Held::Whole(0))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl PartialOrd for Number {
    /// By value, exactly; `f64::NAN` compares with nothing.
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let whole = |number: &Self| match number.0 {
            Held::Whole(whole) => Some(i128::from(whole)),
            Held::Large(large) => Some(i128::from(large)),
            Held::Double(_) => None,
        };
        let rounded = || self.as_f64().partial_cmp(&other.as_f64());
        #[allow(clippy::cast_possible_truncation, reason = "equal to an integer of 64 bits, rounded")]
        let exact = |number: &Self| whole(number).unwrap_or(number.as_f64() as i128);
        match (whole(self), whole(other)) {
            (Some(a), Some(b)) => Some(a.cmp(&b)),
            (None, None) => rounded(),
            // An integer may have been rounded to the double.
            _ => rounded().map(|order| order.then_with(|| exact(self).cmp(&exact(other)))),
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

impl Add for Number {
    type Output = Self;

    /// The sum: exact for integers while it fits 64 bits, else that of the doubles.
    fn add(self, other: Self) -> Self {
        let whole = match (self.0, other.0) {
            (Held::Whole(a), Held::Whole(b)) => a.checked_add(b),
            _ => None,
        };
        whole.map_or_else(|| (self.as_f64() + other.as_f64()).into(), Self::from)
    }
}

impl Sum for Number {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::default(), Add::add)
    }
}

impl<'a> Sum<&'a Number> for Number {
    fn sum<I: Iterator<Item = &'a Number>>(numbers: I) -> Self {
        numbers.copied().sum()
    }
}
