//! What routing and deduplication need of a body, without reading the rest.

mod read;

use std::fmt;

use self::read::{Head, Time};
use crate::campaign::{CampaignCallStatus, CampaignEventName, CampaignStatus};
use crate::family::Family;
use crate::message::call::CallStatus;
use crate::message::{MessageStatus, MessageType};
use crate::model::Member;
use crate::parse_error::ParseError;
use crate::wire::{Hidden, Timestamp};
use crate::workflow::{RunStatus, WorkflowEventName};

/// The head of a body: which event it is, of which call, when, and the status of the call.
///
/// It borrows from the body; only strings that are written with escapes are copied. Reading
/// stops as soon as everything here is found: in the platform's order of members that is
/// within the first kilobyte of a server message, however long its `messages` and
/// `call.metrics` are, and the cost is flat. Where a member is absent, `null` or last, and for campaign and
/// workflow events, the whole body is skipped: for a long body that is two thirds of what
/// [`Webhook::from_slice`](crate::Webhook::from_slice) costs
/// ([figures](crate::guide::performance)). The answer does not depend on the order.
///
/// # What is not checked
///
/// Nothing after the place where reading stops: the body may be cut off or damaged there.
/// Before that place, members that are not asked for must be JSON but may have any type, and a member given
/// twice is not refused. [`Webhook::from_slice`](crate::Webhook::from_slice) checks all of this.
///
/// ```
/// use interactly_webhooks::EventHead;
///
/// let body = br#"{"message":{"timestamp":1772702480281,"type":"hang",
///     "call":{"id":"c-1","assistantId":"a-1","status":"ongoing",
///     "startAt":"and so on"#;
/// let head = EventHead::from_slice(body)?;
/// assert_eq!(head.event(), Some("hang"));
/// assert_eq!((head.call_id(), head.status()), (Some("c-1"), Some("ongoing")));
/// assert_eq!(head.assistant_id(), Some("a-1"));
/// # Ok::<(), interactly_webhooks::ParseError>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct EventHead<'a> {
    family: Family,
    head: Head<'a>,
}

impl<'a> EventHead<'a> {
    /// Reads the head of a body of any family.
    ///
    /// # Errors
    ///
    /// If a member that is asked for has the wrong JSON type, or the bytes
    /// end or are not JSON before everything is found.
    pub fn from_slice(bytes: &'a [u8]) -> Result<Self, ParseError> {
        let (family, head) = read::read(bytes)?;
        Ok(Self { family, head })
    }

    /// The family of the body.
    #[must_use]
    pub fn family(&self) -> Family {
        self.family
    }

    /// The event's name on the wire: `message.type`, or `event`; absent where the body has
    /// none. For an unknown body, `event` or else `type`.
    #[must_use]
    pub fn event(&self) -> Option<&str> {
        self.head.event.as_deref().or(self.head.other_event.as_deref())
    }

    /// The id of the call: `message.call.id`, or `call.conversationId` of a campaign event. Absent where it is
    /// empty, in workflow events, and where no call is part of the event.
    #[must_use]
    pub fn call_id(&self) -> Option<&str> {
        self.head.call_id.as_deref().filter(|id| !id.is_empty())
    }

    /// The status on the wire: `message.call.status` or else the older `message.status`;
    /// `call.status` or else `status` of a campaign event; `run.status` of a workflow event.
    #[must_use]
    pub fn status(&self) -> Option<&str> {
        self.head.call_status.as_deref().or(self.head.outer_status.as_deref())
    }

    /// The id of the assistant: `message.call.assistantId`, or else `message.assistant._id`.
    /// Absent in campaign and workflow events.
    #[must_use]
    pub fn assistant_id(&self) -> Option<&str> {
        self.head.call_assistant_id.as_deref().or(self.head.outer_assistant_id.as_deref())
    }

    /// When the event was produced, `message.timestamp`. Absent in campaign and workflow
    /// events, and in the documented sample. (Makes a copy, if it came as text.)
    #[must_use]
    pub fn timestamp(&self) -> Option<Timestamp> {
        match self.head.timestamp.as_ref()? {
            Time::Number(number) => Some((*number).into()),
            Time::Text(text) => Some(text.as_ref().into()),
        }
    }

    /// Whether this crate knows the event, and the status.
    fn known(&self) -> (bool, bool) {
        let event = self.event().unwrap_or_default();
        let status = self.status().unwrap_or_default();
        match self.family {
            Family::ServerMessage => {
                (knows::<MessageType>(event), knows::<CallStatus>(status) || knows::<MessageStatus>(status))
            }
            Family::Campaign => (
                knows::<CampaignEventName>(event),
                knows::<CampaignCallStatus>(status) || knows::<CampaignStatus>(status),
            ),
            Family::Workflow => (knows::<WorkflowEventName>(event), knows::<RunStatus>(status)),
            Family::Unknown => (false, false),
        }
    }
}

/// Whether `text` is a known value of an open enum.
fn knows<T: Member>(text: &str) -> bool {
    const { T::FORM.values() }.is_some_and(|values| values.knows(text))
}

/// A text of which only the length is shown, unless it is known.
struct Word<'a>(Option<&'a str>, bool);

impl fmt::Debug for Word<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self(Some(text), false) => Hidden(text).fmt(f),
            Self(Some(text), _) => crate::model::cut(text).0.fmt(f),
            Self(None, _) => f.write_str("None"),
        }
    }
}

impl fmt::Debug for EventHead<'_> {
    /// Shows the ids (128 bytes of them at most), the time, and event and status where they are known; of
    /// other texts the length.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (knows_event, knows_status) = self.known();
        let time = self.timestamp();
        let none: &dyn fmt::Debug = &Word(None, true);
        f.debug_struct("EventHead")
            .field("family", &self.family)
            .field("event", &Word(self.event(), knows_event))
            .field("call_id", &Word(self.call_id(), true))
            .field("status", &Word(self.status(), knows_status))
            .field("assistant_id", &Word(self.assistant_id(), true))
            .field("timestamp", time.as_ref().map_or(none, |time| time))
            .finish()
    }
}
