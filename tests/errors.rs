//! What errors say: the place, the kind found, what was expected, line and column; and
//! never what stood there.

use std::collections::BTreeMap;

use interactly_webhooks::{Category, ParseError, ServerMessageRequest, Webhook};

type Visits = BTreeMap<String, serde_json::Value>;

/// Text that stands in the bodies below and must not stand in any error.
const PRIVATE: [&str; 3] = ["Jane", "555", "hunter2"];

/// Bad bodies with what is said of them.
const BAD: [(&str, &str); 51] = [
    // No JSON object.
    ("", "the body: not JSON: EOF while parsing a value (line 1, column 0)"),
    ("   ", "the body: not JSON: EOF while parsing a value (line 1, column 3)"),
    ("Jane", "the body: not JSON: expected value (line 1, column 1)"),
    ("null", "the body: found null, expected an object (line 1, column 4)"),
    (r#""Jane""#, "the body: found a string, expected an object (line 1, column 6)"),
    (r#"[{"message":{}}]"#, "the body: found an array, expected an object (line 1, column 1)"),
    (r#"{"message":{}} Jane"#, "the body: not JSON: trailing characters (line 1, column 16)"),
    ("\u{feff}{}", "the body: a byte order mark before the JSON text (line 1, column 3)"),
    // JSON that is cut off or broken.
    (r#"{"message":"#, "/message: not JSON: EOF while parsing a value (line 1, column 11)"),
    (
        r#"{"message":{"call":{"id":"Jane"#,
        "/message/call/id: not JSON: EOF while parsing a string (line 1, column 30)",
    ),
    // What is missing belongs to what is still open.
    (
        r#"{"message":{"call":{"id":"Jane""#,
        "/message/call: not JSON: EOF while parsing an object (line 1, column 31)",
    ),
    (
        r#"{"message":{"messages":[{}"#,
        "/message/messages: not JSON: EOF while parsing an array (line 1, column 26)",
    ),
    (
        r#"{"message":{"messages":[{},"#,
        "/message/messages/1: not JSON: EOF while parsing a value (line 1, column 27)",
    ),
    (
        r#"{"message":{"call":{"id""#,
        "/message/call: not JSON: EOF while parsing an object (line 1, column 24)",
    ),
    (r#"{"message":{"call":tru"#, "/message/call: not JSON: EOF while parsing a value (line 1, column 22)"),
    (r#"{"message":{"call":{"id":01}}}"#, "/message/call/id: not JSON: invalid number (line 1, column 27)"),
    (
        r#"{"message":{"call":{"id":"a"
"b":1}}}"#,
        "/message/call: not JSON: expected `,` or `}` (line 2, column 1)",
    ),
    (
        r#"{"message":{"call":{"id":"Jane \ud83d"}}}"#,
        "/message/call/id: not JSON: unexpected end of hex escape (line 1, column 38)",
    ),
    (
        concat!(r#"{"message":{"call":{"id":"a"#, "\u{1}", r#""}}}"#),
        r"/message/call/id: not JSON: control character (\u0000-\u001F) found while parsing a string (line 1, column 28)",
    ),
    (
        r#"{"message":{"newMember":{"Jane":[tru]}}}"#,
        "/message/newMember: not JSON: expected ident (line 1, column 37)",
    ),
    (r#"{"event":{"Jane":[}}"#, "/event: not JSON: expected value (line 1, column 19)"),
    // The deciding member.
    (r#"{"message":null}"#, "/message: found null, expected an object (line 1, column 15)"),
    (r#"{"message":"Jane"}"#, "/message: found a string, expected an object (line 1, column 17)"),
    (r#"{"message":[]}"#, "/message: found an array, expected an object (line 1, column 12)"),
    (r#"{"campaign":true}"#, "/campaign: found a boolean, expected an object (line 1, column 16)"),
    (r#"{"workflow":5550100}"#, "/workflow: found a number, expected an object (line 1, column 19)"),
    // A member of another kind, at each depth and in each form.
    (r#"{"message":{"type":5}}"#, "/message/type: found a number, expected a string (line 1, column 20)"),
    (
        r#"{"message":{"timestamp":[555]}}"#,
        "/message/timestamp: found an array, expected a time as a number or a string (line 1, column 25)",
    ),
    (
        r#"{"message":{"call":"Jane"}}"#,
        "/message/call: found a string, expected an object (line 1, column 25)",
    ),
    (
        r#"{"message":{"call":{"userNumber":15550100}}}"#,
        "/message/call/userNumber: found a number, expected a string (line 1, column 41)",
    ),
    (
        r#"{"message":{"call":{"metadata":"Jane"}}}"#,
        "/message/call/metadata: found a string, expected an object (line 1, column 37)",
    ),
    (
        r#"{"message":{"call":{"cost":{"totalCost":"5.55"}}}}"#,
        "/message/call/cost/totalCost: found a string, expected a number (line 1, column 46)",
    ),
    (
        r#"{"message":{"call":{"metrics":{"callStats":{"turns":{"user":5.55}}}}}}"#,
        "/message/call/metrics/callStats/turns/user: found a number with a fraction, expected an integer (line 1, column 64)",
    ),
    (
        r#"{"message":{"call":{"metrics":{"callStats":{"turns":{"user":9223372036854775808}}}}}}"#,
        "/message/call/metrics/callStats/turns/user: found a number beyond 64 bits, expected an integer (line 1, column 79)",
    ),
    (
        r#"{"message":{"call":{"metrics":{"callStats":{"llmStats":{"responseTimeDistribution":{"Jane":"555"}}}}}}}"#,
        "/message/call/metrics/callStats/llmStats/responseTimeDistribution: found a string, expected an integer (line 1, column 96)",
    ),
    (
        r#"{"message":{"messages":{"text":"Jane"}}}"#,
        "/message/messages: found an object, expected an array (line 1, column 24)",
    ),
    (
        r#"{"message":{"messages":[{"text":"a"},null]}}"#,
        "/message/messages/1: found null, expected an object (line 1, column 41)",
    ),
    (
        r#"{"message":{"messages":[{"text":["Jane"]}]}}"#,
        "/message/messages/0/text: found an array, expected a string (line 1, column 33)",
    ),
    (
        r#"{"message":{"messages":[["m-1","user","Jane"]]}}"#,
        "/message/messages/0: found an array, expected an object (line 1, column 25)",
    ),
    (
        r#"{"message":{"assistant":{"config":{"speech":{"stt":{"languages":5550100}}}}}}"#,
        "/message/assistant/config/speech/stt/languages: found a number, expected a string (line 1, column 71)",
    ),
    (
        r#"{"message":{"assistant":{"config":{"speech":{"ttsData":[{"config":{"stability":"Jane"}}]}}}}}"#,
        "/message/assistant/config/speech/ttsData/0/config/stability: found a string, expected a number (line 1, column 85)",
    ),
    (
        r#"{"message":{"assistant":{"config":{"speech":{"ttsData":[{"config":{"speed":true}}]}}}}}"#,
        "/message/assistant/config/speech/ttsData/0/config/speed: found a boolean, expected a number or a string (line 1, column 79)",
    ),
    (
        r#"{"message":{"assistant":{"assistantServer":{"secret":{"hunter2":1}}}}}"#,
        "/message/assistant/assistantServer/secret: found an object, expected a string (line 1, column 54)",
    ),
    (
        r#"{"message":{"assistant":{"assistantServer":{"headers":{"hunter2":1}}}}}"#,
        "/message/assistant/assistantServer/headers: found a number, expected a string (line 1, column 66)",
    ),
    (
        r#"{"message":{"assistant":{"bargeInEnabled":"Jane"}}}"#,
        "/message/assistant/bargeInEnabled: found a string, expected a boolean (line 1, column 48)",
    ),
    // An element of an array of plain values.
    (
        r#"{"message":{"assistant":{"hints":["Jane",5]}}}"#,
        "/message/assistant/hints/1: found a number, expected a string (line 1, column 42)",
    ),
    (
        r#"{"message":{"assistant":{"assistantServer":{"messages":["hang",[]]}}}}"#,
        "/message/assistant/assistantServer/messages/1: found an array, expected a string (line 1, column 64)",
    ),
    (
        r#"{"message":{"assistant":{"config":{"speech":{"stt":{"languages":["en",null]}}}}}}"#,
        "/message/assistant/config/speech/stt/languages/1: found null, expected a string (line 1, column 74)",
    ),
    // A member given twice.
    (
        r#"{"message":{"call":{"id":"Jane","id":"555"}}}"#,
        "/message/call/id: this member is given twice (line 1, column 37)",
    ),
    (
        r#"{"message":{"call":{"x":"Jane","x":null}}}"#,
        "/message/call/x: this member is given twice (line 1, column 35)",
    ),
    (
        r#"{"event":"Jane","campaign":{},
"event":5}"#,
        "/event: this member is given twice (line 2, column 8)",
    ),
];

#[test]
fn errors_say_where_and_what_and_nothing_else() {
    let mut wrong = Vec::new();
    for (body, said) in BAD {
        match Webhook::from_str(body) {
            Err(error) if error.to_string() == said => {}
            Err(error) => wrong.push(format!("{body}\n  said     {error}\n  expected {said}")),
            Ok(_) => wrong.push(format!("{body}\n  was accepted")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_error_tells_what_stood_there() {
    let is_silent = |text: &str, body: &str| {
        assert!(!PRIVATE.iter().any(|private| text.contains(private)), "{body}: {text}");
    };
    let mut refused = 0;
    for (body, _) in BAD {
        let bytes = body.as_bytes();
        let lenient = Webhook::from_slice_lenient(bytes).err();
        refused += usize::from(lenient.is_some());
        let strict = [
            Webhook::from_slice(bytes).expect_err(body),
            ServerMessageRequest::from_slice(bytes).expect_err(body),
        ];
        for error in strict.into_iter().chain(lenient) {
            let json = serde_json::to_string(&error).expect("prints");
            is_silent(&format!("{error} {error:?} {json}"), body);
        }
        // Callers of plain serde see serde's message; it names kinds too.
        let plain = serde_json::from_str::<Webhook>(body).expect_err(body);
        is_silent(&format!("{plain} {plain:?}"), body);
    }
    // The others are mended: a byte order mark, half of a surrogate pair, other kinds, and
    // members given twice.
    assert_eq!(refused, 19);
}

#[test]
fn bytes_that_are_not_utf8_have_a_place() {
    let text = r#"{"message":
{"call":{"userNumber":"Jane ?"}}}"#;
    let body: Vec<u8> = text.bytes().map(|byte| if byte == b'?' { 0xff } else { byte }).collect();
    let error = Webhook::from_slice(&body).expect_err("not UTF-8");
    assert_eq!(error.to_string(), "/message/call/userNumber: bytes that are not UTF-8 (line 2, column 29)");
    let error = Webhook::from_slice(b"{\"campaign\":{\"name\":\"\xff\"}}").expect_err("not UTF-8");
    assert_eq!(error.to_string(), "/campaign/name: bytes that are not UTF-8 (line 1, column 22)");
    let error = Webhook::from_slice(b"\xff\xfe{").expect_err("not UTF-8");
    assert_eq!(error.to_string(), "the body: bytes that are not UTF-8 (line 1, column 1)");
}

#[test]
fn the_parts_of_an_error_are_at_hand() {
    let error = Webhook::from_str(r#"{"message":{"type":5}}"#).expect_err("a number");
    assert_eq!((error.found(), error.expected()), (Some("a number"), Some("a string")));
    assert_eq!((error.line(), error.column()), (Some(1), Some(20)));
    assert_eq!(error.message(), "found a number, expected a string");
    let error = Webhook::from_str("{").expect_err("cut off");
    assert_eq!((error.found(), error.expected()), (None, None));
}

#[test]
fn a_nested_body_is_refused_before_the_stack_ends() {
    for open in ["[", r#"{"a":"#] {
        let body = format!(r#"{{"message":{{"x":{}"#, open.repeat(100_000));
        let error = Webhook::from_str(&body).expect_err("too deep");
        assert!(error.to_string().starts_with("/message/x: nested deeper than 127 levels"), "{error}");
        assert!(Webhook::from_slice_lenient(body.as_bytes()).is_err());
    }
}

#[test]
fn data_of_the_caller_is_read_into_the_callers_type_without_quoting_it() {
    let request = ServerMessageRequest::from_slice(
        br#"{"message":{"analysis":{"structuredData":{"name":"Jane","visits":3}}}}"#,
    );
    let request = request.expect("parses");
    let analysis = request.message.analysis.as_ref().expect("an analysis");
    let visits: Option<Visits> = analysis.structured_data_as().expect("fits");
    assert_eq!(visits.expect("data")["visits"], 3);

    let error: ParseError = analysis.structured_data_as::<BTreeMap<String, u8>>().expect_err("no");
    assert_eq!((error.category(), error.pointer()), (Category::Other, "/structuredData"));
    assert_eq!(error.to_string(), "/structuredData: not of the expected form");
    assert_eq!(
        interactly_webhooks::message::analysis::Analysis::default().structured_data_as::<Visits>(),
        Ok(None)
    );
}
