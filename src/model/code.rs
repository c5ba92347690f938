//! The kinds of findings.

use std::fmt;

use super::names;

/// How bad a finding is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Severity {
    /// The value is wrong: a source states the constraint, or the unit forbids the value.
    Error,
    /// The value is odd: members disagree, or nothing documents what it says.
    Warning,
}

names! { Severity: Error = "error" Warning = "warning" }

/// A kind of finding: what [`Finding::code`](crate::validate::Finding::code) names.
#[derive(PartialEq, Eq)]
pub struct Code {
    pub(crate) name: &'static str,
    pub(crate) severity: Severity,
    pub(crate) meaning: &'static str,
    pub(crate) expected: &'static str,
    pub(crate) places: &'static [&'static str],
    pub(crate) reason: &'static str,
}

impl Code {
    pub(crate) const fn new(name: &'static str, severity: Severity, meaning: &'static str) -> Self {
        Self { name, severity, meaning, expected: "", places: &[], reason: "" }
    }

    /// What is expected, where no bound of a member says it.
    pub(crate) const fn expected(mut self, expected: &'static str) -> Self {
        self.expected = expected;
        self
    }

    /// Where a rule may report it, beside the members whose bound names the code.
    pub(crate) const fn at(mut self, places: &'static [&'static str]) -> Self {
        self.places = places;
        self
    }

    /// Which source states it, or why it is wrong.
    pub(crate) const fn because(mut self, reason: &'static str) -> Self {
        self.reason = reason;
        self
    }

    /// The code itself.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        self.name
    }

    /// How bad such a finding is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// What it means.
    #[must_use]
    pub fn meaning(&self) -> &'static str {
        self.meaning
    }

    /// Which source of the wire states it, or why the value is wrong or odd.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        self.reason
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl serde::Serialize for Code {
    /// The code's name.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name)
    }
}
