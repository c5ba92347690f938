//! Why a body could not be read, and where; never what it said.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::json::{Error, Problem, Step, beginning_of_key, way_to};
use crate::model::{Form, ObjectForm, Segment, names, push_segment, read_told};

/// A body, or a part of it, that does not have the form it should have.
///
/// It names the place as an RFC 6901 JSON pointer, the kind of value found there, what was
/// expected, and the line and column at which reading stopped. It holds no text of the
/// body except names of members (cut to 128 bytes, with U+FFFD for control characters); pointers stop at maps
/// whose keys are the caller's.
/// Its JSON is an object with a member for each method.
///
/// ```
/// use interactly_webhooks::{Category, Webhook};
///
/// let body = br#"{"message":{"call":{"id":7}}}"#;
/// let error = Webhook::from_slice(body).unwrap_err();
/// assert_eq!(error.category(), Category::Kind);
/// assert_eq!(error.pointer(), "/message/call/id");
/// assert_eq!(
///     error.to_string(),
///     "/message/call/id: found a number, expected a string \
///      (line 1, column 26)",
/// );
/// ```
#[derive(Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("{}: {}{}", self.place(), self.message(), self.position())]
#[serde(transparent)]
pub struct ParseError(#[serde(deserialize_with = "read_told")] Box<Inner>);

#[serde_with::skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Inner {
    category: Category,
    pointer: String,
    message: String,
    found: Option<String>,
    expected: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
}

/// What is wrong with a body, to match on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Category {
    /// Not JSON.
    Syntax,
    /// The text ends too early: the body was cut off.
    EndOfText,
    /// Bytes that are not UTF-8, or a byte order mark.
    Encoding,
    /// Arrays and objects nested deeper than 127 levels.
    Depth,
    /// A value of the wrong JSON type for its member.
    Kind,
    /// A required member is missing.
    Missing,
    /// A member is given twice.
    Repeated,
    /// A number that no double holds.
    OutOfRange,
    /// A value that a type of the caller's own refused.
    Other,
}

names! {
    Category:
    Syntax = "syntax"
    EndOfText = "end-of-text"
    Encoding = "encoding"
    Depth = "depth"
    Kind = "kind"
    Missing = "missing"
    Repeated = "repeated"
    OutOfRange = "out-of-range"
    Other = "other"
}

impl ParseError {
    /// The error of this crate's reader, which read `text` as a `form`.
    #[cold]
    pub(crate) fn of_text(text: &str, error: &Error, form: &'static ObjectForm) -> Self {
        let read = &text.as_bytes()[..error.at().min(text.len())];
        // What a text that was cut off lacks belongs to what is still open there.
        let last = if error.problem().is_end() { Some(read.len()) } else { read.len().checked_sub(1) };
        let way = last.map(|last| way_to(text, last)).unwrap_or_default();
        let pointer = safe_pointer(text, form, way);
        Self::new(error.problem(), pointer, Some(position(read)))
    }

    pub(crate) fn new(problem: Problem, pointer: String, position: Option<(usize, usize)>) -> Self {
        let (found, expected) = match problem {
            Problem::Kind { found, expected } => (Some(found.as_str()), Some(expected.as_str())),
            _ => (None, None),
        };
        Self(Box::new(Inner {
            category: category_of(problem),
            pointer,
            message: problem.to_string(),
            found: found.map(str::to_owned),
            expected: expected.map(str::to_owned),
            line: position.map(|(line, _)| line),
            column: position.map(|(_, column)| column),
        }))
    }

    /// The same without a line and column, where the text is not the one that the caller has.
    pub(crate) fn without_position(mut self) -> Self {
        (self.0.line, self.0.column) = (None, None);
        self
    }

    /// What is wrong, to match on.
    #[must_use]
    pub fn category(&self) -> Category {
        self.0.category
    }

    /// The place in the body, as an RFC 6901 JSON pointer in wire names; empty for the body
    /// itself.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// The line at which reading stopped, from 1; absent where there was no text to read.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.0.line
    }

    /// The column of the last byte that was read, in bytes from 1; 0 is before the first byte of
    /// the line. Absent where there was no text to read.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.0.column
    }

    /// The kind of value found there, if that is what is wrong: `"a string"`, say.
    #[must_use]
    pub fn found(&self) -> Option<&str> {
        self.0.found.as_deref()
    }

    /// What should be there, if a value of another kind is.
    #[must_use]
    pub fn expected(&self) -> Option<&str> {
        self.0.expected.as_deref()
    }

    /// What is wrong, without the place.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    fn place(&self) -> &str {
        if self.pointer().is_empty() { "the body" } else { self.pointer() }
    }

    fn position(&self) -> String {
        match (self.line(), self.column()) {
            (Some(line), Some(column)) => format!(" (line {line}, column {column})"),
            _ => String::new(),
        }
    }
}

impl fmt::Debug for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ParseError({self})")
    }
}

fn category_of(problem: Problem) -> Category {
    match problem {
        Problem::Kind { .. } => Category::Kind,
        Problem::Missing(_) => Category::Missing,
        Problem::Repeated => Category::Repeated,
        Problem::OutOfRange => Category::OutOfRange,
        Problem::Other => Category::Other,
        Problem::Depth => Category::Depth,
        Problem::Encoding | Problem::Mark => Category::Encoding,
        Problem::Syntax(_) if problem.is_end() => Category::EndOfText,
        Problem::Syntax(_) => Category::Syntax,
    }
}

/// The line, and the column of the last byte, at the end of `read`.
pub(crate) fn position(read: &[u8]) -> (usize, usize) {
    let line = read.split(|byte| *byte == b'\n').count();
    let column = read.iter().rev().take_while(|byte| **byte != b'\n').count();
    (line, column)
}

/// The pointer for a path from an object of the form, as far as the names are the platform's: it
/// stops at maps whose keys are the caller's and at unknown members.
pub(crate) fn safe_pointer(
    text: &str,
    form: &'static ObjectForm,
    way: impl IntoIterator<Item = Step>,
) -> String {
    let mut pointer = String::new();
    let mut at = Some(Form::Object(form));
    for step in way {
        let Some(form) = at else { break };
        match step {
            Step::Key { start, end } => {
                let Some(object) = form.object() else { break };
                let name = beginning_of_key(text, start as usize, end.get() as usize);
                at = object.member(&name).map(|member| member.form);
                push_segment(&mut pointer, Segment::Member(&name));
            }
            Step::Index(index) => {
                at = form.element();
                push_segment(&mut pointer, Segment::Index(index as usize));
            }
        }
    }
    pointer
}
