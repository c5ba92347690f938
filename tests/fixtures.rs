//! Every fixture parses, prints back whole, and has no unknown member unless it is there to
//! show one.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use interactly_webhooks::campaign::CampaignWebhookConfig;
use interactly_webhooks::message::assistant::{Assistant, AssistantServer};
use interactly_webhooks::outgoing::ControlRequest;
use interactly_webhooks::workflow::WorkflowSubscription;
use interactly_webhooks::{Deviation, Family, ServerMessageRequest, Webhook};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use support::{
    Fixture, assert_same, configurations, difference, events_of, fixture, fixtures, is_free, keeps_null,
};

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
            "server-message/end-of-call-report/unknown-members-everywhere" => 79,
            "server-message/status-update/unknown-server-under-old-name"
            | "workflow/workflow-run-started/unknown-event-id" => 1,
            // Bodies of no family: all their members are unknown.
            _ if fixture.family() == "unknown" => fixture.value().as_object().expect("an object").len(),
            _ => 0,
        };
        assert_eq!(unknown, meant, "{}: {drift:?}", fixture.name);
        assert_eq!(unknown > 0, fixture.case().starts_with("unknown-"), "{}", fixture.name);
    }
}

#[test]
fn unknown_values_are_listed_with_their_places() {
    let fixture = fixture("server-message/unknown-event/odd-unknown-values");
    let body = fixture.value();
    let drift = parsed(&fixture).drift();
    assert_eq!(drift.len(), 36, "{drift:?}");
    for drift in drift {
        // Places stop at maps whose keys are the caller's.
        let texts: Vec<_> = match body.pointer(drift.pointer()).expect("stands there") {
            Value::Object(map) => map.values().filter_map(Value::as_str).collect(),
            value => value.as_str().into_iter().collect(),
        };
        let told = format!("{drift} {drift:?} {}", serde_json::to_string(&drift).expect("prints"));
        let says = |text: &&str| told.contains(&format!("unknown value, text({} bytes)", text.len()));
        assert!(drift.is_value() && texts.iter().any(says), "{told}");
        assert!(!texts.iter().any(|text| told.contains(text)), "{told}");
    }
}

#[test]
fn a_member_added_anywhere_is_kept_with_its_nulls() {
    let unknown: Value = serde_json::from_str(r#"{"a":null,"b":[null,{"c":1.5}],"d":""}"#).expect("JSON");
    // Members that are unknown already, and objects.
    let unknown_objects = [
        ("server-message/status-update/unknown-server-under-old-name", "/message/assistant/server"),
        ("unknown/other/unknown-sdk-sample", "/error"),
    ];
    for fixture in fixtures() {
        let (name, mut body) = (fixture.name.as_str(), fixture.value());
        let objects = support::add_unknown_members(&mut body, &unknown);
        // Maps with typed values refuse what is not of their type; lenient keeps it all.
        let lenient = Webhook::from_slice_lenient(body.to_string().as_bytes()).expect(name);
        if let Some(difference) = difference(&body, &printed(&lenient), &keeps_null) {
            panic!("{name}: {difference}");
        }
        // Each modelled object lists the member, and each such map refuses it.
        let drift = lenient.value.drift();
        let listed = drift.iter().filter_map(|drift| drift.pointer().strip_suffix("/xUnseen"));
        let moved_out = lenient.deviations().iter().map(Deviation::pointer);
        let found: BTreeSet<_> = listed.map(str::to_owned).chain(moved_out).collect();
        let mut modelled: BTreeSet<_> = objects.into_iter().collect();
        modelled.retain(|at| !is_free(at) && !unknown_objects.contains(&(name, at.as_str())));
        assert_eq!(found, modelled, "{name}");
    }
}

/// Configurations print back whole too.
#[test]
fn every_configuration_prints_back_whole() {
    fn check<T: Serialize + DeserializeOwned>(kind: &str, unknown: impl Fn(&T) -> usize) {
        for fixture in configurations(kind) {
            let name = &fixture.name;
            let value: T =
                serde_json::from_str(&fixture.text).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_same(&fixture.value(), &printed(&value), name);
            assert_eq!(unknown(&value), 0, "{name}");
        }
    }
    check::<Assistant>("assistant", |assistant| usize::from(assistant.extra.contains_key("name")));
    check::<AssistantServer>("assistant-server", |server| server.extra.len());
    check::<CampaignWebhookConfig>("campaign-webhook-config", |config| config.extra.len());
    check::<ControlRequest>("control-request", |request| request.extra.len());
    check::<WorkflowSubscription>("workflow-subscription", |subscription| subscription.extra.len());
}

/// The comparison that all of this rests on sees a member that is lost, one that appears, and
/// a value that changes, anywhere in a full report.
#[test]
fn the_comparison_sees_a_dropped_member() {
    let original = fixture("server-message/end-of-call-report/full").value();
    let places = support::places(&original);
    let nulls = places.iter().filter(|place| original.pointer(place).is_some_and(Value::is_null)).count();
    assert!(places.len() > 600 && nulls > 8, "{} places, {nulls} nulls", places.len());
    let mut caught = 0;
    for place in &places {
        let (parent, key) = place.rsplit_once('/').expect("below the root");
        let mut damaged = original.clone();
        let removed = match damaged.pointer_mut(parent).expect("a place") {
            Value::Object(members) => members.remove(&key.replace("~1", "/").replace("~0", "~")),
            Value::Array(array) => Some(array.remove(key.parse().expect("an index"))),
            other => panic!("{parent}: {other}"),
        };
        if !removed.expect("a value").is_null() {
            assert!(difference(&original, &damaged, &|_| false).is_some(), "{place} lost unseen");
            assert!(difference(&damaged, &original, &|_| false).is_some(), "{place} appeared unseen");
            caught += 1;
        }
        let mut changed = original.clone();
        *changed.pointer_mut(place).expect("a place") = "something else".into();
        assert!(difference(&original, &changed, &|_| false).is_some(), "{place} changed unseen");
    }
    assert_eq!(caught + nulls, places.len());
}

/// Each kind of event has a full and a sparse fixture.
#[test]
fn each_event_has_its_fixtures() {
    let mut events: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for fixture in fixtures() {
        let event = (fixture.family().to_owned(), fixture.event().to_owned());
        events.entry(event).or_default().insert(fixture.case().to_owned());
    }
    let known = Family::ALL.into_iter().flat_map(|family| {
        let others: &[_] = if family == Family::ServerMessage { &["untyped", "unknown-event"] } else { &[] };
        events_of(family).into_iter().chain(others.iter().copied()).map(move |event| (family.as_str(), event))
    });
    for (family, event) in known {
        let event = event.replace('_', "-");
        let cases = events.remove(&(family.to_owned(), event.clone())).unwrap_or_default();
        for case in ["full", "sparse"] {
            assert!(cases.contains(case), "write tests/fixtures/{family}/{event}/{case}.json");
        }
    }
    let others: Vec<_> = events.keys().map(|(family, event)| (family.as_str(), event.as_str())).collect();
    assert_eq!(others, [("unknown", "other"), ("workflow", "unknown-event")], "of no declared event");
}

/// A fixture stands in the folder of what it is.
#[test]
fn fixtures_are_where_they_belong() {
    for fixture in fixtures() {
        let webhook = parsed(&fixture);
        assert_eq!(webhook.family().as_str(), fixture.family(), "{}", fixture.name);
        let event = webhook.event_name().map(|event| event.replace('_', "-"));
        match fixture.event() {
            "untyped" => assert_eq!(event, None, "{}", fixture.name),
            "other" => assert_eq!(fixture.family(), "unknown", "{}", fixture.name),
            "unknown-event" => {
                let event = event.expect("an event");
                let folder = support::folder().join(fixture.family()).join(event);
                assert!(!folder.exists(), "{}", fixture.name);
            }
            folder => assert_eq!(event.as_deref(), Some(folder), "{}", fixture.name),
        }
        assert!(
            fixture.case().bytes().all(|byte| byte == b'-' || byte.is_ascii_alphabetic()),
            "{}",
            fixture.name
        );
    }
}
