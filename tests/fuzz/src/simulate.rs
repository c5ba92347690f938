//! Whatever is asked of a simulation, it gives bodies or says why not.
//!
//! The input is a JSON object: `{"family", "seed", "count", "turns", "id", "start", "flags", "assistant",
//! "values": {"<pointer>": …}, "mishaps": ["<name>" …]}`, each of which may be absent or of another form.

use interactly_webhooks::Webhook;
use interactly_webhooks::message::Assistant;
use interactly_webhooks::simulate::{Bodies, Call, Campaign, Mishap, SimulateError, Workflow};
use interactly_webhooks::time::OffsetDateTime;
use serde::Deserialize as _;
use serde_json::{Map, Value};

use super::said;

/// The most turns, calls or runs that are made: more of them are more of the same.
const MOST: u64 = 12;

pub fn check(bytes: &[u8]) -> bool {
    let Ok(asked) = serde_json::from_slice::<Map<String, Value>>(bytes) else { return false };
    let assistant = asked.get("assistant").map(Assistant::deserialize);
    let assistant = match assistant {
        Some(Err(_)) => return false,
        Some(Ok(assistant)) => Some(assistant),
        None => None,
    };
    let bodies = match made(&asked, assistant.as_ref()) {
        Ok(bodies) => bodies,
        // It may name a place that the caller gave.
        Err(error) => return !error.to_string().is_empty(),
    };
    let again = made(&asked, assistant.as_ref()).expect("as before");
    let is_plain = !asked.contains_key("values") && !asked.contains_key("mishaps");
    assert_eq!(bodies.len(), again.len());
    said(&format!("{bodies:?}"));
    for (body, again) in bodies.zip(again) {
        assert_eq!(body.as_bytes(), again.as_bytes());
        said(&format!("{body:?}"));
        let read = body.webhook();
        if body.mishaps().any(|mishap| mishap == Mishap::CutOff) {
            continue;
        }
        let lenient = Webhook::from_slice_lenient(body.as_bytes()).expect("an object");
        assert_eq!(lenient.is_sound(), read.is_ok());
        if !is_plain {
            continue;
        }
        let read = read.expect("sound");
        let of_caller = |pointer: &str| assistant.is_some() && pointer.starts_with("/message/assistant");
        for drift in read.drift() {
            assert!(of_caller(drift.pointer()), "{drift}");
        }
        for finding in &read.validate() {
            assert!(of_caller(finding.pointer()), "{finding}");
        }
    }
    true
}

fn made(asked: &Map<String, Value>, assistant: Option<&Assistant>) -> Result<Bodies, SimulateError> {
    let number = |name: &str| asked.get(name).and_then(Value::as_u64);
    let few = |name: &str| number(name).and_then(|number| usize::try_from(number.min(MOST)).ok());
    let seed = number("seed").unwrap_or(1);
    let start = asked.get("start").and_then(Value::as_i64);
    let start = start.and_then(|start| OffsetDateTime::from_unix_timestamp(start).ok());
    macro_rules! changed {
        ($simulation:expr) => {{
            let mut simulation = $simulation;
            if let Some(start) = start {
                simulation = simulation.starts_at(start);
            }
            for (pointer, value) in asked.get("values").and_then(Value::as_object).into_iter().flatten() {
                simulation = simulation.set(pointer, value.clone());
            }
            let mishaps = asked.get("mishaps").and_then(Value::as_array).into_iter().flatten();
            for mishap in mishaps.filter_map(Value::as_str) {
                simulation = simulation.mishap(mishap.parse()?);
            }
            said(&format!("{simulation:?}"));
            simulation.bodies()
        }};
    }
    match asked.get("family").and_then(Value::as_str) {
        Some("campaign") => {
            let campaign = Campaign::from_seed(seed);
            changed!(few("count").into_iter().fold(campaign, Campaign::calls))
        }
        Some("workflow") => {
            let workflow = Workflow::from_seed(seed);
            changed!(few("count").into_iter().fold(workflow, Workflow::runs))
        }
        _ => {
            let mut call = few("turns").into_iter().fold(Call::from_seed(seed), Call::turns);
            if let Some(id) = asked.get("id").and_then(Value::as_str) {
                call = call.id(id);
            }
            let flags = number("flags").unwrap_or(0);
            call = if flags & 1 == 0 { call } else { call.with_hang() };
            call = if flags & 2 == 0 { call } else { call.with_error() };
            call = if flags & 4 == 0 { call } else { call.forwarded() };
            changed!(assistant.into_iter().cloned().fold(call, Call::assistant))
        }
    }
}
