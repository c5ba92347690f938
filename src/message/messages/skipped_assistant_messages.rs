//! `message.messages[].skippedAssistantMessages[]`

use crate::payload::object;

object! {
    /// Something the assistant did not get to say, from `messages[].skippedAssistantMessages`.
    ///
    /// No body has shown an element. `text` is what the public docs' sample code reads; the other members are
    /// those that the dashboard shows for the same purpose.
    pub struct SkippedMessage {
        /// What would have been said.
        #[wire("text", Personal)]
        pub text: Option<String>,
        /// What would have been said, in the dashboard's spelling.
        #[wire("botMessage", Personal)]
        pub bot_message: Option<String>,
        /// Id of the message left out, in the dashboard's spelling.
        #[wire("botMessageId", Clear)]
        pub bot_message_id: Option<String>,
        /// Whether the message was marked as important, in the dashboard's spelling.
        #[wire("isImportant", Clear)]
        pub is_important: Option<bool>,
    }
}
