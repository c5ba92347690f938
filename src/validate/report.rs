//! What a validation found.

use std::fmt;

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::Code;

/// How bad a finding is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Severity {
    /// The value is wrong: a source states the constraint, or the unit forbids the value.
    Error,
    /// The value is odd: members disagree, or nothing documents what it says.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Severity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// One thing that a validation found: where, what kind, how bad, and in words.
///
/// It holds numbers, times and names of the platform's members, never a text of the body.
#[derive(Clone, PartialEq, Eq)]
pub struct Finding {
    pointer: String,
    code: &'static Code,
    message: String,
}

impl Finding {
    pub(super) fn new(pointer: String, code: &'static Code, message: String) -> Self {
        Self { pointer, code, message }
    }

    /// The place, as an RFC 6901 JSON pointer in wire names from what was validated. It names
    /// a member that should be there even if it is absent, and stops at maps whose keys are
    /// the caller's.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The kind of finding: one of [`CODES`](super::CODES), and stable.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code.as_str()
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// What was found and what was expected, for people; the wording may change.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}: {}", self.severity(), self.code(), self.pointer, self.message)
    }
}

impl fmt::Debug for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Finding({self})")
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("severity", &self.severity())?;
        map.serialize_entry("code", self.code())?;
        map.serialize_entry("pointer", &self.pointer)?;
        map.serialize_entry("message", &self.message)?;
        map.end()
    }
}

/// All findings of a validation, in the order of the members.
///
/// `Display` prints a line a finding; as JSON it is a list of
/// `{"severity", "code", "pointer", "message"}`.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Report {
    findings: Vec<Finding>,
}

impl Report {
    pub(super) fn new(findings: Vec<Finding>) -> Self {
        Self { findings }
    }

    /// Whether no finding is an error. Warnings do not count.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.errors().next().is_none()
    }

    /// Whether there is no finding at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// How many findings there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Goes through all findings.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.findings.iter()
    }

    /// The findings that are errors.
    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.with(Severity::Error)
    }

    /// The findings that are warnings.
    pub fn warnings(&self) -> impl Iterator<Item = &Finding> {
        self.with(Severity::Warning)
    }

    /// The findings of this severity.
    pub fn with(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.severity() == severity)
    }

    /// The report as a result, for `?`.
    ///
    /// # Errors
    ///
    /// If a finding is an error; the whole report is in it. Warnings alone are no error.
    pub fn into_result(self) -> Result<(), InvalidError> {
        if self.is_valid() { Ok(()) } else { Err(InvalidError(self)) }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, finding) in self.findings.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            fmt::Display::fmt(finding, f)?;
        }
        Ok(())
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.findings)
    }
}

impl IntoIterator for Report {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.findings.into_iter()
    }
}

impl<'a> IntoIterator for &'a Report {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A report with at least one error, see [`Report::into_result`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InvalidError(Report);

impl InvalidError {
    /// The report, with its warnings too.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.0
    }

    /// The report, with its warnings too.
    #[must_use]
    pub fn into_report(self) -> Report {
        self.0
    }
}

impl fmt::Display for InvalidError {
    /// The number of errors, and the first.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.0.errors().count();
        write!(f, "{count} validation error{}", if count == 1 { "" } else { "s" })?;
        match self.0.errors().next() {
            Some(first) if count == 1 => write!(f, ": {}: {}", first.pointer, first.message),
            Some(first) => write!(f, ", the first: {}: {}", first.pointer, first.message),
            None => Ok(()),
        }
    }
}

impl std::error::Error for InvalidError {}
