//! The vocabulary of validation: what payloads say of themselves, and whom they tell.

use std::fmt;

use super::Code;

/// What a bound is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Measure {
    /// The number itself, or each count of a histogram.
    Value,
    /// The length of a text.
    Characters,
    /// The length of an array.
    Elements,
}

impl Measure {
    /// The unit, as a message says it after `number`.
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

/// What the numbers or the length of a member must be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bound {
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
    /// When the bound holds, if not always; then a rule of the object applies it.
    pub(crate) condition: Option<&'static str>,
}

impl Bound {
    pub(crate) const fn new(code: &'static Code) -> Self {
        Self {
            measure: Measure::Value,
            minimum: None,
            exclusive: false,
            maximum: None,
            code,
            condition: None,
        }
    }

    pub(crate) const fn from(mut self, minimum: f64) -> Self {
        self.minimum = Some(minimum);
        self
    }

    pub(crate) const fn more_than(mut self, minimum: f64) -> Self {
        self.exclusive = true;
        self.from(minimum)
    }

    pub(crate) const fn to(mut self, maximum: f64) -> Self {
        self.maximum = Some(maximum);
        self
    }

    pub(crate) const fn characters(mut self) -> Self {
        self.measure = Measure::Characters;
        self
    }

    pub(crate) const fn elements(mut self) -> Self {
        self.measure = Measure::Elements;
        self
    }

    pub(crate) const fn when(mut self, condition: &'static str) -> Self {
        self.condition = Some(condition);
        self
    }

    #[inline]
    pub(super) fn admits(&self, number: f64) -> bool {
        let is_enough = match self.minimum {
            Some(least) if self.exclusive => number > least,
            Some(least) => number >= least,
            None => true,
        };
        is_enough && self.maximum.is_none_or(|most| number <= most)
    }
}

impl fmt::Display for Bound {
    /// The bound in words: `0 to 1`, `0 or more`, `1 to 150 characters`.
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

/// Whom rules tell what they found.
pub(crate) trait Found {
    /// Whether the object is what is validated, and not a part of it: then an absent member is not one
    /// that the platform left out.
    fn is_whole(&self) -> bool;

    /// The member may have any value: one beyond the known ones is not a typing error.
    fn any_value(&mut self, member: &'static str);

    /// Something is wrong at `below` the object, a way of wire names and indexes; nothing need be
    /// there.
    fn found(&mut self, below: &[&str], code: &'static Code, message: String);
}

/// What an object asks of its members where one of them has a certain value: the part of its rules
/// that needs no code.
#[derive(Debug)]
#[cfg_attr(not(feature = "schema"), allow(dead_code, reason = "schemas read it"))]
pub(crate) struct Condition {
    /// The member that decides.
    pub(crate) member: &'static str,
    /// The values that it holds for, as JSON text; any if none is named.
    pub(crate) values: &'static [&'static str],
    /// Why, in a sentence.
    pub(crate) reason: &'static str,
    /// What is asked.
    pub(crate) asks: &'static [Ask],
}

/// What is asked of a member, a way of wire names from the object.
#[derive(Debug)]
#[cfg_attr(not(feature = "schema"), allow(dead_code, reason = "schemas read it"))]
pub(crate) enum Ask {
    /// It must be there.
    Present(&'static [&'static str]),
    /// It must be there, an http or https URL.
    Url(&'static [&'static str]),
    /// It must be there, within a bound.
    PresentWithin(&'static [&'static str], &'static Bound),
    /// It must be within a bound, if it is there.
    Within(&'static [&'static str], &'static Bound),
}

/// An object whose members say something together that can be wrong.
pub(crate) trait Rules {
    /// What it asks on a condition, as far as it can be said without code.
    const CONDITIONS: &'static [Condition] = &[];

    /// Tells `found` what is wrong.
    fn check(&self, found: &mut dyn Found);
}
