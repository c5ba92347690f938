//! Lenient parsing repairs text, tells what it did, and prints the original where it can.

mod support;

use interactly_webhooks::{Deviation, Lenient, ServerMessageRequest, Webhook};
use serde_json::json;

fn lenient(body: impl AsRef<[u8]>) -> Lenient<Webhook> {
    Webhook::from_slice_lenient(body.as_ref()).expect("repairable")
}

fn told(lenient: &Lenient<Webhook>) -> Vec<String> {
    lenient.deviations().iter().map(ToString::to_string).collect()
}

fn printed(lenient: &Lenient<Webhook>) -> String {
    serde_json::to_string(lenient).expect("prints")
}

#[test]
fn the_text_is_repaired_and_each_repair_is_told() {
    let body = [
        b"\xef\xbb\xbf{\"message\":{\"call\":{\"id\":\"c-1\",\"id\":\"c-2\",\"userNumber\":\"a\xffb\xfe\xffc\"},",
        &br#""messages":[{"text":"cut \ud83d"},{"text":"whole \ud83d\ude00"}],"type":"hang","k\udc00":1}}"#[..],
    ]
    .concat();
    assert!(Webhook::from_slice(&body).is_err());
    let lenient = lenient(&body);
    assert_eq!(
        told(&lenient),
        [
            "the body: a byte order mark before the JSON text, removed",
            "/message/call/id: an earlier value of a member that is given twice",
            "/message/call/userNumber: bytes that are not UTF-8, replaced by U+FFFD",
            "/message/call/userNumber: bytes that are not UTF-8, replaced by U+FFFD",
            "/message/call/userNumber: bytes that are not UTF-8, replaced by U+FFFD",
            "/message/messages/0/text: half of a UTF-16 surrogate pair, replaced by U+FFFD",
            "/message/k\u{fffd}dc00: a name with half of a UTF-16 surrogate pair, replaced by U+FFFD and its digits",
        ]
    );

    let found: Vec<_> = lenient
        .deviations()
        .iter()
        .map(|deviation| (deviation.text(), deviation.bytes().into_owned(), deviation.is_put_back()))
        .collect();
    let text = |text: &'static str, is_put_back| (Some(text), text.as_bytes().to_vec(), is_put_back);
    assert_eq!(
        found,
        [
            (None, b"\xef\xbb\xbf".to_vec(), false),
            text(r#""c-1""#, true),
            (None, b"\xff".to_vec(), false),
            (None, b"\xfe".to_vec(), false),
            (None, b"\xff".to_vec(), false),
            text(r#""cut \ud83d""#, true),
            text(r#""k\udc00""#, false),
        ]
    );

    assert_eq!(
        serde_json::to_value(&lenient).expect("prints"),
        json!({"message": {
            "type": "hang",
            "call": {"id": "c-2", "userNumber": "a\u{fffd}b\u{fffd}\u{fffd}c"},
            "messages": [{"text": "cut \u{fffd}"}, {"text": "whole 😀"}],
            "k\u{fffd}dc00": 1,
        }})
    );
    // Text holds what a `Value` cannot.
    let text = printed(&lenient);
    assert!(text.contains(r#""id":"c-1","id":"c-2""#) && text.contains(r#""text":"cut \ud83d""#), "{text}");
    // What was put back is found again; what was repaired for good is not.
    let again = self::lenient(&text);
    let put_back: Vec<_> = lenient.deviations().iter().filter(|deviation| deviation.is_put_back()).collect();
    assert_eq!(again.deviations().iter().collect::<Vec<_>>(), put_back);
    assert_eq!(printed(&again), text);
}

#[test]
fn a_repaired_text_that_was_changed_since_is_printed_as_it_is_now() {
    let mut lenient = lenient(r#"{"message":{"call":{"id":"\ud83d"},"messages":[{"text":"\ud83d"}]}}"#);
    let Webhook::ServerMessage(request) = &mut lenient.value else { panic!("a server message") };
    request.message.call.as_mut().expect("a call").id = Some("c-1".to_owned());
    assert_eq!(printed(&lenient), r#"{"message":{"call":{"id":"c-1"},"messages":[{"text":"\ud83d"}]}}"#);
}

#[test]
fn a_number_that_no_double_holds_costs_nothing_else() {
    let body = r#"{"message":{"call":{"analysis":{"structuredData":{"b":1,"a":1E+400}},"cost":{"totalCost":-1e999}},"messages":[{"text":"1e999"}],"x":[-1e999,1e9]}}"#;
    assert!(Webhook::from_str(body).is_err());
    let lenient = lenient(body);
    let number = "a number that no double holds";
    let places = ["/message/call/analysis/structuredData", "/message/call/cost/totalCost", "/message/x"];
    assert_eq!(told(&lenient), places.map(|place| format!("{place}: {number}")));
    assert!(lenient.deviations().iter().all(Deviation::is_put_back));
    let texts: Vec<_> = lenient.deviations().iter().filter_map(Deviation::text).collect();
    assert_eq!(texts, ["1E+400", "-1e999", "-1e999"]);

    let message = lenient.value.as_server_message().expect("a message");
    assert_eq!(message.extra.get("x"), Some(&json!([1e9])));
    assert_eq!(message.messages()[0].text.as_deref(), Some("1e999"));

    assert_eq!(printed(&lenient), body.replace("1e9]", "1000000000.0]"));
    // A `Value` has no such numbers, and they become texts; also where another crate of the build makes
    // `serde_json` keep the digits of all numbers.
    let value = serde_json::to_value(&lenient).expect("prints");
    assert_eq!(value["message"]["x"], json!(["-1e999", 1e9]));
}

/// Strict parsing takes the nearest double; lenient parsing keeps the digits.
#[test]
fn digits_that_a_double_does_not_hold_are_printed_back() {
    for digits in [
        "0.1000000000000000055511151231257827",
        "123456789012345678901234567890",
        "5.00000000000000000001",
        "1e-400",
    ] {
        let body = format!(r#"{{"message":{{"call":{{"cost":{{"totalCost":{digits}}}}},"x":[{digits}]}}}}"#);
        let strict = Webhook::from_str(&body).expect("a double is near");
        let lenient = lenient(&body);
        assert!(lenient.is_sound() && lenient.value == strict, "{digits}");
        assert_eq!(printed(&lenient), body);
        assert!(!serde_json::to_string(&strict).expect("prints").contains(digits));
    }
}

/// Members given twice count inside members that the crate does not model, too.
#[test]
fn repeats_are_told_at_any_level() {
    for (body, place) in [
        (r#"{"message":{"x":{"a":1,"a":2}}}"#, "/message/x"),
        (r#"{"message":{"x":[0,{"b":{"a":1,"a":2}}]}}"#, "/message/x"),
        (r#"{"message":{"call":{"metadata":{"Jane":1,"Jane":2}}}}"#, "/message/call/metadata"),
        (
            r#"{"message":{"assistant":{"assistantServer":{"headers":{"Jane":"1","Jane":"2"}}}}}"#,
            "/message/assistant/assistantServer/headers",
        ),
        (r#"{"campaign":{"x":1,"\u0078":2}}"#, "/campaign/x"),
        (r#"{"a":1,"a":2}"#, "/a"),
    ] {
        let error = Webhook::from_str(body).expect_err(body);
        assert_eq!((error.pointer(), error.message()), (place, "this member is given twice"), "{body}");
        let lenient = lenient(body);
        assert_eq!(told(&lenient), [format!("{place}: an earlier value of a member that is given twice")]);
        assert_eq!(printed(&lenient), body.replace("\\u0078", "x"));
    }
}

#[test]
fn repeats_inside_repeats_are_told_by_the_outermost() {
    // Each level repeats its member, so each earlier value holds all that is below it.
    let mut body = format!("\"{}\"", "x".repeat(100_000));
    for _ in 0..100 {
        body = format!(r#"{{"a":{body},"a":1}}"#);
    }
    let body = format!(r#"{{"message":{{"call":{{"id":"a","id":"b"}},"x":{body}}}}}"#);
    let lenient = lenient(&body);
    let places: Vec<_> = lenient.deviations().iter().map(Deviation::pointer).collect();
    assert_eq!(places, ["/message/call/id", "/message/x"]);
    assert!(printed(&lenient) == body, "all of it is printed back");
}

#[test]
fn deviations_show_no_values() {
    let lenient = lenient(
        r#"{"message":{"call":{"id":["Jane Doe"],"metadata":"+15550100123"},"analysis":"Jane Doe"}}"#,
    );
    assert_eq!(lenient.deviations().len(), 3);
    let json = serde_json::to_string(lenient.deviations()).expect("prints");
    let shown = format!("{lenient:?} {:?} {json}", lenient.deviations());
    assert!(!shown.contains("Jane") && !shown.contains("555"), "{shown}");
}

#[test]
fn only_what_is_no_object_is_refused() {
    let deep = format!("{{\"a\":{}{}}}", "[".repeat(200), "]".repeat(200));
    for (body, error) in [
        ("", "the body: not JSON: EOF while parsing a value (line 1, column 0)"),
        ("[]", "the body: found an array, expected an object (line 1, column 1)"),
        ("null", "the body: found null, expected an object (line 1, column 4)"),
        (r#""Jane""#, "the body: found a string, expected an object (line 1, column 6)"),
        (
            r#"{"message":{"call":{"id":"c"#,
            "/message/call/id: not JSON: EOF while parsing a string (line 1, column 27)",
        ),
        ("{} {}", "the body: not JSON: trailing characters (line 1, column 4)"),
        (deep.as_str(), "/a: nested deeper than 127 levels (line 1, column 132)"),
    ] {
        let refused = Webhook::from_slice_lenient(body.as_bytes()).expect_err(body);
        assert_eq!(refused.to_string(), error);
    }
    // What serde_json makes of a number for another crate is an object like any other.
    let body = r#"{"$serde_json::private::Number":"12"}"#;
    assert!(lenient(body).is_sound() && printed(&lenient(body)) == body);
}

#[test]
fn a_null_that_counts_is_printed_behind_what_it_overrides() {
    let body = r#"{"message":{"call":{"id":"a","id":null}}}"#;
    let lenient = Webhook::from_slice_lenient(body.as_bytes()).expect("an object");
    assert_eq!(serde_json::to_string(&lenient).expect("prints"), body);
    let value = serde_json::to_value(&lenient).expect("prints");
    assert_eq!(value.pointer("/message/call/id"), Some(&serde_json::Value::Null));
    let redacted = serde_json::to_value(lenient.redacted()).expect("prints");
    assert_eq!(redacted.pointer("/message/call/id"), Some(&serde_json::Value::Null));
}

#[test]
fn numbers_inside_what_was_moved_out_stay() {
    let body = r#"{"message":{"call":{"cost":[1,1e999,"a"]}}}"#;
    let lenient = Webhook::from_slice_lenient(body.as_bytes()).expect("an object");
    assert_eq!(serde_json::to_string(&lenient).expect("prints"), body);
    let redacted = serde_json::to_value(lenient.redacted()).expect("prints");
    let cost = redacted.pointer("/message/call/cost").and_then(|cost| cost.as_array());
    assert_eq!(cost.map(Vec::len), Some(3));
}

#[test]
fn a_long_name_is_not_repeated_at_length() {
    let name = "é".repeat(5_000);
    let body = format!(r#"{{"message":{{"{name}":[1e999,"\ud800"]}}}}"#);
    let lenient = Webhook::from_slice_lenient(body.as_bytes()).expect("an object");
    let told: Vec<_> = lenient.deviations().iter().map(Deviation::pointer).collect();
    let pointer = format!("/message/{}…", "é".repeat(64));
    assert_eq!(told, [pointer.as_str(), pointer.as_str()]);
}

/// Nothing else is wrong with these bodies.
#[test]
fn a_repair_alone_is_told() {
    assert_eq!(told(&lenient("\u{feff}{}")), ["the body: a byte order mark before the JSON text, removed"]);
    assert_eq!(told(&lenient(b"{\"a\":\"\xff\"}")), ["/a: bytes that are not UTF-8, replaced by U+FFFD"]);
    assert_eq!(told(&lenient(b"\xef\xbb\xbf{\"a\":\"\xff\"}")).len(), 2);
}

#[test]
fn an_entry_that_does_not_fit_overrides_one_that_did() {
    let body = r#"{"message":{"assistant":{"assistantServer":{"headers":{"a":"1","b":"3","a":2}}}}}"#;
    let lenient = lenient(body);
    let message = lenient.value.as_server_message().expect("a message");
    let server = message.assistant.as_ref().and_then(|assistant| assistant.assistant_server.as_ref());
    let headers = server.and_then(|server| server.headers.as_ref()).expect("headers");
    assert_eq!(headers.keys().collect::<Vec<_>>(), ["b"]);
    assert_eq!(printed(&lenient), body);
}

#[test]
fn names_that_serde_json_keeps_for_itself_are_names() {
    let number = r#"{"$serde_json::private::Number":"12"}"#;
    let raw = r#"{"$serde_json::private::RawValue":"[1,"}"#;
    let moved = r#"{"$serde_json::private::RawValue":"[1,","n":1e999}"#;
    let body = format!(
        r#"{{"$serde_json::private::Number":"12","x":[{number},{raw},1e999],"message":{{"call":{{"endAt":{raw},"id":{number},"metadata":{number},"startAt":{moved}}}}}}}"#
    );
    let lenient = Webhook::from_slice_lenient(body.as_bytes()).expect("an object");
    assert_eq!(lenient.deviations().len(), 4, "{:?}", lenient.deviations());
    let printed = serde_json::to_string(&lenient).expect("prints");
    let again = Webhook::from_slice_lenient(printed.as_bytes()).expect("reads");
    assert_eq!((&again.value, again.deviations().len()), (&lenient.value, 4), "{printed}");
    let value = serde_json::to_value(&lenient).expect("prints");
    assert_eq!(value["x"][1].to_string(), raw);
    assert_eq!(value["message"]["call"]["startAt"].to_string(), moved.replace("1e999", r#""1e999""#));
    assert_eq!(value["message"]["call"]["metadata"].to_string(), number);
    let redacted = serde_json::to_value(lenient.redacted()).expect("prints");
    assert_eq!(redacted["x"][0], json!({"key-1": "text-1"}));

    // Its own reader gives numbers by such a name only where a feature of it is on.
    if serde_json::from_str::<serde_json::Number>("1e999").is_err() {
        let body = format!(r#"{{"$serde_json::private::Number":"12","message":{{"x":{number}}}}}"#);
        let plain: Webhook = serde_json::from_str(&body).expect("reads");
        assert_eq!(plain, Webhook::from_str(&body).expect("reads"));
        assert_eq!(serde_json::to_string(&plain).expect("prints").matches("Number").count(), 2);
    }
}

#[test]
fn a_name_comes_again_behind_a_value_that_was_moved_out() {
    let places = [
        (r#"{"message":{"x":{VALUES}}}"#, "1e999", "2"),
        (r#"{"message":{VALUES}}"#, "1e999", "[2]"),
        (r#"{"message":{"call":{"metadata":{VALUES}}}}"#, "[1e999]", "1e998"),
        (r#"{"message":{"assistant":{"assistantServer":{"headers":{VALUES}}}}}"#, "1", r#""x""#),
        (r#"{"message":{"assistant":{"assistantServer":{"headers":{VALUES}}}}}"#, "1", "[]"),
        (
            r#"{"message":{"call":{"metrics":{"callStats":{"ttsStats":{"responseTimeDistribution":{VALUES}}}}}}}"#,
            r#""x""#,
            "2",
        ),
    ];
    for (body, first, second) in places {
        for values in [
            format!(r#""k":{first},"k":{second}"#),
            format!(r#""k":{second},"k":{first}"#),
            format!(r#""k":{first},"k":{first}"#),
            format!(r#""k":{first},"k":{second},"k":{first},"k":{second}"#),
            format!(r#""k":{first}"#),
        ] {
            let body = body.replace("VALUES", &values);
            let lenient = lenient(&body);
            assert_eq!(printed(&lenient), body);
            let twice = told(&lenient).iter().filter(|one| one.ends_with("given twice")).count();
            assert_eq!(twice, values.matches("\"k\"").count() - 1, "{body}");
        }
    }
}

#[test]
fn a_missing_member_is_printed_once_somebody_filled_it() {
    let mut lenient = ServerMessageRequest::from_slice_lenient(br#"{"n":1}"#).expect("an object");
    assert_eq!(lenient.deviations().len(), 1);
    assert_eq!(serde_json::to_value(&lenient).expect("prints"), json!({"n": 1}));
    lenient.value.message.kind = Some("hang".into());
    let filled = json!({"message": {"type": "hang"}, "n": 1});
    assert_eq!(serde_json::to_value(&lenient).expect("prints"), filled);
}
