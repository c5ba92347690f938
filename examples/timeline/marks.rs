//! What happened besides what was said.

use interactly_webhooks::CallRecord;
use interactly_webhooks::message::call::CallStatus;
use interactly_webhooks::message::{CallError, MessageType};
use interactly_webhooks::record::RecordedEvent;

use crate::call::Clock;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// The assistant was silent too long.
    Hang,
    /// A part failed.
    Error,
    /// The call was handed over.
    Forwarded,
}

impl Kind {
    /// What the styles call it, and people do.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Hang => "hang",
            Self::Error => "error",
            Self::Forwarded => "forwarded",
        }
    }
}

/// An event with a place on the axis.
pub(crate) struct Mark {
    pub(crate) kind: Kind,
    pub(crate) at: f64,
    /// What is known of it.
    pub(crate) details: String,
}

/// The hangs, the errors and the first handing over. An event without a time is outside.
pub(crate) fn of(record: &CallRecord, clock: &Clock) -> Vec<Mark> {
    let mut is_forwarded = false;
    let marks = record.events().iter().filter_map(|event| {
        let kind = kind(event)?;
        if kind == Kind::Forwarded && std::mem::replace(&mut is_forwarded, true) {
            return None;
        }
        let at = clock.position(event.timestamp.as_ref()).unwrap_or(f64::INFINITY);
        let details = match kind {
            Kind::Hang => "the assistant was silent too long".to_owned(),
            Kind::Error => event.error.as_deref().map_or_else(String::new, error),
            Kind::Forwarded => "handed over to a person or another number".to_owned(),
        };
        Some(Mark { kind, at, details })
    });
    marks.collect()
}

pub(crate) fn kind(event: &RecordedEvent) -> Option<Kind> {
    match event.kind.as_ref()? {
        MessageType::Hang => Some(Kind::Hang),
        MessageType::Error => Some(Kind::Error),
        MessageType::StatusUpdate => (event.status == Some(CallStatus::Forwarded)).then_some(Kind::Forwarded),
        _ => None,
    }
}

/// Words of the platform's only; what it does not list may say anything.
fn error(error: &CallError) -> String {
    let kind = error.kind.as_ref().filter(|kind| !kind.is_unknown()).map(AsRef::as_ref);
    let code = error.code.as_ref().filter(|code| !code.is_unknown()).map(AsRef::as_ref);
    let provider = error.provider.as_ref().filter(|one| !one.is_unknown()).map(AsRef::as_ref);
    let retryable = error.retryable.map(|retryable| if retryable { "retryable" } else { "not retryable" });
    let known: Vec<_> = [kind, code, provider, retryable].into_iter().flatten().collect();
    known.join(", ")
}
