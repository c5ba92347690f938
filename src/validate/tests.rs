//! The tables: each bound at work, and the docs made of them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::bounds::{self, BOUNDS, Bound, COST_TOLERANCE, DURATION_TOLERANCE, Measure};
use super::{CODES, Report, Validate as _, code};
use crate::Webhook;
use crate::workflow::WorkflowSubscription;

/// The report on a body with `value` at the member that `bound` is about.
fn report(at: &str, bound: &Bound, value: f64) -> Option<Report> {
    let whole = value.fract() == 0.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small and whole")]
    let length = value.max(0.0) as usize;
    #[allow(clippy::cast_possible_truncation, reason = "small and whole")]
    let number = if whole { json!(value as i64) } else { json!(value) };
    let value = match bound.measure {
        Measure::Value if bound.member.ends_with("Distribution") => json!({"0": 1, "100": number}),
        Measure::Value => number,
        Measure::Characters => "x".repeat(length).into(),
        Measure::Elements => vec!["hang"; length].into(),
    };
    let mut object = match at.rsplit('/').next() {
        Some("assistantServer") => {
            json!({"enabled": true, "url": "https://example.com", "messages": ["hang"]})
        }
        _ => json!({}),
    };
    object[bound.member] = value;
    if at.starts_with("WorkflowSubscription") {
        return serde_json::from_value(object).ok().map(|read: WorkflowSubscription| read.validate());
    }
    for part in at.split('/').skip(1).collect::<Vec<_>>().into_iter().rev() {
        object = match part {
            "*" if at.contains("assistantAnalysis") => json!({"summary": object}),
            "*" => json!([object]),
            name => json!({name: object}),
        };
    }
    if at.contains("ttsData") {
        object["message"]["assistant"]["config"]["speech"]["ttsData"][0]["vendor"] = "eleven-labs".into();
    }
    if at == "/report" {
        object["campaign"] = json!({});
    }
    // A fraction where only whole numbers are read is refused.
    Webhook::from_str(&object.to_string()).ok().map(|body| body.validate())
}

fn expect(at: &str, bound: &Bound, value: f64, sound: bool) {
    let Some(report) = report(at, bound, value) else {
        assert!(value.fract() != 0.0, "{at}/{}: {value} parses", bound.member);
        return;
    };
    let found: Vec<_> = report.iter().filter(|finding| finding.code() == bound.code.as_str()).collect();
    assert_eq!(found.is_empty(), sound, "{at}/{} = {value}: {report}", bound.member);
    let place = at.replace("Analysis/*", "Analysis/summary").replace('*', "0");
    let place = place.strip_prefix("WorkflowSubscription ").unwrap_or(&place);
    for finding in found {
        assert_eq!(finding.pointer(), format!("{place}/{}", bound.member));
        assert!(finding.message().contains(&format!("found {value}")), "{finding}");
    }
}

#[test]
fn each_bound_holds_where_it_says_and_not_before() {
    for (_, at, bounds) in BOUNDS {
        for bound in *bounds {
            if let Some(least) = bound.minimum {
                expect(at, bound, least, !bound.exclusive);
                expect(at, bound, least - 1.0, bound.measure != Measure::Value && least < 1.0);
                if bound.measure == Measure::Value {
                    expect(at, bound, least - 0.001, false);
                    expect(at, bound, least + 0.001, true);
                }
            }
            if let Some(most) = bound.maximum {
                expect(at, bound, most, true);
                expect(at, bound, most + 1.0, false);
                if bound.measure == Measure::Value {
                    expect(at, bound, most + 0.001, false);
                }
            }
        }
    }
}

#[test]
fn the_table_can_be_asked() {
    let bound = bounds::of("TtsConfig", "stability").expect("a bound");
    assert_eq!((bound.minimum, bound.maximum), (Some(0.0), Some(1.0)));
    assert!(bound.condition.is_some());
    assert!(bounds::of("TtsConfig", "speed").is_none() && bounds::of("Nothing", "stability").is_none());
    let names: BTreeSet<_> = BOUNDS.iter().map(|(name, ..)| name).collect();
    assert_eq!(names.len(), BOUNDS.len(), "one entry an object");
}

#[test]
fn one_code_states_one_bound() {
    for (_, at, bounds) in BOUNDS {
        for bound in *bounds {
            assert_eq!(bound.to_string(), bound.code.bound(), "{at}/{}", bound.member);
        }
    }
    assert!(code::COST_TOTAL.bound().ends_with(&format!("give or take {COST_TOLERANCE}")));
    assert!(code::DURATION_MISMATCH.bound().ends_with(&format!("give or take {DURATION_TOLERANCE} s")));
}

/// The places as the docs list them: pointers below one object in one entry.
fn places(places: &[String]) -> String {
    let mut listed: Vec<(&str, Vec<&str>)> = Vec::new();
    for place in places {
        let (parent, member) = place.rsplit_once('/').unwrap_or(("", place));
        match listed.last_mut() {
            Some((last, members)) if *last == parent => members.push(member),
            _ => listed.push((parent, vec![member])),
        }
    }
    let entries = listed.into_iter().map(|(parent, members)| match members.as_slice() {
        [any] if any.starts_with("any ") => (*any).to_owned(),
        [member] => format!("`{parent}/{member}`"),
        members => format!("`{parent}/{{{}}}`", members.join(", ")),
    });
    entries.collect::<Vec<_>>().join(", ")
}

fn table() -> String {
    let mut table = "| code | severity | expected | where | meaning |\n|---|---|---|---|---|\n".to_owned();
    for code in CODES {
        let (name, severity) = (code.as_str(), code.severity());
        let (bound, places, meaning) = (code.bound(), places(&code.places()), code.meaning());
        writeln!(table, "| `{name}` | {severity} | {bound} | {places} | {meaning} |").expect("writes");
    }
    table
}

/// `UPDATE_EXPECT=1 cargo test --lib validate` writes the table anew.
#[test]
fn the_docs_list_every_code() {
    expect_test::expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/src/validate/codes.md")]
        .assert_eq(&table());
}

#[test]
fn reports_print_for_people_and_machines() {
    let server = crate::message::assistant::AssistantServer::new("", []);
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
    let assistant: crate::message::assistant::Assistant =
        serde_json::from_value(body.clone()).expect("reads");
    let pointers =
        |report: Report| report.iter().map(|finding| finding.pointer().to_owned()).collect::<Vec<_>>();
    let alone = pointers(assistant.validate());
    assert_eq!(alone, ["/assistantProvider", "/assistantServer/url"]);
    let whole: Value = json!({"message": {"assistant": body, "call": {"status": "unheard of"}}});
    let whole = Webhook::from_str(&whole.to_string()).expect("parses").validate();
    assert_eq!(pointers(whole), alone.iter().map(|at| format!("/message/assistant{at}")).collect::<Vec<_>>());
}
