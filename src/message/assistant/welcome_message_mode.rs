//! `assistant.welcomeMessageMode`.

use crate::payload::open_enum;

open_enum! {
    /// Who opens the conversation, from `welcomeMessageMode` of an assistant or of its overrides.
    ///
    /// The API reference and the public docs name different sets, neither with explanations.
    pub enum WelcomeMessageMode {
        /// The assistant speaks the welcome message. API reference only.
        #[doc(alias = "assistant-speaks-first")]
        AssistantSpeaksFirst = "assistant-speaks-first",
        /// The assistant is silent until the person has spoken. API reference only.
        #[doc(alias = "assistant-waits-for-user")]
        AssistantWaitsForUser = "assistant-waits-for-user",
        /// In both sets, and what captured bodies carry.
        Automatic = "automatic",
        /// Public docs only.
        Manual = "manual",
    }
}
