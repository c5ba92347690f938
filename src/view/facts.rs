//! What every receiver stores of a body, in the wire's words.

use super::delivery_key::Parts;
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

/// Gives types the methods that answer by [`Tells`].
macro_rules! facts {
    ($($name:ident)*) => { $(
        impl $name {
            /// The event's name on the wire: `message.type`, or `event`. Of an unknown body `event`
            /// or else `type`, if it is a string. A name that the crate does not know comes
            /// as it came: log [`summary`](Self::summary) instead.
            #[must_use]
            pub fn event_name(&self) -> Option<&str> {
                $crate::view::Tells::facts(self).event.map(|event| event.text)
            }

            /// The id of the call: `message.call.id`, or `call.conversationId` of a campaign
            /// event. Absent where it is empty, in workflow events, and where no call is part
            /// of the event.
            #[must_use]
            pub fn call_id(&self) -> Option<&str> {
                $crate::view::Tells::facts(self).call_id
            }

            /// The status on the wire: `message.call.status` or else the older
            /// `message.status`; `call.status` or else `status` of a campaign event; `run.status` of
            /// a workflow event. One that the crate does not know comes as it came: log
            /// [`summary`](Self::summary) instead.
            #[must_use]
            pub fn status(&self) -> Option<&str> {
                $crate::view::Tells::facts(self).status.map(|status| status.text)
            }

            /// When the event was produced: `message.timestamp`; of a campaign or workflow event
            /// the time at which what it reports happened. Absent in the documented sample.
            #[must_use]
            pub fn event_time(&self) -> Option<&$crate::wire::Timestamp> {
                $crate::view::Tells::facts(self).time
            }

            /// What identifies the event, to recognise it when it comes again, see
            /// [`DeliveryKey`](crate::DeliveryKey). `None` where nothing does: without ids or with
            /// empty ones, and for unknown bodies.
            #[must_use]
            pub fn delivery_key(&self) -> Option<$crate::DeliveryKey> {
                $crate::view::key_of(self)
            }

            /// One line about it for a log: family, event, call, status, and how many messages
            /// and unknown members there are. Nothing in it is personal, and text that this crate does
            /// not know is hidden; `{:#}` shows it.
            #[must_use]
            pub fn summary(&self) -> impl std::fmt::Display + '_ {
                $crate::view::Summary::new(
                    $crate::view::Tells::facts(self),
                    $crate::view::Tells::unknown_members(self),
                )
            }
        }
    )* };
}
pub(crate) use facts;
