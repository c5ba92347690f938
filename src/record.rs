//! What is known of one call, from all its events.
//!
//! The platform reports a call in pieces: a status here, the conversation so far there, the results at the
//! end, once each and in no promised order. A [`CallRecord`] puts the pieces together. The recipe for
//! receivers is "load, apply, store, act on the change":
//!
//! ```
//! use interactly_webhooks::{CallRecord, Webhook};
//!
//! let mut stored = String::new(); // Your database.
//!
//! for body in [
//!     r#"{"message":{"type":"end-of-call-report","timestamp":3,
//!         "call":{"id":"c-1","status":"finished"},
//!         "messages":[{"text":"Good morning."},{"text":"Hello."}],
//!         "analysis":{"summary":"They met."}}}"#,
//!     r#"{"message":{"type":"conversation-update","timestamp":2,
//!         "call":{"id":"c-1","status":"ongoing"},
//!         "messages":[{"text":"Good morning."}]}}"#,
//! ] {
//!     let body = Webhook::from_slice_lenient(body.as_bytes())?;
//!     let mut record = match stored.as_str() {
//!         "" => CallRecord::default(),
//!         json => CallRecord::from_slice(json.as_bytes())?,
//!     };
//!     let change = record.apply_lenient(&body)?;
//!     stored = serde_json::to_string(&record)?;
//!
//!     // The older event came later, and changes nothing.
//!     assert_eq!(change.ended, change.messages == [0, 1]);
//!     assert_eq!(record.status(), Some("finished"));
//!     assert_eq!(record.results().summary, Some("They met."));
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Order does not matter
//!
//! Applying is commutative, associative and idempotent. Events may come in any order and any number of
//! times, on one machine or on several whose records are [merged](CallRecord::merge) later: the
//! record is the same, byte for byte, damaged bodies included. What counts:
//!
//! - **Each member by itself** (those of the message, the call, both analyses and the assistant): a value
//!   that says something beats one that stands for "not yet" (`""`, `{}`, `[]`, 0), which beats none. Then
//!   the **event produced later** wins. Members below these, such as those of the cost, stay together.
//! - **The status further on**, see [`CallStatus::rank`](crate::message::CallStatus::rank).
//! - **The assistant** of status updates: other events cut it down.
//! - **The longer conversation.** Events repeat it from the start, so the position of a message says which
//!   one is meant. A message once recorded is never removed. If two versions differ, the one with id, role
//!   and text wins, then the later one. If only the metrics differ, the fuller ones are kept: the report may lack them.
//! - **Events, errors and hangs** are collected, each once.
//!
//! An event is as late as its `timestamp`; without a timestamp, the latest time found in its call
//! and messages. At the same time the status further on decides, then the kind of event, then an order of
//! values that is merely the same everywhere.

mod accessors;
mod change;
mod conversation;
mod event;
mod members;
mod order;
mod rules;
mod settle;
mod stamp;
mod stored;
mod weight;

pub use self::change::{Change, RecordError};
pub use self::event::{Damaged, RecordedEvent};

use std::fmt;

use self::conversation::{Conversation, Place};
use self::event::{add, add_all};
use self::members::{AllSources, Given, join_message};
use self::stamp::Stamp;
use crate::lenient::{Deviation, Lenient};
use crate::message::{ServerMessage, ServerMessageRequest};
use crate::model::First;
use crate::webhook::Webhook;

/// What is known of one call, see the [module](self).
///
/// [`Default`] is the record of no call yet; the first message applied decides which call it is. It prints
/// and reads as JSON of its own, with a version. It holds what the bodies hold, the words of the person and
/// the receiver's own secret included: store it as you store bodies. `Debug` is safe to log.
#[derive(Clone, Default)]
pub struct CallRecord {
    /// What is known, in the form of one message. Never has a `kind` and an `error`.
    message: ServerMessage,
    sources: AllSources,
    conversation: Conversation,
    /// Ascending.
    events: Vec<RecordedEvent>,
}

impl CallRecord {
    /// Takes what a message says, and reports what is new.
    ///
    /// # Errors
    ///
    /// [`RecordError::NoCall`] if the message has no call id, [`RecordError::OtherCall`] if it has
    /// another one. The record is as it was.
    pub fn apply(&mut self, message: &ServerMessage) -> Result<Change, RecordError> {
        self.take(message, &[])
    }

    /// Takes what was sound in a body that was read leniently, and notes what was damaged. Messages keep their
    /// positions although others before them were moved out.
    ///
    /// # Errors
    ///
    /// As [`apply`](Self::apply); [`RecordError::OtherFamily`] if the body is about no call.
    #[allow(private_bounds, reason = "what may hold a server message; callers need not name it")]
    pub fn apply_lenient<T: Holds>(&mut self, body: &Lenient<T>) -> Result<Change, RecordError> {
        let message = body.value.held().ok_or(RecordError::OtherFamily)?;
        self.take(message, body.deviations())
    }

    fn take(&mut self, message: &ServerMessage, deviations: &[Deviation]) -> Result<Change, RecordError> {
        self.accept(message.call_id().ok_or(RecordError::NoCall)?)?;
        Ok(self.changed(|record, change| {
            let stamp = Stamp::of(message);
            join_message(&mut record.message, message, &mut record.sources, Given::One(stamp), change);
            let of_call = message.call.as_ref().and_then(|call| call.messages.as_deref());
            for (messages, place) in
                [(message.messages.as_deref(), "/message/messages/"), (of_call, "/message/call/messages/")]
            {
                let Some(messages) = messages else { continue };
                let shown = record.message.messages.get_or_insert_default();
                let places = positions(deviations, place).map(|position| Place { position, stamp });
                record.conversation.hear(shown, places.zip(messages), change);
            }
            change.record |= add(&mut record.events, RecordedEvent::of(message, deviations));
        }))
    }

    /// Takes all that another record of the same call knows, and says what is new by it.
    ///
    /// # Errors
    ///
    /// [`RecordError::OtherCall`] if it is the record of another call. This one is as it was.
    pub fn merge(&mut self, other: Self) -> Result<Change, RecordError> {
        let Some(id) = other.call_id() else { return Ok(Change::default()) };
        self.accept(id)?;
        Ok(self.changed(|record, change| {
            join_message(
                &mut record.message,
                &other.message,
                &mut record.sources,
                Given::Each(&other.sources),
                change,
            );
            if let Some(messages) = &other.message.messages {
                let shown = record.message.messages.get_or_insert_default();
                let heard = other.conversation.places.iter().copied().zip(messages);
                record.conversation.hear(shown, heard.chain(other.conversation.others()), change);
            }
            change.record |= add_all(&mut record.events, other.events);
        }))
    }

    /// Refuses another call than this one.
    fn accept(&self, id: &str) -> Result<(), RecordError> {
        match self.call_id() {
            Some(own) if own != id => Err(RecordError::OtherCall),
            _ => Ok(()),
        }
    }

    /// What is new after a step.
    fn changed(&mut self, step: impl FnOnce(&mut Self, &mut Change)) -> Change {
        let (status, was_ended, parts) = (self.status().map(str::to_owned), self.is_ended(), self.parts());
        let mut change = Change::default();
        step(self, &mut change);
        change.record |= self.parts() != parts;
        change.status = self.status() != status.as_deref();
        change.ended = self.is_ended() && !was_ended;
        change.messages.sort_unstable();
        change.messages.dedup();
        change
    }

    /// Which parts are there, empty ones too: they are printed.
    fn parts(&self) -> [bool; 5] {
        let ServerMessage { assistant, analysis, messages, call, .. } = &self.message;
        let of_call = call.as_ref().is_some_and(|call| call.analysis.is_some());
        [assistant.is_some(), analysis.is_some(), messages.is_some(), call.is_some(), of_call]
    }
}

impl fmt::Debug for CallRecord {
    /// What is known and the events; in one line (`{:?}`) the first four of them and how many more.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallRecord")
            .field("message", &self.message)
            .field("events", &First(&self.events))
            .finish_non_exhaustive()
    }
}

/// The positions of the elements that are left in an array, without those that were moved out of it.
fn positions(deviations: &[Deviation], array: &str) -> impl Iterator<Item = usize> {
    let mut moved: Vec<usize> = deviations
        .iter()
        .filter_map(|deviation| deviation.pointer().strip_prefix(array)?.parse().ok())
        .collect();
    moved.sort_unstable();
    moved.dedup();
    let mut moved = moved.into_iter().peekable();
    (0..).filter(move |position| moved.next_if_eq(position).is_none())
}

/// A body that may hold a server message.
trait Holds {
    fn held(&self) -> Option<&ServerMessage>;
}

impl Holds for ServerMessageRequest {
    fn held(&self) -> Option<&ServerMessage> {
        Some(&self.message)
    }
}

impl Holds for Webhook {
    fn held(&self) -> Option<&ServerMessage> {
        self.as_server_message()
    }
}
