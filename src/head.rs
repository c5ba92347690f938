//! What routing and deduplication need of a body, without reading the rest.

mod read;

use std::borrow::Cow;
use std::fmt;

use serde::Deserializer as _;

use self::read::{Level, Part};
use crate::Webhook;
use crate::parse_error::{ParseError, Problem};
use crate::webhook::{Family, family_of};
use crate::wire::{Number, Timestamp};

/// The head of a body: which event it is, of which call, when, and how the call stands.
///
/// It borrows from the body; only strings that are written with escapes are copied. (Getting
/// out early costs `serde_json`'s own error values: four allocations of 40 bytes.) Reading
/// stops as soon as everything here is found: in the platform's order of members that is
/// within the first kilobyte of a server message, however long its `messages` and
/// `call.metrics` are. Where a member is absent or `null`, the message is
/// read to its end. The answer does not depend on the order.
///
/// # What is not checked
///
/// Nothing behind the place where reading stops: the body may be cut off or damaged there.
/// Before that place, members that are not asked for must be JSON but may have any type, and
/// their texts need not be UTF-8. A member given twice
/// is not refused, and either may count. In all of this [`Webhook::from_slice`] is strict.
///
/// ```
/// use interactly_webhooks::EventHead;
///
/// let body = br#"{"message":{"timestamp":1772702480281,"type":"hang",
///     "call":{"id":"c-1","assistantId":"a-1","status":"ongoing","startAt":"and so on"#;
/// let head = EventHead::from_slice(body)?;
/// assert_eq!((head.event(), head.call_id()), (Some("hang"), Some("c-1")));
/// assert_eq!((head.status(), head.assistant_id()), (Some("ongoing"), Some("a-1")));
/// # Ok::<(), interactly_webhooks::ParseError>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct EventHead<'a> {
    family: Family,
    event: Option<Cow<'a, str>>,
    timestamp: Option<Time<'a>>,
    /// The status that stands beside the call, and the id that stands in the assistant:
    /// what counts if the call has none.
    outer_status: Option<Cow<'a, str>>,
    outer_assistant_id: Option<Cow<'a, str>>,
    call_id: Option<Cow<'a, str>>,
    call_status: Option<Cow<'a, str>>,
    call_assistant_id: Option<Cow<'a, str>>,
    /// Whether the call was read to its end.
    call_read: bool,
}

#[derive(Clone, PartialEq)]
enum Time<'a> {
    Number(Number),
    Text(Cow<'a, str>),
}

impl<'a> EventHead<'a> {
    /// Reads the head of a body of any family.
    ///
    /// # Errors
    ///
    /// If a member that is asked for has another JSON type than it may have, or the bytes
    /// end or are no JSON before everything is found. The place is the first one at which
    /// [`Webhook::from_slice`] refuses the body.
    pub fn from_slice(bytes: &'a [u8]) -> Result<Self, ParseError> {
        let mut head = Self::empty(family_of(bytes));
        let mut reader = serde_json::Deserializer::from_slice(bytes);
        if head.family == Family::Unknown {
            // Nothing says where to stop, so the body is read as a whole.
            let body = Webhook::from_slice(bytes)?;
            head.event = body.event_name().map(|name| Cow::Owned(name.to_owned()));
            return Ok(head);
        }
        let read = reader.deserialize_any(Part { head: &mut head, level: Level::Body });
        // An error is the way out, too.
        if head.is_complete() || read.and_then(|()| reader.end()).is_ok() {
            return Ok(head);
        }
        Err(Webhook::from_slice(bytes).err().unwrap_or_else(|| {
            ParseError::new(String::new(), Problem::Said("not of the expected form".to_owned()), None)
        }))
    }

    fn empty(family: Family) -> Self {
        Self {
            family,
            event: None,
            timestamp: None,
            outer_status: None,
            outer_assistant_id: None,
            call_id: None,
            call_status: None,
            call_assistant_id: None,
            call_read: false,
        }
    }

    /// Whether nothing that comes can change the head.
    fn is_complete(&self) -> bool {
        let call = |of_call: &Option<Cow<'a, str>>, outer: &Option<Cow<'a, str>>| {
            of_call.is_some() || (self.call_read && outer.is_some())
        };
        self.family == Family::ServerMessage
            && self.event.is_some()
            && self.timestamp.is_some()
            && (self.call_id.is_some() || self.call_read)
            && call(&self.call_status, &self.outer_status)
            && call(&self.call_assistant_id, &self.outer_assistant_id)
    }

    /// The family of the body.
    #[must_use]
    pub fn family(&self) -> Family {
        self.family
    }

    /// The event's name on the wire: `message.type`, or `event`; absent where the body has
    /// none. Of an unknown body `event` or else `type`.
    #[must_use]
    pub fn event(&self) -> Option<&str> {
        self.event.as_deref()
    }

    /// The id of the call: `message.call.id`, or `call.id` of a campaign event. Absent in
    /// workflow events and where no call is part of the event.
    #[must_use]
    pub fn call_id(&self) -> Option<&str> {
        self.call_id.as_deref()
    }

    /// The status on the wire: `message.call.status` or else the older `message.status`;
    /// `call.status` or else `status` of a campaign event; `run.status` of a workflow event.
    #[must_use]
    pub fn status(&self) -> Option<&str> {
        self.call_status.as_deref().or(self.outer_status.as_deref())
    }

    /// The id of the assistant: `message.call.assistantId`, or else `message.assistant._id`.
    /// Absent in campaign and workflow events.
    #[must_use]
    pub fn assistant_id(&self) -> Option<&str> {
        self.call_assistant_id.as_deref().or(self.outer_assistant_id.as_deref())
    }

    /// When the event was produced, `message.timestamp`. Absent in campaign and workflow
    /// events, and in the documented sample. (Makes a copy, if it came as text.)
    #[must_use]
    pub fn timestamp(&self) -> Option<Timestamp> {
        match self.timestamp.as_ref()? {
            Time::Number(number) => Some((*number).into()),
            Time::Text(text) => Some(text.as_ref().into()),
        }
    }
}

impl fmt::Debug for EventHead<'_> {
    /// Shows the ids; of event, status and time, whose texts may be anything, whether they
    /// are there.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventHead")
            .field("family", &self.family)
            .field("event", &self.event.is_some())
            .field("call_id", &self.call_id())
            .field("status", &self.status().is_some())
            .field("assistant_id", &self.assistant_id())
            .field("timestamp", &self.timestamp.is_some())
            .finish()
    }
}
