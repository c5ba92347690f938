//! Which events came.

use std::cmp::Ordering;

use super::order::compare;
use super::settle::settle_object;
use crate::lenient::Deviation;
use crate::message::call::CallStatus;
use crate::message::{CallError, MessageType, ServerMessage};
use crate::model::View;
use crate::payload::object;
use crate::wire::Timestamp;

object! {
    /// An event that came, as a [`CallRecord`](crate::CallRecord) keeps it.
    pub struct RecordedEvent {
        /// Which event. Absent in the documented sample.
        #[wire("type", Clear)]
        pub kind: Option<MessageType>,
        /// When it was produced. Absent where the body has none.
        #[wire("timestamp", Clear)]
        pub timestamp: Option<Timestamp>,
        /// The status that the call had then.
        #[wire("status", Clear)]
        pub status: Option<CallStatus>,
        /// How many messages it carried; absent where it carries no conversation.
        #[wire("messages", Clear)]
        pub messages: Option<i64>,
        /// What failed; only in `error` events.
        #[wire("error", Nested)]
        pub error: Option<Box<CallError>>,
        /// In how many places the body deviated; absent where it was sound, or was read strictly.
        #[wire("deviations", Clear)]
        pub deviations: Option<i64>,
        /// The first 32 of these places.
        #[wire("damage", Nested)]
        pub damage: Option<Vec<Damaged>>,
    }
}

object! {
    /// A place at which a body deviated, see [`Deviation`](crate::Deviation). What was there is not part
    /// of it.
    pub struct Damaged {
        /// The place, as an RFC 6901 JSON pointer.
        #[wire("pointer", Clear)]
        pub pointer: Option<String>,
        /// What was wrong.
        #[wire("reason", Clear)]
        pub reason: Option<String>,
    }
}

/// How many places of damage an event keeps.
const PLACES: usize = 32;

impl RecordedEvent {
    pub(super) fn of(message: &ServerMessage, deviations: &[Deviation]) -> Self {
        let count = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
        let damage = deviations.iter().take(PLACES).map(|deviation| Damaged {
            pointer: Some(deviation.pointer()),
            reason: Some(deviation.reason()),
            ..Damaged::default()
        });
        let is_damaged = !deviations.is_empty();
        let mut event = Self {
            kind: message.kind.clone(),
            timestamp: message.timestamp.clone(),
            status: message.status().map(CallStatus::from),
            messages: message.messages.as_ref().map(|messages| count(messages.len())),
            error: message.error.clone(),
            deviations: is_damaged.then(|| count(deviations.len())),
            damage: is_damaged.then(|| damage.collect()),
            ..Self::default()
        };
        settle_object(&mut event);
        event
    }

    /// Orders events by their time, those without before; then by all that is in them.
    fn order(&self, other: &Self) -> Ordering {
        let time = |event: &Self| event.timestamp.as_ref().and_then(Timestamp::unix_milliseconds);
        time(self).cmp(&time(other)).then_with(|| {
            if self == other { Ordering::Equal } else { compare(View::Object(self), View::Object(other)) }
        })
    }
}

/// Adds an event, if it is not there, and says whether it was not.
pub(super) fn add(events: &mut Vec<RecordedEvent>, event: RecordedEvent) -> bool {
    match events.binary_search_by(|other| other.order(&event)) {
        Ok(_) => false,
        Err(index) => {
            events.insert(index, event);
            true
        }
    }
}

/// Adds the events of another record, and says whether one was not there. Many are sorted in at once: one by
/// one, each would move all that are behind it.
pub(super) fn add_all(events: &mut Vec<RecordedEvent>, more: Vec<RecordedEvent>) -> bool {
    if more.len() < 16 {
        return more.into_iter().fold(false, |is_new, event| add(events, event) | is_new);
    }
    let known = events.len();
    events.extend(more);
    in_order(events);
    events.len() > known
}

fn in_order(events: &mut Vec<RecordedEvent>) {
    events.sort_unstable_by(RecordedEvent::order);
    events.dedup_by(|later, earlier| later.order(earlier) == Ordering::Equal);
}

/// Brings many events into their order, each once.
pub(super) fn ordered(mut events: Vec<RecordedEvent>) -> Vec<RecordedEvent> {
    for event in &mut events {
        settle_object(event);
    }
    in_order(&mut events);
    events
}
