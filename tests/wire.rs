//! What the small types of the wire, and the short methods of the large ones, give.

use std::time::Duration;

use interactly_webhooks::message::assistant::{AnalysisPlan, CallForwardData};
use interactly_webhooks::message::call::{Call, CallStatus};
use interactly_webhooks::outgoing::ToolResult;
use interactly_webhooks::wire::{FreeForm, Loose, Number, OneOrMany, Timestamp};
use interactly_webhooks::{ServerMessage, Webhook};
use serde_json::{Map, Value, json};

fn webhook(body: &str) -> Webhook {
    Webhook::from_str(body).expect(body)
}

#[test]
fn numbers_come_from_every_number_and_go_back() {
    assert_eq!(Number::from(0.5_f32), Number::from(0.5));
    assert_eq!(Number::from(-3_isize).as_i64(), Some(-3));
    assert_eq!(Number::from(3_usize).as_i64(), Some(3));
    // Whole doubles are whole, but for the zero that is negative.
    let printed =
        [-17.0, 0.0, -0.0].map(|double| serde_json::to_string(&Number::from(double)).expect("prints"));
    assert_eq!(printed, ["-17", "0", "-0.0"]);
    for json in [json!(7), json!(u64::MAX), json!(-0.5)] {
        let number = serde_json::from_value::<serde_json::Number>(json.clone()).expect("a number");
        assert_eq!(serde_json::to_value(Number::from(number)).expect("prints"), json);
    }
    assert_eq!(f64::from(Number::from(7)).to_string(), "7");
    assert!(Number::from(1) != 2.0 && Number::from(1) == 1.0);
    // Beyond 2^53 the sum of doubles would be another.
    let odd = Number::from(9_007_199_254_740_993_i64);
    assert_eq!([odd, Number::from(1)].iter().sum::<Number>().as_i64(), Some(9_007_199_254_740_994));
    assert_eq!([odd, Number::from(2)].into_iter().sum::<Number>().as_i64(), Some(9_007_199_254_740_995));
}

#[test]
fn callers_data_is_a_map() {
    let data = FreeForm::try_from(json!({"patient": 7})).expect("an object");
    assert!(FreeForm::default().is_empty() && !data.is_empty());
    assert_ne!(data, FreeForm::default());
    assert_eq!([("patient".to_owned(), json!(7))].into_iter().collect::<FreeForm>(), data);
    let map: Map<String, Value> = data.into();
    assert_eq!(Value::Object(map), json!({"patient": 7}));
}

#[test]
fn loose_elements_are_objects_or_what_came() {
    let read = |json: Value| serde_json::from_value::<Loose<CallForwardData>>(json).expect("anything");
    assert!(read(json!({})).as_object().is_some());
    let Loose::Other(other) = read(json!("+15550100123")) else { panic!("a text is no object") };
    assert_eq!(other.as_value(), "+15550100123");
    assert!(read(json!(7)).as_object().is_none());
    let mut seen = Vec::new();
    for value in &OneOrMany::Many(vec![1, 2]) {
        seen.push(*value);
    }
    assert_eq!(seen, [1, 2]);
}

/// The wire schema says so too.
#[test]
fn elements_that_no_source_shows_may_be_null() {
    let body =
        json!({"message": {"assistant": {"assistantAnalysis": {"guardrails": {"metrics": [null, [null]]}}}}});
    assert_eq!(serde_json::to_value(webhook(&body.to_string())).expect("prints"), body);
}

#[test]
fn an_empty_time_stands_for_not_yet() {
    assert!(Timestamp::from("").is_empty());
    assert!(!Timestamp::from(" ").is_empty() && !Timestamp::from(0).is_empty());
}

#[test]
fn answers_to_tools_are_text() {
    let printed = |result: &ToolResult| serde_json::to_value(result).expect("prints");
    assert_eq!(printed(&ToolResult::text("Booked.")), json!({"result": "Booked."}));
    let data = ToolResult::json(&json!({"slots": [9, 10]})).expect("prints");
    assert_eq!(printed(&data), json!({"result": "{\"slots\":[9,10]}"}));
}

#[test]
fn plans_have_a_time_limit_under_either_name() {
    let timeout = |json: Value| serde_json::from_value::<AnalysisPlan>(json).expect("a plan").timeout();
    assert_eq!(
        timeout(json!({"timeoutSeconds": 7.5, "timeoutInSecs": 9})),
        Some(Duration::from_millis(7_500))
    );
    assert_eq!(timeout(json!({"timeoutInSecs": 9})), Some(Duration::from_secs(9)));
    assert_eq!((timeout(json!({})), timeout(json!({"timeoutSeconds": -1}))), (None, None));
}

#[test]
fn calls_tell_how_far_they_are_and_how_long_they_took() {
    let ranks = ["initiated", "queued", "ongoing", "on-hold", "forwarded", "finished", "failed"];
    assert_eq!(ranks.map(|status| CallStatus::from(status).rank()), [0, 1, 2, 2, 3, 4, 4]);
    let call: Call = serde_json::from_value(json!({
        "cost": {"callDuration": 41.5},
        "metrics": {"callStats": {"turnsStats": {"bargeInCount": 3}}},
    }))
    .expect("a call");
    assert_eq!((call.duration(), call.barge_ins()), (Some(Duration::from_millis(41_500)), Some(3)));
}

#[test]
fn a_status_is_its_text() {
    let message: ServerMessage = serde_json::from_value(json!({"status": "on-hold"})).expect("a message");
    let interactly_webhooks::Event::Untyped(_) = message.event() else { panic!("it has no type") };
    let update = json!({"type": "status-update", "call": {"status": "on-hold"}});
    let update: ServerMessage = serde_json::from_value(update).expect("a message");
    let interactly_webhooks::Event::StatusUpdate { status: Some(status), .. } = update.event() else {
        panic!("a status update")
    };
    assert_eq!((status.to_string(), status.is_unknown()), ("on-hold".to_owned(), true));
    assert_eq!(format!("{status:>8}"), " on-hold");
    assert!(status == "on-hold" && status != "ongoing" && status == *"on-hold" && status != *"ongoing");
}

#[test]
fn a_body_is_of_its_family_and_counts_what_is_unknown() {
    let campaign = webhook(r#"{"event":"call_status","campaign":{"id":"c","x":1},"y":2}"#);
    let workflow = webhook(r#"{"event":"workflow_created","workflow":{"id":"w","x":1},"y":2,"z":3}"#);
    let campaign_event = campaign.as_campaign().expect("a campaign event");
    let workflow_event = workflow.as_workflow().expect("a workflow event");
    assert_eq!(campaign_event.campaign.id.as_deref(), Some("c"));
    assert_eq!(workflow_event.workflow.id.as_deref(), Some("w"));
    assert!(campaign.as_workflow().is_none() && workflow.as_campaign().is_none());
    let ends_with = |line: String, end: &str| assert!(line.ends_with(end), "{line}");
    ends_with(campaign_event.summary().to_string(), "unknown=2");
    ends_with(workflow_event.summary().to_string(), "unknown=3");
    let message = webhook(r#"{"message":{"type":"hang","x":1,"call":{"y":2,"z":3}}}"#);
    ends_with(message.as_server_message().expect("a message").summary().to_string(), "unknown=3");
}

#[test]
fn reports_count_their_errors() {
    let errors = |servers: Value| {
        let config = json!({"message": {"assistant": {"assistantServer": servers}}}).to_string();
        webhook(&config).validate().into_result().expect_err("an error")
    };
    let one = errors(json!({"enabled": true, "url": "Jane", "messages": ["hang"]}));
    assert_eq!(
        one.to_string(),
        "1 validation error: /message/assistant/assistantServer/url: not an http or https URL"
    );
    assert_eq!(one.report().errors().count(), 1);
    let two = errors(json!({"enabled": true, "url": "Jane"}));
    assert_eq!(
        two.to_string(),
        "2 validation errors, the first: /message/assistant/assistantServer/url: not an http or https URL"
    );
}

#[test]
fn bodies_that_deviate_otherwise_are_not_equal() {
    let lenient = |body: &str| Webhook::from_slice_lenient(body.as_bytes()).expect(body);
    let damaged = lenient(r#"{"message":{"call":{"id":7}}}"#);
    assert_eq!(damaged, lenient(r#"{ "message": {"call": {"id": 7}} }"#));
    for (other, why) in [
        (r#"{"message":{"call":{}}}"#, "nothing deviates"),
        (r#"{"message":{"call":{"id":8}}}"#, "another text"),
        (r#"{"message":{"call":{"id":[]}}}"#, "another reason"),
        (r#"{"message":{"call":{"teamId":7}}}"#, "another place"),
        (r#"{"message":{"call":{"id":7},"x":1}}"#, "another value"),
    ] {
        assert_ne!(damaged, lenient(other), "{why}");
    }
    let (one, other) =
        (lenient(r#"{"message":{"call":{"id":7}}}"#), lenient(r#"{"message":{"call":{"id":8}}}"#));
    assert_ne!(one.deviations(), other.deviations());
}
