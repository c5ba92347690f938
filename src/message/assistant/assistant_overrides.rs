//! `assistant.assistantOverrides` and `call.assistantOverrides`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::WelcomeMessageMode;
use crate::payload::{object, open_enum};
use crate::wire::FreeForm;

object! {
    /// What one call changes about its assistant.
    ///
    /// Stands at two places: `message.call.assistantOverrides` in captured bodies (`{}` when nothing is
    /// changed) and `message.assistant.assistantOverrides` in the documented sample.
    #[object(configuration)]
    pub struct AssistantOverrides {
        /// Values for the `{{variable}}` placeholders, by name; keys are the caller's. Only texts were seen,
        /// including `""`. At both places.
        #[wire("dynamicVariables", Personal)]
        pub dynamic_variables: Option<FreeForm>,
        /// How each variable is checked, under the names of `dynamicVariables`. Under `call` only.
        #[wire("variablesValidations", Personal)]
        pub variables_validations: Option<BTreeMap<String, VariableValidation>>,
        /// First thing the assistant says. Under `assistant` only.
        #[wire("welcomeMessage", Personal)]
        pub welcome_message: Option<String>,
        /// Who opens the conversation. Under `assistant` only.
        #[wire("welcomeMessageMode", Clear)]
        pub welcome_message_mode: Option<WelcomeMessageMode>,
        /// Whether the person may cut the welcome message short. Under `assistant` only.
        #[wire("welcomeMessageInterruptionsEnabled", Clear)]
        pub welcome_message_interruptions_enabled: Option<bool>,
        /// Whether the call is recorded. Under `assistant` only.
        #[wire("recordingEnabled", Clear)]
        pub recording_enabled: Option<bool>,
        /// Where the recording is kept. Under `assistant` only.
        #[wire("recordingPath", Location)]
        pub recording_path: Option<String>,
    }
}

impl AssistantOverrides {
    /// Values for the `{{variable}}` placeholders, and nothing else changed.
    ///
    /// ```
    /// use interactly_webhooks::message::assistant::AssistantOverrides;
    ///
    /// let overrides = AssistantOverrides::new([("clinic_site", "Harbor View")]);
    /// let variables = overrides.dynamic_variables.unwrap_or_default();
    /// assert_eq!(variables["clinic_site"], "Harbor View");
    /// ```
    #[must_use]
    pub fn new<K: Into<String>, V: Into<Value>>(variables: impl IntoIterator<Item = (K, V)>) -> Self {
        let variables = variables.into_iter().map(|(name, value)| (name.into(), value.into()));
        Self { dynamic_variables: Some(variables.collect()), ..Self::default() }
    }
}

open_enum! {
    /// How a variable is checked, a value of `assistantOverrides.variablesValidations`.
    pub enum VariableValidation {
        /// Not at all; no other value was seen.
        None = "none",
    }
}
