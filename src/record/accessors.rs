//! What a record says.

use super::stamp::is_over;
use super::{CallRecord, RecordedEvent};
use crate::message::{Assistant, Call, CallError, CallStatus, Message, MessageType, ServerMessage};
use crate::view::{Results, Transcript};

impl CallRecord {
    /// All that is known, in the form of one message: the call, the assistant, the conversation, the
    /// analysis, with the time of the latest event. It has no `type` and no `error`.
    #[must_use]
    pub fn message(&self) -> &ServerMessage {
        &self.message
    }

    /// The id of the call; absent before the first message.
    #[must_use]
    pub fn call_id(&self) -> Option<&str> {
        self.message.call_id()
    }

    /// The call. Cost, metrics and recording are in it once the report came.
    #[must_use]
    pub fn call(&self) -> Option<&Call> {
        self.message.call.as_deref()
    }

    /// The assistant's configuration: complete once a status update came.
    #[must_use]
    pub fn assistant(&self) -> Option<&Assistant> {
        self.message.assistant.as_deref()
    }

    /// The furthest status, in the wire's words, see [`ServerMessage::status`].
    #[must_use]
    pub fn status(&self) -> Option<&str> {
        self.message.status()
    }

    /// Whether the call is over: by its status, or because the report came.
    #[must_use]
    pub fn is_ended(&self) -> bool {
        let status = self.call().and_then(|call| call.status.as_ref());
        status.is_some_and(CallStatus::is_final)
            || self.message.status.as_ref().is_some_and(is_over)
            || self.events_of(&MessageType::EndOfCallReport).next().is_some()
    }

    /// The conversation. Where a message was lost to damage and no event brought it since, there is a gap that
    /// only [`conversation`](Self::conversation) shows.
    #[must_use]
    pub fn messages(&self) -> &[Message] {
        self.message.messages()
    }

    /// The messages with their positions, ascending. A position never moves.
    pub fn conversation(&self) -> impl Iterator<Item = (usize, &Message)> {
        self.conversation.places.iter().map(|place| place.position).zip(self.messages())
    }

    /// The message at a position, see [`Change::messages`](crate::Change::messages).
    #[must_use]
    pub fn message_at(&self, position: usize) -> Option<&Message> {
        self.messages().get(self.conversation.find(position).ok()?)
    }

    /// The conversation, to print.
    #[must_use]
    pub fn transcript(&self) -> Transcript<'_> {
        self.message.transcript()
    }

    /// The results of the analysis, see [`ServerMessage::results`].
    #[must_use]
    pub fn results(&self) -> Results<'_> {
        self.message.results()
    }

    /// The events that came, by their time; the same event twice if one of its bodies was damaged.
    #[must_use]
    pub fn events(&self) -> &[RecordedEvent] {
        &self.events
    }

    pub(super) fn events_of(&self, kind: &MessageType) -> impl Iterator<Item = &RecordedEvent> {
        self.events.iter().filter(move |event| event.kind.as_ref() == Some(kind))
    }

    /// What failed during the call, by time.
    pub fn errors(&self) -> impl Iterator<Item = &CallError> {
        self.events.iter().filter_map(|event| event.error.as_deref())
    }

    /// The events that report a silent assistant, by time.
    pub fn hangs(&self) -> impl Iterator<Item = &RecordedEvent> {
        self.events_of(&MessageType::Hang)
    }

    /// The events whose bodies were damaged, by time.
    pub fn damaged(&self) -> impl Iterator<Item = &RecordedEvent> {
        self.events.iter().filter(|event| event.deviations.is_some())
    }
}
