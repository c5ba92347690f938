//! What is said about bodies goes into JSON logs and stores: its form, and nothing of a body in it.

use interactly_webhooks::validate::InvalidError;
use interactly_webhooks::{Category, Drift, Family, ParseError, Severity, Webhook};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn json(told: &impl Serialize) -> Value {
    serde_json::to_value(told).expect("prints")
}

/// Prints as `printed`, and is what is read from that.
fn is_stored<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(told: &T, printed: &Value) {
    assert_eq!(json(told), *printed);
    assert_eq!(serde_json::from_value::<T>(printed.clone()).expect("reads"), *told);
}

fn error(body: impl AsRef<[u8]>) -> ParseError {
    Webhook::from_slice(body.as_ref()).expect_err("refused")
}

#[test]
fn errors_are_objects_of_what_their_methods_give() {
    is_stored(
        &error(r#"{"message":{"call":{"id":5550100}}}"#),
        &json!({
            "category": "kind",
            "pointer": "/message/call/id",
            "message": "found a number, expected a string",
            "found": "a number",
            "expected": "a string",
            "line": 1,
            "column": 32,
        }),
    );
    is_stored(
        &error("{\"message\":\n{\"Jane\":01}}"),
        &json!({
            "category": "syntax",
            "pointer": "/message/Jane",
            "message": "not JSON: invalid number",
            "line": 2,
            "column": 10,
        }),
    );
    // Where there was no text to read there is no position.
    let body = br#"{"message":{"analysis":{"structuredData":{"name":"Jane"}}}}"#;
    let webhook = Webhook::from_slice(body).expect("parses");
    let analysis = webhook.as_server_message().and_then(|message| message.analysis.as_ref());
    let error = analysis.expect("an analysis").structured_data_as::<u8>().expect_err("no number");
    assert_eq!((error.line(), error.column()), (None, None));
    let printed = json(&error);
    assert!(printed.get("line").is_none() && printed.get("column").is_none(), "{printed}");
    is_stored(&error, &printed);
    // What is said about it survives as well.
    let again: ParseError = serde_json::from_value(printed).expect("reads");
    assert_eq!(again.to_string(), error.to_string());
}

#[test]
fn each_category_has_its_errors_and_its_name() {
    let deep = format!(r#"{{"message":{{"x":{}"#, "[".repeat(200));
    for (body, category, name) in [
        (&b"{]"[..], Category::Syntax, "syntax"),
        (b"{} {}", Category::Syntax, "syntax"),
        (br#"{"message":{"type":"ha"#, Category::EndOfText, "end-of-text"),
        (b"", Category::EndOfText, "end-of-text"),
        (b"{\"message\":{\"type\":\"\xff\"}}", Category::Encoding, "encoding"),
        (b"\xef\xbb\xbf{}", Category::Encoding, "encoding"),
        (deep.as_bytes(), Category::Depth, "depth"),
        (b"[]", Category::Kind, "kind"),
        (br#"{"message":{},"message":{}}"#, Category::Repeated, "repeated"),
        (br#"{"message":{"x":1e999}}"#, Category::OutOfRange, "out-of-range"),
    ] {
        assert_eq!(error(body).category(), category, "{}", String::from_utf8_lossy(body));
        is_stored(&category, &name.into());
    }
    let missing = interactly_webhooks::ServerMessageRequest::from_slice(b"{}").expect_err("no message");
    assert_eq!(missing.category(), Category::Missing);
    is_stored(&Category::Missing, &"missing".into());
    is_stored(&Category::Other, &"other".into());
}

/// Every other error is its text, and a change what it says.
#[test]
fn other_errors_are_texts() {
    use interactly_webhooks::record::{Change, RecordError};
    use interactly_webhooks::{CallRecord, DeliveryKey, view::KeyError, wire::FreeForm};

    assert_eq!(json(&RecordError::NoCall), "no call id, expected one at /message/call/id");
    let unreadable = RecordError::from(error("[]"));
    assert_eq!(json(&unreadable), unreadable.to_string());
    let key: Result<DeliveryKey, KeyError> = "Jane".parse();
    let none = key.expect_err("no key");
    assert_eq!(json(&none), none.to_string());
    assert_eq!(json(&FreeForm::try_from(json!([])).expect_err("no object")), "not a JSON object");
    #[cfg(feature = "simulate")]
    {
        let none = "Jane".parse::<interactly_webhooks::simulate::Mishap>().expect_err("no mishap");
        assert_eq!(json(&none), none.to_string());
    }
    #[cfg(feature = "signature")]
    {
        let (secret, now) = (
            interactly_webhooks::wire::Secret::from(""),
            interactly_webhooks::time::OffsetDateTime::UNIX_EPOCH,
        );
        let age = interactly_webhooks::signature::MAX_AGE;
        let refused = interactly_webhooks::signature::verify(&secret, b"", "", "", now, age);
        assert_eq!(json(&refused.expect_err("no secret")), "no secret to verify with");
    }
    let mut record = CallRecord::default();
    let body = br#"{"message":{"call":{"id":"c-1","status":"finished"},"messages":[{"text":"Jane"}]}}"#;
    let body = Webhook::from_slice(body).expect("parses");
    let change = record.apply(body.as_server_message().expect("a message")).expect("a call");
    is_stored::<Change>(
        &change,
        &json!({"record": true, "status": true, "messages": [0], "ended": true, "results": false}),
    );
}

#[test]
fn deviations_say_where_and_why() {
    let body =
        br#"{"message":{"call":{"id":["Jane"],"endAt":"","endAt":""},"analysis":{"structuredData":7}}}"#;
    let lenient = Webhook::from_slice_lenient(body).expect("an object");
    assert_eq!(
        json(&lenient.deviations()),
        json!([
            { "pointer": "/message/call/id", "reason": "found an array, expected a string" },
            { "pointer": "/message/call/endAt", "reason": "an earlier value of a member that is given twice" },
            { "pointer": "/message/analysis/structuredData", "reason": "found a number, expected an object" },
        ])
    );
}

#[test]
fn drift_names_what_it_found_and_where() {
    let body = r#"{"message":{
        "type": "Jane Doe",
        "call": { "metadata": { "Jane": 1 }, "new/member": [] },
        "assistant": { "callForwardData": ["+15550100123", {}, 7.5] },
        "messages": [{ "role": "user" }, { "role": "nurse", "mood": "Jane" }]
    }}"#;
    let drift = Webhook::from_str(body).expect("parses").drift();
    let expected = [
        (json!({ "pointer": "/message/type", "unknown-value": 8 }), "/message/type"),
        (
            json!({ "pointer": "/message/call/new~1member", "unknown-member": "an array" }),
            "/message/call/new~1member",
        ),
        (
            json!({
                "pointer": "/message/assistant/callForwardData/0",
                "pattern": "/message/assistant/callForwardData/*",
                "other-shape": "a string",
            }),
            "/message/assistant/callForwardData/*",
        ),
        (
            json!({
                "pointer": "/message/assistant/callForwardData/2",
                "pattern": "/message/assistant/callForwardData/*",
                "other-shape": "a number",
            }),
            "/message/assistant/callForwardData/*",
        ),
        (
            json!({
                "pointer": "/message/messages/1/role",
                "pattern": "/message/messages/*/role",
                "unknown-value": 5,
            }),
            "/message/messages/*/role",
        ),
        (
            json!({
                "pointer": "/message/messages/1/mood",
                "pattern": "/message/messages/*/mood",
                "unknown-member": "a string",
            }),
            "/message/messages/*/mood",
        ),
    ];
    assert_eq!(drift.len(), expected.len(), "{drift:?}");
    for (drift, (printed, pattern)) in drift.iter().zip(&expected) {
        is_stored(drift, printed);
        assert_eq!(drift.pattern(), *pattern);
        assert_eq!(printed["pointer"], drift.pointer());
        assert_eq!(drift.is_member(), printed.get("unknown-member").is_some());
        assert_eq!(drift.is_value(), printed.get("unknown-value").is_some());
    }
    // Where there is one place there is one pattern, whatever the index.
    assert_eq!(drift.iter().map(Drift::pattern).collect::<std::collections::BTreeSet<_>>().len(), 5);
}

#[test]
fn reports_are_arrays_of_findings() {
    let body = r#"{"message":{"assistant":{"assistantProvider":"Jane","assistantServer":{"enabled":true,"url":"Jane"}}}}"#;
    let report = Webhook::from_str(body).expect("parses").validate();
    let finding = |severity: &str, code: &str, member: &str, message: &str| {
        json!({
            "severity": severity,
            "code": code,
            "pointer": format!("/message/assistant/{member}"),
            "message": message,
        })
    };
    let expected = json!([
        finding("warning", "unknown-value", "assistantProvider", "found an unknown value"),
        finding("error", "server-url-scheme", "assistantServer/url", "not an http or https URL"),
        finding(
            "error",
            "server-messages-missing",
            "assistantServer/messages",
            "found 0 elements, expected 1 element or more"
        ),
    ]);
    assert_eq!(json(&report), expected);
    assert_eq!(report.iter().map(json).collect::<Vec<_>>(), *expected.as_array().expect("an array"));
    let error: InvalidError = report.into_result().expect_err("two errors");
    assert_eq!(json(&error), expected);
}

#[test]
fn families_severities_and_codes_are_their_names() {
    for family in Family::ALL {
        is_stored(&family, &family.as_str().into());
        assert_eq!(family.to_string(), family.as_str());
    }
    for severity in [Severity::Error, Severity::Warning] {
        is_stored(&severity, &severity.as_str().into());
    }
    for code in interactly_webhooks::validate::CODES {
        assert_eq!(json(code), code.as_str());
    }
}

#[test]
fn a_summary_is_one_line_that_shows_unknown_text_only_when_asked() {
    let long = "x".repeat(200);
    for (body, safe, whole) in [
        (
            r#"{"message":{"type":"hang","call":{"id":"c-1","status":"ongoing"},"messages":[{"x":1}]}}"#
                .to_owned(),
            "server-message hang call=c-1 status=ongoing messages=1 unknown=1",
            "server-message hang call=c-1 status=ongoing messages=1 unknown=1".to_owned(),
        ),
        (
            r#"{"message":{"type":"Jane Doe","call":{"status":"+15550100123"}}}"#.to_owned(),
            "server-message text(8-bytes) call=- status=text(12-bytes) messages=- unknown=0",
            "server-message Jane_Doe call=- status=+15550100123 messages=- unknown=0".to_owned(),
        ),
        (
            format!(r#"{{"event":"{long}","campaign":{{}},"call":{{"conversationId":"a\nb\u001b[0m c"}}}}"#),
            "campaign text(200-bytes) call=a_b_[0m_c status=- messages=- unknown=0",
            format!("campaign {}… call=a_b_[0m_c status=- messages=- unknown=0", &long[..128]),
        ),
        (
            r#"{"type":"Jane","x":{"y":1}}"#.to_owned(),
            "unknown text(4-bytes) call=- status=- messages=- unknown=2",
            "unknown Jane call=- status=- messages=- unknown=2".to_owned(),
        ),
    ] {
        let webhook = Webhook::from_str(&body).expect("parses");
        assert_eq!(webhook.summary().to_string(), safe);
        assert_eq!(format!("{:#}", webhook.summary()), whole);
    }
}

#[test]
fn a_name_ends_no_line_and_moves_no_cursor() {
    let name = r"\u001b[2J\r\n\u0000\u007f\u009b\u2028\u202e\u061c\u200e\u200f";
    let shown = "\u{fffd}[2J\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}";
    let broken = error(format!(r#"{{"message":{{"{name}":01}}}}"#));
    assert_eq!(broken.to_string(), format!("/message/{shown}: not JSON: invalid number (line 1, column 78)"));
    let body = format!(r#"{{"message":{{"{name}":["\ud800"],"assistant":{{"{name}":1}}}}}}"#);
    let lenient = Webhook::from_slice_lenient(body.as_bytes()).expect("an object");
    let [deviation] = lenient.deviations() else { panic!("{:?}", lenient.deviations()) };
    assert_eq!(deviation.pointer(), format!("/message/{shown}"));
    let drift = lenient.value.drift();
    let places: Vec<_> = drift.iter().map(|drift| (drift.pointer(), drift.pattern())).collect();
    let (member, below) = (format!("/message/{shown}"), format!("/message/assistant/{shown}"));
    assert_eq!(places, [(&*below, &*below), (&*member, &*member)]);
    let report = lenient.value.validate();
    assert_eq!(report.iter().map(interactly_webhooks::Finding::pointer).collect::<Vec<_>>(), [&*below]);
    for line in [
        format!("{broken:?}"),
        deviation.to_string(),
        format!("{lenient:?}"),
        format!("{drift:?}"),
        format!("{report:?}"),
        lenient.value.summary().to_string(),
    ] {
        assert!(
            !line.contains(|one: char| one.is_control() || matches!(one, '\u{202e}' | '\u{61c}')),
            "{line:?}"
        );
    }
}
