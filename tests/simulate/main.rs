//! Whole calls, campaigns and workflows from a seed.

#![cfg(feature = "simulate")]

mod agreement;
mod command;
mod knobs;
mod mishaps;
mod presence;
mod sound;
#[path = "../support/mod.rs"]
mod support;

use interactly_webhooks::message::Assistant;
use interactly_webhooks::simulate::{Bodies, Body, Call, Campaign, SimulateError, Workflow};
use serde_json::{Value, json};

/// The bodies of a simulation that can be made.
fn made(bodies: Result<Bodies, SimulateError>) -> Vec<Body> {
    bodies.unwrap_or_else(|error| panic!("{error}")).collect()
}

/// A body as JSON.
fn json(body: &Body) -> Value {
    serde_json::from_slice(body.as_bytes()).expect("JSON")
}

/// The server messages of a call as JSON, without the wrapper.
fn messages(call: &Call) -> Vec<Value> {
    made(call.bodies()).iter().map(|body| json(body)["message"].clone()).collect()
}

/// The bodies of many seeds, of every family.
fn many() -> impl Iterator<Item = Body> {
    let calls = (0..150).flat_map(|seed| made(Call::from_seed(seed).bodies()));
    let campaigns = (0..30).flat_map(|seed| made(Campaign::from_seed(seed).bodies()));
    let workflows = (0..60).flat_map(|seed| made(Workflow::from_seed(seed).bodies()));
    calls.chain(campaigns).chain(workflows)
}

/// An assistant whose structured data have a member for everything that a schema can ask of one.
fn thorough() -> Assistant {
    serde_json::from_value(
        json!({"name": "Own", "assistantAnalysis": {"structuredData": {"enabled": true, "schema": {
            "type": "object",
            "properties": {
                "nothing": {"type": "null"},
                "share": {"type": "number", "minimum": 6.5, "maximum": 7.5},
                "between": {"type": "number", "minimum": 0.25, "maximum": 0.75},
                "debt": {"type": "integer", "maximum": -3},
                "open": {"type": "integer", "minimum": 7},
                "day": {"type": "string", "format": "date"},
                "moment": {"type": "string", "format": "date-time"},
                "hour": {"type": "string", "format": "time"},
                "mail": {"type": "string", "format": "email"},
                "key": {"type": "string", "format": "uuid"},
                "link": {"type": "string", "format": "uri"},
                "notes": {"type": "string"},
                "patientName": {"type": "string"},
                "phone": {"type": "string"}
            }
        }}}}),
    )
    .expect("an assistant")
}
