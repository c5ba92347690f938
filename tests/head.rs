//! The head of a body must be what the full parse finds.

mod support;

use interactly_webhooks::{Category, EventHead, Family, Webhook};
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

/// The body with a member in front, so long that `place` in the body comes to be at `edge`.
fn padded(body: &str, place: usize, edge: usize) -> String {
    let frame = r#"{"pad":"","#.len() - "{".len();
    let pad = edge.checked_sub(place + frame).expect("the place is before the edge");
    body.replacen('{', &format!(r#"{{"pad":"{}","#, "p".repeat(pad)), 1)
}

/// Only a beginning of the body is read at first. What lies across its end is read whole.
#[test]
fn a_value_across_the_end_of_the_first_reading_is_read_whole() {
    for time in [
        "1772702480281",
        "7",
        "-177",
        "1772702480281.25",
        "0.5",
        "1.5e12",
        "1E+12",
        "17727024802811772702480281",
        r#""2026-03-05T09:21:20.281Z""#,
        r#""\ud83d\ude00""#,
    ] {
        let body = format!(
            r#"{{"message":{{"type":"hang","call":{{"id":"c","assistantId":"a","status":"s"}},"timestamp":{time}}}}}"#
        );
        let expected = by_full_parse(&body);
        let start = body.find(time).expect("is there");
        for edge in [4096, 32_768] {
            for place in start - 3..=body.len() {
                assert_eq!(by_head(&padded(&body, place, edge)), expected, "{time} at {place}, {edge}");
            }
        }
    }
}

#[test]
fn a_body_cut_off_within_a_number_has_no_head() {
    let body =
        r#"{"message":{"type":"hang","call":{"id":"c","assistantId":"a","status":"s"},"timestamp":177"#;
    for length in 0..=body.len() {
        let error = EventHead::from_slice(&body.as_bytes()[..length]).expect_err("is cut off");
        assert_eq!(error.category(), Category::EndOfText, "{length}");
    }
    let error = EventHead::from_slice(body.as_bytes()).expect_err("is cut off");
    assert_eq!(error.to_string(), "/message: not JSON: EOF while parsing a value (line 1, column 90)");
    let head = EventHead::from_slice(&[body.as_bytes(), b","].concat()).expect("is complete").timestamp();
    assert_eq!(head, Some(177.into()));
}

/// Wherever the first reading ends, and wherever the body is cut off.
#[test]
fn no_end_makes_another_head() {
    let seed = seed(0);
    for body in bodies() {
        let expected = by_full_parse(&body);
        let value: Value = serde_json::from_str(&body).expect("JSON");
        let mut rng = Rng::with_seed(seed);
        for _ in 0..20 {
            let body = print(&value, &mut rng, quoted);
            let place = rng.usize(..body.len());
            // Fixtures are longer than the first reading too.
            assert_eq!(
                by_head(&padded(&body, place, 4096 * (1 + place / 4000))),
                expected,
                "{place}: {body}"
            );
            let Ok(head) = EventHead::from_slice(&body.as_bytes()[..place]) else { continue };
            assert_eq!(Some(head), EventHead::from_slice(body.as_bytes()).ok(), "{place}: {body}");
        }
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
    // A call that was read to its end says no more, and what is beside it counts.
    let body =
        r#"{"message":{"timestamp":1,"type":"hang","status":"s","assistant":{"_id":"a"},"call":{} no JSON"#;
    assert_eq!(EventHead::from_slice(body.as_bytes()).expect("is complete").status(), Some("s"));
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
    // What is wrong before them comes first, wherever it is.
    for pad in [0, 5000] {
        let text = format!(r#"{{"pad":"{}","message":{{]""#, "p".repeat(pad));
        let error = EventHead::from_slice(&[text.as_bytes(), b"\xff\"}}"].concat()).expect_err("no JSON");
        assert!(error.to_string().starts_with("/message: not JSON: key must be a string"), "{error}");
    }
}

/// The row of a campaign that a call belongs to has an id of its own.
#[test]
fn a_row_of_a_campaign_is_no_call() {
    let row = r#"{"event":"call_status","campaign":{"id":"c"},"call":{"id":"row-1","status":"queued"}}"#;
    let none = || None;
    let (event, status) = (Some("call_status".to_owned()), Some("queued".to_owned()));
    assert_eq!(by_head(row), (Family::Campaign, [event, none(), status, none(), none()]));
    assert_eq!(by_head(row), by_full_parse(row));
    let called = row.replace("\"row-1\"", "\"row-1\",\"conversationId\":\"call-1\",\"assistantId\":\"a\"");
    assert_eq!(by_head(&called).1[1].as_deref(), Some("call-1"));
    assert_eq!(by_head(&called), by_full_parse(&called));
}

/// Members count by the family of the body, wherever the one that decides is.
#[test]
fn what_another_family_asks_for_does_not_count() {
    let message = r#""message":{"type":"hang","call":{"status":"ongoing"}}"#;
    let some = |text: &str| Some(text.to_owned());
    for body in [
        format!(r#"{{"event":7,"campaign":{{}},"call":{{"conversationId":"x","status":1}},{message}}}"#),
        format!(r#"{{"event":"x","campaign":7,"status":"x",{message}}}"#),
        format!(r#"{{"event":"x","workflow":[],"run":{{"status":"x"}},{message}}}"#),
        format!(r#"{{"call":{{"conversationId":"x"}},"campaign":{{}},"workflow":{{}},{message}}}"#),
        format!(r#"{{{message},"event":7,"call":{{"status":7}},"run":7,"status":7}}"#),
    ] {
        let expected = [some("hang"), None, some("ongoing"), None, None];
        assert_eq!(by_head(&body), (Family::ServerMessage, expected), "{body}");
    }
    for body in [
        r#"{"event":"x","workflow":7,"run":{"status":7},"campaign":{},"status":"paused"}"#,
        r#"{"status":"paused","event":"x","run":7,"campaign":{}}"#,
        r#"{"workflow":{},"event":"x","status":"paused","run":{"status":"z"},"campaign":{}}"#,
        r#"{"event":"x","campaign":{"message":{}},"call":{"message":{}},"status":"paused"}"#,
        r#"{"type":"y","event":"x","campaign":{},"workflow":7,"status":"paused","run":{"status":"z"}}"#,
    ] {
        let expected = [some("x"), None, some("paused"), None, None];
        assert_eq!(by_head(body), (Family::Campaign, expected), "{body}");
    }
    // The call of a campaign is not that of the message, nor its event the message's.
    let body = r#"{"event":"x","campaign":{},"call":{},"message":{"timestamp":1,"type":"hang","status":"old","assistant":{"_id":"a"},"call":{"id":"c","status":"ongoing","assistantId":"b"}}}"#;
    let [event, call, status, assistant, time] = ["hang", "c", "ongoing", "b", "1"].map(some);
    assert_eq!(by_head(body), (Family::ServerMessage, [event, call, status, assistant, time]));
    let body = r#"{"event":"x","message":{"call":{"id":"c"}}}"#;
    assert_eq!(by_head(body), (Family::ServerMessage, [None, some("c"), None, None, None]));
    let typed = r#"{"type":"y","run":{"status":"failed"},"workflow":{}}"#;
    assert_eq!(by_head(typed), (Family::Workflow, [None, None, some("failed"), None, None]));
    for (body, error) in [
        (r#"{"event":7,"campaign":{}}"#, "/event: found a number, expected a string"),
        (r#"{"call":{"status":7},"campaign":{}}"#, "/call/status: found a number, expected a string"),
        (r#"{"run":7,"workflow":{}}"#, "/run: found a number, expected an object"),
        (r#"{"workflow":7,"campaign":7}"#, "/campaign: found a number, expected an object"),
    ] {
        let found = EventHead::from_slice(body.as_bytes()).expect_err(body).to_string();
        assert_eq!(found.split(" (line").next(), Some(error), "{body}");
    }
}

#[test]
fn null_is_as_absent() {
    let body = r#"{"message":{"status":"old","call":{"id":null,"status":null,"assistantId":null},"assistant":{"_id":"a"},"type":null,"timestamp":null}}"#;
    let none = || None;
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(by_head(body), (Family::ServerMessage, [none(), none(), some("old"), some("a"), none()]));
    assert_eq!(by_head(body), by_full_parse(body));
    let body = r#"{"message":{"call":null,"assistant":null,"status":"old"}}"#;
    assert_eq!(by_head(body), (Family::ServerMessage, [none(), none(), some("old"), none(), none()]));
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
