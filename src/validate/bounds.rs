//! The bounds of numbers and lengths: one table for the rules, the schema and the docs.

mod table;

use std::fmt;
use std::ops::RangeInclusive;

use super::Code;

pub(crate) use self::table::BOUNDS;

/// What a bound is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Measure {
    /// The number itself, or each count of a histogram.
    Value,
    /// The length of a text.
    Characters,
    /// The length of a list.
    Elements,
}

impl Measure {
    /// The unit, as a message says it behind `number`.
    pub(super) fn unit(self, number: f64) -> &'static str {
        let one = number.to_bits() == 1.0_f64.to_bits();
        match (self, one) {
            (Self::Value, _) => "",
            (Self::Characters, true) => " character",
            (Self::Characters, false) => " characters",
            (Self::Elements, true) => " element",
            (Self::Elements, false) => " elements",
        }
    }
}

/// The bounds of one member.
#[derive(Debug)]
pub(crate) struct Bound {
    /// The member's name on the wire.
    pub(crate) member: &'static str,
    /// What is bounded.
    pub(crate) measure: Measure,
    /// The least value allowed, or the one that must be exceeded.
    pub(crate) minimum: Option<f64>,
    /// Whether `minimum` itself is too small.
    pub(crate) exclusive: bool,
    /// The greatest value allowed.
    pub(crate) maximum: Option<f64>,
    /// The code of a finding; it states the severity.
    pub(crate) code: &'static Code,
    /// When the bounds hold, if not always; then a rule of the object applies them.
    pub(crate) condition: Option<&'static str>,
}

impl Bound {
    const fn new(member: &'static str, code: &'static Code) -> Self {
        Self {
            member,
            measure: Measure::Value,
            minimum: None,
            exclusive: false,
            maximum: None,
            code,
            condition: None,
        }
    }

    const fn from(mut self, minimum: f64) -> Self {
        self.minimum = Some(minimum);
        self
    }

    const fn to(mut self, maximum: f64) -> Self {
        self.maximum = Some(maximum);
        self
    }

    const fn of(mut self, measure: Measure) -> Self {
        self.measure = measure;
        self
    }

    const fn when(mut self, condition: &'static str) -> Self {
        self.condition = Some(condition);
        self
    }

    /// Whether `number` lies within.
    #[inline]
    pub(super) fn admits(&self, number: f64) -> bool {
        let enough = |least| if self.exclusive { number > least } else { number >= least };
        self.minimum.is_none_or(enough) && self.maximum.is_none_or(|most| number <= most)
    }
}

impl fmt::Display for Bound {
    /// The bounds in words: `0 to 1`, `0 or more`, `1 to 150 characters`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = match (self.minimum, self.maximum) {
            (Some(least), Some(most)) => {
                write!(f, "{least} to {most}")?;
                most
            }
            (Some(least), None) if self.exclusive => {
                write!(f, "more than {least}")?;
                least
            }
            (Some(least), None) => {
                return write!(f, "{least}{} or more", self.measure.unit(least));
            }
            (None, Some(most)) => {
                write!(f, "at most {most}")?;
                most
            }
            (None, None) => return f.write_str("anything"),
        };
        f.write_str(self.measure.unit(last))
    }
}

/// Milliseconds since the Unix epoch that are a time: the years -9999 to 9999.
pub(super) const MILLISECONDS: RangeInclusive<f64> = -377_705_116_800_000.0..=253_402_300_799_999.0;

/// How far a call's duration may be from the time between start and end, in seconds. They
/// are measured apart: captured reports differ by some milliseconds.
pub(super) const DURATION_TOLERANCE: f64 = 1.0;

/// How far a total cost may be from the sum of its parts. Captured sums are exact; the parts
/// that the public docs print are rounded to a millionth each.
pub(super) const COST_TOLERANCE: f64 = 0.00001;

/// The bounds of the members of the type `object`.
pub(crate) const fn of_object(object: &str) -> &'static [Bound] {
    let mut rest = BOUNDS;
    while let [(name, _, bounds), others @ ..] = rest {
        if same(name, object) {
            return bounds;
        }
        rest = others;
    }
    &[]
}

/// The bounds of `member` of the type `object`.
pub(crate) fn of(object: &str, member: &str) -> Option<&'static Bound> {
    of_object(object).iter().find(|bound| bound.member == member)
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}
