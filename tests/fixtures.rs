//! Every fixture parses, prints back whole, and has no unknown member unless it is there to
//! show one.

mod support;

use interactly_webhooks::assistant::AssistantServer;
use interactly_webhooks::campaign::CampaignWebhookConfig;
use interactly_webhooks::control::ControlRequest;
use interactly_webhooks::workflow::WorkflowSubscription;
use interactly_webhooks::{Drift, ServerMessageRequest, Webhook};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use support::{Fixture, assert_same, difference, fixtures};

fn parsed(fixture: &Fixture) -> Webhook {
    Webhook::from_str(&fixture.text).unwrap_or_else(|error| panic!("{}: {error}", fixture.name))
}

fn printed(webhook: &impl Serialize) -> Value {
    let text = serde_json::to_string(webhook).expect("prints");
    serde_json::from_str(&text).expect("what prints is JSON")
}

#[test]
fn every_fixture_prints_back_whole() {
    for fixture in fixtures() {
        assert_same(&fixture.value(), &printed(&parsed(&fixture)), &fixture.name);
    }
}

#[test]
fn every_reader_gives_the_same() {
    for fixture in fixtures() {
        let webhook = parsed(&fixture);
        let text = fixture.text.as_bytes();
        let name = &fixture.name;
        assert_eq!(Webhook::from_slice(text).expect(name), webhook, "{name}");
        assert_eq!(serde_json::from_reader::<_, Webhook>(text).expect(name), webhook, "{name}");
        assert_eq!(serde_json::from_value::<Webhook>(fixture.value()).expect(name), webhook, "{name}");
        let lenient = Webhook::from_slice_lenient(text).expect(name);
        assert!(lenient.deviations().is_empty(), "{name}");
        assert_eq!(lenient.value, webhook, "{name}");
        if let Webhook::ServerMessage(request) = &webhook {
            let from_value = serde_json::from_value::<ServerMessageRequest>(fixture.value()).expect(name);
            let from_reader = serde_json::from_reader::<_, ServerMessageRequest>(text).expect(name);
            assert_eq!((&from_value, &from_reader), (request, request), "{name}");
        }
    }
}

#[test]
fn unknown_members_are_where_they_are_meant_to_be() {
    for fixture in fixtures() {
        let drift = parsed(&fixture).drift();
        let unknown = drift.iter().filter(|drift| drift.is_member()).count();
        let meant = match fixture.name.as_str() {
            "server-message/drift/unknown-members-everywhere.json" => 79,
            "server-message/contradictions/59-unknown-server-old-name.json"
            | "workflow/contradictions/44-unknown-event-id.json" => 1,
            // Bodies of no family: all their members are unknown.
            name if name.starts_with("unknown/") => support::object(fixture.value()).len(),
            _ => 0,
        };
        assert_eq!(unknown, meant, "{}: {drift:?}", fixture.name);
    }
}

#[test]
fn unknown_values_are_listed_with_their_places() {
    let fixture = fixtures().into_iter().find(|fixture| fixture.name.ends_with("drift/unknown-values.json"));
    let fixture = fixture.expect("the fixture");
    let body = fixture.value();
    let drift = parsed(&fixture).drift();
    assert!(drift.len() > 20, "{drift:?}");
    for drift in drift.iter().filter(|drift| !drift.is_member()) {
        // Places stop at maps whose keys are the caller's.
        let stands_there = match body.pointer(drift.pointer()) {
            Some(Value::Object(map)) => map.values().any(|value| value.as_str() == drift.unknown_value()),
            Some(value) => value.as_str() == drift.unknown_value(),
            None => false,
        };
        assert!(stands_there, "{drift}");
        assert!(!format!("{drift} {drift:?}").contains(drift.unknown_value().expect("a value")));
    }
}

#[test]
fn a_member_added_anywhere_is_kept_with_its_nulls() {
    let unknown: Value = serde_json::from_str(r#"{"a":null,"b":[null,{"c":1.5}],"d":""}"#).expect("JSON");
    for fixture in fixtures() {
        let mut body = fixture.value();
        let count = support::add_unknown_members(&mut body, &unknown);
        // Maps with typed values refuse what is not of their type; lenient keeps it all.
        let lenient = Webhook::from_slice_lenient(body.to_string().as_bytes()).expect(&fixture.name);
        let keeps_nulls = |at: &str| at.contains("xUnseen");
        if let Some(difference) = difference(&body, &printed(&lenient), &keeps_nulls) {
            panic!("{}: {difference}", fixture.name);
        }
        let listed = lenient.value.drift().iter().filter(|drift| Drift::is_member(drift)).count();
        assert!(listed > 0 && count > 0, "{}", fixture.name);
    }
}

/// Configurations, which are no bodies, print back whole too.
#[test]
fn every_configuration_prints_back_whole() {
    fn check<T: Serialize + DeserializeOwned>(folder: &str, unknown: impl Fn(&T) -> usize) {
        let mut count = 0;
        for entry in std::fs::read_dir(support::folder().join("config").join(folder)).expect("a folder") {
            let path = entry.expect("readable").path();
            if path.extension().is_some_and(|extension| extension == "json") {
                let text = std::fs::read_to_string(&path).expect("UTF-8");
                let name = path.to_string_lossy();
                let value: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
                assert_same(&serde_json::from_str(&text).expect("JSON"), &printed(&value), &name);
                assert_eq!(unknown(&value), 0, "{name}");
                count += 1;
            }
        }
        assert!(count > 2, "{folder}");
    }
    check::<AssistantServer>("assistant-server", |server| server.extra.len());
    check::<CampaignWebhookConfig>("campaign-webhook-config", |config| config.extra.len());
    check::<ControlRequest>("control-request", |request| request.extra.len());
    check::<WorkflowSubscription>("workflow-subscription", |subscription| subscription.extra.len());
}

/// The comparison that all of this rests on sees a member that is lost, one that appears, and
/// a value that changes, anywhere in a full report.
#[test]
fn the_comparison_sees_a_dropped_member() {
    let fixture =
        fixtures().into_iter().find(|fixture| fixture.name.ends_with("end-of-call-report/full.json"));
    let original = fixture.expect("the fixture").value();
    let mut places = Vec::new();
    support::collect_places(&original, "", &mut places);
    let mut caught = 0;
    for place in places {
        let (parent, key) = place.rsplit_once('/').expect("below the root");
        let mut damaged = original.clone();
        let removed = match damaged.pointer_mut(parent).expect("a place") {
            Value::Object(members) => members.remove(&key.replace("~1", "/").replace("~0", "~")),
            Value::Array(list) => Some(list.remove(key.parse().expect("an index"))),
            other => panic!("{parent}: {other}"),
        };
        if removed.is_some_and(|value| !value.is_null()) {
            assert!(difference(&original, &damaged, &|_| false).is_some(), "{place} lost unseen");
            assert!(difference(&damaged, &original, &|_| false).is_some(), "{place} appeared unseen");
            caught += 1;
        }
        let mut changed = original.clone();
        *changed.pointer_mut(&place).expect("a place") = "something else".into();
        assert!(difference(&original, &changed, &|_| false).is_some(), "{place} changed unseen");
    }
    assert!(caught > 200, "{caught}");
}

/// Each kind of event has a full and a sparse fixture.
#[test]
fn each_event_has_its_fixtures() {
    let names: Vec<_> = fixtures().into_iter().map(|fixture| fixture.name).collect();
    for event in [
        "server-message/status-update",
        "server-message/conversation-update",
        "server-message/hang",
        "server-message/end-of-call-report",
        "server-message/error",
        "server-message/untyped",
        "campaign/call-status",
        "campaign/campaign-report",
        "campaign/campaign-status",
        "workflow/workflow-created",
        "workflow/workflow-updated",
        "workflow/workflow-deleted",
        "workflow/workflow-run-started",
        "workflow/workflow-run-completed",
    ] {
        for case in ["full", "sparse"] {
            let name = format!("{event}/{case}.json");
            assert!(names.contains(&name), "{name}");
        }
    }
}
