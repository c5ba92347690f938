//! Everything else that speaks of a body: records, other readers, and what `{:#?}` shows of deep members.

use std::collections::BTreeMap;
use std::fmt::{Debug, Display};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::markers::{full, seeded};
use super::seed::{MARKER, Markers};
use crate::campaign::CampaignEvent;
use crate::message::{Assistant, ServerMessage};
use crate::record::RecordError;
use crate::workflow::WorkflowEvent;
use crate::{CallRecord, DeliveryKey, Lenient, ServerMessageRequest, Webhook};

/// What is said of a body in one way.
type Output = fn(&str) -> Vec<String>;

/// Each way to speak of a body that `markers.rs` does not have.
const OUTPUTS: &[(&str, Output)] = &[
    ("Webhook, in full", |body| lenient(body).map(|body| format!("{:#?}", body.value)).collect()),
    ("Lenient, in full", |body| lenient(body).map(|body| format!("{body:#?}")).collect()),
    ("Report, in full", |body| lenient(body).map(|body| format!("{:#?}", body.value.validate())).collect()),
    ("Drift, in full", |body| lenient(body).map(|body| format!("{:#?}", body.value.drift())).collect()),
    ("Event, in full", |body| messages(body).map(|message| format!("{:#?}", message.event())).collect()),
    ("Results, in full", |body| messages(body).map(|message| format!("{:#?}", message.results())).collect()),
    ("Turn", |body| {
        let turns = |message: ServerMessage| {
            message.transcript().turns().map(|turn| format!("{turn:#?}")).collect::<Vec<_>>()
        };
        messages(body).flat_map(turns).collect()
    }),
    ("structured_data_as", |body| {
        let wrong = |message: ServerMessage| {
            let analysis = message.analysis.as_ref().map(|analysis| analysis.structured_data_as::<Ages>());
            let errors =
                [message.results().structured_data_as::<Ages>().err(), analysis.and_then(Result::err)];
            errors.into_iter().flatten().map(|error| all(&error)).collect::<Vec<_>>()
        };
        messages(body).flat_map(wrong).collect()
    }),
    ("CallRecord and Change", |body| {
        let said = |(record, change): (CallRecord, String)| vec![format!("{record:?} {record:#?}"), change];
        record(body).into_iter().flat_map(said).collect()
    }),
    ("CallRecord::validate", |body| {
        record(body).map(|(record, _)| all(&record.validate())).into_iter().collect()
    }),
    ("damage in a record", |body| {
        let record = record(body).map(|(record, _)| record);
        record.iter().flat_map(CallRecord::events).map(|event| json(&event.damage)).collect()
    }),
    ("RecordError of a body", |body| {
        CallRecord::from_slice(body.as_bytes()).err().iter().map(refusal).collect()
    }),
    ("RecordError of a damaged record", |body| {
        let Some((record, _)) = record(body) else { return Vec::new() };
        let stored = json(&record);
        let damages = [
            stored.replace("\"messages\":[{", "\"messages\":[7,{"),
            stored.replace("\"callRecord\":1", &format!("\"callRecord\":\"{MARKER}\"")),
            stored.replace("\"callRecord\":1", "\"callRecord\":99"),
            stored[..stored.floor_char_boundary(stored.len() * 2 / 3)].to_owned(),
        ];
        damages
            .iter()
            .flat_map(|stored| {
                let plain = serde_json::from_str::<CallRecord>(stored).err().map(|error| error.to_string());
                let ours = CallRecord::from_slice(stored.as_bytes()).err().map(|error| refusal(&error));
                plain.into_iter().chain(ours)
            })
            .collect()
    }),
    ("RecordError of another call", |body| {
        let mut other = CallRecord::default();
        let first = json!({"message": {"call": {"id": "another"}}}).to_string();
        let first = lenient(&first).next().expect("an object");
        other.apply_lenient(&first).expect("has an id");
        let errors = lenient(body).map(|body| other.apply_lenient(&body).err());
        errors.flatten().map(|error| refusal(&error)).collect()
    }),
    ("serde_json::from_value", |body| {
        let Ok(value) = serde_json::from_str::<Value>(body) else { return Vec::new() };
        let read = [
            from_value::<Webhook>(&value),
            from_value::<ServerMessageRequest>(&value),
            from_value::<CampaignEvent>(&value),
            from_value::<WorkflowEvent>(&value),
            from_value::<CallRecord>(&value),
            // Each part as a body of another type, so that names and values meet what they are not for.
            value.pointer("/message/assistant").and_then(from_value::<Assistant>),
            value.pointer("/message/messages").and_then(from_value::<ServerMessage>),
            value.pointer("/message/call").and_then(from_value::<Webhook>),
        ];
        read.into_iter().flatten().collect()
    }),
    ("DeliveryKey", |body| {
        let keys = lenient(body).filter_map(|body| body.delivery_key());
        // Its text and JSON are what is stored; only `Debug` is for logs.
        keys.map(|key| format!("{key:#?}")).collect()
    }),
    ("KeyError", |body| {
        let read = [body.parse::<DeliveryKey>().err().map(|error| format!("{error} {error:?}"))];
        read.into_iter().flatten().chain(from_value::<DeliveryKey>(&json!(MARKER))).collect()
    }),
];

/// A type that no structured data in these bodies has, and whose reader quotes what it finds.
type Ages = BTreeMap<String, u8>;

fn lenient(body: &str) -> impl Iterator<Item = Lenient<Webhook>> {
    Webhook::from_slice_lenient(body.as_bytes()).ok().into_iter()
}

fn messages(body: &str) -> impl Iterator<Item = ServerMessage> {
    lenient(body).filter_map(|body| body.value.as_server_message().cloned())
}

/// The record after a body, and what was said of the change.
fn record(body: &str) -> Option<(CallRecord, String)> {
    let mut record = CallRecord::default();
    let change = record.apply_lenient(&lenient(body).next()?).ok()?;
    Some((record, format!("{change:?}")))
}

fn json(said: &impl Serialize) -> String {
    serde_json::to_string(said).expect("prints")
}

fn all(said: &(impl Debug + Display + Serialize)) -> String {
    format!("{said} {said:?} {said:#?} {}", json(said))
}

fn refusal(error: &RecordError) -> String {
    format!("{error} {error:?}")
}

fn from_value<T: DeserializeOwned>(value: &Value) -> Option<String> {
    serde_json::from_value::<T>(value.clone()).err().map(|error| format!("{error} {error:?}"))
}

/// Bodies with a marker in every text and key, as they come and damaged.
fn bodies() -> Vec<String> {
    let full = full().flat_map(|full| [false, true].map(|known| seeded(&full.text, known)));
    let mut bodies: Vec<Value> = full.collect();
    for (_, form) in super::bodies() {
        bodies.extend((0..3).map(|choice| Markers::default().every_member(form, choice)));
    }
    // A schema, and data that it does not describe.
    let data = json!({ MARKER: MARKER, "age": MARKER, "list": [{ MARKER: 7 }] });
    let schema = json!({
        "properties": { "age": { "type": "integer" }, "list": { "items": { "required": ["day"] } } },
        "required": ["other"], "additionalProperties": false, "description": MARKER, "const": MARKER,
    });
    for schema in [schema, json!({ "type": MARKER, MARKER: 1 }), json!({ "$ref": format!("#/{MARKER}") })] {
        bodies.push(json!({ "message": {
            "type": "end-of-call-report", "call": { "id": "c-1" },
            "assistant": { "assistantAnalysis": { "structuredData": { "enabled": true, "schema": schema } } },
            "analysis": { "structuredData": data },
        } }));
    }
    let with_damage = |body: Value| {
        let text = body.to_string();
        let damaged = text
            .replacen("\"text\":", &format!("\"text\":[\"{MARKER}\"],\"text\":7,\"odd\":"), 3)
            .replacen("\"messages\":[", &format!("\"messages\":[\"{MARKER}\",7,null,"), 2);
        let id = format!("\"id\":{{\"{MARKER}\":\"{MARKER}\"}},\"x\":");
        let nameless = text.replacen("\"id\":", &id, 1);
        [text, damaged, nameless]
    };
    bodies.into_iter().flat_map(with_damage).collect()
}

#[test]
fn every_other_output_is_silent() {
    let bodies = bodies();
    for (what, output) in OUTPUTS {
        let mut said = 0;
        for body in &bodies {
            for text in output(body) {
                let at = text.find(MARKER).map(|at| text.floor_char_boundary(at.saturating_sub(80)));
                assert!(
                    at.is_none(),
                    "{what}: {:?}",
                    at.map(|at| text[at..].chars().take(160).collect::<String>())
                );
                said += 1;
            }
        }
        assert!(said > 0, "{what} says nothing of any body");
    }
}

#[cfg(feature = "simulate")]
#[test]
fn what_is_simulated_with_values_of_ones_own_is_silent() {
    use crate::simulate::{Call, Campaign, Mishap, SimulateError, Workflow};

    let value = json!({ MARKER: MARKER });
    let place = "/message/nowhere/at/all";
    let calls = Call::from_seed(1).set("/message/call/metadata", value.clone());
    let errors: [SimulateError; 4] = [
        calls.clone().set(place, value.clone()).bodies().expect_err("no place"),
        Campaign::from_seed(1).set(place, value.clone()).bodies().expect_err("no place"),
        Workflow::from_seed(1).set(place, value).bodies().expect_err("no place"),
        MARKER.parse::<Mishap>().expect_err("no mishap"),
    ];
    let mut bodies = calls.bodies().expect("a place");
    let shown = format!("{calls:?} {calls:#?} {bodies:?} {:?} {errors:?}", bodies.next());
    let said = errors.map(|error| error.to_string()).join(" ");
    assert!(!shown.contains(MARKER) && !said.contains(MARKER), "{shown} {said}");
    assert!(said.contains(place));
}

#[cfg(feature = "signature")]
#[test]
fn what_is_said_of_signatures_is_silent() {
    use crate::signature::{MAX_AGE, verify};

    let now = time::OffsetDateTime::UNIX_EPOCH;
    let hex = "0".repeat(64);
    for (secret, signature, sent) in
        [(MARKER, MARKER, "0"), ("", &hex, "0"), (MARKER, &hex, MARKER), (MARKER, MARKER, MARKER)]
    {
        let error = verify(&secret.into(), MARKER.as_bytes(), signature, sent, now, MAX_AGE);
        let error = error.expect_err("not signed");
        assert!(!format!("{error} {error:?}").contains(MARKER), "{error:?}");
    }
}
