//! What orders the events of a call.

use crate::message::call::CallStatus;
use crate::message::{Call, Message, MessageStatus, MessageType, ServerMessage};
use crate::wire::Timestamp;

/// How late an event is: of two that tell different things, the one with the greater stamp counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub(super) struct Stamp {
    /// When it was produced, in epoch milliseconds.
    pub(super) at: Option<i64>,
    /// How far on the call was.
    pub(super) stage: u8,
    /// What kind of event it is.
    pub(super) kind: Kind,
}

/// The kinds of events, those that come later in a call behind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub(super) enum Kind {
    /// A name that this crate does not know.
    #[default]
    Unknown,
    /// Tells about the conversation, with an assistant cut down.
    Partial,
    /// Tells the whole assistant.
    Status,
    /// The documented sample: tells everything.
    Untyped,
    /// The end-of-call report.
    Report,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Unknown, Self::Partial, Self::Status, Self::Untyped, Self::Report];

    /// As the record prints it.
    pub(super) fn number(self) -> i64 {
        self as i64
    }

    pub(super) fn from_number(number: i64) -> Self {
        let index = usize::try_from(number).ok();
        index.and_then(|index| Self::ALL.get(index).copied()).unwrap_or_default()
    }

    fn of(kind: Option<&MessageType>) -> Self {
        match kind {
            None => Self::Untyped,
            Some(MessageType::StatusUpdate) => Self::Status,
            Some(MessageType::EndOfCallReport) => Self::Report,
            Some(MessageType::ConversationUpdate | MessageType::Hang | MessageType::Error) => Self::Partial,
            Some(MessageType::Unknown(_)) => Self::Unknown,
        }
    }
}

impl Stamp {
    pub(super) fn of(message: &ServerMessage) -> Self {
        let stage = status_of(message).map_or(0, |status| 1 + status.rank());
        let old = message.status.as_ref().map_or(0, old_stage);
        Self { at: time_of(message), stage: stage.max(old), kind: Kind::of(message.kind.as_ref()) }
    }

    /// Whether the event tells the whole assistant.
    pub(super) fn tells_assistant(self) -> bool {
        matches!(self.kind, Kind::Status | Kind::Untyped)
    }
}

fn status_of(message: &ServerMessage) -> Option<&CallStatus> {
    message.call.as_ref()?.status.as_ref()
}

/// How far on a call is by the words of older docs.
pub(super) fn old_stage(status: &MessageStatus) -> u8 {
    let like = match status {
        MessageStatus::Trying | MessageStatus::EarlyMedia | MessageStatus::Ringing => CallStatus::Queued,
        MessageStatus::InProgress | MessageStatus::Unknown(_) => CallStatus::Ongoing,
        MessageStatus::Busy
        | MessageStatus::NoAnswer
        | MessageStatus::Failed
        | MessageStatus::Completed
        | MessageStatus::Ended => CallStatus::Finished,
    };
    1 + like.rank()
}

/// Whether the call is over by the words of older docs.
pub(super) fn is_over(status: &MessageStatus) -> bool {
    old_stage(status) > CallStatus::Finished.rank()
}

/// When an event was produced: its timestamp, or else the latest time that it tells.
pub(super) fn time_of(message: &ServerMessage) -> Option<i64> {
    message.timestamp.as_ref().and_then(Timestamp::unix_milliseconds).or_else(|| latest(message))
}

fn latest(message: &ServerMessage) -> Option<i64> {
    let call = message.call.as_deref();
    let newest = |messages: Option<&Vec<Message>>| {
        messages
            .into_iter()
            .flatten()
            .filter_map(|message| message.timestamp.as_ref())
            .filter_map(Timestamp::unix_milliseconds)
            .max()
    };
    let time = |member: fn(&Call) -> Option<&Timestamp>| member(call?)?.unix_milliseconds();
    [
        newest(message.messages.as_ref()),
        newest(call.and_then(|call| call.messages.as_ref())),
        time(|call| call.end_at.as_ref()),
        time(|call| call.start_at.as_ref()),
    ]
    .into_iter()
    .max()?
}
