//! Errors of reading: a problem and an offset, and nothing of the text.

use std::fmt::{self, Display, Write};

use serde::de::{self, Unexpected};

use super::{Expected, Kind, Syntax};

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// A value of another kind than its reader takes.
    Kind { found: Kind, expected: Expected },
    /// An object without a member that it must have.
    Missing(&'static str),
    /// A member that is given twice.
    Repeated,
    /// A number that no double holds.
    OutOfRange,
    /// What somebody else's reader refused, for reasons that may quote the text.
    Other,
    /// Nested too deep.
    Depth,
    /// Not UTF-8.
    Encoding,
    /// A byte order mark before the text.
    Mark,
    /// Not JSON.
    Syntax(Syntax),
}

/// What [`Problem::Repeated`] says, and what says [`Problem::Repeated`].
const REPEATED: &str = super::ask::GIVEN_TWICE;

impl Problem {
    /// Whether reading can go on after the value that is refused.
    pub(crate) fn is_recoverable(self) -> bool {
        match self {
            Problem::Kind { .. }
            | Problem::Missing(_)
            | Problem::Repeated
            | Problem::OutOfRange
            | Problem::Other => true,
            Problem::Depth | Problem::Encoding | Problem::Mark | Problem::Syntax(_) => false,
        }
    }

    /// Whether the text was cut off.
    pub(crate) fn is_end(self) -> bool {
        matches!(self, Problem::Syntax(syntax) if syntax.is_end())
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Kind { found, expected } => write!(f, "found {found}, expected {expected}"),
            Problem::Missing(name) => write!(f, "missing field `{name}`"),
            Problem::Repeated => f.write_str(REPEATED),
            Problem::OutOfRange => f.write_str("number out of range"),
            Problem::Other => f.write_str("not of the expected form"),
            Problem::Depth => f.write_str("nested deeper than 127 levels"),
            Problem::Encoding => f.write_str("bytes that are not UTF-8"),
            Problem::Mark => f.write_str("a byte order mark before the JSON text"),
            Problem::Syntax(syntax) => write!(f, "not JSON: {}", syntax.as_str()),
        }
    }
}

/// Why a text was not read, and where. One pointer wide.
#[derive(Debug)]
pub(crate) struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    problem: Problem,
    at: usize,
    marked: bool,
}

impl Error {
    /// A problem at an offset: one past the last byte that was read.
    #[cold]
    pub(crate) fn new(problem: Problem, at: usize) -> Self {
        Error(Box::new(Inner { problem, at, marked: false }))
    }

    /// A problem that a reader still has to give its place.
    #[cold]
    fn nowhere(problem: Problem) -> Self {
        Error::new(problem, usize::MAX)
    }

    /// A fault of syntax.
    #[cold]
    pub(super) fn syntax(syntax: Syntax, at: usize) -> Self {
        Error::new(Problem::Syntax(syntax), at)
    }

    pub(crate) fn problem(&self) -> Problem {
        self.0.problem
    }

    /// One past the last byte that was read; `usize::MAX` if no reader has seen the error.
    pub(crate) fn at(&self) -> usize {
        self.0.at
    }

    /// Gives the error its place, if it has none.
    pub(super) fn place(&mut self, at: usize) {
        if self.0.at == usize::MAX {
            self.0.at = at;
        }
    }

    pub(super) fn mark(&mut self) {
        self.0.marked = true;
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.problem.fmt(f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let asks = self.0.marked || matches!(self.0.problem, Problem::Missing(_) | Problem::Repeated);
        asks.then_some(&Marker as _)
    }
}

/// The source of an error after which the caller may [ask](super::ask).
#[derive(Debug)]
pub(crate) struct Marker;

impl Display for Marker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the reader can go on")
    }
}

impl std::error::Error for Marker {}

impl de::Error for Error {
    /// Drops the message, which may quote the text, unless it is one of ours.
    fn custom<T: Display>(message: T) -> Self {
        let text = Short::of(&message);
        Error::nowhere(if text.as_str() == Some(REPEATED) { Problem::Repeated } else { Problem::Other })
    }

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Error::nowhere(match kind_of(unexpected) {
            Some(found) => Problem::Kind { found, expected: expected_of(expected) },
            None => Problem::Other,
        })
    }

    fn invalid_value(unexpected: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Error::invalid_type(unexpected, expected)
    }

    fn missing_field(name: &'static str) -> Self {
        Error::nowhere(Problem::Missing(name))
    }

    fn duplicate_field(_: &'static str) -> Self {
        Error::nowhere(Problem::Repeated)
    }
}

fn expected_of(expected: &dyn de::Expected) -> Expected {
    Short::of(&expected).as_str().map_or(Expected::Other, Expected::from_text)
}

fn kind_of(unexpected: Unexpected<'_>) -> Option<Kind> {
    Some(match unexpected {
        Unexpected::Bool(_) => Kind::Boolean,
        Unexpected::Unsigned(_) | Unexpected::Signed(_) => Kind::Number,
        Unexpected::Float(number) => kind_of_double(number),
        Unexpected::Char(_) | Unexpected::Str(_) => Kind::String,
        Unexpected::Bytes(_) => Kind::Bytes,
        Unexpected::Unit | Unexpected::Option => Kind::Null,
        Unexpected::Seq => Kind::Array,
        Unexpected::Map => Kind::Object,
        Unexpected::Other(text) => return Kind::from_text(text),
        _ => return None,
    })
}

fn kind_of_double(number: f64) -> Kind {
    const LIMIT: f64 = 18_446_744_073_709_551_616.0;
    if !number.is_finite() {
        Kind::OutOfRange
    } else if number.fract() != 0.0 {
        Kind::Fraction
    } else if (-LIMIT / 2.0..LIMIT).contains(&number) {
        Kind::Number
    } else {
        Kind::Beyond64
    }
}

/// A text that is short enough to be one of ours, without an allocation.
struct Short {
    bytes: [u8; 48],
    length: usize,
}

impl Short {
    fn of(text: &dyn Display) -> Self {
        let mut short = Short { bytes: [0; 48], length: 0 };
        if write!(short, "{text}").is_err() {
            short.length = usize::MAX;
        }
        short
    }

    /// `None` if the text was too long.
    fn as_str(&self) -> Option<&str> {
        std::str::from_utf8(self.bytes.get(..self.length)?).ok()
    }
}

impl Write for Short {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length.checked_add(text.len()).ok_or(fmt::Error)?;
        let room = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}
