//! What `Debug` shows, to the letter: logs rest on it, and what says nothing at all is no promise kept.

use std::fmt::Debug;

use interactly_webhooks::message::assistant::{AssistantServer, CallForwardData};
use interactly_webhooks::message::call::CallStatus;
use interactly_webhooks::message::{Message, Role};
use interactly_webhooks::validate::CODES;
use interactly_webhooks::view::Transcript;
use interactly_webhooks::wire::{Distribution, FreeForm, Loose, Number, NumberOrText, Secret, Timestamp};
use interactly_webhooks::{CallRecord, EventHead, ServerMessage, Webhook};
use serde_json::json;

#[test]
fn values_show_what_is_known_and_of_the_rest_kind_and_length() {
    let buckets = [("100", 1), ("0.3", 2), ("Jane", 3), ("155501001", 4), ("1e5", 5), ("inf", 6)];
    let buckets = buckets.map(|(bound, count)| (bound.to_owned(), count));
    let loose = |value| serde_json::from_value::<Loose<CallForwardData>>(value).expect("anything");
    let shown: [(&dyn Debug, &str); 20] = [
        (&Number::from(7), "7"),
        (&Number::from(u64::MAX), "18446744073709551615"),
        (&Number::from(0.5), "0.5"),
        (&NumberOrText::from(0.5), "0.5"),
        (&NumberOrText::from("slow"), "text(4 bytes)"),
        (&Timestamp::from(7), "7"),
        (&Timestamp::from("2026-03-05T09:21:20Z"), "2026-03-05T09:21:20Z"),
        (&Timestamp::from("Jane"), "text(4 bytes)"),
        (&Timestamp::from(""), "text(0 bytes)"),
        (&Secret::from("hunter2".to_owned()), "secret"),
        (&Secret::default(), "secret(empty)"),
        (&CallStatus::Ongoing, "\"ongoing\""),
        (&CallStatus::from("Jane"), "text(4 bytes)"),
        (&buckets.into_iter().collect::<Distribution>(), "{0.3: 2, 100.0: 1}"),
        (&FreeForm::try_from(json!({"Jane": "Doe"})).expect("an object"), "object(1 members)"),
        (&loose(json!(true)), "Other(boolean)"),
        (&loose(json!(555)), "Other(number)"),
        (&loose(json!("Jane")), "Other(text(4 bytes))"),
        (&loose(json!(["Jane", 1])), "Other(array(2))"),
        (CODES[0], CODES[0].as_str()),
    ];
    for (value, expected) in shown {
        assert_eq!(format!("{value:?}"), expected);
    }
}

fn message(body: serde_json::Value) -> ServerMessage {
    serde_json::from_value(body).expect("a message")
}

#[test]
fn views_show_which_parts_there_are() {
    let message = message(json!({
        "analysis": {"summary": "Jane", "outcome": "", "structuredData": {"Jane": 1}, "guardrails": {"Jane": "Doe"}},
        "messages": [{"role": "user", "text": "Jane"}, {"role": "Jane", "text": "Doe"}],
    }));
    assert_eq!(
        format!("{:?}", message.results()),
        "Results { summary: Some(text(4 bytes)), success_evaluation: None, \
        structured_data: Some(object(1 members)), outcome: None, guardrails: Some(object(1 members)) }"
    );
    assert_eq!(format!("{:?}", message.transcript()), "Transcript(2 messages)");
    let turns: Vec<_> = message.transcript().turns().collect();
    assert_eq!(
        format!("{turns:?}"),
        "[Turn(Some(\"user\"), 1 messages), Turn(Some(text(4 bytes)), 1 messages)]"
    );
    assert_eq!(
        format!("{:?}", Transcript::from(&[Message::new(Role::User, "Jane")])),
        "Transcript(1 messages)"
    );
}

#[test]
fn what_is_said_about_a_body_is_its_text_with_its_type() {
    let body =
        br#"{"message":{"type":"Jane","call":{"id":7,"Jane":1},"assistant":{"assistantProvider":"Jane"}}}"#;
    let lenient = Webhook::from_slice_lenient(body).expect("an object");
    assert_eq!(
        format!("{:?}", lenient.deviations()),
        "[Deviation(/message/call/id: found a number, expected a string)]"
    );
    assert_eq!(
        format!("{:?}", lenient.value.drift()),
        "[Drift(/message/type: unknown value, text(4 bytes)), \
        Drift(/message/call/Jane: unknown member, a number), \
        Drift(/message/assistant/assistantProvider: unknown value, text(4 bytes))]"
    );
    let shown = format!("{lenient:?}");
    assert!(shown.starts_with("Lenient { value: ServerMessage(ServerMessageRequest {"), "{shown}");
    assert!(
        shown.ends_with(", deviations: [Deviation(/message/call/id: found a number, expected a string)] }")
    );
    let error = Webhook::from_slice(body).expect_err("a number");
    assert_eq!(
        format!("{error:?}"),
        "ParseError(/message/call/id: found a number, expected a string (line 1, column 40))"
    );
    let report = lenient.value.validate();
    assert_eq!(
        format!("{report:?}"),
        "Report { findings: [Finding(warning unknown-value /message/assistant/assistantProvider: \
        found an unknown value)] }"
    );
    let head = EventHead::from_slice(br#"{"message":{"type":"hang","call":{"id":"c-1"}}}"#).expect("reads");
    assert_eq!(
        format!("{head:?}"),
        "EventHead { family: ServerMessage, event: \"hang\", call_id: \"c-1\", status: None, \
        assistant_id: None, timestamp: None }"
    );
}

#[test]
fn a_record_shows_its_message_and_events() {
    let mut record = CallRecord::default();
    let body = message(json!({"type": "hang", "call": {"id": "c-1", "userNumber": "+15550100123"}}));
    let change = record.apply(&body).expect("of a call");
    assert_eq!(
        format!("{record:?}"),
        "CallRecord { message: ServerMessage { call: Call { id: \"c-1\", user_number: text(12 bytes) } }, \
        events: [RecordedEvent { kind: \"hang\" }], .. }"
    );
    assert_eq!(
        format!("{change:?}"),
        "Change { record: true, status: false, messages: [], ended: false, results: false }"
    );
}

/// One line of bounded length; `{:#?}` shows everything.
#[test]
fn long_arrays_and_deep_objects_are_counted() {
    let ids = |count: usize| (0..count).map(|id| format!("k-{id}")).collect::<Vec<_>>();
    let assistant = |count| message(json!({"assistant": {"assistantKnowledgeBaseIds": ids(count)}}));
    let shown = |count| format!("{:?}", assistant(count));
    assert!(shown(4).contains("[\"k-0\", \"k-1\", \"k-2\", \"k-3\"]"), "{}", shown(4));
    assert!(shown(5).contains("array(5 elements)"), "{}", shown(5));
    assert!(format!("{:#?}", assistant(5)).contains("\"k-4\""));
    // Of objects the length at once, though an empty array is shown.
    let said = |messages| format!("{:?}", message(json!({"messages": messages})));
    assert_eq!(said(json!([{}])), "ServerMessage { messages: array(1 elements) }");
    assert_eq!(said(json!([])), "ServerMessage { messages: [] }");
    let server = serde_json::from_value::<AssistantServer>(json!({"headers": {"Jane": "1", "Doe": "2"}}));
    assert_eq!(format!("{:?}", server.expect("a server")), "AssistantServer { headers: map(2 entries) }");
    // A configuration to its second object, all else to the fourth.
    let speech = json!({"assistant": {"config": {"speech": {"stt": {"x": 1}, "y": 2, "z": 3}}}});
    assert_eq!(
        format!("{:?}", message(speech)),
        "ServerMessage { assistant: Assistant { config: AssistantConfig(1 members) } }"
    );
    let stats = json!({"call": {"metrics": {"callStats": {"turns": {"total": 1, "x": 1, "y": 1}}}}});
    assert_eq!(
        format!("{:?}", message(stats)),
        "ServerMessage { call: Call { metrics: CallMetrics { call_stats: \
        CallStats { turns: Turns(3 members) } } } }"
    );
    // A long id is cut, and known words stand as they are.
    let long = message(json!({"call": {"id": "i".repeat(200)}}));
    assert!(format!("{long:?}").contains(&format!("id: \"{}\"…", "i".repeat(128))), "{long:?}");
}
