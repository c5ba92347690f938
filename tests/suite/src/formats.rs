//! The types are plain serde: readers of other self-describing formats give the same value.

use interactly_webhooks::{ServerMessageRequest, Webhook};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::support::fixtures;

fn through_cbor<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).expect("writes CBOR");
    assert_ne!(bytes[0], 0xbf, "a map whose number of members is not known before it ends");
    ciborium::from_reader(bytes.as_slice()).expect("reads CBOR")
}

fn through_message_pack<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let bytes = rmp_serde::to_vec(value).expect("writes MessagePack");
    rmp_serde::from_slice(&bytes).expect("reads MessagePack")
}

#[test]
fn every_fixture_survives_other_formats() {
    let mut requests = 0;
    for fixture in fixtures() {
        let webhook = Webhook::from_str(&fixture.text).expect(&fixture.name);
        assert_eq!(through_cbor(&webhook), webhook, "{}", fixture.name);
        assert_eq!(through_message_pack(&webhook), webhook, "{}", fixture.name);
        if let Webhook::ServerMessage(request) = webhook {
            assert_eq!(through_cbor(&request), request, "{}", fixture.name);
            assert_eq!(through_message_pack(&request), request, "{}", fixture.name);
            let plain: ServerMessageRequest = serde_json::from_value(fixture.value()).expect(&fixture.name);
            assert_eq!(plain, request, "{}", fixture.name);
            requests += 1;
        }
    }
    let server_messages = fixtures().iter().filter(|fixture| fixture.family() == "server-message").count();
    assert_eq!(requests, server_messages);
}

/// Formats write `null` as a value that is not there; it is taken where JSON's is.
#[test]
fn null_is_as_in_json() {
    let read = |value: &Value| {
        let mut bytes = Vec::new();
        ciborium::into_writer(value, &mut bytes).expect("writes CBOR");
        let message_pack = rmp_serde::to_vec(value).expect("writes MessagePack");
        let cbor = ciborium::from_reader::<Webhook, _>(bytes.as_slice()).ok();
        [cbor, rmp_serde::from_slice(&message_pack).ok(), serde_json::from_value(value.clone()).ok()]
    };
    let call = json!({ "id": null, "status": null, "assistantId": null, "messages": null, "startAt": null });
    let taken = read(&json!({ "message": { "type": null, "timestamp": null, "call": call } }));
    assert!(taken[2].is_some() && taken.iter().all(|one| *one == taken[2]), "{taken:#?}");
    let hints = |hints: Value| read(&json!({ "message": { "assistant": { "hints": hints } } }));
    assert!(hints(json!(["a"])).iter().all(Option::is_some));
    assert_eq!(hints(json!(["a", null])), [None, None, None]);
}
