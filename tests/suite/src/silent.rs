//! Errors through the readers of other formats quote nothing, in the forms that only those formats have too.

use std::error::Error;

use axum::Json;
use ciborium::value::{Integer, Value};
use fastrand::Rng;
use interactly_webhooks::campaign::CampaignEvent;
use interactly_webhooks::message::call::{Call, CallStatus};
use interactly_webhooks::record::Change;
use interactly_webhooks::wire::{
    Distribution, FreeForm, Loose, Number, NumberOrText, OneOrMany, Secret, Timestamp,
};
use interactly_webhooks::workflow::WorkflowEvent;
use interactly_webhooks::{
    CallRecord, Category, DeliveryKey, Drift, Family, ParseError, ServerMessageRequest, Severity, Webhook,
};
use serde::de::DeserializeOwned;

use crate::support::fixtures;

/// What stands in the bodies below and in no error: a text, its bytes as numbers and as hex, and a number.
const PRIVATE: [&str; 6] = ["zq7Jane", "122, 113, 55", "7a7137", "7A7137", "155501", KEY];

/// A key of a map.
const KEY: &str = "zq7Doe";

/// A number beyond 64 bits, which JSON has not.
const LARGE: i128 = 155_501_231_555_010_012_155_501;

fn text() -> Value {
    Value::Text(PRIVATE[0].to_owned())
}

/// Values that JSON has, and values that it has not; all of them private.
fn odd() -> Vec<Value> {
    let bytes = || Value::Bytes(PRIVATE[0].as_bytes().to_vec());
    let whole = || Value::Integer(Integer::from(15_550_100_123_i64));
    let large = |negative: bool| {
        let large = if negative { -LARGE } else { LARGE };
        Value::serialized(&large).expect("a number")
    };
    let keyed = |key: Value| Value::Map(vec![(key, text())]);
    vec![
        text(),
        bytes(),
        whole(),
        large(false),
        large(true),
        Value::Float(15_550_100_123.5),
        Value::Array(vec![text(), bytes(), whole()]),
        keyed(Value::Text(KEY.to_owned())),
        // What `serde_json` passes for a number, if it is told to keep all digits.
        Value::Map(vec![(Value::Text("$serde_json::private::Number".to_owned()), whole())]),
        keyed(bytes()),
        keyed(whole()),
        keyed(large(false)),
        keyed(Value::Float(15_550_100_123.5)),
        keyed(Value::Bool(true)),
        keyed(Value::Null),
        keyed(Value::Array(vec![text()])),
        Value::Tag(15_550_100, Box::new(text())),
    ]
}

/// The number of values below and at `value`.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(array) => array.iter().map(count).sum(),
        Value::Map(map) => map.iter().map(|(_, value)| count(value)).sum(),
        _ => 0,
    }
}

/// Puts `odd` where the value of that number stands; a map gets it as a key, too.
fn put(value: &mut Value, number: &mut usize, odd: &Value) {
    if *number == 0 {
        if let Value::Map(map) = value
            && map.len() % 2 == 0
        {
            map.push((odd.clone(), text()));
        } else {
            *value = odd.clone();
        }
    }
    *number = number.wrapping_sub(1);
    match value {
        Value::Array(array) => array.iter_mut().for_each(|value| put(value, number, odd)),
        Value::Map(map) => map.iter_mut().for_each(|(_, value)| put(value, number, odd)),
        _ => {}
    }
}

/// A body in every format that can write it.
struct Written {
    cbor: Vec<u8>,
    /// It has neither tags nor numbers of 128 bits.
    message_pack: Option<Vec<u8>>,
    /// It has no bytes.
    yaml: Option<String>,
    json: Option<String>,
}

impl Written {
    fn new(body: &Value) -> Self {
        let mut cbor = Vec::new();
        ciborium::into_writer(body, &mut cbor).expect("writes CBOR");
        Self {
            cbor,
            message_pack: rmp_serde::to_vec(body).ok(),
            yaml: serde_norway::to_string(body).ok(),
            json: serde_json::to_string(body).ok(),
        }
    }

    /// What every reader says that refuses it as a `T`.
    fn refusals<T: DeserializeOwned>(&self) -> Vec<String> {
        let said = |error: &dyn Error| format!("{error} {error:?}");
        let mut refusals = Vec::new();
        let mut add = |refusal: Option<String>| refusals.extend(refusal);
        add(ciborium::from_reader::<T, _>(&*self.cbor).err().map(|error| said(&error)));
        if let Some(bytes) = &self.message_pack {
            add(rmp_serde::from_slice::<T>(bytes).err().map(|error| said(&error)));
        }
        if let Some(text) = &self.yaml {
            add(serde_norway::from_str::<T>(text).err().map(|error| without_keys(&said(&error))));
        }
        if let Some(text) = &self.json {
            add(serde_json::from_str::<T>(text).err().map(|error| said(&error)));
            let value = serde_json::from_str::<serde_json::Value>(text).ok();
            add(value.and_then(|value| serde_json::from_value::<T>(value).err()).map(|error| said(&error)));
            add(Json::<T>::from_bytes(text.as_bytes()).err().map(|error| without_keys(&error.body_text())));
        }
        refusals
    }
}

/// An error of a reader that says on which path it was, callers' keys included, as the guide warns.
fn without_keys(error: &str) -> String {
    error.replace(KEY, "key")
}

/// Puts something odd into `bodies` at random, reads each as all these types, and gives how often it was refused.
macro_rules! refuse_as {
    ($bodies:expr, $runs:expr, $($type:ty),+) => {{
        let mut rng = Rng::with_seed(17);
        let (odd, mut refused) = (odd(), 0);
        for (name, body) in $bodies {
            for _ in 0..$runs {
                let (mut body, odd) = (body.clone(), &odd[rng.usize(..odd.len())]);
                let mut number = rng.usize(..count(&body));
                put(&mut body, &mut number, odd);
                let written = Written::new(&body);
                let refusals = [$(written.refusals::<$type>()),+].concat();
                for refusal in &refusals {
                    let told = PRIVATE.iter().any(|private| refusal.contains(private));
                    assert!(!told, "{name} with {odd:?}: {refusal}");
                }
                refused += refusals.len();
            }
        }
        refused
    }};
}

#[test]
fn other_readers_quote_nothing() {
    let full = fixtures().into_iter().filter(|fixture| fixture.case() == "full");
    let bodies =
        full.map(|fixture| (fixture.name.clone(), Value::serialized(&fixture.value()).expect("JSON")));
    let refused =
        refuse_as!(bodies, 150, Webhook, ServerMessageRequest, CampaignEvent, WorkflowEvent, CallRecord);
    assert!(refused > 20_000, "{refused} refused");
}

/// What the crate says about bodies is read back, and what is read may be a body.
#[test]
fn what_was_said_is_read_back_without_quoting() {
    let body =
        r#"{"message":{"type":"new","call":{"id":"c-1","new":1},"messages":[{"role":"new","new":1}]}}"#;
    let webhook = Webhook::from_str(body).expect("parses");
    let change = CallRecord::default().apply(webhook.as_server_message().expect("a message"));
    let error = CampaignEvent::from_slice(br#"{"campaign":{"id":7}}"#).expect_err("a number");
    let mut said = vec![
        Value::serialized(&change.expect("of a call")),
        Value::serialized(&error),
        Value::serialized(&error.category()),
        Value::serialized(&webhook.family()),
        Value::serialized(&Severity::Error),
        Value::serialized(&webhook.delivery_key()),
    ];
    said.extend(webhook.drift().iter().map(Value::serialized));
    said.extend(odd().into_iter().map(Ok));
    let said: Vec<_> = said.into_iter().map(|said| ("what was said", said.expect("prints"))).collect();
    let refused =
        refuse_as!(said.clone(), 40, Change, ParseError, Category, Family, Severity, DeliveryKey, Drift);
    assert!(refused > 20_000, "{refused} refused");
    let of_wire = refuse_as!(
        said,
        40,
        Timestamp,
        Number,
        NumberOrText,
        Secret,
        FreeForm,
        Distribution,
        OneOrMany<CallStatus>,
        Loose<Call>,
        CallStatus
    );
    assert!(of_wire > 10_000, "{of_wire} refused");
}
