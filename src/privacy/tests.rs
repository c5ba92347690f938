//! Tests that go through the tables of members, so that no member is left out.

mod compare;
mod listing;
mod markers;
mod redaction;
mod seed;

use std::fs;
use std::path::{Path, PathBuf};

use crate::campaign::{CampaignEvent, CampaignWebhookConfig};
use crate::control::{ControlRequest, ControlResponse};
use crate::message::ServerMessageRequest;
use crate::response::ServerMessageResponse;
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

/// A place in the repository.
fn repository(place: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(place)
}

/// The files below `place` that end in `ending`, with what stands in them.
fn files(place: &str, ending: &str) -> Vec<(String, String)> {
    fn collect(folder: &Path, ending: &str, found: &mut Vec<(String, String)>) {
        let entries = fs::read_dir(folder).expect("a folder");
        let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                collect(&path, ending, found);
            } else if path.to_string_lossy().ends_with(ending) {
                let text = fs::read_to_string(&path).expect("text");
                found.push((path.to_string_lossy().into_owned(), text));
            }
        }
    }
    let mut found = Vec::new();
    collect(&repository(place), ending, &mut found);
    assert!(!found.is_empty(), "nothing below {place}");
    found
}

/// Every body in the fixtures that parses: its file and its text.
fn fixtures() -> Vec<(String, String)> {
    let mut bodies = files("tests/fixtures", ".json");
    let other = ["fixtures/config", "fixtures/damaged"];
    bodies.retain(|(file, _)| !other.iter().any(|folder| file.contains(folder)));
    bodies
}
