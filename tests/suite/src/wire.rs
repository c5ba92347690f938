//! The wire profile accepts exactly what the strict parser accepts.

use std::sync::LazyLock;

use interactly_webhooks::Webhook;
use interactly_webhooks::campaign::{CampaignEvent, CampaignWebhookConfig};
use interactly_webhooks::message::analysis::Analysis;
use interactly_webhooks::message::assistant::{Assistant, AssistantServer, Language};
use interactly_webhooks::message::call::Call;
use interactly_webhooks::message::messages::Message;
use interactly_webhooks::message::{ServerMessage, ServerMessageRequest};
use interactly_webhooks::outgoing::{ControlRequest, ControlResponse, ServerMessageResponse, ToolResult};
use interactly_webhooks::schema::JsonSchema;
use interactly_webhooks::schema::{self, Profile};
use interactly_webhooks::wire::{
    Distribution, FreeForm, Loose, Number, NumberOrText, OneOrMany, Secret, Timestamp,
};
use interactly_webhooks::workflow::{WorkflowEvent, WorkflowSubscription};
use jsonschema::Validator;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::support::{Fixture, Rng, all_fixtures, configurations, fixtures, odd_value, places, seed};
use crate::validator::{errors, validator};

/// How many mutated bodies each test makes.
const BODIES: usize = 8_000;

/// What the parser says, and what the schema says.
#[derive(Default)]
struct Tally {
    accepted: usize,
    refused: usize,
}

impl Tally {
    fn compare(&mut self, parser: bool, validator: &Validator, body: &Value, what: &str) {
        let schema = validator.is_valid(body);
        assert_eq!(
            parser,
            schema,
            "{what}: the parser says {parser}, the schema {schema}: {:#?}\n{body}",
            errors(validator, body)
        );
        if parser {
            self.accepted += 1;
        } else {
            self.refused += 1;
        }
    }
}

/// Numbers at the limits of 64 bits, whole floats, fractions.
fn odd_number(rng: &mut Rng) -> Value {
    let texts = [
        "9223372036854775807",
        "9223372036854775808",
        "9223372036854775809",
        "-9223372036854775808",
        "-9223372036854775809",
        "18446744073709551615",
        "18446744073709551616",
        "9223372036854774784.0",
        "9223372036854775808.0",
        "9223372036854777856.0",
        "-9223372036854775808.0",
        "-9223372036854777856.0",
        "9007199254740993",
        "3.0",
        "-0.0",
        "0.5",
        "-1.5",
        "1e18",
        "1e19",
        "-1e19",
        "1e300",
        "5e-324",
        "4.000000000000001",
    ];
    serde_json::from_str(texts[rng.usize(0..texts.len())]).expect("a number")
}

/// Changes one random place in a way that parsers get wrong.
fn mutate(rng: &mut Rng, body: &mut Value) {
    let places = places(body);
    if rng.u8(0..10) == 0 || places.is_empty() {
        return damage_root(rng, body);
    }
    let place = &places[rng.usize(0..places.len())];
    let (parent, name) = place.rsplit_once('/').expect("a pointer");
    let name = name.replace("~1", "/").replace("~0", "~");
    if rng.u8(0..6) == 0 {
        match body.pointer_mut(parent) {
            Some(Value::Object(members)) => drop(members.remove(&name)),
            Some(Value::Array(array)) => drop(array.remove(name.parse().expect("an index"))),
            _ => {}
        }
        return;
    }
    let Some(value) = body.pointer_mut(place) else { return };
    *value = match (rng.u8(0..8), value.take()) {
        (0, _) => Value::Null,
        (1, Value::Number(_)) | (2, _) => odd_number(rng),
        (1, Value::String(text)) => json!(text.repeat(2)),
        (3, whole) => json!([whole]),
        (4, Value::Array(list)) => list.into_iter().next().unwrap_or_default(),
        (5, Value::Object(mut members)) => {
            let odd = if rng.bool() { odd_value(rng) } else { odd_number(rng) };
            let key = if rng.bool() { "250" } else { "xUnseen" };
            members.insert(key.to_owned(), odd);
            Value::Object(members)
        }
        (6, Value::Array(mut list)) => {
            list.push(if rng.bool() { json!({}) } else { odd_value(rng) });
            Value::Array(list)
        }
        _ => odd_value(rng),
    };
}

/// Puts in, takes away or damages a deciding member, or the body itself.
fn damage_root(rng: &mut Rng, body: &mut Value) {
    let Value::Object(members) = body else { return *body = json!({}) };
    let name = ["message", "campaign", "workflow"][rng.usize(0..3)];
    match rng.u8(0..5) {
        0 => drop(members.remove(name)),
        1 => drop(members.insert(name.to_owned(), odd_value(rng))),
        2 => drop(members.insert(name.to_owned(), json!({}))),
        3 => drop(members.insert(name.to_owned(), Value::Null)),
        _ => *body = odd_value(rng),
    }
}

/// A mutated body, as it looks after printing and reading.
fn mutated(rng: &mut Rng, bodies: &[Value]) -> Value {
    let mut body = bodies[rng.usize(0..bodies.len())].clone();
    for _ in 0..rng.u8(1..4) {
        mutate(rng, &mut body);
    }
    serde_json::from_str(&body.to_string()).expect("JSON")
}

fn parses<T: DeserializeOwned>(body: &Value) -> bool {
    serde_json::from_str::<T>(&body.to_string()).is_ok()
}

#[test]
fn fixtures_are_valid_under_their_schemas() {
    let payloads = schema::payloads(Profile::Wire);
    let bundle = ("any body".to_owned(), schema::bundle(Profile::Wire));
    let kinds = [
        "assistant",
        "assistant-server",
        "campaign-webhook-config",
        "control-request",
        "workflow-subscription",
    ];
    let mut left = fixtures();
    left.extend(kinds.into_iter().flat_map(configurations));
    let count = left.len();
    assert_eq!(count, all_fixtures().len());
    let mut checked = 0;
    for (name, schema) in payloads.iter().chain([&bundle]) {
        let of_schema = |fixture: &&Fixture| match (fixture.family(), fixture.event(), name.as_str()) {
            (_, event, name) if event == name => true,
            ("server-message", "untyped" | "unknown-event", "server-message-request")
            | ("workflow", "unknown-event", "workflow-event")
            | ("unknown", _, "any body") => true,
            _ => false,
        };
        let validator = validator(schema);
        for fixture in left.iter().filter(of_schema) {
            assert_eq!(errors(&validator, &fixture.value()), [""; 0], "{name}: {}", fixture.name);
            checked += 1;
        }
    }
    assert_eq!(checked, count);
}

#[test]
fn of_any_body() {
    let validator = validator(&schema::bundle(Profile::Wire));
    let parses = |body: &Value| {
        let bytes = body.to_string();
        let parsed = Webhook::from_slice(bytes.as_bytes()).is_ok();
        assert_eq!(parsed, parses::<Webhook>(body), "from_slice and serde agree");
        parsed
    };
    let mut tally = Tally::default();
    let fixtures = fixtures();
    for fixture in &fixtures {
        let body = fixture.value();
        tally.compare(parses(&body), &validator, &body, &fixture.name);
    }
    assert_eq!((tally.accepted, tally.refused), (fixtures.len(), 0), "every fixture is accepted");
    let bodies: Vec<_> = fixtures.iter().map(Fixture::value).collect();
    let seed = seed(5);
    let mut rng = Rng::with_seed(seed);
    for number in 0..BODIES {
        let body = mutated(&mut rng, &bodies);
        tally.compare(parses(&body), &validator, &body, &format!("SEED={seed}, body {number}"));
    }
    println!("{} accepted, {} refused, 0 disagreements", tally.accepted, tally.refused);
    assert!(tally.accepted > BODIES / 4 && tally.refused > BODIES / 4, "both verdicts occur often");
}

/// The payloads that are events.
static EVENTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let openapi = schema::openapi(Profile::Wire);
    let webhooks = openapi["webhooks"].as_object().expect("webhooks");
    webhooks.keys().map(|event| event.replace('_', "-")).collect()
});

/// The parser's verdict on a payload.
fn verdict(payload: &str, body: &Value) -> bool {
    let is_event = |name: &str| {
        let webhook = Webhook::from_slice(body.to_string().as_bytes());
        webhook.is_ok_and(|webhook| webhook.event_name().is_some_and(|event| event.replace('_', "-") == name))
    };
    match payload {
        "server-message-request" => parses::<ServerMessageRequest>(body),
        "server-message" => parses::<ServerMessage>(body),
        "campaign-event" => parses::<CampaignEvent>(body),
        "workflow-event" => parses::<WorkflowEvent>(body),
        "call" => parses::<Call>(body),
        "analysis" => parses::<Analysis>(body),
        "message" => parses::<Message>(body),
        "assistant" => parses::<Assistant>(body),
        "assistant-server" => parses::<AssistantServer>(body),
        "server-message-response" => parses::<ServerMessageResponse>(body),
        "tool-result" => parses::<ToolResult>(body),
        "campaign-webhook-config" => parses::<CampaignWebhookConfig>(body),
        "workflow-subscription" => parses::<WorkflowSubscription>(body),
        "control-request" => parses::<ControlRequest>(body),
        "control-response" => parses::<ControlResponse>(body),
        "call-status" | "campaign-report" | "campaign-status" => {
            let event = serde_json::from_str::<CampaignEvent>(&body.to_string()).ok();
            event
                .and_then(|event| event.event)
                .is_some_and(|event| event.as_str().replace('_', "-") == payload)
        }
        workflow if workflow.starts_with("workflow-") => {
            let event = serde_json::from_str::<WorkflowEvent>(&body.to_string()).ok();
            event
                .and_then(|event| event.event)
                .is_some_and(|event| event.as_str().replace('_', "-") == payload)
        }
        "known-event" => EVENTS.iter().any(|event| verdict(event, body)),
        event => is_event(event),
    }
}

#[test]
fn of_each_payload() {
    let seed = seed(6);
    let mut rng = Rng::with_seed(seed);
    let all: Vec<_> = fixtures().iter().map(Fixture::value).collect();
    let (mut accepted, mut refused) = (0, 0);
    for (name, document) in schema::payloads(Profile::Wire) {
        let validator = validator(&document);
        // Half of the bodies are of this payload, half of any.
        let own = document["examples"].as_array().cloned().unwrap_or_default();
        assert!(!own.is_empty(), "{name} has an example");
        let mut tally = Tally::default();
        for body in own.iter().chain(&all) {
            tally.compare(verdict(&name, body), &validator, body, &name);
        }
        for number in 0..600 {
            let bodies = if rng.bool() { &own } else { &all };
            let body = mutated(&mut rng, bodies);
            let what = format!("{name}, SEED={seed}, body {number}");
            tally.compare(verdict(&name, &body), &validator, &body, &what);
        }
        assert!(tally.accepted > 50 && tally.refused > 50, "{name}: both verdicts occur often");
        accepted += tally.accepted;
        refused += tally.refused;
    }
    println!("{accepted} accepted, {refused} refused, 0 disagreements");
}

#[test]
fn of_each_building_block() {
    fn check<T: JsonSchema + DeserializeOwned>(rng: &mut Rng) {
        let document = schema::of::<T>(Profile::Wire);
        let validator = validator(&document);
        let mut tally = Tally::default();
        for number in 0..400 {
            let mut value = if rng.bool() { odd_value(rng) } else { odd_number(rng) };
            if rng.bool() {
                value =
                    [json!([value]), json!({"300": value}), json!(["en", value])][rng.usize(0..3)].clone();
            }
            let value = serde_json::from_str(&value.to_string()).expect("JSON");
            let what = format!("{}, SEED={}, value {number}", T::schema_name(), seed(9));
            tally.compare(parses::<T>(&value), &validator, &value, &what);
        }
        assert!(tally.accepted > 10 && tally.refused > 10, "{}", T::schema_name());
    }
    let mut rng = Rng::with_seed(seed(9));
    check::<Number>(&mut rng);
    check::<NumberOrText>(&mut rng);
    check::<Timestamp>(&mut rng);
    check::<Distribution>(&mut rng);
    check::<FreeForm>(&mut rng);
    check::<Secret>(&mut rng);
    check::<Language>(&mut rng);
    check::<OneOrMany<Language>>(&mut rng);
    check::<OneOrMany<Loose<Distribution>>>(&mut rng);
    check::<Loose<Distribution>>(&mut rng);
    check::<OneOrMany<Number>>(&mut rng);
    check::<Webhook>(&mut rng);
}
