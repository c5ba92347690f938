//! What a message changed, and why it was refused.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use serde_with::SerializeDisplay;

use crate::model::{First, read_told};
use crate::parse_error::ParseError;

/// What a step changed in a [`CallRecord`](crate::CallRecord), to act on.
///
/// Nothing is new if the same message was applied before.
#[derive(Clone, PartialEq, Eq, Default, Serialize)]
#[allow(clippy::struct_excessive_bools, reason = "each is a question of its own")]
#[non_exhaustive]
pub struct Change {
    /// Whether the record changed and must be stored. This can be true when nothing else here is set: an
    /// event that says nothing new still came.
    pub record: bool,
    /// Whether [`status`](crate::CallRecord::status) changed.
    pub status: bool,
    /// The positions in the conversation, ascending, at which a message is new or says something else;
    /// [`message_at`](crate::CallRecord::message_at) gives it. A position never moves, so it can be the key
    /// of a row.
    pub messages: Vec<usize>,
    /// Whether the call [ended](crate::CallRecord::is_ended) with this: true once for a call, whatever
    /// comes after.
    pub ended: bool,
    /// Whether a result of the analysis is new or says something else.
    pub results: bool,
}

impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(remote = "Change")]
        #[allow(clippy::struct_excessive_bools, reason = "they are those of `Change`")]
        struct Printed {
            record: bool,
            status: bool,
            messages: Vec<usize>,
            ended: bool,
            results: bool,
        }
        #[derive(Deserialize)]
        struct Told(#[serde(with = "Printed")] Change);
        read_told(deserializer).map(|Told(change)| change)
    }
}

impl fmt::Debug for Change {
    /// What is new; in one line (`{:?}`) the first four positions and how many more.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { record, status, messages, ended, results } = self;
        f.debug_struct("Change")
            .field("record", record)
            .field("status", status)
            .field("messages", &First(messages))
            .field("ended", ended)
            .field("results", results)
            .finish()
    }
}

/// Why a [`CallRecord`](crate::CallRecord) took nothing; the record is unchanged. Its JSON is its text.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error, SerializeDisplay)]
#[non_exhaustive]
pub enum RecordError {
    /// No call id: absent, empty or damaged.
    #[error("no call id, expected one at /message/call/id")]
    NoCall,
    /// The id of another call.
    #[error("the id of another call at /message/call/id")]
    OtherCall,
    /// A body of another family.
    #[error("not a server message: no member /message")]
    OtherFamily,
    /// A stored record of a version that this release does not know.
    #[error("a record of a later version at /callRecord")]
    LaterVersion,
    /// Not the JSON of a record.
    #[error("{0}")]
    Unreadable(#[from] ParseError),
}
