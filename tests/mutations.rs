//! Lenient parsing loses nothing, whatever stands where something else should.

mod support;

use interactly_webhooks::{Webhook, wire};
use serde_json::{Value, json};
use support::{Rng, assert_same, fixtures, mutate, runs, seed};

#[test]
fn mutated_bodies_come_back_whole() {
    let seed = seed(0x1ea5);
    let fixtures = fixtures();
    let (runs, mut strict) = (runs(5_000), 0);
    for case in 0..runs as u64 {
        let mut rng = Rng::with_seed(seed ^ (case << 20));
        let fixture = &fixtures[rng.usize(0..fixtures.len())];
        let mut body = fixture.value();
        let places: Vec<_> = (0..rng.usize(1..=6)).map(|_| mutate(&mut rng, &mut body)).collect();
        let text = body.to_string();
        let what = format!("SEED={seed} case {case}, {} changed at {places:?}", fixture.name);

        let lenient =
            Webhook::from_slice_lenient(text.as_bytes()).unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_same(&body, &serde_json::to_value(&lenient).expect("prints"), &what);

        // Strict and lenient agree on what is sound.
        let sound = Webhook::from_str(&text);
        assert_eq!(sound.is_ok(), lenient.deviations().is_empty(), "{what}");
        strict += usize::from(sound.is_ok());
        if let Err(error) = sound {
            let listed = lenient.deviations().iter().any(|deviation| deviation.pointer() == error.pointer());
            assert!(listed, "{what}: {error} is not among {:?}", lenient.deviations());
        }

        // The id of the call survives unless it, or what it stands in, was hit.
        if let (Webhook::ServerMessage(request), Some(Value::String(id))) =
            (&lenient.value, body.pointer("/message/call/id"))
        {
            let call = request.message.call.as_deref().unwrap_or_else(|| panic!("{what}: no call"));
            assert_eq!(call.id.as_ref(), Some(id), "{what}");
        }

        // What was sound stays sound: parsing what was printed of it finds nothing more.
        let again = serde_json::to_string(&lenient.value).expect("prints");
        let again = Webhook::from_str(&again).unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!(again, lenient.value, "{what}");
    }
    assert!((runs / 10..runs * 9 / 10).contains(&strict), "{strict} of {runs} bodies were still sound");
}

#[test]
fn a_bad_element_does_not_shift_or_remove_its_neighbours() {
    let body = json!({"message": {"type": "conversation-update", "messages": [
        {"messageId": "m-0", "timestamp": []},
        7,
        {"messageId": "m-2"},
        null,
        {"messageId": "m-4", "metrics": {"audio": [], "stt": {"confidence": "high"}}},
    ]}});
    let lenient = Webhook::from_slice_lenient(body.to_string().as_bytes()).expect("an object");
    let message = lenient.value.as_server_message().expect("a message");
    let ids: Vec<_> = message.messages().iter().filter_map(|message| message.message_id.as_deref()).collect();
    assert_eq!(ids, ["m-0", "m-2", "m-4"]);
    let deviations: Vec<_> = lenient.deviations().iter().map(ToString::to_string).collect();
    assert_eq!(
        deviations,
        [
            "/message/messages/0/timestamp: found an array, expected a time as a number or a string",
            "/message/messages/1: found a number, expected an object",
            "/message/messages/3: found null, expected an object",
            "/message/messages/4/metrics/audio: found an array, expected an object",
            "/message/messages/4/metrics/stt/confidence: found a string, expected a number",
        ]
    );
    assert_same(&body, &serde_json::to_value(&lenient).expect("prints"), "the array");
}

#[test]
fn entries_of_maps_are_moved_out_one_by_one_and_their_keys_are_not_told() {
    let body =
        json!({"message": {"assistant": {"assistantServer": {"headers": {"a": "1", "Jane": 2, "z": "3"}}}}});
    let lenient = Webhook::from_slice_lenient(body.to_string().as_bytes()).expect("an object");
    assert_eq!(
        lenient.deviations()[0].to_string(),
        "/message/assistant/assistantServer/headers: found a number, expected a string"
    );
    assert_same(&body, &serde_json::to_value(&lenient).expect("prints"), "the map");
    let assistant = lenient.value.as_server_message().and_then(|message| message.assistant.as_ref());
    let headers = assistant.and_then(|assistant| assistant.assistant_server.as_ref()?.headers.as_ref());
    assert_eq!(headers.expect("headers").get("z"), Some(&wire::Secret::from("3")));
}

#[test]
fn thousands_of_bad_members_are_all_kept() {
    let messages: Vec<_> =
        (0..20_000).map(|index| json!({"messageId": index, "timestamp": [], "text": "x"})).collect();
    let body = json!({"message": {"messages": messages}});
    let lenient = Webhook::from_slice_lenient(body.to_string().as_bytes()).expect("an object");
    let messages = lenient.value.as_server_message().expect("a message").messages();
    assert_eq!((messages.len(), lenient.deviations().len()), (20_000, 40_000));
    assert_same(&body, &serde_json::to_value(&lenient).expect("prints"), "the array");
}
