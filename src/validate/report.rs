//! What a validation found.

use std::fmt;

use serde::Serialize;

use super::{Code, Severity};
use crate::model::First;

/// One thing that a validation found: where, what kind, how bad, and in words.
///
/// It holds numbers, times and names of the platform's members, never a text of the body.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(into = "Printed")]
pub struct Finding {
    pointer: String,
    code: &'static Code,
    message: String,
}

/// A finding as JSON.
#[derive(Serialize)]
struct Printed {
    severity: Severity,
    code: &'static str,
    pointer: String,
    message: String,
}

impl From<Finding> for Printed {
    fn from(finding: Finding) -> Self {
        let Finding { pointer, code, message } = finding;
        Self { severity: code.severity(), code: code.as_str(), pointer, message }
    }
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

/// All findings of a validation, in the order of the members.
///
/// `Display` prints a line a finding; as JSON it is an array of
/// `{"severity", "code", "pointer", "message"}`.
#[derive(Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
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
    /// If a finding is an error; the whole report is in it. Warnings alone are not an error.
    pub fn into_result(self) -> Result<(), InvalidError> {
        if self.is_valid() { Ok(()) } else { Err(InvalidError(self)) }
    }
}

impl fmt::Debug for Report {
    /// The findings; in one line (`{:?}`) the first four of them and how many more.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Report").field("findings", &First(&self.findings)).finish()
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
#[derive(Clone, PartialEq, Eq, Debug, Serialize, thiserror::Error)]
#[error("{}", self.text())]
#[serde(transparent)]
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

    /// The number of errors, and the first.
    fn text(&self) -> String {
        let count = self.0.errors().count();
        match self.0.errors().next() {
            Some(first) if count == 1 => {
                format!("1 validation error: {}: {}", first.pointer, first.message)
            }
            Some(first) => {
                format!("{count} validation errors, the first: {}: {}", first.pointer, first.message)
            }
            None => "0 validation errors".to_owned(),
        }
    }
}
