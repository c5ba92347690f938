//! `assistant.assistantOverrides` and `call.assistantOverrides`.

use std::collections::BTreeMap;

use super::WelcomeMessageMode;
use crate::wire::{FreeForm, object, open_enum};

object! {
    /// What one call changes about its assistant.
    ///
    /// Stands at two places: `message.call.assistantOverrides` in captured bodies (`{}` when nothing is
    /// changed) and `message.assistant.assistantOverrides` in the documented sample.
    pub struct AssistantOverrides {
        /// Values for the `{{variable}}` placeholders, by name; keys are the caller's. Only texts were seen,
        /// `""` among them. At both places.
        #[wire("dynamicVariables", personal)]
        pub dynamic_variables: Option<FreeForm>,
        /// How each variable is checked, under the names of `dynamicVariables`. Under `call` only.
        #[wire("variablesValidations", personal)]
        pub variables_validations: Option<BTreeMap<String, VariableValidation>>,
        /// First thing the assistant says. Under `assistant` only.
        #[wire("welcomeMessage", personal)]
        pub welcome_message: Option<String>,
        /// Who opens the conversation. Under `assistant` only.
        #[wire("welcomeMessageMode", clear)]
        pub welcome_message_mode: Option<WelcomeMessageMode>,
        /// Whether the person may cut the welcome message short. Under `assistant` only.
        #[wire("welcomeMessageInterruptionsEnabled", clear)]
        pub welcome_message_interruptions_enabled: Option<bool>,
        /// Whether the call is recorded. Under `assistant` only.
        #[wire("recordingEnabled", clear)]
        pub recording_enabled: Option<bool>,
        /// Where the recording is kept. Under `assistant` only.
        #[wire("recordingPath", location)]
        pub recording_path: Option<String>,
    }
}

open_enum! {
    /// How a variable is checked, a value of `assistantOverrides.variablesValidations`.
    pub enum VariableValidation {
        /// Not at all; no other value was seen.
        None = "none",
    }
}
