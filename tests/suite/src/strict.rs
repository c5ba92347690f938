//! The strict profile: what it accepts beside the wire profile, and what it refuses.

use interactly_webhooks::campaign::CampaignWebhookConfig;
use interactly_webhooks::message::assistant::AssistantServer;
use interactly_webhooks::outgoing::ControlRequest;
use interactly_webhooks::schema::{self, Profile};
use interactly_webhooks::validate::Report;
use interactly_webhooks::workflow::WorkflowSubscription;
use interactly_webhooks::{Drift, Webhook};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::support::{Fixture, Rng, configurations, fixtures, places, seed};
use crate::validator::{errors, validator};

/// Where a source gives the whole set of values.
const COMPLETE: [&str; 7] = [
    "/message/type",
    "/message/call/direction",
    "/message/call/phoneCallStatus",
    "/message/assistant/assistantServer/messages/*",
    "/event",
    "/call/status",
    "/run/status",
];

/// Whether the crate knows every member of the body and every value of a complete set, and finds
/// no error in it.
fn is_sound(body: &Value) -> bool {
    let Ok(webhook) = Webhook::from_slice(body.to_string().as_bytes()) else { return false };
    let passes = |drift: &Drift| drift.is_value() && !COMPLETE.contains(&drift.pattern());
    webhook.drift().iter().all(passes) && webhook.validate().is_valid()
}

#[test]
fn fixtures_are_accepted_if_they_are_sound_and_nothing_is_unknown() {
    let validator = validator(&schema::bundle(Profile::Strict));
    let (mut sound, mut others) = (0, 0);
    for fixture in fixtures() {
        let body = fixture.value();
        if is_sound(&body) {
            assert_eq!(errors(&validator, &body), [""; 0], "{}", fixture.name);
            sound += 1;
        } else {
            assert!(!validator.is_valid(&body), "{}: accepted in spite of {}", fixture.name, report(&body));
            others += 1;
        }
    }
    println!("{sound} sound, {others} not");
    assert!(sound > 100 && others > 5);
}

/// The strict schema of a configuration against its validation, on its fixtures and on
/// values of the same kinds.
fn configuration<T: DeserializeOwned>(name: &str, validate: fn(&T) -> Report) {
    let payloads = schema::payloads(Profile::Strict);
    let schema = payloads.iter().find(|(payload, _)| payload == name).map(|(_, schema)| schema);
    let validator = validator(schema.expect("a payload"));
    let is_sound = |body: &Value| {
        let read: T = serde_json::from_value(body.clone()).expect("of the same kinds");
        let report = validate(&read);
        report.is_valid() && report.iter().all(|finding| !finding.code().starts_with("unknown-"))
    };
    let bodies: Vec<_> = configurations(name).iter().map(Fixture::value).collect();
    let seed = seed(8);
    let mut rng = Rng::with_seed(seed);
    let (mut accepted, mut refused) = (0, 0);
    for number in 0..1_000 {
        let mut body = bodies[number % bodies.len()].clone();
        for _ in bodies.len()..number.min(bodies.len() + usize::from(rng.u8(0..4))) {
            same_kind(&mut rng, &mut body);
        }
        let sound = is_sound(&body);
        assert_eq!(validator.is_valid(&body), sound, "{name}, SEED={seed}, body {number}: {body}");
        if sound {
            accepted += 1;
        } else {
            refused += 1;
        }
    }
    println!("{name}: {accepted} accepted, {refused} refused");
    assert!(accepted > 50 && refused > 50, "{name}: {accepted}, {refused}");
}

#[test]
fn configurations_are_accepted_if_they_are_sound() {
    configuration("assistant-server", AssistantServer::validate);
    configuration("campaign-webhook-config", CampaignWebhookConfig::validate);
    configuration("control-request", ControlRequest::validate);
    configuration("workflow-subscription", WorkflowSubscription::validate);
}

#[test]
fn an_unknown_member_is_refused_at_every_level() {
    let validator = validator(&schema::bundle(Profile::Strict));
    let mut tried = 0;
    for fixture in fixtures() {
        let body = fixture.value();
        if !is_sound(&body) {
            continue;
        }
        for place in places(&body).into_iter().chain([String::new()]) {
            let mut body = body.clone();
            let Some(Value::Object(members)) = body.pointer_mut(&place) else { continue };
            members.insert("xUnseen".to_owned(), json!("x"));
            let Ok(webhook) = Webhook::from_slice(body.to_string().as_bytes()) else {
                // A map of numbers, where any key may stand and no text.
                assert!(!validator.is_valid(&body), "{}: {place}", fixture.name);
                continue;
            };
            // Maps with the caller's keys take any member.
            let is_object = webhook.drift().iter().any(Drift::is_member);
            assert_eq!(validator.is_valid(&body), !is_object, "{}: {place}", fixture.name);
            tried += usize::from(is_object);
        }
    }
    println!("{tried} objects");
    assert!(tried > 500);
}

#[test]
fn bodies_without_an_error_are_accepted_whatever_their_values() {
    let [wire, validator] =
        [Profile::Wire, Profile::Strict].map(|profile| validator(&schema::bundle(profile)));
    let seed = seed(7);
    let mut rng = Rng::with_seed(seed);
    let bodies: Vec<_> = fixtures().iter().map(Fixture::value).filter(is_sound).collect();
    let (mut accepted, mut refused) = (0, 0);
    for number in 0..5_000 {
        let mut body = bodies[rng.usize(0..bodies.len())].clone();
        for _ in 0..rng.u8(1..4) {
            same_kind(&mut rng, &mut body);
        }
        let what = format!("SEED={seed}, body {number}");
        assert!(wire.is_valid(&body), "{what}: of the same kinds\n{body}");
        if is_sound(&body) {
            assert_eq!(errors(&validator, &body), [""; 0], "{what}\n{body}");
            accepted += 1;
        } else {
            refused += 1;
            // Whatever is an error is expressible in the schema.
            assert!(!validator.is_valid(&body), "{what}: accepted in spite of\n{}\n{body}", report(&body));
        }
    }
    println!("{accepted} accepted, {refused} refused");
    assert!(accepted > 1_000 && refused > 500);
}

fn report(body: &Value) -> String {
    let webhook = Webhook::from_slice(body.to_string().as_bytes()).expect("parses");
    format!("{:?} {}", webhook.drift(), webhook.validate())
}

/// Puts another value of its kind at a random place.
fn same_kind(rng: &mut Rng, body: &mut Value) {
    let places = places(body);
    let place = &places[rng.usize(0..places.len())];
    let Some(value) = body.pointer_mut(place) else { return };
    *value = match value.take() {
        Value::Bool(was) => json!(!was),
        Value::Number(was) if was.is_f64() => {
            [json!(-0.5), json!(0.0), json!(1.0), json!(1.5), json!(75)][rng.usize(0..5)].clone()
        }
        Value::Number(_) => [json!(-1), json!(0), json!(1), json!(5), json!(101), json!(4_294_967_296_i64)]
            [rng.usize(0..6)]
        .clone(),
        Value::String(_) => {
            let long = "x".repeat(2_049);
            let texts = [
                "",
                "x",
                "2026-13-45",
                "ftp://example.com",
                "https://example.com/hook",
                "HTTP://[::1]/?x#y",
                "https://\u{fc}.example.com",
                "https://?x",
                "https://a\u{85}b",
                "https://a b",
                "https://a\u{3000}",
                "https://a\n",
                "https://\u{3000}a",
                &long,
                "https://a\u{1f600}",
                "eleven-labs",
            ];
            json!(texts[rng.usize(0..texts.len())])
        }
        Value::Array(mut list) => {
            let half = list.len() / 2;
            list.truncate(half);
            Value::Array(list)
        }
        Value::Object(members) if rng.bool() => {
            let half = members.len() / 2;
            Value::Object(members.into_iter().take(half).collect())
        }
        other => other,
    };
}
