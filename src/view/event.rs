//! The event that a server message is about.

use super::Status;
use crate::message::call::{CallMetrics, Cost, Recording};
use crate::message::{Analysis, Assistant, Call, CallError, Message, MessageType, ServerMessage};
use crate::wire::UnknownValue;

/// A view of a [`ServerMessage`] to match on, with what its event has.
///
/// Everything is optional, as abbreviated bodies occur; `messages` is empty where absent.
/// What an event carries beyond this is on the message itself. `Debug` is as safe to log as that of
/// the parts.
#[derive(Clone, Copy, PartialEq, Debug)]
#[non_exhaustive]
pub enum Event<'a> {
    /// The call's status changed.
    #[non_exhaustive]
    StatusUpdate {
        /// The new status, as [`ServerMessage::status`] gives it.
        status: Option<Status<'a>>,
        /// The call.
        call: Option<&'a Call>,
        /// The assistant's configuration, complete.
        assistant: Option<&'a Assistant>,
    },
    /// Somebody said something.
    #[non_exhaustive]
    ConversationUpdate {
        /// The call.
        call: Option<&'a Call>,
        /// The whole conversation so far.
        messages: &'a [Message],
    },
    /// The assistant was silent too long; the call goes on.
    #[non_exhaustive]
    Hang {
        /// The call.
        call: Option<&'a Call>,
        /// The whole conversation so far.
        messages: &'a [Message],
    },
    /// The call is over.
    #[non_exhaustive]
    EndOfCallReport {
        /// The call.
        call: Option<&'a Call>,
        /// The whole conversation.
        messages: &'a [Message],
        /// `message.analysis`; see [`ServerMessage::results`] for what counts.
        analysis: Option<&'a Analysis>,
        /// `call.cost`.
        cost: Option<&'a Cost>,
        /// `call.recording`.
        recording: Option<&'a Recording>,
        /// `call.metrics`; see [`Call::barge_ins`], [`Call::response_times`] and
        /// [`Call::latency_totals`] for the figures that are most often needed.
        metrics: Option<&'a CallMetrics>,
    },
    /// Something failed.
    #[non_exhaustive]
    Error {
        /// What failed.
        error: Option<&'a CallError>,
        /// The call.
        call: Option<&'a Call>,
        /// The whole conversation so far.
        messages: &'a [Message],
    },
    /// No `type`: the form of the documented sample. What happened is not guessed.
    Untyped(&'a ServerMessage),
    /// A `type` that this crate does not know; call, messages and the rest are still
    /// typed.
    #[non_exhaustive]
    Unknown {
        /// The `type` as it came.
        kind: &'a UnknownValue,
        /// The message.
        message: &'a ServerMessage,
    },
}

impl ServerMessage {
    /// The event to match on, with what it has.
    ///
    /// ```
    /// use interactly_webhooks::{Event, ServerMessageRequest};
    ///
    /// let request = ServerMessageRequest::from_slice(
    ///     br#"{"message":{"type":"status-update","call":{"status":"queued"}}}"#,
    /// )?;
    /// match request.message.event() {
    ///     Event::StatusUpdate { status: Some(status), .. } => {
    ///         assert_eq!(status, "queued");
    ///     }
    ///     other => panic!("not expected: {other:?}"),
    /// }
    /// # Ok::<(), interactly_webhooks::ParseError>(())
    /// ```
    #[must_use]
    pub fn event(&self) -> Event<'_> {
        let call = self.call.as_deref();
        let messages = self.messages();
        match &self.kind {
            None => Event::Untyped(self),
            Some(MessageType::StatusUpdate) => Event::StatusUpdate {
                status: call
                    .and_then(|call| call.status.as_ref().map(Status::Call))
                    .or_else(|| self.status.as_ref().map(Status::Message)),
                call,
                assistant: self.assistant.as_deref(),
            },
            Some(MessageType::ConversationUpdate) => Event::ConversationUpdate { call, messages },
            Some(MessageType::Hang) => Event::Hang { call, messages },
            Some(MessageType::EndOfCallReport) => Event::EndOfCallReport {
                call,
                messages,
                analysis: self.analysis.as_deref(),
                cost: call.and_then(|call| call.cost.as_deref()),
                recording: call.and_then(|call| call.recording.as_deref()),
                metrics: call.and_then(|call| call.metrics.as_deref()),
            },
            Some(MessageType::Error) => Event::Error { error: self.error.as_deref(), call, messages },
            Some(MessageType::Unknown(kind)) => Event::Unknown { kind, message: self },
        }
    }
}
