//! Why a body could not be read, and where; never what it said.

use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::error::Category;
use serde_path_to_error::Segment as PathSegment;

use crate::wire::{FreeForm, Info, Member, Segment, push_segment};

/// A body, or a part of it, that does not have the form it should have.
///
/// It names the place as an RFC 6901 JSON pointer, the kind of value found there, what was
/// expected, and the line and column at which reading stopped. It holds no text of the
/// body except names of members; pointers stop at maps whose keys are the caller's.
///
/// ```
/// use interactly_webhooks::Webhook;
///
/// let error = Webhook::from_slice(br#"{"message":{"call":{"id":7}}}"#).unwrap_err();
/// assert_eq!(error.pointer(), "/message/call/id");
/// assert_eq!(
///     error.to_string(),
///     "/message/call/id: found a number, expected a string (line 1, column 26)"
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ParseError(Box<Inner>);

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    pointer: String,
    problem: Problem,
    position: Option<(usize, usize)>,
}

/// What is wrong at a place.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Problem {
    /// A value of one kind where another is due.
    Kind { found: String, expected: String },
    /// Anything else, said in words that do not come from the body.
    Said(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind { found, expected } => write!(f, "found {found}, expected {expected}"),
            Self::Said(text) => f.write_str(text),
        }
    }
}

impl ParseError {
    pub(crate) fn new(pointer: String, problem: Problem, position: Option<(usize, usize)>) -> Self {
        Self(Box::new(Inner { pointer, problem, position }))
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
        self.0.position.map(|(line, _)| line)
    }

    /// The column at which reading stopped, in bytes from 1; 0 is before the first byte of
    /// the line. Absent where there was no text to read.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.0.position.map(|(_, column)| column)
    }

    /// The kind of value that stands there, if that is what is wrong: `"a string"`, say.
    #[must_use]
    pub fn found(&self) -> Option<&str> {
        match &self.0.problem {
            Problem::Kind { found, .. } => Some(found),
            Problem::Said(_) => None,
        }
    }

    /// What should stand there, if a value of another kind does.
    #[must_use]
    pub fn expected(&self) -> Option<&str> {
        match &self.0.problem {
            Problem::Kind { expected, .. } => Some(expected),
            Problem::Said(_) => None,
        }
    }

    /// What is wrong, without the place: the text of `Display` after the pointer.
    #[must_use]
    pub fn message(&self) -> String {
        match self.0.position {
            Some((line, column)) => format!("{} (line {line}, column {column})", self.0.problem),
            None => self.0.problem.to_string(),
        }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.pointer(), self.message())
    }
}

impl fmt::Debug for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ParseError({self})")
    }
}

impl std::error::Error for ParseError {}

/// Parses `bytes`; the second, slower look for the place happens on failure only.
pub(crate) fn from_slice<T: Member + DeserializeOwned>(bytes: &[u8]) -> Result<T, ParseError> {
    from_str(check_utf8::<T>(bytes)?)
}

/// Parses `text`, see [`from_slice`].
pub(crate) fn from_str<T: Member + DeserializeOwned>(text: &str) -> Result<T, ParseError> {
    serde_json::from_str(text).map_err(|_| explain::<T>(text, T::members()))
}

/// The bytes as text, or the place of the first that is not UTF-8.
pub(crate) fn check_utf8<T: Member + DeserializeOwned>(bytes: &[u8]) -> Result<&str, ParseError> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        // Reading ends where the text does, and that is the place.
        let place = explain::<T>(&before, T::members());
        let line = 1 + before.matches('\n').count();
        let column = 1 + before.len() - before.rfind('\n').map_or(0, |end| end + 1);
        let problem = Problem::Said("bytes that are not UTF-8".to_owned());
        ParseError::new(place.0.pointer, problem, Some((line, column)))
    })
}

/// Parses `text` once more, with an eye on the place.
pub(crate) fn explain<T: DeserializeOwned>(text: &str, members: Option<&'static [Info]>) -> ParseError {
    if text.starts_with('\u{feff}') {
        let problem = Problem::Said("a byte order mark before the JSON text".to_owned());
        return ParseError::new(String::new(), problem, Some((1, 1)));
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let read: Result<T, _> = serde_path_to_error::deserialize(&mut reader);
    let (pointer, error) = if let Err(error) = read {
        (pointer_of(error.path(), members), error.into_inner())
    } else if let Err(error) = reader.end() {
        (String::new(), error)
    } else {
        let problem = Problem::Said("refused at first and accepted at second sight".to_owned());
        return ParseError::new(String::new(), problem, None);
    };
    let position = Some((error.line(), error.column())).filter(|(line, _)| *line > 0);
    ParseError::new(pointer, problem_of(&error), position)
}

/// What `error` says, in words that do not come from the body.
pub(crate) fn problem_of(error: &serde_json::Error) -> Problem {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    let text = text.strip_suffix(&position).unwrap_or(&text);
    match error.classify() {
        // serde_json's own words for what is no JSON; they are all fixed texts.
        Category::Syntax | Category::Eof | Category::Io => Problem::Said(format!("not JSON: {text}")),
        Category::Data => problem_of_data(text),
    }
}

fn problem_of_data(text: &str) -> Problem {
    // What was expected is a fixed text of a reader and stands last.
    if let Some((found, expected)) = text.rsplit_once(", expected ")
        && let Some(found) = kind_found(found)
    {
        return Problem::Kind { found: found.to_owned(), expected: expected.to_owned() };
    }
    let fixed = text == "this member is given twice" || text.starts_with("missing field `");
    Problem::Said(if fixed { text.to_owned() } else { "not of the expected form".to_owned() })
}

/// The kind of value in the words of this crate's readers, or in serde's, which quote it.
fn kind_found(text: &str) -> Option<&str> {
    const OURS: [&str; 10] = [
        "a boolean",
        "a number",
        "a string",
        "bytes",
        "null",
        "a list",
        "an object",
        "a number with a fraction",
        "a number beyond 64 bits",
        "a number out of range",
    ];
    const SERDES: [(&str, &str); 8] = [
        ("boolean", "a boolean"),
        ("integer", "a number"),
        ("floating point", "a number"),
        ("string", "a string"),
        ("unit value", "null"),
        ("sequence", "a list"),
        ("map", "an object"),
        ("null", "null"),
    ];
    let found = text.strip_prefix("invalid type: ").or_else(|| text.strip_prefix("invalid value: "))?;
    OURS.into_iter()
        .find(|ours| *ours == found)
        .or_else(|| SERDES.into_iter().find(|(serdes, _)| found.starts_with(serdes)).map(|(_, ours)| ours))
}

/// [`safe_pointer`] for the path of an error.
pub(crate) fn pointer_of(path: &serde_path_to_error::Path, members: Option<&'static [Info]>) -> String {
    let segments = path.iter().filter_map(|segment| match segment {
        PathSegment::Seq { index } => Some(Segment::Index(*index)),
        PathSegment::Map { key } => Some(Segment::Member(key)),
        PathSegment::Enum { .. } | PathSegment::Unknown => None,
    });
    safe_pointer(members, segments)
}

/// The pointer for `segments` below an object with `members`, as far as the names are the
/// platform's: it stops at maps whose keys are the caller's and at unknown members.
pub(crate) fn safe_pointer<'a>(
    mut members: Option<&'static [Info]>,
    segments: impl IntoIterator<Item = Segment<'a>>,
) -> String {
    let mut pointer = String::new();
    let mut is_modelled = true;
    for segment in segments {
        match (segment, members) {
            (Segment::Member(name), Some(known)) => {
                let info = known.iter().find(|info| info.wire == name);
                is_modelled = info.is_some();
                members = info.and_then(|info| (info.members)());
            }
            (Segment::Index(_), Some(_)) => {}
            // An element of a list of plain values; what is in it has no names of ours.
            (Segment::Index(_), None) if is_modelled => is_modelled = false,
            _ => break,
        }
        push_segment(&mut pointer, segment);
    }
    pointer
}

/// Reads the caller's own data into the caller's own type.
///
/// The type's messages may quote values and its keys are the caller's, so of its errors
/// only the kinds are passed on, without a place.
pub(crate) fn from_free_form<T: DeserializeOwned>(data: &FreeForm) -> Result<T, ParseError> {
    T::deserialize(&Value::Object((**data).clone()))
        .map_err(|error| ParseError::new(String::new(), problem_of(&error), None))
}
