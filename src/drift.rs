//! What the platform added since this crate was written.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::json::Kind;
use crate::model::{MemberForm, Object, Path, Segment, View, Visit, read_told, walk};

/// A member or a value of a body that this crate does not know, with its place.
///
/// Count and report these: they are how a receiver learns that the wire changed. `Display`
/// and `Debug` show the place and the kind, never the value, and so does its JSON; a name
/// is cut to 128 bytes, and U+FFFD stands for its control characters.
///
/// ```
/// use interactly_webhooks::Webhook;
///
/// let body = br#"{"message":{"type":"hang","newMember":"Jane"}}"#;
/// let drift = Webhook::from_slice(body)?.drift();
/// assert_eq!(
///     drift[0].to_string(),
///     "/message/newMember: unknown member, a string",
/// );
/// # Ok::<(), interactly_webhooks::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Drift(#[serde(deserialize_with = "read_told")] Found);

#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Found {
    pointer: String,
    /// The pointer with `*` for indexes, if it has any.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pattern: Option<String>,
    #[serde(flatten)]
    what: What,
}

#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum What {
    /// A member, with the kind of its value.
    UnknownMember(Cow<'static, str>),
    /// A value, with its length.
    UnknownValue(usize),
    /// Not the object that it is expected to be, but this kind of value.
    OtherShape(Cow<'static, str>),
}

impl Drift {
    /// The place in the body, as an RFC 6901 JSON pointer in wire names.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// The place with `*` for each index, for counting.
    ///
    /// ```
    /// use interactly_webhooks::Webhook;
    ///
    /// let body = br#"{"message":{"messages":[{"mood":"calm"}]}}"#;
    /// let drift = Webhook::from_slice(body)?.drift();
    /// assert_eq!(drift[0].pattern(), "/message/messages/*/mood");
    /// # Ok::<(), interactly_webhooks::ParseError>(())
    /// ```
    #[must_use]
    pub fn pattern(&self) -> &str {
        self.0.pattern.as_deref().unwrap_or(&self.0.pointer)
    }

    /// Whether it is a member that is not modelled (and not a value).
    #[must_use]
    pub fn is_member(&self) -> bool {
        matches!(self.0.what, What::UnknownMember(_))
    }

    /// Whether it is a value that its member is not known to have.
    #[must_use]
    pub fn is_value(&self) -> bool {
        matches!(self.0.what, What::UnknownValue(_))
    }

    fn new(at: &Path<'_>, what: What) -> Self {
        let segments = at.segments();
        let has_index = segments.iter().any(|segment| matches!(segment, Segment::Index(_)));
        let pattern = has_index.then(|| {
            let mut pattern = String::new();
            for segment in segments {
                let named = if let Segment::Index(_) = segment { Segment::Member("*") } else { segment };
                crate::model::push_segment(&mut pattern, named);
            }
            pattern
        });
        Self(Found { pointer: at.to_pointer(), pattern, what })
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.pointer)?;
        match &self.0.what {
            What::UnknownMember(kind) => write!(f, ": unknown member, {kind}"),
            What::UnknownValue(length) => write!(f, ": unknown value, text({length} bytes)"),
            What::OtherShape(kind) => write!(f, ": {kind}, not the object that it is expected to be"),
        }
    }
}

impl fmt::Debug for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Drift({self})")
    }
}

/// Everything unknown in `body`.
pub(crate) fn of(body: &dyn Object) -> Vec<Drift> {
    let mut drift = Collect(Vec::new());
    walk(&Path::ROOT, body, &mut drift);
    drift.0
}

/// How many members of `body` are unknown.
pub(crate) fn unknown_members(body: &dyn Object) -> usize {
    let mut count = Count(0);
    walk(&Path::ROOT, body, &mut count);
    count.0
}

struct Count(usize);

impl<'a> Visit<'a> for Count {
    type Around = ();

    fn object(&mut self, _: &Path<'_>, _: &'a dyn Object) {}

    #[inline]
    fn wants(&self, _: &'static MemberForm, _: View<'a>) -> bool {
        false
    }

    fn unknown_member(&mut self, _: &Path<'_>, _: &'a Value) {
        self.0 += 1;
    }
}

struct Collect(Vec<Drift>);

impl<'a> Visit<'a> for Collect {
    type Around = ();

    fn object(&mut self, _: &Path<'_>, _: &'a dyn Object) {}

    #[inline]
    fn wants(&self, _: &'static MemberForm, value: View<'a>) -> bool {
        matches!(value, View::Unknown(_) | View::Other(_))
    }

    fn value(&mut self, at: &Path<'_>, _: &'static MemberForm, value: View<'a>) {
        match value {
            View::Unknown(text) => self.0.push(Drift::new(at, What::UnknownValue(text.as_str().len()))),
            View::Other(value) => {
                self.0.push(Drift::new(at, What::OtherShape(Kind::of(value).as_str().into())));
            }
            _ => {}
        }
    }

    fn unknown_member(&mut self, at: &Path<'_>, value: &'a Value) {
        self.0.push(Drift::new(at, What::UnknownMember(Kind::of(value).as_str().into())));
    }
}
