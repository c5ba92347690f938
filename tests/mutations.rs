//! Lenient parsing loses nothing, whatever stands where something else should.

mod support;

use interactly_webhooks::{Deviation, Webhook, wire};
use serde_json::{Value, json};
use support::{Rng, assert_same, fixtures, mutate, seed};

const MUTATED_BODIES: u64 = 5_000;

#[test]
fn mutated_bodies_come_back_whole() {
    let seed = seed(0x1ea5);
    let fixtures = fixtures();
    let mut strict = 0;
    for case in 0..MUTATED_BODIES {
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
    assert!((500..4_500).contains(&strict), "{strict} of {MUTATED_BODIES} bodies were still sound");
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
            "/message/messages/0/timestamp: found a list, expected a time as a number or a string",
            "/message/messages/1: found a number, expected an object",
            "/message/messages/3: found null, expected an object",
            "/message/messages/4/metrics/audio: found a list, expected an object",
            "/message/messages/4/metrics/stt/confidence: found a string, expected a number",
        ]
    );
    assert_same(&body, &serde_json::to_value(&lenient).expect("prints"), "the list");
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

#[test]
fn the_text_is_repaired_and_each_repair_is_told() {
    let body = b"\xef\xbb\xbf{\"message\":{\"type\":\"hang\",\"call\":{\"id\":\"c-1\",\"id\":\"c-2\",\
        \"userNumber\":\"a\xffb\xfec\"},\"messages\":[{\"text\":\"cut \\ud83d\"},{\"text\":\"whole \\ud83d\\ude00\"}]}}";
    assert!(Webhook::from_slice(body).is_err());
    let lenient = Webhook::from_slice_lenient(body).expect("repaired");
    let deviations: Vec<_> = lenient.deviations().iter().map(ToString::to_string).collect();
    assert_eq!(
        deviations,
        [
            ": a byte order mark before the JSON text, removed",
            "/message/call/userNumber: bytes that are not UTF-8, replaced by U+FFFD (2 times)",
            "/message/messages/0/text: half of a UTF-16 surrogate pair, replaced by U+FFFD",
            "/message/call/id: this member is given twice; the last one counts",
        ]
    );
    assert!(lenient.deviations().iter().all(|deviation| !deviation.is_put_back()));
    assert_eq!(lenient.deviations()[3].value(), Some(&json!("c-1")));
    assert_eq!(
        serde_json::to_value(&lenient).expect("prints"),
        json!({"message": {"type": "hang", "call": {"id": "c-2", "userNumber": "a\u{fffd}b\u{fffd}c"},
            "messages": [{"text": "cut \u{fffd}"}, {"text": "whole 😀"}]}})
    );
}

#[test]
fn a_number_that_no_double_holds_costs_nothing_else() {
    let body = r#"{"message":{"call":{"id":"c 1e999","userNumber":"\ud83d"},"x":[-1e999,1e9],"analysis":{"structuredData":{"a":1E+400}}}}"#;
    let lenient = Webhook::from_slice_lenient(body.as_bytes()).expect("repaired");
    let deviations: Vec<_> = lenient.deviations().iter().map(ToString::to_string).collect();
    assert_eq!(
        deviations,
        [
            "/message/call/userNumber: half of a UTF-16 surrogate pair, replaced by U+FFFD",
            "/message/x: a number that no double holds, kept as text",
            "/message/analysis/structuredData: a number that no double holds, kept as text",
        ]
    );
    let printed = serde_json::to_value(&lenient).expect("prints");
    assert_eq!(printed["message"]["x"], json!(["-1e999", 1e9]));
    assert_eq!(printed["message"]["call"]["id"], "c 1e999");

    // The quotes move what stands behind them, and the other repairs keep their places.
    let body = format!(r#"{{"message":{{"x":[{}1],"status":"\ud83d"}}}}"#, "1e999,".repeat(12));
    let lenient = Webhook::from_slice_lenient(body.as_bytes()).expect("repaired");
    let last = lenient.deviations().last().expect("a deviation").to_string();
    assert_eq!(last, "/message/status: half of a UTF-16 surrogate pair, replaced by U+FFFD");
}

#[test]
fn repeats_inside_repeats_are_told_by_the_outermost() {
    // Each level repeats its member, so each earlier value holds all that is below it.
    let mut body = format!("\"{}\"", "x".repeat(100_000));
    for _ in 0..100 {
        body = format!(r#"{{"a":{body},"a":1}}"#);
    }
    let body = format!(r#"{{"message":{{"x":{body},"call":{{"id":"a","id":"b"}}}}}}"#);
    let lenient = Webhook::from_slice_lenient(body.as_bytes()).expect("an object");
    let places: Vec<_> = lenient.deviations().iter().map(Deviation::pointer).collect();
    assert_eq!(places, ["/message/x", "/message/call/id"]);
}

#[test]
fn deviations_show_no_values() {
    let body = br#"{"message":{"call":{"id":["Jane Doe"],"metadata":"+15550100123"},"analysis":"Jane Doe"}}"#;
    let lenient = Webhook::from_slice_lenient(body).expect("an object");
    assert_eq!(lenient.deviations().len(), 3);
    let shown = format!("{lenient:?} {:?}", lenient.deviations());
    assert!(!shown.contains("Jane") && !shown.contains("555"), "{shown}");
}

#[test]
fn only_what_is_no_object_is_refused() {
    let deep = format!("{{\"a\":{}{}}}", "[".repeat(200), "]".repeat(200));
    for (body, error) in [
        ("", ": not JSON: EOF while parsing a value (line 1, column 0)"),
        ("[]", ": found a list, expected an object"),
        ("null", ": found null, expected an object"),
        (r#""Jane""#, ": found a string, expected an object"),
        (
            r#"{"message":{"call":{"id":"c"#,
            "/message/call/id: not JSON: EOF while parsing a string (line 1, column 27)",
        ),
        ("{} {}", ": not JSON: trailing characters (line 1, column 4)"),
        (deep.as_str(), "/a: not JSON: recursion limit exceeded (line 1, column 132)"),
    ] {
        let refused = Webhook::from_slice_lenient(body.as_bytes()).expect_err(body);
        assert_eq!(refused.to_string(), error);
    }
}
