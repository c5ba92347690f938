//! What the platform added since this crate was written.

use std::fmt;

use serde_json::Value;

use crate::wire::{Member, Path, UnknownValue, Visit, kind_of};

/// A member or a value of a body that this crate does not know, with its place.
///
/// Count and report these: they are how a receiver learns that the wire changed. `Display`
/// and `Debug` show the place and the kind, never what stands there.
///
/// ```
/// use interactly_webhooks::Webhook;
///
/// let webhook = Webhook::from_slice(br#"{"message":{"type":"hang","newMember":"Jane"}}"#)?;
/// let drift = webhook.drift();
/// assert_eq!(drift[0].to_string(), "/message/newMember: unknown member, a string");
/// # Ok::<(), interactly_webhooks::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Drift {
    pointer: String,
    what: What,
}

#[derive(Clone, PartialEq, Eq)]
enum What {
    Member(&'static str),
    Value(UnknownValue),
    Shape,
}

impl Drift {
    /// The place in the body, as an RFC 6901 JSON pointer in wire names.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Whether it is a member that is not modelled (and not a value).
    #[must_use]
    pub fn is_member(&self) -> bool {
        matches!(self.what, What::Member(_))
    }

    /// The value, if it is one that its member is not known to have. Nobody knows what it
    /// says, so mind where it goes.
    #[must_use]
    pub fn unknown_value(&self) -> Option<&str> {
        match &self.what {
            What::Value(value) => Some(value.as_str()),
            What::Member(_) | What::Shape => None,
        }
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.pointer)?;
        match &self.what {
            What::Member(kind) => write!(f, ": unknown member, {kind}"),
            What::Value(value) => write!(f, ": unknown value, {value:?}"),
            What::Shape => f.write_str(": not the object that it is expected to be"),
        }
    }
}

impl fmt::Debug for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Drift({self})")
    }
}

/// Everything unknown in `body`.
pub(crate) fn of<T: Member>(body: &T) -> Vec<Drift> {
    struct Collect(Vec<Drift>);

    impl Collect {
        fn push(&mut self, at: &Path<'_>, what: What) {
            self.0.push(Drift { pointer: at.to_pointer(), what });
        }
    }

    impl Visit for Collect {
        fn unknown_member(&mut self, at: &Path<'_>, value: &Value) {
            self.push(at, What::Member(kind_of(value)));
        }

        fn unknown_value(&mut self, at: &Path<'_>, value: &str) {
            self.push(at, What::Value(UnknownValue::new(value)));
        }

        fn unknown_shape(&mut self, at: &Path<'_>) {
            self.push(at, What::Shape);
        }
    }

    let mut collect = Collect(Vec::new());
    body.walk(&Path::ROOT, &mut collect);
    collect.0
}
