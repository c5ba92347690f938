//! Which of two values that events tell of one place stays, in whichever order they come.

use interactly_webhooks::{CallRecord, Change};
use serde_json::{Value, json};

use super::{Body, fold, print, read, stored};

/// A body of one kind at a time, with `value` at a pointer below `message`.
fn body(at: i64, pointer: &str, value: &Value) -> Body {
    let mut below = value.clone();
    for name in pointer.rsplit('/').filter(|name| !name.is_empty()) {
        below = json!({name: below});
    }
    let mut message = json!({"type": "status-update", "timestamp": at, "call": {"id": "c-1"}});
    for (name, value) in below.as_object().expect("an object") {
        match (&mut message[name], value) {
            (Value::Object(own), Value::Object(more)) => own.extend(more.clone()),
            (own, value) => *own = value.clone(),
        }
    }
    read(&json!({"message": message}))
}

/// What the record of two bodies prints, which must not depend on their order.
fn joined(first: &Body, second: &Body) -> Value {
    let record = fold([first, second]);
    let text = print(&record);
    assert_eq!(print(&fold([second, first])), text);
    let mut merged = fold([first]);
    merged.merge(stored(&fold([second]))).expect("of this call");
    assert_eq!(print(&merged), text);
    let mut merged = fold([second]);
    merged.merge(stored(&fold([first]))).expect("of this call");
    assert_eq!(print(&merged), text);
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn what_says_something_stays_and_of_that_the_later() {
    for (pointer, value, other, nothing) in [
        ("/call/assistantCallDuration", json!(5), json!(4), json!(0)),
        ("/call/cost/totalCost", json!(0.5), json!(0.25), json!(0.0)),
        ("/call/metrics/callStats/turns/user", json!(2), json!(1), json!(0)),
        ("/call/userNumber", json!("b"), json!("a"), json!("")),
        ("/call/direction", json!("sideways"), json!("outbound"), json!("")),
        ("/call/startAt", json!("2026-02-01T00:00:00Z"), json!("2026-01-01T00:00:00Z"), json!("")),
        ("/call/metadata", json!({"b": 0}), json!({"a": 0}), json!({})),
        (
            "/call/metrics/callStats/sttStats/confidenceDistribution",
            json!({"0.9": 2}),
            json!({"0.9": 1}),
            json!({"0.9": 0}),
        ),
        ("/assistant/hints", json!(["b"]), json!(["a"]), json!([""])),
        ("/assistant/assistantServer/headers", json!({"b": ""}), json!({"a": ""}), json!({})),
        ("/analysis/structuredData", json!({"b": 0}), json!({"a": 0}), json!({})),
        ("/new", json!("b"), json!("a"), json!("")),
        ("/call/new", json!({"b": 0}), json!({"a": 0}), json!({})),
        ("/call/cost/new", json!([0]), json!([1]), json!([])),
    ] {
        let at = format!("/message{pointer}");
        let found = joined(&body(1, pointer, &value), &body(2, pointer, &nothing));
        assert_eq!(found.pointer(&at), Some(&value), "{pointer}");
        let found = joined(&body(2, pointer, &value), &body(1, pointer, &other));
        assert_eq!(found.pointer(&at), Some(&value), "{pointer}");
        let found = joined(&body(1, pointer, &value), &body(2, pointer, &other));
        assert_eq!(found.pointer(&at), Some(&other), "{pointer}");
    }
}

#[test]
fn at_one_time_the_event_that_is_further_on_counts() {
    for (status, further) in [
        (json!({}), json!({"status": "initiated"})),
        (json!({"status": "queued"}), json!({"status": "ongoing"})),
        (json!({"status": "ongoing"}), json!({"status": "finished"})),
    ] {
        let told = |status: &Value, number: &str| {
            let mut call = status.clone();
            call["userNumber"] = number.into();
            body(1, "/call", &call)
        };
        let record = joined(&told(&status, "b"), &told(&further, "a"));
        assert_eq!(record.pointer("/message/call/userNumber"), Some(&json!("a")), "{further}");
    }
}

#[test]
fn zeros_that_are_equal_are_printed_alike() {
    for (pointer, minus, zero) in [
        ("/call/metadata", json!({"a": [{"b": -0.0}]}), json!({"a": [{"b": 0.0}]})),
        ("/call/new", json!(-0.0), json!(0.0)),
        ("/call/cost/new", json!(-0.0), json!(0.0)),
        ("/assistant/assistantOutcome", json!([{"new": -0.0}]), json!([{"new": 0.0}])),
        ("/assistant/assistantOverrides/dynamicVariables", json!({"a": -0.0}), json!({"a": 0.0})),
        ("/new", json!([-0.0]), json!([0.0])),
    ] {
        for (first, second) in [(1, 2), (2, 1), (1, 1)] {
            let record = joined(&body(first, pointer, &minus), &body(second, pointer, &zero));
            let found = record.pointer(&format!("/message{pointer}")).map(Value::to_string);
            assert_eq!(found, Some(zero.to_string()), "{pointer}");
        }
    }
}

#[test]
fn what_a_second_body_of_one_event_adds_is_a_change() {
    let said = |at, message: &Value| body(at, "/messages", &json!([message]));
    for (first, second) in [
        (body(1, "/call/userNumber", &json!("a")), body(1, "/call/userNumber", &json!("b"))),
        (said(1, &json!({"text": "a"})), said(1, &json!({"text": "a", "timestamp": 1}))),
        (body(1, "/call", &json!({})), body(1, "/call", &json!({"new": 1}))),
    ] {
        let mut record = fold([&first]);
        assert!(record.apply_lenient(&second).expect("of this call").record);
        assert_eq!(record.apply_lenient(&second), Ok(Change::default()));
        let mut record = fold([&first]);
        assert!(record.merge(fold([&second])).expect("of this call").record);
    }
    // Of the message that is shown nothing but the time when it was last told.
    let [shown, other] = [json!({"text": "a", "role": "user"}), json!({"text": "b"})];
    let mut record = fold([&said(1, &shown), &said(2, &other)]);
    let change = record.apply_lenient(&said(2, &shown)).expect("of this call");
    assert!(change.record && change.messages.is_empty());
    // The one that is not shown.
    let mut record = fold([&said(1, &shown), &said(1, &other)]);
    let change = record.apply_lenient(&said(1, &json!({"text": "b", "timestamp": 1})));
    assert!(change.is_ok_and(|change| change.record && change.messages.is_empty()));
}

#[test]
fn an_older_event_that_tells_nothing_new_is_a_change() {
    let [first, second, third] = [1, 2, 3].map(|at| body(at, "/call/userNumber", &json!("a")));
    let mut record = fold([&second, &third]);
    assert!(record.merge(fold([&first, &third])).expect("of this call").record);
    assert_eq!(record.events().len(), 3);
}

#[test]
fn records_differ_in_whatever_they_know() {
    let base = fold([&body(2, "/call/userNumber", &json!("a"))]);
    assert!(base == fold([&body(2, "/call/userNumber", &json!("a"))]));
    let read = |text: String| serde_json::from_str::<CallRecord>(&text).expect("reads");
    assert!(base == read(print(&base)));
    // Another member, another conversation, another event, and another time of the same.
    let edited = |from: &str, to: &str| {
        let text = print(&base);
        assert!(text.contains(from), "{text}");
        read(text.replace(from, to))
    };
    let spoken = fold([&body(2, "/messages", &json!([{"text": "a"}, {"text": "b"}]))]);
    for (one, other) in [
        (&base, edited(r#""userNumber":"a""#, r#""userNumber":"b""#)),
        (&base, edited(r#""sources":[{"at":2"#, r#""sources":[{"at":3"#)),
        (&base, edited(r#""events":[{"#, r#""events":[{"type":"hang"},{"#)),
        (&spoken, read(print(&spoken).replace("[0,2]", "[0,1],[2,1]"))),
    ] {
        assert!(*one != other, "{}", print(&other));
    }
}

#[test]
fn places_of_messages_are_kept_as_runs_and_make_sense_or_are_not_used() {
    let messages = json!([{"text": "a"}, 7, {"text": "b"}, {"text": "c"}]);
    let record = fold([&body(1, "/messages", &messages)]);
    let text = print(&record);
    assert!(text.contains(r#""messages":[[0,1],[2,2]]"#), "{text}");
    for (runs, expected) in [
        ("[5,3]", [5, 6, 7]),
        ("[5,1],[9,2]", [5, 9, 10]),
        // Too many, too few, and twice the same.
        ("[5,4]", [0, 1, 2]),
        ("[5,3],[9,1]", [0, 1, 2]),
        ("[5,2]", [0, 1, 2]),
        ("[5,2],[6,1]", [0, 1, 2]),
    ] {
        let text = text.replace("[0,1],[2,2]", runs);
        let record = CallRecord::from_slice(text.as_bytes()).expect("reads");
        let positions: Vec<_> = record.conversation().map(|(position, _)| position).collect();
        assert_eq!(positions, expected, "{runs}");
    }
}
