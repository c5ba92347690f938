//! The conversation, `message.messages[]`.

mod metrics;
mod rules;
mod skipped_assistant_messages;

pub use metrics::{
    InteractlyEou, InteractlyPlayer, MessageMetrics, Timeline, TurnAudio, TurnLlm, TurnStt, TurnTts,
};
pub use skipped_assistant_messages::SkippedMessage;

pub(in crate::message) use rules::repeated_ids;

use crate::payload::{object, open_enum};
use crate::wire::{Loose, Timestamp};

open_enum! {
    /// Who spoke, from `messages[].role`.
    pub enum Role {
        /// The person.
        User = "user",
        /// The assistant.
        Assistant = "assistant",
    }
}

object! {
    /// One thing said, an element of `message.messages`.
    ///
    /// In every event but the status update. Each event repeats the conversation from its start. A spoken
    /// answer may be several messages, one a sentence, and the person may have several in a row.
    pub struct Message {
        /// Id of the message; treat it as opaque. Seen: `welcome-1`; `user-1`; for an answer that id, a
        /// random part or `response`, and epoch ms; 24 hex digits; a UUID. Older docs (2025) use one id for
        /// two messages. Absent in the answer of create-call.
        #[wire("messageId", Clear)]
        pub message_id: Option<String>,
        /// Who spoke. Always sent.
        #[wire("role", Clear)]
        pub role: Option<Role>,
        /// What was said. Always sent.
        #[wire("text", Personal)]
        pub text: Option<String>,
        /// When it was said. Always sent: epoch ms in captured bodies, ISO-8601 text in the documented sample
        /// and older docs. May be later than the event's own `timestamp`.
        #[wire("timestamp", Clear)]
        pub timestamp: Option<Timestamp>,
        /// Figures of this turn, since release v1.3.0. Absent in abbreviated bodies and in the public docs'
        /// end-of-call report.
        #[wire("metrics", Nested)]
        pub metrics: Option<Box<MessageMetrics>>,
        /// Answers of the assistant that were skipped. Only on the person's messages, and only `[]` seen,
        /// so elements may be anything.
        #[wire("skippedAssistantMessages", Nested)]
        pub skipped_assistant_messages: Option<Vec<Loose<SkippedMessage>>>,
    }
}

impl Message {
    /// A message with role and text only.
    ///
    /// ```
    /// use interactly_webhooks::message::{Message, Role};
    ///
    /// let message = Message::new(Role::User, "Good morning.");
    /// assert_eq!(message.text.as_deref(), Some("Good morning."));
    /// ```
    #[must_use]
    pub fn new(role: impl Into<Role>, text: impl Into<String>) -> Self {
        Self { role: Some(role.into()), text: Some(text.into()), ..Self::default() }
    }
}
