//! The status of a call, wherever the body states it.

use std::fmt;

use crate::message::{CallStatus, MessageStatus};

/// The status of a call: `message.call.status`, or the older `message.status` where that is absent.
///
/// As text it is what [`ServerMessage::status`](crate::ServerMessage::status) gives.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(clippy::exhaustive_enums, reason = "the wire has no third place")]
pub enum Status<'a> {
    /// From `message.call.status`, where it is today.
    Call(&'a CallStatus),
    /// From `message.status`, as older docs (2025) have it.
    Message(&'a MessageStatus),
}

impl<'a> Status<'a> {
    /// The string on the wire. An unknown value may say anything, so take care where you print
    /// it.
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        match self {
            Self::Call(status) => status.as_str(),
            Self::Message(status) => status.as_str(),
        }
    }

    /// Whether this crate does not know the value.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        match self {
            Self::Call(status) => status.is_unknown(),
            Self::Message(status) => status.is_unknown(),
        }
    }
}

impl fmt::Display for Status<'_> {
    /// The string on the wire, of an unknown value too, which may say anything.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl PartialEq<str> for Status<'_> {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Status<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}
