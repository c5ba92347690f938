//! Lenient parsing: everything sound is typed, everything else is kept beside it.
//!
//! A server message comes once. If one member has an unforeseen shape, that member alone
//! must not cost the call record. So where the strict parser refuses a body, the lenient
//! one reads it again member by member: a value that does not fit is moved out into
//! [`Deviation`]s, list elements included, and the rest is typed as usual. The work is
//! linear in the size of the body, however many values deviate.
//!
//! It also repairs what real senders do below the level of types: a byte order mark, bytes
//! that are not UTF-8, halves of UTF-16 surrogate pairs (both become U+FFFD), and a member
//! given twice (the last one counts). A number that no double holds (`1e999`) is kept as text.

mod redacted;
mod repair;

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::parse_error::{self, ParseError, Problem, problem_of, safe_pointer};
use crate::wire::{Info, Member, Path, Segment, kind_of};

/// A body as far as it was sound, and what was not.
///
/// Printing it (serde) puts the deviations back, so that nothing is lost.
///
/// ```
/// use interactly_webhooks::Webhook;
///
/// let body = br#"{"message":{"type":"hang","call":{"id":"c-1","startAt":[]}}}"#;
/// assert!(Webhook::from_slice(body).is_err());
///
/// let lenient = Webhook::from_slice_lenient(body)?;
/// let [deviation] = lenient.deviations() else { panic!() };
/// assert_eq!(deviation.pointer(), "/message/call/startAt");
/// assert_eq!(deviation.reason(), "found a list, expected a time as a number or a string");
/// assert_eq!(
///     serde_json::to_value(&lenient).unwrap(),
///     serde_json::from_slice::<serde_json::Value>(body).unwrap(),
/// );
/// # Ok::<(), interactly_webhooks::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Lenient<T> {
    /// What was sound.
    pub value: T,
    deviations: Vec<Deviation>,
}

impl<T> Lenient<T> {
    /// What was not, in the order of the body as far as lists go; empty for a sound body.
    pub fn deviations(&self) -> &[Deviation] {
        &self.deviations
    }

    /// The two apart.
    pub fn into_parts(self) -> (T, Vec<Deviation>) {
        (self.value, self.deviations)
    }
}

impl<T: Serialize> Serialize for Lenient<T> {
    /// Prints the body with what was moved out put back, over what was put there since. Where
    /// the value was changed so that the place is gone, the deviation is left out.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.deviations.is_empty() {
            return self.value.serialize(serializer);
        }
        let mut body = serde_json::to_value(&self.value).map_err(serde::ser::Error::custom)?;
        for deviation in &self.deviations {
            deviation.put_back(&mut body);
        }
        body.serialize(serializer)
    }
}

/// One thing about a body that the strict parser would refuse.
#[derive(Clone, PartialEq)]
pub struct Deviation {
    /// The way to the place, callers' keys included.
    path: Vec<Step>,
    pointer: String,
    reason: String,
    kind: Kind,
}

#[derive(Clone, PartialEq)]
enum Kind {
    /// The value was moved out.
    MovedOut(Value),
    /// A required member is not there.
    Missing,
    /// An earlier value of a member given twice; the later one counts.
    Overridden(Value),
    /// The text was repaired.
    Repaired,
}

/// A [`Segment`] that lives on.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Member(String),
    Index(usize),
}

impl From<Segment<'_>> for Step {
    fn from(segment: Segment<'_>) -> Self {
        match segment {
            Segment::Member(name) => Self::Member(name.to_owned()),
            Segment::Index(index) => Self::Index(index),
        }
    }
}

impl Deviation {
    /// The place in the body, as an RFC 6901 JSON pointer. It stops at maps whose keys are
    /// the caller's, and at members that this crate does not model.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// What is wrong, in words that do not come from the body.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The value that does not fit, or the earlier one of a member given twice. Absent
    /// where the text itself was repaired, or where a member is missing.
    #[must_use]
    pub fn value(&self) -> Option<&Value> {
        match &self.kind {
            Kind::MovedOut(value) | Kind::Overridden(value) => Some(value),
            Kind::Missing | Kind::Repaired => None,
        }
    }

    /// Whether printing puts the original back: so for values moved out, and not for
    /// repairs and for earlier values of a member given twice.
    #[must_use]
    pub fn is_put_back(&self) -> bool {
        matches!(self.kind, Kind::MovedOut(_) | Kind::Missing)
    }

    fn put_back(&self, body: &mut Value) {
        let Some((step, way)) = self.path.split_last() else { return };
        if !self.is_put_back() {
            return;
        }
        let parent = way.iter().try_fold(body, |at, step| match step {
            Step::Member(name) => at.get_mut(name),
            Step::Index(index) => at.get_mut(index),
        });
        match (step, parent, &self.kind) {
            (Step::Member(name), Some(Value::Object(members)), Kind::MovedOut(value)) => {
                members.insert(name.clone(), value.clone());
            }
            (Step::Member(name), Some(Value::Object(members)), Kind::Missing) => {
                members.remove(name);
            }
            (Step::Index(index), Some(Value::Array(list)), Kind::MovedOut(value)) => {
                // Elements were moved out in order, so those before this one are back.
                list.insert((*index).min(list.len()), value.clone());
            }
            _ => {}
        }
    }
}

impl fmt::Display for Deviation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.pointer, self.reason)
    }
}

impl fmt::Debug for Deviation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Deviation({self})")
    }
}

/// Collects the deviations of one body.
pub(crate) struct Salvage {
    root: Option<&'static [Info]>,
    deviations: Vec<Deviation>,
}

impl Salvage {
    /// Moves out a value that a reader refused.
    pub(crate) fn take_out(&mut self, at: &Path<'_>, value: Value, error: &serde_json::Error) {
        self.push(at.segments(), problem_of(error).to_string(), Kind::MovedOut(value));
    }

    /// Moves out a value of another kind than `expected`.
    pub(crate) fn take_out_kind(&mut self, at: &Path<'_>, value: Value, expected: &str) {
        let problem = Problem::Kind { found: kind_of(&value).to_owned(), expected: expected.to_owned() };
        self.push(at.segments(), problem.to_string(), Kind::MovedOut(value));
    }

    /// Notes that a required member is missing.
    pub(crate) fn missing(&mut self, at: &Path<'_>) {
        self.push(at.segments(), "this member is missing".to_owned(), Kind::Missing);
    }

    fn push(&mut self, segments: Vec<Segment<'_>>, reason: String, kind: Kind) {
        let pointer = safe_pointer(self.root, segments.iter().copied());
        let path = segments.into_iter().map(Step::from).collect();
        self.deviations.push(Deviation { path, pointer, reason, kind });
    }
}

/// Parses `bytes` leniently: strictly first, for that is the usual case and costs nothing
/// more, then member by member.
pub(crate) fn from_slice<T: Member + DeserializeOwned>(
    bytes: &[u8],
    strict: impl FnOnce(&[u8]) -> Result<T, ParseError>,
) -> Result<Lenient<T>, ParseError> {
    if let Ok(value) = strict(bytes) {
        return Ok(Lenient { value, deviations: Vec::new() });
    }
    let (mut text, mut repairs) = repair::repair(bytes);
    let mut read = serde_json::from_str::<Value>(&text);
    if read.is_err() {
        text = repair::quote_large_numbers(&text, &mut repairs);
        read = serde_json::from_str(&text);
    }
    let body = read.map_err(|_| parse_error::explain::<Value>(&text, T::members()))?;
    let mut salvage = Salvage { root: T::members(), deviations: Vec::new() };
    if !body.is_object() {
        let problem = Problem::Kind { found: kind_of(&body).to_owned(), expected: "an object".to_owned() };
        return Err(ParseError::new(String::new(), problem, None));
    }
    repair::report(&text, &repairs, &mut salvage);
    match T::salvage(body, &Path::ROOT, &mut salvage) {
        Some(value) => Ok(Lenient { value, deviations: salvage.deviations }),
        None => Err(parse_error::explain::<T>(&text, T::members())),
    }
}
