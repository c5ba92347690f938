//! Each event carries the members that bodies of that event carry: the fixtures here were written after
//! captured bodies and complete examples of the public docs.

use std::collections::BTreeSet;

use interactly_webhooks::simulate::{Call, Mishap};
use serde_json::Value;

use crate::support::fixture;
use crate::{json, made, many};

/// Members whose content is the caller's, or differs from case to case. The plan of the analysis that has
/// such a name has members of its own.
const CALLERS: [&str; 8] = [
    "collectedInformation",
    "details",
    "dynamicVariables",
    "headers",
    "metadata",
    "schema",
    "structuredData",
    "variablesValidations",
];

/// The places of a body, without the names that are the caller's. Messages are told apart by who speaks,
/// and the welcome message, which no language model made, is left out.
fn members(body: &Value) -> BTreeSet<String> {
    fn collect(value: &Value, at: &str, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    found.insert(format!("{at}/{name}"));
                    if !CALLERS.contains(&name.as_str()) || value["enabled"].is_boolean() {
                        collect(value, &format!("{at}/{name}"), found);
                    }
                }
            }
            Value::Array(elements) => {
                for element in elements.iter().filter(|element| element["messageId"] != "welcome-1") {
                    let who = element["role"].as_str().unwrap_or("*");
                    collect(element, &format!("{at}/{who}"), found);
                }
            }
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    collect(body, "", &mut found);
    found
}

/// Whether a body of the event may lack the place: nobody has spoken yet, or nothing was asked for.
fn may_lack(body: &Value, place: &str) -> bool {
    let spoke = |role: &str| {
        let messages = body["message"]["messages"].as_array().map_or(&[][..], Vec::as_slice);
        messages.iter().any(|message| message["role"] == role && message["messageId"] != "welcome-1")
    };
    let is_empty = |pointer: &str| {
        body.pointer(pointer).and_then(Value::as_object).is_some_and(serde_json::Map::is_empty)
    };
    (place.starts_with("/message/messages/user") && !spoke("user"))
        || (place.starts_with("/message/messages/assistant") && !spoke("assistant"))
        || (place.starts_with("/message/call/assistantOverrides/")
            && is_empty("/message/call/assistantOverrides"))
        || (place.starts_with("/message/analysis/") && is_empty("/message/analysis"))
        || place == "/message/analysis/structuredData"
}

#[test]
fn each_event_carries_what_its_fixture_carries() {
    let mut events = Vec::new();
    for name in [
        "server-message/status-update/as-documented-initiated",
        "server-message/status-update/as-captured-queued",
        "server-message/conversation-update/full",
        "server-message/hang/as-documented",
        "server-message/error/full",
        "server-message/end-of-call-report/full",
        "campaign/call-status/full",
        "campaign/campaign-status/full",
        "campaign/campaign-report/full",
        "workflow/workflow-created/full",
        "workflow/workflow-updated/full",
        "workflow/workflow-deleted/full",
        "workflow/workflow-run-started/full",
        "workflow/workflow-run-completed/full",
    ] {
        let body = fixture(name).value();
        events.push((name, kind(&body), members(&body), 0));
    }
    for body in many() {
        let body = json(&body);
        let Some((name, _, expected, seen)) = events.iter_mut().find(|(_, event, ..)| *event == kind(&body))
        else {
            panic!("name the fixture that simulated bodies of {:?} are compared with", kind(&body));
        };
        let found = members(&body);
        let lacking: Vec<_> =
            expected.iter().filter(|place| !found.contains(*place) && !may_lack(&body, place)).collect();
        assert!(lacking.is_empty(), "{name} has {lacking:?}, a simulated body lacks it; see src/simulate");
        // Of the assistant, an event carries no more than it does in life either.
        let of_assistant =
            |place: &&String| place.starts_with("/message/assistant/") && place.matches('/').count() == 3;
        let more: Vec<_> = found.difference(expected).filter(of_assistant).collect();
        let known = ["/message/assistant/assistantOverrides".to_owned()];
        assert!(more.iter().all(|place| known.contains(place)), "{name}: a body has {more:?}");
        *seen += 1;
    }
    for (name, _, _, seen) in events {
        assert!(seen > 5, "{name}: {seen} bodies");
    }
}

#[test]
fn the_untyped_body_carries_what_the_documented_sample_carries() {
    let expected = members(&fixture("server-message/untyped/full").value());
    for seed in 0..40 {
        let bodies = made(Call::from_seed(seed).mishap(Mishap::Untyped).bodies());
        let last = bodies.last().expect("a report");
        assert!(last.webhook().expect("sound").validate().is_empty());
        let (body, found) = (json(last), members(&json(last)));
        // These stand in it only where they have something to say.
        let is_own = |place: &str| {
            ["callForwardData/", "assistantOverrides/", "assistantOutcome/", "analysis/"]
                .iter()
                .any(|own| place.contains(own))
        };
        let lacking: Vec<_> = expected.difference(&found).filter(|place| !is_own(place)).collect();
        let lacking: Vec<_> = lacking.into_iter().filter(|place| !may_lack(&body, place)).collect();
        assert!(lacking.is_empty(), "{seed}: lacks {lacking:?}\n{body}");
    }
}

/// The event; status updates of a call that was not answered yet, and of others.
fn kind(body: &Value) -> (Value, bool) {
    let message = &body["message"];
    let event = if message.is_object() { &message["type"] } else { &body["event"] };
    (event.clone(), message["call"]["status"] == "initiated")
}
