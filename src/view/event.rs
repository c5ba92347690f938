//! The event that a server message is about.

use std::fmt;

use crate::message::call::{Cost, Recording};
use crate::message::{Analysis, Assistant, Call, CallError, CallStatus, Message, MessageType, ServerMessage};
use crate::wire::Hidden;

/// A view of a [`ServerMessage`] to match on, with what its event has.
///
/// Everything is optional, for abbreviated bodies occur; `messages` is empty where absent.
/// What an event carries beyond this is on the message itself.
#[derive(Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Event<'a> {
    /// The call's status changed.
    #[non_exhaustive]
    StatusUpdate {
        /// The new status.
        status: Option<&'a CallStatus>,
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
    /// No `type`: the form of the documented sample. It is not guessed what happened.
    Untyped(&'a ServerMessage),
    /// A `type` that this crate does not know; call, messages and the rest are typed all
    /// the same.
    #[non_exhaustive]
    Unknown {
        /// The `type` as it came.
        kind: &'a str,
        /// The message.
        message: &'a ServerMessage,
    },
}

impl fmt::Debug for Event<'_> {
    /// Shows what the event has, as safely as the parts themselves; of an unknown `type` the
    /// length.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StatusUpdate { status, call, assistant } => f
                .debug_struct("StatusUpdate")
                .field("status", status)
                .field("call", call)
                .field("assistant", assistant)
                .finish(),
            Self::ConversationUpdate { call, messages } => {
                f.debug_struct("ConversationUpdate").field("call", call).field("messages", messages).finish()
            }
            Self::Hang { call, messages } => {
                f.debug_struct("Hang").field("call", call).field("messages", messages).finish()
            }
            Self::EndOfCallReport { call, messages, analysis, cost, recording } => f
                .debug_struct("EndOfCallReport")
                .field("call", call)
                .field("messages", messages)
                .field("analysis", analysis)
                .field("cost", cost)
                .field("recording", recording)
                .finish(),
            Self::Error { error, call, messages } => f
                .debug_struct("Error")
                .field("error", error)
                .field("call", call)
                .field("messages", messages)
                .finish(),
            Self::Untyped(message) => f.debug_tuple("Untyped").field(message).finish(),
            Self::Unknown { kind, message } => {
                f.debug_struct("Unknown").field("kind", &Hidden(kind)).field("message", message).finish()
            }
        }
    }
}

impl ServerMessage {
    /// The event to match on, with what it has.
    ///
    /// ```
    /// use interactly_webhooks::{Event, ServerMessageRequest};
    ///
    /// let request = ServerMessageRequest::from_slice(
    ///     br#"{"message":{"timestamp":1,"type":"status-update","call":{"status":"queued"}}}"#,
    /// )?;
    /// match request.message.event() {
    ///     Event::StatusUpdate { status: Some(status), .. } => assert_eq!(status.as_str(), "queued"),
    ///     _ => unreachable!(),
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
                status: call.and_then(|call| call.status.as_ref()),
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
            },
            Some(MessageType::Error) => Event::Error { error: self.error.as_deref(), call, messages },
            Some(MessageType::Unknown(kind)) => Event::Unknown { kind: kind.as_str(), message: self },
        }
    }
}
