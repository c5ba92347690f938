//! `assistant.smsConfiguration`.

use crate::payload::object;

object! {
    /// Text messages of the assistant, from `message.assistant.smsConfiguration`.
    ///
    /// In the documented sample, not in captured bodies.
    #[object(configuration, switch)]
    pub struct SmsConfiguration {
        /// Whether the assistant answers text messages.
        #[wire("enabled", Clear)]
        pub enabled: Option<bool>,
        /// Whether text messages follow the assistant, by its name in place of `smsPrompt`; not explained.
        #[wire("sameAsAssistant", Clear)]
        pub same_as_assistant: Option<bool>,
        /// Prompt for text messages. The documented sample has a placeholder.
        #[wire("smsPrompt", Personal)]
        pub sms_prompt: Option<String>,
    }
}
