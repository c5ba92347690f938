//! `assistant.smsConfiguration`.

use crate::wire::object;

object! {
    /// Text messages of the assistant, from `message.assistant.smsConfiguration`.
    ///
    /// In the documented sample, not in captured bodies.
    pub struct SmsConfiguration {
        /// Whether the assistant answers text messages.
        #[wire("enabled", clear)]
        pub enabled: Option<bool>,
        /// Whether text messages follow the assistant, by its name in place of `smsPrompt`; not explained.
        #[wire("sameAsAssistant", clear)]
        pub same_as_assistant: Option<bool>,
        /// Prompt for text messages. The documented sample has a placeholder.
        #[wire("smsPrompt", personal)]
        pub sms_prompt: Option<String>,
    }
}
