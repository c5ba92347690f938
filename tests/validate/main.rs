//! Each rule, by fixtures: `invalid-<code>[--<case>].json` breaks one rule and no other; its
//! report stands beside it. All other fixtures are sound.
//!
//! `UPDATE_EXPECT=1 cargo test --test validate` writes the reports anew; read the difference.

mod edges;
#[path = "../support/mod.rs"]
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::env;

use interactly_webhooks::campaign::CampaignWebhookConfig;
use interactly_webhooks::message::assistant::{Assistant, AssistantServer};
use interactly_webhooks::outgoing::ControlRequest;
use interactly_webhooks::validate::CODES;
use interactly_webhooks::workflow::WorkflowSubscription;
use interactly_webhooks::{Report, Webhook};
use serde::de::DeserializeOwned;
use serde_json::Value;
use support::{Fixture, all_fixtures, files, fixtures, golden};

/// The warnings of the fixtures that are there to show an odd form.
const WARNED: [(&str, &str); 4] = [
    ("server-message/conversation-update/odd-message-id-repeated", "message-id-repeated"),
    ("server-message/status-update/odd-monitor-placeholder", "placeholder"),
    ("server-message/unknown-event/odd-unknown-values", "unknown-value"),
    ("server-message/untyped/odd-placeholders", "placeholder"),
];

/// The report on a fixture whose value may have been changed.
fn validate(fixture: &Fixture, value: &Value) -> Report {
    fn read<T: DeserializeOwned>(name: &str, value: &Value) -> T {
        serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{name}: {error}"))
    }
    let name = &fixture.name;
    match (fixture.family(), fixture.event()) {
        ("config", "assistant") => read::<Assistant>(name, value).validate(),
        ("config", "assistant-server") => read::<AssistantServer>(name, value).validate(),
        ("config", "campaign-webhook-config") => read::<CampaignWebhookConfig>(name, value).validate(),
        ("config", "control-request") => read::<ControlRequest>(name, value).validate(),
        ("config", "workflow-subscription") => read::<WorkflowSubscription>(name, value).validate(),
        ("config", _) => panic!("{name}: no type is named so"),
        _ => read::<Webhook>(name, value).validate(),
    }
}

#[test]
fn invalid_fixtures_break_the_rule_in_their_name_and_no_other() {
    for fixture in all_fixtures() {
        let (name, Some(code)) = (&fixture.name, fixture.broken_rule()) else { continue };
        let report = validate(&fixture, &fixture.value());
        assert!(!report.is_empty(), "{name} validates clean");
        let mut found = 0;
        for finding in &report {
            assert_eq!(finding.code(), code, "{name}: {finding}");
            found += 1;
        }
        assert_eq!(found, report.len(), "{name}");
        golden(&format!("fixtures/{name}.report.txt")).assert_eq(&format!("{report}\n"));
    }
}

#[test]
fn every_code_has_a_fixture() {
    let fixtures = all_fixtures();
    let broken: BTreeSet<_> = fixtures.iter().filter_map(Fixture::broken_rule).collect();
    let codes: BTreeSet<_> = CODES.iter().map(|code| code.as_str()).collect();
    let apart: Vec<_> = broken.symmetric_difference(&codes).collect();
    assert!(
        apart.is_empty(),
        "a code without an invalid- fixture, or such a fixture without a code: {apart:?}"
    );
    assert_eq!(codes.len(), CODES.len(), "codes are unique");
}

#[test]
fn every_report_has_its_fixture() {
    if env::var_os("UPDATE_EXPECT").is_some() {
        return; // They are being written.
    }
    let broken = all_fixtures().into_iter().filter(|fixture| fixture.broken_rule().is_some());
    let expected: BTreeSet<_> =
        broken.map(|fixture| support::folder().join(fixture.name + ".report.txt")).collect();
    let found: BTreeSet<_> = files("tests/fixtures", "txt").into_iter().map(|(path, _)| path).collect();
    let apart: Vec<_> = found.symmetric_difference(&expected).collect();
    assert!(apart.is_empty(), "a report without its fixture, or a fixture without its report: {apart:?}");
}

#[test]
fn other_fixtures_have_no_finding_but_the_warnings_of_odd_ones() {
    let mut warned = BTreeSet::new();
    for fixture in all_fixtures() {
        if fixture.broken_rule().is_some() {
            continue;
        }
        let name = fixture.name.as_str();
        let report = validate(&fixture, &fixture.value());
        assert!(report.is_valid(), "{name}: {report}");
        if fixture.case().starts_with("unknown-") {
            // Unknown members are what it is for.
            assert!(report.iter().all(|finding| finding.code() == "unknown-member"), "{name}: {report}");
            continue;
        }
        assert_eq!(report.is_empty(), !fixture.case().starts_with("odd-"), "{name}: {report}");
        warned.extend(report.iter().map(|finding| (name.to_owned(), finding.code().to_owned())));
    }
    let warned: Vec<_> = warned.iter().map(|(name, code)| (name.as_str(), code.as_str())).collect();
    assert_eq!(warned, WARNED);
}

#[test]
fn the_nearest_value_passes() {
    let mut left: BTreeMap<_, _> = all_fixtures()
        .into_iter()
        .filter(|fixture| fixture.broken_rule().is_some())
        .map(|fixture| (fixture.name.clone(), fixture))
        .collect();
    for line in include_str!("nearest.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut parts = line.splitn(3, ' ');
        let mut part = || parts.next().expect("three parts");
        let (name, pointer, change) = (part(), part(), part());
        let fixture = left.remove(name).unwrap_or_else(|| panic!("{name} is listed twice, or is not there"));
        let mut body = fixture.value();
        let (parent, member) = pointer.rsplit_once('/').expect("a pointer");
        if let Some(new) = change.strip_prefix("as ") {
            let object = body.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
            let value = object.remove(member).expect("a member");
            object.insert(new.to_owned(), value);
            let report = validate(&fixture, &body);
            assert!(report.is_empty(), "{name}: {report}");
            continue;
        }
        let value = match change.strip_prefix("cut ") {
            Some(length) => {
                let text = body.pointer(pointer).and_then(Value::as_str).expect("a text");
                text.chars().take(length.parse().expect("a length")).collect::<String>().into()
            }
            None => serde_json::from_str(change).expect("JSON"),
        };
        match body.pointer_mut(parent).unwrap_or_else(|| panic!("{name}: {parent}")) {
            Value::Array(array) => array[member.parse::<usize>().expect("an index")] = value,
            object => object[member] = value,
        }
        let report = validate(&fixture, &body);
        assert!(report.is_empty(), "{name}: {report}");
    }
    assert_eq!(left.keys().collect::<Vec<_>>(), [""; 0], "the nearest value that passes is not listed");
}

#[test]
fn a_part_that_is_switched_off_need_not_work() {
    let off = r#"{"enabled":false,"timeoutSeconds":-1,"url":"ftp:","secret":"<string>","headers":{" ":""}}"#;
    let on = off.replace("false", "true");
    let report = |text: &str| serde_json::from_str::<AssistantServer>(text).expect("reads").validate();
    assert_eq!(report(off).to_string(), "");
    let codes: BTreeSet<_> = report(&on).into_iter().map(|finding| finding.code()).collect();
    let expected = [
        "header-refused",
        "placeholder",
        "server-messages-missing",
        "server-url-scheme",
        "timeout-not-positive",
    ];
    assert_eq!(codes, BTreeSet::from(expected));
    // What is a typing error stays one.
    assert_eq!(report(r#"{"enabled":false,"urll":"","messages":["hangs"]}"#).len(), 2);
    let nothing: WorkflowSubscription = serde_json::from_str("{}").expect("reads");
    assert_eq!(
        nothing.validate().to_string(),
        "warning subscription-empty /actions: found no event, expected at least 1"
    );
    // A part behind one that is off is judged.
    let assistant = r#"{"assistantServer":{"enabled":false},"persistHistory":{"retentionPeriod":-1}}"#;
    let assistant: Assistant = serde_json::from_str(assistant).expect("reads");
    assert_eq!(assistant.validate().len(), 1);
}

#[test]
fn unknown_names_come_with_the_one_that_may_be_meant() {
    let text = r#"{"assistantProvider":"openal","assistantModel":"another","welcomMessage":"","xUnseen":1}"#;
    let assistant: Assistant = serde_json::from_str(text).expect("reads");
    let lines = [
        "warning unknown-value /assistantProvider: found an unknown value; the nearest known one is `openai`",
        "warning unknown-value /assistantModel: found an unknown value",
        "warning unknown-member /welcomMessage: found an unknown member; the nearest known one is `welcomeMessage`",
        "warning unknown-member /xUnseen: found an unknown member",
    ];
    assert_eq!(assistant.validate().to_string(), lines.join("\n"));
}

/// Whatever a text says, and whatever the keys of the caller are, a report does not.
#[test]
fn reports_quote_no_text() {
    const MARK: &str = "Zqx";
    fn mark(value: &mut Value, keys: bool) {
        match value {
            Value::String(text) => *text = format!("{MARK}{text}{MARK}"),
            Value::Array(array) => array.iter_mut().for_each(|value| mark(value, keys)),
            Value::Object(members) => {
                let marked = std::mem::take(members).into_iter().map(|(key, mut value)| {
                    let own = ["dynamicVariables", "variablesValidations", "metadata", "headers"];
                    // In an array the caller's keys are values.
                    let keys_of_caller = keys || value.is_object() && own.contains(&key.as_str());
                    mark(&mut value, keys_of_caller);
                    (if keys { format!("{MARK}{key}") } else { key }, value)
                });
                *members = marked.collect();
            }
            _ => {}
        }
    }
    let mut findings = 0;
    for fixture in all_fixtures() {
        let (name, mut value) = (&fixture.name, fixture.value());
        mark(&mut value, fixture.family() == "unknown");
        let report = validate(&fixture, &value);
        findings += report.len();
        let printed = serde_json::to_string(&report).expect("prints");
        assert!(!format!("{report}{printed}").contains(MARK), "{name}: {report}");
    }
    assert!(findings > 400, "marked texts are unknown values and no times: {findings}");
}

/// Whatever stands where something else should: no panic, and places that are there, or whose
/// object is.
#[test]
fn mutated_bodies_are_validated_too() {
    let fixtures = fixtures();
    let seed = support::seed(0xbad);
    let (mut errors, mut warnings) = (0, 0);
    for case in 0..2_000 {
        let mut rng = support::Rng::with_seed(seed ^ (case << 20));
        let fixture = &fixtures[rng.usize(0..fixtures.len())];
        let mut body = fixture.value();
        for _ in 0..rng.usize(1..=6) {
            support::mutate(&mut rng, &mut body);
        }
        let read = Webhook::from_slice_lenient(body.to_string().as_bytes()).expect("an object");
        let printed = serde_json::to_value(&read.value).expect("prints");
        let report = read.value.validate();
        errors += report.errors().count();
        warnings += report.warnings().count();
        for finding in &report {
            let (parent, _) = finding.pointer().rsplit_once('/').expect("below the root");
            let there = printed.pointer(finding.pointer()).or(printed.pointer(parent));
            assert!(there.is_some(), "SEED={seed} case {case}, {}: {finding}", fixture.name);
        }
    }
    assert!(errors > 50 && warnings > 50, "{errors} errors, {warnings} warnings");
}
