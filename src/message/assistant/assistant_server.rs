//! `assistant.assistantServer`.

use std::collections::BTreeMap;

use crate::message::MessageType;
use crate::payload::object;
use crate::validate::bounds::{SERVER_EVENTS, TIMEOUT};
use crate::wire::{Number, Secret};

object! {
    /// Where the events of an assistant are posted, from `message.assistant.assistantServer`.
    ///
    /// Captured bodies echo it to the receiver with the secret and the header values in clear; the documented
    /// sample lacks it. The same object is written to the platform to configure webhooks.
    #[object(configuration, switch, rules)]
    pub struct AssistantServer {
        /// Whether events are posted. Required in a configuration.
        #[wire("enabled", Clear)]
        pub enabled: Option<bool>,
        /// Receiver, http or https. Required when enabled.
        #[wire("url", Location)]
        pub url: Option<String>,
        /// How long the platform waits for the answer, in seconds. Default 20; the upper bound is not stated.
        #[wire("timeoutSeconds", Clear, bound(TIMEOUT), default("20"))]
        pub timeout_seconds: Option<Number>,
        /// Shared secret, sent as header `x-interactly-secret`. No such header when it is absent or `""`.
        #[wire("secret", Secret)]
        pub secret: Option<Secret>,
        /// Further headers, every one of them sent. Often credentials, so their values are never printed.
        #[wire("headers", Secret)]
        pub headers: Option<BTreeMap<String, Secret>>,
        /// Events to post, in any order. At least one is required when enabled.
        #[wire("messages", Clear, bound(SERVER_EVENTS))]
        pub messages: Option<Vec<MessageType>>,
    }
}

impl AssistantServer {
    /// A receiver for these events, enabled, without secret and headers.
    #[must_use]
    pub fn new(url: impl Into<String>, messages: impl IntoIterator<Item = MessageType>) -> Self {
        Self {
            enabled: Some(true),
            url: Some(url.into()),
            messages: Some(messages.into_iter().collect()),
            ..Self::default()
        }
    }
}
