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

use crate::campaign::CampaignWebhookConfig;
use crate::family::Family;
use crate::model::{Form, ObjectForm, Record as _};
use crate::outgoing::{ControlRequest, ControlResponse, ServerMessageResponse, ToolResult};
use crate::record::RecordedEvent;
use crate::webhook::form_of;
use crate::workflow::WorkflowSubscription;

/// The body of each family: what it is, and its form.
fn bodies() -> impl Iterator<Item = (String, &'static ObjectForm)> {
    let modelled = Family::ALL.into_iter().filter(|family| family.decided_by().is_some());
    modelled.map(|family| (family.as_str().replace('-', " "), form_of(family)))
}

/// Everything that has members.
fn roots() -> impl Iterator<Item = (String, &'static ObjectForm)> {
    bodies().chain(OTHERS.map(|(what, form)| (what.to_owned(), form)))
}

/// Everything that has members and is not the body of a family.
static OTHERS: [(&str, &ObjectForm); 7] = [
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
