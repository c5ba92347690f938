//! Keys tell deliveries apart, come out of a store as they went in, and hide nothing that was lost.

mod support;

use std::collections::BTreeMap;

use interactly_webhooks::{DeliveryKey, Webhook};
use support::fixtures;

fn key(body: &str) -> Option<DeliveryKey> {
    Webhook::from_str(body).expect(body).delivery_key()
}

#[test]
fn keys_tell_events_apart_and_know_repeats() {
    let (mut keys, mut keyless) = (BTreeMap::new(), Vec::new());
    for fixture in fixtures().into_iter().filter(|fixture| fixture.name.ends_with("/full")) {
        let key = key(&fixture.text);
        assert_eq!(key, self::key(&fixture.text));
        let Some(key) = key else {
            keyless.push(fixture.name);
            continue;
        };
        if let Some(earlier) = keys.insert(key.to_string(), fixture.name.clone()) {
            panic!("{earlier} and {} have the key {key}", fixture.name);
        }
    }
    assert_eq!(keyless, [""; 0]);
}

#[test]
fn a_key_is_made_of_what_tells_its_event_from_others() {
    for (body, text) in [
        (
            r#"{"message":{"type":"end-of-call-report","timestamp":1,"call":{"id":"a/b%"}}}"#,
            "server-message/end-of-call-report/a%2Fb%25",
        ),
        (
            r#"{"message":{"type":"hang","timestamp":1,"call":{"id":"a","status":"ongoing"},"messages":[]}}"#,
            "~server-message/hang/a/ongoing/1/0",
        ),
        (r#"{"message":{"call":{"id":"a"}}}"#, "~server-message//a///"),
        (
            r#"{"event":"call_status","campaign":{"id":"c"},"call":{"id":"k","status":"failed","updatedAt":"t"}}"#,
            "~campaign/call_status/c/k/failed/t",
        ),
        (
            r#"{"event":"campaign_status","campaign":{"id":"c","updatedAt":2},"status":"paused"}"#,
            "~campaign/campaign_status/c/paused/2",
        ),
        (
            r#"{"event":"workflow_run_started","workflow":{},"run":{"id":"r"}}"#,
            "workflow/workflow_run_started/r",
        ),
        (
            r#"{"event":"workflow_updated","workflow":{"id":"w","activeVersionNumber":3,"updatedAt":"t"}}"#,
            "~workflow/workflow_updated/w/3/t/",
        ),
    ] {
        let key = key(body).expect(body);
        assert_eq!(key.to_string(), text);
        assert_eq!((key.is_exact(), key.is_damaged()), (!text.starts_with('~'), false), "{text}");
    }
}

/// An empty id stands for "not yet": all such bodies would have one key.
#[test]
fn without_an_id_there_is_no_key() {
    for body in [
        "{}",
        r#"{"event":"x","id":"a"}"#,
        r#"{"message":{"type":"hang"}}"#,
        r#"{"message":{"type":"end-of-call-report","call":{}}}"#,
        r#"{"message":{"type":"end-of-call-report","call":{"id":""}}}"#,
        r#"{"message":{"type":"status-update","call":{"id":""}}}"#,
        r#"{"event":"campaign_status","campaign":{}}"#,
        r#"{"event":"campaign_status","campaign":{"id":""}}"#,
        r#"{"event":"call_status","campaign":{"id":"c"}}"#,
        r#"{"event":"call_status","campaign":{"id":"c"},"call":{"id":""}}"#,
        r#"{"event":"workflow_run_completed","workflow":{"id":"w"}}"#,
        r#"{"event":"workflow_run_completed","workflow":{"id":"w"},"run":{"id":""}}"#,
        r#"{"event":"workflow_created","workflow":{"id":""}}"#,
    ] {
        assert_eq!(key(body), None, "{body}");
        assert_eq!(Webhook::from_slice_lenient(body.as_bytes()).expect(body).delivery_key(), None, "{body}");
    }
}

/// Whoever drops what came before must not drop the sound copy of a damaged body.
#[test]
fn a_damaged_body_has_another_key_than_its_sound_copy() {
    for (sound, damaged) in [
        (
            r#"{"message":{"type":"end-of-call-report","call":{"id":"a"},"messages":[]}}"#,
            r#"{"message":{"type":"end-of-call-report","call":{"id":"a"},"messages":[7]}}"#,
        ),
        (
            r#"{"event":"campaign_status","campaign":{"id":"c"}}"#,
            r#"{"event":"campaign_status","campaign":{"id":"c"},"report":"Jane"}"#,
        ),
        (
            r#"{"event":"workflow_run_started","workflow":{},"run":{"id":"r"}}"#,
            r#"{"event":"workflow_run_started","workflow":[],"run":{"id":"r"}}"#,
        ),
    ] {
        let lenient = |body: &str| Webhook::from_slice_lenient(body.as_bytes()).expect(body);
        let (of_sound, of_damaged) =
            (lenient(sound).delivery_key().expect("a key"), lenient(damaged).delivery_key().expect("a key"));
        assert_eq!(Some(&of_sound), key(sound).as_ref());
        assert!(!of_sound.is_damaged() && of_damaged.is_damaged() && !of_damaged.is_exact());
        assert_ne!(of_sound, of_damaged);
        assert_eq!(of_damaged.to_string(), format!("!{}", of_sound.to_string().trim_start_matches('~')));
        assert_eq!(of_damaged.to_string().parse(), Ok(of_damaged));
    }
}

#[test]
fn a_stored_key_is_the_same_key() {
    let odd = [
        r#"{"message":{"type":"~a/b%2F%25","call":{"id":"/"},"timestamp":"é!"}}"#,
        r#"{"message":{"type":"","call":{"id":"%2f%"}}}"#,
    ];
    let mut stored = 0;
    for body in fixtures().iter().map(|fixture| fixture.text.as_str()).chain(odd) {
        let Some(key) = key(body) else { continue };
        assert_eq!(key.to_string().parse(), Ok(key.clone()));
        let json = serde_json::to_string(&key).expect("prints");
        assert_eq!(json, serde_json::Value::from(key.to_string()).to_string());
        assert_eq!(serde_json::from_str::<DeliveryKey>(&json).expect("reads"), key);
        stored += 1;
    }
    assert!(stored > 20, "{stored}");
}

#[test]
fn other_texts_are_no_keys() {
    for text in ["", "~", "!", "server-message", "server-message/hang", "server-message/hang/", "~a//"] {
        let error = text.parse::<DeliveryKey>().expect_err(text);
        let told = "not a delivery key: expected a family, an event and an id with slashes between them";
        assert_eq!(error.to_string(), told);
        let json = serde_json::Value::from(text).to_string();
        assert!(serde_json::from_str::<DeliveryKey>(&json).is_err(), "{text}");
    }
}

#[test]
fn debug_shows_family_and_id_only() {
    let key =
        key(r#"{"message":{"type":"Jane","call":{"id":"c-1","status":"+15550100123"},"timestamp":"Doe"}}"#);
    let shown = format!("{:?}", key.expect("a key"));
    assert_eq!(
        shown,
        r#"DeliveryKey("server-message", text(4 bytes), "c-1", text(12 bytes), text(3 bytes), text(0 bytes))"#
    );
}
