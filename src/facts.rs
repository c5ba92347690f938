//! What every receiver stores of a body, in the wire's words, and what follows from that: the key that tells
//! deliveries apart, and a line for the log.

mod delivery_key;
mod summary;

pub use self::delivery_key::{DeliveryKey, KeyError};
pub(crate) use self::delivery_key::{Parts, id, part};
pub(crate) use self::summary::Summary;

use crate::family::Family;
use crate::model::{Member, View};
use crate::wire::Timestamp;

/// Fields common to all families.
#[derive(Clone, Copy)]
pub(crate) struct Facts<'a> {
    pub(crate) family: Family,
    pub(crate) event: Option<Word<'a>>,
    /// The id of the call, as server messages name it.
    pub(crate) call_id: Option<&'a str>,
    pub(crate) status: Option<Word<'a>>,
    /// When the event was produced.
    pub(crate) time: Option<&'a Timestamp>,
    /// How many messages there are; none where the event carries no conversation.
    pub(crate) messages: Option<usize>,
}

/// A text of an open set.
#[derive(Clone, Copy)]
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    /// Whether this crate knows it.
    pub(crate) is_known: bool,
}

impl<'a, T: Member> From<&'a T> for Word<'a> {
    /// The word that an open enum is.
    fn from(value: &'a T) -> Self {
        match value.view() {
            View::Known(text) => Self { text, is_known: true },
            View::Unknown(value) => Self { text: value.as_str(), is_known: false },
            _ => Self { text: "", is_known: false },
        }
    }
}

/// A body that says something of itself.
pub(crate) trait Tells {
    /// What it says.
    fn facts(&self) -> Facts<'_>;

    /// What tells it from other events of its family and name.
    fn key_parts(&self) -> Option<Parts>;

    /// How many members there are that are not modelled.
    fn unknown_members(&self) -> usize;
}

/// The key of a body's event.
pub(crate) fn key_of(body: &dyn Tells) -> Option<DeliveryKey> {
    let facts = body.facts();
    let event = facts.event.map(|event| event.text);
    Some(DeliveryKey::new(facts.family, event, body.key_parts()?))
}
