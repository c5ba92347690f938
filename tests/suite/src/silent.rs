//! Errors through the readers of other formats quote nothing, in the forms that only those formats have too.

use ciborium::value::{Integer, Value};
use fastrand::Rng;
use interactly_webhooks::campaign::CampaignEvent;
use interactly_webhooks::workflow::WorkflowEvent;
use interactly_webhooks::{CallRecord, ServerMessageRequest, Webhook};
use serde::de::DeserializeOwned;

use crate::support::fixtures;

/// What stands in the bodies below and in no error: a text, its bytes as numbers and as hex, and a number.
const PRIVATE: [&str; 5] = ["zq7Jane", "122, 113, 55", "7a7137", "7A7137", "155501"];

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
        keyed(text()),
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

fn errors_of<T: DeserializeOwned>(cbor: &[u8], message_pack: Option<&[u8]>, errors: &mut Vec<String>) {
    errors.extend(ciborium::from_reader::<T, _>(cbor).err().map(|error| format!("{error} {error:?}")));
    let read = message_pack.and_then(|bytes| rmp_serde::from_slice::<T>(bytes).err());
    errors.extend(read.map(|error| format!("{error} {error:?}")));
}

#[test]
fn other_readers_quote_nothing() {
    let mut rng = Rng::with_seed(17);
    let (odd, mut refused) = (odd(), 0);
    for fixture in fixtures().into_iter().filter(|fixture| fixture.case() == "full") {
        let body = Value::serialized(&fixture.value()).expect("JSON");
        for _ in 0..150 {
            let mut body = body.clone();
            let odd = &odd[rng.usize(..odd.len())];
            let mut number = rng.usize(..count(&body));
            put(&mut body, &mut number, odd);
            let mut cbor = Vec::new();
            ciborium::into_writer(&body, &mut cbor).expect("writes CBOR");
            // MessagePack has neither tags nor numbers of this size.
            let message_pack = rmp_serde::to_vec(&body).ok();
            let mut errors = Vec::new();
            errors_of::<Webhook>(&cbor, message_pack.as_deref(), &mut errors);
            errors_of::<ServerMessageRequest>(&cbor, message_pack.as_deref(), &mut errors);
            errors_of::<CampaignEvent>(&cbor, message_pack.as_deref(), &mut errors);
            errors_of::<WorkflowEvent>(&cbor, message_pack.as_deref(), &mut errors);
            errors_of::<CallRecord>(&cbor, message_pack.as_deref(), &mut errors);
            for error in &errors {
                let told = PRIVATE.iter().any(|private| error.contains(private));
                assert!(!told, "{} with {odd:?}: {error}", fixture.name);
            }
            refused += errors.len();
        }
    }
    assert!(refused > 2_000, "{refused} refused");
}
