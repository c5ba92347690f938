//! Tests that go through the forms of the objects, so that no member is left out.

mod compare;
#[allow(dead_code, reason = "the tests of the members use a part of it")]
#[path = "../../tests/support/fixtures.rs"]
mod fixtures;
mod listing;
mod markers;
mod outputs;
mod placeholders;
mod redaction;
#[allow(clippy::duplicate_mod, reason = "the tests of the reader read it too")]
#[path = "../../tests/support/runs.rs"]
mod runs;
mod seed;

use crate::campaign::{CampaignEvent, CampaignWebhookConfig};
use crate::message::ServerMessageRequest;
use crate::model::{Form, ObjectForm, Record as _};
use crate::outgoing::{ControlRequest, ControlResponse, ServerMessageResponse, ToolResult};
use crate::record::RecordedEvent;
use crate::workflow::{WorkflowEvent, WorkflowSubscription};

/// Everything that has members: what it is, and its form.
static ROOTS: [(&str, &ObjectForm); 10] = [
    ("server message", ServerMessageRequest::OBJECT),
    ("campaign event", CampaignEvent::OBJECT),
    ("workflow event", WorkflowEvent::OBJECT),
    ("answer to a server message", ServerMessageResponse::OBJECT),
    ("answer to a tool call", ToolResult::OBJECT),
    ("control request", ControlRequest::OBJECT),
    ("answer to a control request", ControlResponse::OBJECT),
    ("configuration of a campaign's webhook", CampaignWebhookConfig::OBJECT),
    ("subscription to workflow events", WorkflowSubscription::OBJECT),
    ("event in the record of a call", RecordedEvent::OBJECT),
];

/// What stands there if anything does.
fn present(form: Form) -> Form {
    if let Form::Optional(of) = form { present(*of) } else { form }
}

/// What stands there, in an array there, or in a map there.
fn innermost(form: Form) -> Form {
    match form {
        Form::Array(of) | Form::OneOrMany(of) | Form::Loose(of) | Form::Map(of) | Form::Optional(of) => {
            innermost(*of)
        }
        other => other,
    }
}
