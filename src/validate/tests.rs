//! The report; and, by the forms of all objects, each bound at work and the docs made of them.

mod bounds;
mod docs;
mod places;

use serde_json::{Value, json};

use super::Report;
use crate::Webhook;
use crate::message::assistant::{Assistant, AssistantServer};

#[test]
fn reports_print_for_people_and_machines() {
    let server = AssistantServer::new("", []);
    let report = server.validate();
    let lines = "error server-url-missing /url: found no URL, expected an http or https URL\n\
        error server-messages-missing /messages: found 0 elements, expected 1 element or more";
    assert_eq!(report.to_string(), lines);
    assert_eq!(
        serde_json::to_value(&report).expect("prints")[1],
        json!({
            "severity": "error",
            "code": "server-messages-missing",
            "pointer": "/messages",
            "message": "found 0 elements, expected 1 element or more",
        })
    );
    assert_eq!((report.errors().count(), report.warnings().count(), report.len()), (2, 0, 2));
    let error = report.clone().into_result().expect_err("invalid");
    let text = "2 validation errors, the first: /url: found no URL, expected an http or https URL";
    assert_eq!(error.to_string(), text);
    assert_eq!(error.into_report(), report);
    assert_eq!(report.into_iter().next().expect("a finding").pointer(), "/url");
}

#[test]
fn warnings_alone_are_valid() {
    let body = r#"{"message":{"assistant":{"assistantTemperature":2}}}"#;
    let report = Webhook::from_str(body).expect("parses").validate();
    assert!(report.is_valid() && !report.is_empty());
    assert_eq!(report.warnings().count(), 1);
    assert_eq!(report.into_result(), Ok(()));
}

#[test]
fn places_start_at_what_is_validated() {
    let body =
        json!({"assistantProvider": "openal", "assistantServer": {"enabled": true, "messages": ["hang"]}});
    let assistant: Assistant = serde_json::from_value(body.clone()).expect("reads");
    let pointers =
        |report: Report| report.iter().map(|finding| finding.pointer().to_owned()).collect::<Vec<_>>();
    let alone = pointers(assistant.validate());
    assert_eq!(alone, ["/assistantProvider", "/assistantServer/url"]);
    let whole: Value = json!({"message": {"assistant": body, "call": {"status": "unheard of"}}});
    let whole = Webhook::from_str(&whole.to_string()).expect("parses").validate();
    assert_eq!(pointers(whole), alone.iter().map(|at| format!("/message/assistant{at}")).collect::<Vec<_>>());
}
