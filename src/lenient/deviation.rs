//! One thing about a body that the strict reader would refuse.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use super::Damage;
use crate::json::{Found, What};
use crate::model::{Segment, push_segment};
use crate::parse_error::safe_pointer;

/// One thing about a body that the strict reader would refuse.
///
/// It shares the text of the body with all others, so many of them are small. `Display`, `Debug` and
/// its JSON (`pointer`, `reason`) say where and what, and nothing of the text;
/// [`Deviation::text`] is what was there.
#[derive(Clone)]
pub struct Deviation {
    damage: Arc<Damage>,
    /// Its place among what was found; none for the byte order mark.
    index: Option<u32>,
}

impl Deviation {
    fn new(damage: &Arc<Damage>, index: Option<u32>) -> Self {
        Self { damage: Arc::clone(damage), index }
    }

    /// What deviates, in the order of the text.
    pub(super) fn all(damage: &Arc<Damage>) -> Vec<Self> {
        let found = &damage.places().found;
        // Numbers whose digits were rounded are put back, but the strict reader takes them.
        let wrong = found.iter().zip(0..).filter(|(found, _)| found.what != What::Rounded);
        let mark = damage.repairs.mark.then(|| Self::new(damage, None));
        let mut deviations = Vec::with_capacity(found.len() + usize::from(mark.is_some()));
        deviations.extend(mark);
        deviations.extend(wrong.map(|(_, index)| Self::new(damage, Some(index))));
        deviations
    }

    fn found(&self) -> Option<Found> {
        self.damage.places().found.get(self.index? as usize).copied()
    }

    /// The place in the body, as an RFC 6901 JSON pointer. It stops at maps whose keys are
    /// the caller's, and at members that this crate does not model; names are cut to 128 bytes,
    /// and U+FFFD stands for their control characters.
    #[must_use]
    pub fn pointer(&self) -> String {
        let Some(found) = self.found() else { return String::new() };
        let mut pointer = safe_pointer(&self.damage.text, self.damage.form, self.damage.way(found.node));
        if let What::Missing(name) = found.what {
            push_segment(&mut pointer, Segment::Member(self.damage.missing(name)));
        }
        pointer
    }

    /// What is wrong, in words that do not come from the body.
    #[must_use]
    pub fn reason(&self) -> String {
        let Some(found) = self.found() else {
            return "a byte order mark before the JSON text, removed".to_owned();
        };
        let fixed = match found.what {
            What::Refused(found, expected) => return format!("found {found}, expected {expected}"),
            What::OutOfRange | What::Rounded => "a number that no double holds",
            What::Missing(_) => "this member is missing",
            What::Overridden => "an earlier value of a member that is given twice",
            What::Surrogate => "half of a UTF-16 surrogate pair, replaced by U+FFFD",
            What::SurrogateKey => {
                "a name with half of a UTF-16 surrogate pair, replaced by U+FFFD and its digits"
            }
            What::Bytes => "bytes that are not UTF-8, replaced by U+FFFD",
            What::RefusedOther | What::Repeats => "not of the expected form",
        };
        fixed.to_owned()
    }

    /// What was there, as JSON text: the value that does not fit, the earlier one of a member given
    /// twice, the string or name that was repaired. Absent where a member is missing, and for
    /// bytes that are not text ([`Deviation::bytes`]).
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        let found = self.found()?;
        match found.what {
            What::Missing(_) | What::Bytes => None,
            _ => Some(self.damage.range(&found)),
        }
    }

    /// The bytes that were there, as they came.
    #[must_use]
    pub fn bytes(&self) -> Cow<'_, [u8]> {
        match self.found() {
            Some(Found { what: What::Bytes, start, .. }) => self.damage.bytes_at(start).into(),
            Some(_) => self.text().unwrap_or_default().as_bytes().into(),
            None => "\u{feff}".as_bytes().into(),
        }
    }

    /// Whether printing puts the original back: not for a byte order mark, for bytes that are
    /// not UTF-8, and for names with half a surrogate pair, which no JSON printer can write.
    #[must_use]
    pub fn is_put_back(&self) -> bool {
        self.found().is_some_and(|found| !matches!(found.what, What::Bytes | What::SurrogateKey))
    }
}

impl PartialEq for Deviation {
    fn eq(&self, other: &Self) -> bool {
        (self.pointer(), self.reason(), self.bytes()) == (other.pointer(), other.reason(), other.bytes())
    }
}

impl fmt::Display for Deviation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pointer = self.pointer();
        let place = if pointer.is_empty() { "the body" } else { &pointer };
        write!(f, "{place}: {}", self.reason())
    }
}

impl fmt::Debug for Deviation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Deviation({self})")
    }
}

impl Serialize for Deviation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut printed = serializer.serialize_struct("Deviation", 2)?;
        printed.serialize_field("pointer", &self.pointer())?;
        printed.serialize_field("reason", &self.reason())?;
        printed.end()
    }
}
