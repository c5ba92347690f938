//! The head of a body must be what the full parse finds.

mod support;

use interactly_webhooks::{EventHead, Family, Webhook};
use serde_json::Value;
use support::{Rng, seed};

fn bodies() -> Vec<String> {
    support::fixtures().into_iter().map(|fixture| fixture.text).collect()
}

/// What the head should say: family, event, call, status, assistant, timestamp.
type Expected = (Family, [Option<String>; 5]);

fn by_full_parse(body: &str) -> Expected {
    let webhook = Webhook::from_str(body).expect(body);
    let message = webhook.as_server_message();
    let call = message.and_then(|message| message.call.as_deref());
    let assistant = message.and_then(|message| message.assistant.as_deref());
    let assistant = call
        .and_then(|call| call.assistant_id.clone())
        .or_else(|| assistant.and_then(|assistant| assistant.id.clone()));
    let timestamp = message.and_then(|message| message.timestamp.as_ref());
    let text = |member: Option<&str>| member.map(str::to_owned);
    let parts = [
        text(webhook.event_name()),
        text(webhook.call_id()),
        text(webhook.status()),
        assistant,
        timestamp.map(ToString::to_string),
    ];
    (webhook.family(), parts)
}

fn by_head(body: &str) -> Expected {
    let head = EventHead::from_slice(body.as_bytes()).expect(body);
    let text = |member: Option<&str>| member.map(str::to_owned);
    let rest = [text(head.event()), text(head.call_id()), text(head.status()), text(head.assistant_id())];
    let [event, call, status, assistant] = rest;
    (head.family(), [event, call, status, assistant, head.timestamp().map(|time| time.to_string())])
}

/// Prints `value` with its members in a random order, and keys as `key` does.
fn print(value: &Value, rng: &mut Rng, key: fn(&str) -> String) -> String {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            rng.shuffle(&mut members);
            let members =
                members.iter().map(|(name, value)| format!("{}:{}", key(name), print(value, rng, key)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Value::Array(array) => {
            let array = array.iter().map(|value| print(value, rng, key));
            format!("[{}]", array.collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}

fn quoted(key: &str) -> String {
    Value::from(key).to_string()
}

/// The key with all its characters as escapes.
fn escaped(key: &str) -> String {
    let units: Vec<_> = key.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
    format!("\"{}\"", units.concat())
}

#[test]
fn it_agrees_with_the_full_parse() {
    for body in bodies() {
        assert_eq!(by_head(&body), by_full_parse(&body), "{body}");
    }
}

#[test]
fn the_order_of_members_does_not_matter() {
    let seed = seed(0);
    for body in bodies() {
        let expected = by_full_parse(&body);
        let value: Value = serde_json::from_str(&body).expect("JSON");
        for case in 0..40 {
            let body = print(&value, &mut Rng::with_seed(seed ^ case), quoted);
            assert_eq!(by_head(&body), expected, "{body}");
        }
        let body = print(&value, &mut Rng::with_seed(seed), escaped);
        assert_eq!(by_head(&body), expected, "{body}");
    }
}

#[test]
fn nothing_behind_the_head_is_read() {
    let head = r#"{"message":{"timestamp":1,"type":"hang","call":{"id":"c","assistantId":"a","status":"s","#;
    for rest in ["", "\"metrics\":[[[", "no JSON", &"[".repeat(100_000)] {
        let body = format!("{head}{rest}");
        let found = EventHead::from_slice(body.as_bytes()).expect("is complete");
        assert_eq!(found.status(), Some("s"));
    }
    let mut body = format!("{head}{}", " ".repeat(5000)).into_bytes();
    body.push(0xff);
    assert!(EventHead::from_slice(&body).is_ok());
}

#[test]
fn plain_strings_are_borrowed() {
    let body = br#"{"message":{"timestamp":"2026-03-05T09:21:20Z","type":"hang","call":{"id":"c","assistantId":"a","status":"s"}}}"#;
    let head = EventHead::from_slice(body).expect("reads");
    for text in [head.event(), head.call_id(), head.status(), head.assistant_id()] {
        let text = text.expect("is there").as_bytes().as_ptr_range();
        assert!(body.as_ptr_range().contains(&text.start), "it points into the body");
    }
}

#[test]
fn debug_shows_what_is_known_and_ids() {
    for (body, shown) in [
        (
            r#"{"message":{"timestamp":1,"type":"hang","call":{"id":"c","assistantId":"a","status":"ongoing"}}}"#,
            "EventHead { family: ServerMessage, event: \"hang\", call_id: \"c\", \
             status: \"ongoing\", assistant_id: \"a\", timestamp: 1 }",
        ),
        (
            r#"{"message":{"timestamp":"Jane","type":"Jane Doe","call":{"id":"","status":"+15550100123"}}}"#,
            "EventHead { family: ServerMessage, event: text(8 bytes), call_id: None, \
             status: text(12 bytes), assistant_id: None, timestamp: text(4 bytes) }",
        ),
        (
            r#"{"event":"call_status","campaign":{},"call":{"conversationId":"c","status":"failed"}}"#,
            "EventHead { family: Campaign, event: \"call_status\", call_id: \"c\", \
             status: \"failed\", assistant_id: None, timestamp: None }",
        ),
        (
            r#"{"event":"hang","workflow":{},"run":{"status":"ongoing"}}"#,
            "EventHead { family: Workflow, event: text(4 bytes), call_id: None, \
             status: text(7 bytes), assistant_id: None, timestamp: None }",
        ),
        (
            r#"{"event":"hang"}"#,
            "EventHead { family: Unknown, event: text(4 bytes), call_id: None, \
             status: None, assistant_id: None, timestamp: None }",
        ),
    ] {
        let head = EventHead::from_slice(body.as_bytes()).expect("reads");
        assert_eq!(format!("{head:?}"), shown);
    }
    let body = format!(r#"{{"message":{{"call":{{"id":"{}"}}}}}}"#, "x".repeat(200));
    let shown = format!("{:?}", EventHead::from_slice(body.as_bytes()).expect("reads"));
    assert!(shown.contains(&format!("call_id: \"{}\"", "x".repeat(128))), "{shown}");
}

#[test]
fn what_is_damaged_is_refused_with_its_place() {
    for (body, error) in [
        (r#"{"message":{"call":{"id":7}}}"#, "/message/call/id: found a number, expected a string"),
        (r#"{"message":{"type":["Jane"]}}"#, "/message/type: found an array, expected a string"),
        (
            r#"{"message":{"timestamp":true}}"#,
            "/message/timestamp: found a boolean, expected a time as a number or a string",
        ),
        (r#"{"message":{"assistant":"Jane"}}"#, "/message/assistant: found a string, expected an object"),
        (r#"{"message":null,"campaign":{}}"#, "/message: found null, expected an object"),
        (r#"{"campaign":{},"call":{"status":1}}"#, "/call/status: found a number, expected a string"),
        (r#"{"event":"x","workflow":[]}"#, "/workflow: found an array, expected an object"),
        (r#"{"workflow":{},"run":{"status":{}}}"#, "/run/status: found an object, expected a string"),
        (r#"{"message":{"type":"hang""#, "/message: not JSON: EOF while parsing an object"),
        (r#"{"message":{}} x"#, "the body: not JSON: trailing characters"),
        ("[]", "the body: found an array, expected an object"),
        ("", "the body: not JSON: EOF while parsing a value"),
    ] {
        let found = EventHead::from_slice(body.as_bytes()).expect_err(body).to_string();
        assert_eq!(found.split(" (line").next(), Some(error), "{body}");
    }
    let error = EventHead::from_slice(b"{\"message\":{\"type\":\"\xff\"}}").expect_err("no UTF-8");
    assert!(error.to_string().starts_with("/message/type: bytes that are not UTF-8"), "{error}");
    // What is wrong before them comes first.
    let error = EventHead::from_slice(b"{\"message\":{]\"\xff\"}}").expect_err("no JSON");
    assert!(error.to_string().starts_with("/message: not JSON: key must be a string"), "{error}");
}

/// The row of a campaign that a call stands in has an id of its own.
#[test]
fn a_row_of_a_campaign_is_no_call() {
    let row = r#"{"event":"call_status","campaign":{"id":"c"},"call":{"id":"row-1","status":"queued"}}"#;
    let none = || None;
    let (event, status) = (Some("call_status".to_owned()), Some("queued".to_owned()));
    assert_eq!(by_head(row), (Family::Campaign, [event, none(), status, none(), none()]));
    assert_eq!(by_head(row), by_full_parse(row));
    let called = row.replace("\"row-1\"", "\"row-1\",\"conversationId\":\"call-1\"");
    assert_eq!(by_head(&called).1[1].as_deref(), Some("call-1"));
}

#[test]
fn null_is_as_absent() {
    let body = r#"{"message":{"status":"old","call":{"id":null,"status":null,"assistantId":null},"assistant":{"_id":"a"},"type":null,"timestamp":null}}"#;
    let none = || None;
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(by_head(body), (Family::ServerMessage, [none(), none(), some("old"), some("a"), none()]));
    assert_eq!(by_head(body), by_full_parse(body));
}

/// A body of no family is named by `event`, or else by `type`.
#[test]
fn an_unknown_body_is_named_wherever_the_name_stands() {
    for (body, event) in [
        (r#"{"event":"a","type":"b"}"#, Some("a")),
        (r#"{"type":"b","event":"a"}"#, Some("a")),
        (r#"{"type":"b"}"#, Some("b")),
        (r#"{"event":"a"}"#, Some("a")),
        (r#"{"event":7,"type":"b"}"#, Some("b")),
        (r#"{"event":7}"#, None),
    ] {
        assert_eq!(EventHead::from_slice(body.as_bytes()).expect(body).event(), event, "{body}");
    }
}
