//! Events of a call from a seed, and what can happen to them on the way.

use fastrand::Rng;
use serde_json::{Value, json};

/// The bodies of a call's events in their order, as JSON.
pub(crate) fn events(rng: &mut Rng, id: &str) -> Vec<Value> {
    let start = 1_780_000_000_000_i64;
    let mut at = start;
    let mut tick = |rng: &mut Rng| {
        at += rng.i64(0..4_000);
        at
    };
    let assistant = json!({
        "_id": "65a1", "name": "Reception", "welcomeMessage": "Good morning.", "config": {"speech": {"ttsData": [
            {"vendor": "eleven-labs", "voice": "v-1", "config": {"stability": 0.5}}]}},
        "assistantAnalysis": {"structuredData": {"enabled": true, "schema": {"type": "object",
            "properties": {"wants appointment": {"type": "boolean"}}}}},
    });
    let cut = json!({"_id": "65a1", "name": "Reception", "config": {"speech": {}}});
    let call = |status: &str| {
        json!({"id": id, "status": status, "direction": if status == "initiated" { "" } else { "inbound" },
            "userNumber": "+15550100123", "assistantCallDuration": 0,
            "analysis": {"summary": "", "successEvaluation": ""}, "recording": {"s3Bucket": "", "path": ""}})
    };
    let mut bodies = Vec::new();
    for status in ["initiated", "queued", "ongoing"] {
        let mut call = call(status);
        call["startAt"] = json!("2026-05-28T20:26:40.000Z");
        bodies.push(
            json!({"type": "status-update", "timestamp": tick(rng), "call": call, "assistant": assistant}),
        );
    }
    let mut messages: Vec<Value> = Vec::new();
    for turn in 0..rng.usize(1..7) {
        let said = tick(rng);
        // Older bodies give one id to both messages of a turn, and some bodies give none.
        let role = if turn % 2 == 0 { "assistant" } else { "user" };
        let mut message = json!({"role": role, "text": format!("Sentence {turn}."), "timestamp": said,
            "metrics": {"timeline": {"totalElapsedTimeMs": said - start}}});
        match rng.u8(0..4) {
            0 => {}
            1 => message["messageId"] = json!(format!("turn-{}", turn / 2)),
            _ => message["messageId"] = json!(format!("message-{turn}")),
        }
        messages.push(message);
        let kind =
            ["conversation-update", "conversation-update", "hang", "error", "something-new"][rng.usize(0..5)];
        let mut body = json!({"type": kind, "timestamp": tick(rng), "call": call("ongoing"),
            "assistant": if rng.bool() { cut.clone() } else { json!({}) }, "messages": messages, "analysis": {}});
        if kind == "error" {
            body["error"] =
                json!({"type": "llm_error", "code": "rate_limit_exceeded", "retryable": rng.bool()});
        }
        bodies.push(body);
    }
    if rng.bool() {
        bodies.push(json!({"type": "status-update", "timestamp": tick(rng), "call": call("forwarded")}));
    }
    let mut ended = call("finished");
    ended["phoneCallStatus"] = json!("completed");
    bodies.push(
        json!({"type": "status-update", "timestamp": tick(rng), "call": ended, "assistant": assistant}),
    );
    let end = tick(rng);
    ended["endAt"] = json!(end);
    ended["assistantCallDuration"] = json!(end - start);
    ended["cost"] = json!({"totalCost": 0.3, "llmVendorCost": 0.1, "ttsVendorCost": 0.2});
    ended["recording"] = json!({"s3Bucket": "calls", "path": "t/c.mp3"});
    let said = messages.iter().cloned().map(|mut message| {
        // The public docs' report has no metrics.
        message.as_object_mut().expect("an object").remove("metrics");
        message
    });
    let said = said.collect::<Vec<_>>();
    bodies.push(json!({"type": "end-of-call-report", "timestamp": tick(rng), "call": ended, "assistant": {},
        "messages": if rng.bool() { said } else { messages },
        "analysis": {"summary": "They met.", "structuredData": {"wants appointment": true}}}));
    bodies.into_iter().map(|message| json!({"message": message})).collect()
}

/// Makes of some events what a receiver may see of them.
pub(crate) fn mishaps(rng: &mut Rng, bodies: &mut Vec<Value>) {
    for index in 0..bodies.len() {
        let mut copy = bodies[index].clone();
        let message = copy["message"].as_object_mut().expect("an object");
        match rng.u8(0..12) {
            0 => drop(message.remove("timestamp")),
            1 => drop(message.remove("type")),
            2 => drop(message.insert("timestamp".to_owned(), json!("soon"))),
            3 => drop(message.insert("new member".to_owned(), json!({"b": rng.u8(0..3), "a": [null, 0.5]}))),
            4 => drop(message["call"].as_object_mut().expect("an object").remove("status")),
            5 => message["call"]["status"] = json!("on hold"),
            6..9 => damage(rng, &mut copy["message"]),
            _ => continue,
        }
        // Sometimes the sound body comes too.
        if rng.bool() { bodies.push(copy) } else { bodies[index] = copy }
    }
}

/// Puts something else at some places; the id of the call stays.
fn damage(rng: &mut Rng, value: &mut Value) {
    let odd = [json!(7), json!([]), json!({"x": "y"}), json!("text"), json!(null), json!(true)];
    let mut visit = |key: &str, value: &mut Value| {
        if key == "call" || key != "id" && rng.u8(0..8) > 0 {
            damage(rng, value);
        } else if key != "id" {
            *value = odd[rng.usize(0..odd.len())].clone();
        }
    };
    match value {
        Value::Object(members) => members.iter_mut().for_each(|(key, value)| visit(key, value)),
        Value::Array(values) => values.iter_mut().for_each(|value| visit("", value)),
        _ => {}
    }
}
