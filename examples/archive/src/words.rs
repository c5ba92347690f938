//! Words of the wire that may be printed: those that the library knows.

/// Stands for what is absent.
pub(crate) const NONE: &str = "-";

/// Stands for a value that the library does not know, which may say anything.
pub(crate) const UNKNOWN: &str = "unknown";

/// The text of an open enum, if the library knows it.
macro_rules! word {
    ($value:expr) => {
        match $value {
            None => $crate::words::NONE,
            Some(value) if value.is_unknown() => $crate::words::UNKNOWN,
            Some(value) => value.as_str(),
        }
    };
}

pub(crate) use word;

use interactly_webhooks::message::ServerMessage;
use interactly_webhooks::{CallRecord, Webhook};

/// The event of a body.
pub(crate) fn event(body: &Webhook) -> &str {
    match body {
        Webhook::ServerMessage(request) => word!(request.message.kind.as_ref()),
        Webhook::Campaign(event) => word!(event.event.as_ref()),
        Webhook::Workflow(event) => word!(event.event.as_ref()),
        _ => NONE,
    }
}

/// The status that a body tells.
pub(crate) fn status(body: &Webhook) -> &str {
    match body {
        Webhook::ServerMessage(request) => status_of(&request.message),
        Webhook::Campaign(event) => match event.call.as_deref().and_then(|call| call.status.as_ref()) {
            None => word!(event.status.as_ref()),
            status => word!(status),
        },
        Webhook::Workflow(event) => word!(event.run.as_deref().and_then(|run| run.status.as_ref())),
        _ => NONE,
    }
}

/// The status that a message tells: that of its call, or else the older one.
pub(crate) fn status_of(message: &ServerMessage) -> &str {
    match message.call.as_deref().and_then(|call| call.status.as_ref()) {
        None => word!(message.status.as_ref()),
        status => word!(status),
    }
}

/// Who hears, thinks and speaks for an assistant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vendors<'a> {
    pub(crate) stt: &'a str,
    pub(crate) llm: &'a str,
    pub(crate) model: &'a str,
    pub(crate) tts: &'a str,
}

impl<'a> Vendors<'a> {
    /// As far as the events of the call told them.
    pub(crate) fn of(record: &'a CallRecord) -> Self {
        let assistant = record.assistant();
        let speech = assistant
            .and_then(|assistant| assistant.config.as_deref())
            .and_then(|config| config.speech.as_deref());
        let voices = speech.and_then(|speech| speech.tts_data.as_deref()).unwrap_or_default();
        let voice = voices
            .iter()
            .find(|voice| voice.default == Some(true))
            .or_else(|| voices.iter().find(|voice| voice.enabled == Some(true)))
            .or(voices.first());
        Self {
            stt: word!(speech.and_then(|speech| speech.stt.as_deref()?.vendor.as_ref())),
            llm: word!(assistant.and_then(|assistant| assistant.assistant_provider.as_ref())),
            model: word!(assistant.and_then(|assistant| assistant.assistant_model.as_ref())),
            tts: word!(voice.and_then(|voice| voice.vendor.as_ref())),
        }
    }
}
