//! What a caller decides.

use interactly_webhooks::message::Assistant;
use interactly_webhooks::simulate::{Call, Campaign, Workflow};
use interactly_webhooks::time::{Duration, OffsetDateTime};
use serde_json::{Value, json};

use crate::{json as parsed, made, messages, thorough};

fn assistant(value: Value) -> Assistant {
    serde_json::from_value(value).expect("an assistant")
}

#[test]
fn numbers_are_those_asked_for() {
    for turns in [1, 2, 37] {
        for seed in 0..20 {
            let events = messages(&Call::from_seed(seed).turns(turns));
            let said = events.last().expect("a report")["messages"].as_array().expect("messages");
            assert_eq!(said.iter().filter(|message| message["role"] == "user").count(), turns);
        }
    }
    for (count, event) in [(1, "call_status"), (30, "call_status")] {
        let bodies = made(Campaign::from_seed(4).calls(count).bodies());
        assert_eq!(bodies.iter().filter(|body| parsed(body)["event"] == event).count(), count);
    }
    let bodies = made(Workflow::from_seed(4).runs(9).bodies());
    assert_eq!(bodies.iter().filter(|body| parsed(body)["event"] == "workflow_run_started").count(), 9);
}

#[test]
fn a_longer_call_is_the_same_call() {
    let [short, long] = [2, 20].map(|turns| messages(&Call::from_seed(9).turns(turns)));
    assert_eq!(short[0]["call"]["id"], long[0]["call"]["id"]);
    assert_eq!(short[1]["assistant"], long[1]["assistant"]);
}

#[test]
fn what_is_asked_for_happens() {
    for seed in 0..30 {
        let call = Call::from_seed(seed).with_hang().with_error().forwarded();
        let events = messages(&call);
        for kind in ["hang", "error"] {
            assert_eq!(events.iter().filter(|event| event["type"] == kind).count(), 1, "{seed} {kind}");
        }
        let forwarded: Vec<_> =
            events.iter().filter(|event| event["call"]["status"] == "forwarded").collect();
        assert_eq!(forwarded.len(), 1);
        let number = forwarded[0]["assistant"]["callForwardData"]["phoneNumber"].as_str();
        assert!(number.is_some_and(|number| number.starts_with("+15550100")));
    }
}

#[test]
fn id_and_start_are_those_asked_for() {
    let start =
        OffsetDateTime::from_unix_timestamp(1_790_000_000).expect("a time") + Duration::milliseconds(7);
    let events = messages(&Call::from_seed(1).id("test-1").starts_at(start));
    assert_eq!(events[0]["call"]["startAt"], "2026-09-21T14:13:20.007Z");
    let report = &events.last().expect("a report")["call"];
    assert!(report["recording"]["path"].as_str().is_some_and(|path| path.ends_with("/test-1.mp3")));
    assert!(events.iter().all(|event| event["call"]["id"] == "test-1"));
    let start = start.replace_year(9_001).expect("a year");
    let error = Call::from_seed(1).starts_at(start).bodies().expect_err("too late");
    assert_eq!(error.to_string(), "the start: found a year out of range, expected 1970 to 9000");
}

#[test]
fn an_assistant_of_ones_own_is_followed() {
    let own = assistant(json!({
        "_id": "6a10c5b7f93b5d7081a2c3f4",
        "teamId": "6a10c4e2f93b5d7081a2c301",
        "name": "Own",
        "welcomeMessage": "Hola {{first_name}}, soy Noa.",
        "bargeInEnabled": false,
        "config": {"speech": {"stt": {"vendor": "microsoft", "languages": "es-MX"}}},
        "assistantOverrides": {"dynamicVariables": {"first_name": "Itziar"}},
        "assistantAnalysis": {"structuredData": {"enabled": true, "schema": {
            "type": "object",
            "properties": {
                "age": {"type": "integer", "minimum": 40, "maximum": 42},
                "when": {"type": ["null", "string"], "format": "date-time"},
                "kind": {"enum": ["new", "known"]},
                "list": {"type": "array", "minItems": 2, "items": {"const": 5}},
                "code": {"type": "string", "minLength": 3, "maxLength": 4}
            }
        }}},
        "assistantServer": {"enabled": true, "url": "https://hooks.example.com/", "messages": ["status-update", "end-of-call-report"]}
    }));
    for seed in 0..20 {
        let events = messages(&Call::from_seed(seed).assistant(own.clone()));
        let report = events.last().expect("a report");
        assert_eq!(report["call"]["teamId"], "6a10c4e2f93b5d7081a2c301");
        assert_eq!(report["messages"][0]["text"], "Hola Itziar, soy Noa.");
        assert_eq!(report["call"]["metrics"]["callStats"]["turns"]["interrupted"], 0);
        assert!(events.iter().all(|event| event["type"] == "status-update" || event == report));
        assert_eq!(events[1]["assistant"], serde_json::to_value(&own).expect("prints"));
        let results = &report["analysis"];
        assert!(results["summary"].is_null());
        let data = &results["structuredData"];
        assert!((40..=42).contains(&data["age"].as_i64().expect("an age")));
        assert!(data["when"].as_str().is_some_and(|when| when.ends_with('Z')));
        assert!(data["kind"] == "new" || data["kind"] == "known");
        assert_eq!(data["list"], json!([5, 5]));
        assert!((3..=4).contains(&data["code"].as_str().expect("a text").chars().count()));
        let said =
            report["messages"].as_array().expect("messages").iter().filter_map(|one| one["text"].as_str());
        assert!(
            said.skip(1).any(|text| text.contains(['¿', 'ñ', 'á', 'é', 'í', 'ó', 'ú', '¡'])),
            "Spanish is spoken"
        );
    }
    let silent = assistant(json!({"welcomeMessage": "Hi", "welcomeMessageMode": "assistant-waits-for-user"}));
    for event in messages(&Call::from_seed(2).assistant(silent)) {
        assert_eq!(event["call"]["assistantId"], event["assistant"]["_id"]);
        assert_eq!(event.pointer("/analysis").filter(|analysis| **analysis != json!({})), None);
        if let Some(first) = event.pointer("/messages/0") {
            assert_eq!(first["role"], "user");
        }
    }
}

#[test]
fn structured_data_have_the_types_and_formats_asked_for() {
    for seed in 0..20 {
        let events = messages(&Call::from_seed(seed).assistant(thorough()));
        let data = &events.last().expect("a report")["analysis"]["structuredData"];
        let text = |name: &str| data[name].as_str().unwrap_or_else(|| panic!("{name}: {data}"));
        assert_eq!((&data["nothing"], &data["share"]), (&Value::Null, &json!(7)));
        assert_eq!((&data["between"], &data["debt"]), (&json!(0.25), &json!(-3)));
        assert!((7..=107).contains(&data["open"].as_i64().expect("an integer")));
        assert_eq!(text("day").len(), "2026-01-31".len());
        let moment = interactly_webhooks::wire::Timestamp::from(text("moment"));
        assert!(moment.at().is_some(), "{data}");
        let form: String =
            text("hour").chars().map(|one| if one.is_ascii_digit() { '0' } else { one }).collect();
        assert_eq!(form, "00:00:00Z");
        assert!(text("mail").ends_with("@example.com") && text("link").starts_with("https://example.com/"));
        let parts: Vec<_> = text("key").split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12]);
        assert!(text("phone").starts_with("+15550100"));
        assert_ne!(text("notes"), text("patientName"));
    }
}

#[test]
fn arrays_of_arrays_have_a_thousand_elements_at_most() {
    fn count(value: &Value) -> usize {
        value.as_array().into_iter().flatten().map(|element| 1 + count(element)).sum()
    }
    let many = |items: Value| json!({"type": "array", "minItems": 300, "items": items});
    let own = assistant(
        json!({"name": "Own", "assistantAnalysis": {"structuredData": {"enabled": true, "schema": {
            "type": "object",
            "properties": {"table": many(many(many(json!({"type": "boolean"}))))}
        }}}}),
    );
    let events = messages(&Call::from_seed(1).assistant(own));
    let table = &events.last().expect("a report")["analysis"]["structuredData"]["table"];
    assert_eq!((table.as_array().map(Vec::len), count(table)), (Some(300), 1_000));
}

#[test]
fn each_plan_of_the_analysis_gives_its_part_and_an_outcome() {
    for plan in ["summary", "successEvaluation", "structuredData"] {
        let own = assistant(json!({"name": "Own", "assistantAnalysis": {plan: {"enabled": true}}}));
        let events = messages(&Call::from_seed(3).assistant(own));
        let analysis = events.last().expect("a report")["analysis"].as_object().expect("an analysis").clone();
        let mut names: Vec<_> = analysis.keys().map(String::as_str).collect();
        names.sort_unstable();
        let mut expected = [plan, "outcome"];
        expected.sort_unstable();
        assert_eq!(names, expected);
    }
}

#[test]
fn calls_are_forwarded_where_somebody_is_named() {
    let forwarded = |targets: Value| {
        let own = assistant(json!({"name": "Own", "callForwardData": targets}));
        let events = messages(&Call::from_seed(1).assistant(own).forwarded());
        events.iter().any(|event| event["call"]["status"] == "forwarded")
    };
    assert!(forwarded(json!({"phoneNumber": "+15550100123"})));
    assert!(forwarded(json!([{"name": "Desk"}, {"phoneNumber": "+15550100123"}])));
    for nobody in [json!({}), json!([]), json!({"phoneNumber": ""}), json!([{"name": "Desk"}])] {
        assert!(!forwarded(nobody.clone()), "{nobody}");
    }
}

#[test]
fn values_go_to_every_body_that_has_the_place_or_its_parent() {
    let events = messages(
        &Call::from_seed(6)
            .turns(2)
            .set("/message/call/metadata", json!({"patient": 7}))
            .set("/message/call/metadata/site", "north")
            .set("/message/assistant/assistantServer/secret", "own")
            .set("/message/messages/0/text", "Guten Morgen")
            .set("/message/call/cost/totalCost", 1.5),
    );
    for event in &events {
        assert_eq!(event["call"]["metadata"], json!({"patient": 7, "site": "north"}));
        let secret = event.pointer("/assistant/assistantServer/secret");
        assert_eq!(
            secret.is_some(),
            event["type"] == "status-update" && event["call"]["status"] != "initiated"
        );
        assert!(secret.is_none_or(|secret| secret == "own"));
        assert!(event.pointer("/messages/0/text").is_none_or(|text| text == "Guten Morgen"));
        assert_eq!(event["call"]["cost"]["totalCost"] == 1.5, event["type"] == "end-of-call-report");
    }
}

#[test]
fn what_cannot_be_simulated_is_refused_with_its_place() {
    let call = || Call::from_seed(1);
    for (refused, message) in [
        (call().turns(0).bodies(), "turns: found 0, expected 1 to 10000"),
        (call().turns(10_001).bodies(), "turns: found 10001, expected 1 to 10000"),
        (Campaign::from_seed(1).calls(0).bodies(), "calls: found 0, expected 1 to 10000"),
        (Workflow::from_seed(1).runs(0).bodies(), "runs: found 0, expected 1 to 100000"),
        (
            call().set("/message/cal/id", 1).bodies(),
            "/message/cal/id: no body has this place, nor an object to put it into",
        ),
        (
            call().set("/message/messages/99/text", "x").bodies(),
            "/message/messages/99/text: no body has this place, nor an object to put it into",
        ),
        (
            call().set("message", "x").bodies(),
            "`message`: not a JSON pointer (RFC 6901) to a member or an element",
        ),
    ] {
        assert_eq!(refused.expect_err(message).to_string(), message);
    }
}

#[test]
fn nothing_of_the_callers_is_shown() {
    let own = assistant(json!({"name": "Zebra", "assistantServer": {"enabled": true, "secret": "Zebra"}}));
    let call = Call::from_seed(1).assistant(own).set("/message/call/metadata", json!({"k": "Zebra"}));
    let bodies = call.bodies().expect("can be made");
    let shown = format!("{call:?} {bodies:?} {:?}", bodies.clone().next());
    assert!(!shown.contains("Zebra") && shown.contains("/message/call/metadata"), "{shown}");
    assert!(
        shown.contains(&format!("Bodies {{ family: ServerMessage, left: {}, .. }}", bodies.len())),
        "{shown}"
    );
    let first = bodies.clone().next().expect("a body");
    assert_eq!(format!("{first:?}"), format!("Body({} bytes, {{}})", first.as_bytes().len()));
}
