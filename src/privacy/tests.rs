//! Tests that go through the tables of members, so that no member is left out.

mod compare;
#[allow(dead_code, reason = "the tests of the members use a part of it")]
#[path = "../../tests/support/fixtures.rs"]
mod fixtures;
mod listing;
mod markers;
mod redaction;
mod seed;

use crate::campaign::{CampaignEvent, CampaignWebhookConfig};
use crate::message::ServerMessageRequest;
use crate::outgoing::{ControlRequest, ControlResponse, ServerMessageResponse};
use crate::wire::{Info, Object as _};
use crate::workflow::{WorkflowEvent, WorkflowSubscription};

/// Everything that has members: what it is, and its table.
const ROOTS: [(&str, &[Info]); 8] = [
    ("server message", ServerMessageRequest::MEMBERS),
    ("campaign event", CampaignEvent::MEMBERS),
    ("workflow event", WorkflowEvent::MEMBERS),
    ("answer to a server message", ServerMessageResponse::MEMBERS),
    ("control request", ControlRequest::MEMBERS),
    ("answer to a control request", ControlResponse::MEMBERS),
    ("configuration of a campaign's webhook", CampaignWebhookConfig::MEMBERS),
    ("subscription to workflow events", WorkflowSubscription::MEMBERS),
];
