//! Each rule, by fixtures: `invalid-<code>[--<case>].json` breaks one rule and no other; its
//! report stands beside it. All other fixtures are sound.
//!
//! `UPDATE_REPORTS=1 cargo test --test validate` writes the reports anew; read the difference.

#[path = "../support/mod.rs"]
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use interactly_webhooks::assistant::{Assistant, AssistantServer};
use interactly_webhooks::campaign::CampaignWebhookConfig;
use interactly_webhooks::control::ControlRequest;
use interactly_webhooks::validate::CODES;
use interactly_webhooks::workflow::WorkflowSubscription;
use interactly_webhooks::{Report, Validate, Webhook};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Sound fixtures that are there to show an odd form, and the warnings that they give.
const WARNED: &[(&str, &str)] = &[
    ("server-message/contradictions/32-message-id-repeated.json", "message-id-repeated"),
    ("server-message/contradictions/35-monitor-placeholder.json", "placeholder"),
    ("server-message/contradictions/60-placeholders.json", "placeholder"),
    ("server-message/drift/unknown-values.json", "unknown-value"),
];

/// All fixtures by their path below the root, those of configurations too.
fn fixtures() -> BTreeMap<String, Value> {
    fn collect(folder: &Path, into: &mut BTreeMap<String, Value>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                // What the strict parser refuses.
                if !path.ends_with("damaged") {
                    collect(&path, into);
                }
            } else if path.extension().is_some_and(|extension| extension == "json") {
                let text = std::fs::read_to_string(&path).expect("a text");
                let name = path.strip_prefix(support::folder()).expect("below the root").to_string_lossy();
                into.insert(name.replace('\\', "/"), serde_json::from_str(&text).expect("JSON"));
            }
        }
    }
    let mut all = BTreeMap::new();
    collect(&support::folder(), &mut all);
    assert!(all.len() > 150, "the fixtures are there");
    all
}

/// The code in the name of an invalid fixture.
fn code_of(name: &str) -> Option<&str> {
    let file = name.rsplit('/').next()?.strip_prefix("invalid-")?.strip_suffix(".json")?;
    Some(file.split("--").next().unwrap_or(file))
}

/// The report on a fixture; folders below `config` are named by the type.
fn validate(name: &str, value: &Value) -> Report {
    fn read<T: Validate + DeserializeOwned>(name: &str, value: &Value) -> Report {
        let read: T = serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{name}: {error}"));
        read.validate()
    }
    match name.strip_prefix("config/").and_then(|rest| rest.split('/').next()) {
        None => read::<Webhook>(name, value),
        Some("assistant") => read::<Assistant>(name, value),
        Some("assistant-server") => read::<AssistantServer>(name, value),
        Some("campaign-webhook-config") => read::<CampaignWebhookConfig>(name, value),
        Some("control-request") => read::<ControlRequest>(name, value),
        Some("workflow-subscription") => read::<WorkflowSubscription>(name, value),
        Some(other) => panic!("{name}: no type is named {other}"),
    }
}

#[test]
fn invalid_fixtures_break_the_rule_in_their_name_and_no_other() {
    for (name, value) in fixtures() {
        let Some(code) = code_of(&name) else { continue };
        let report = validate(&name, &value);
        assert!(!report.is_empty(), "{name} validates clean");
        for finding in &report {
            assert_eq!(finding.code(), code, "{name}: {finding}");
        }
        let path = support::folder().join(name.replace(".json", ".report.txt"));
        let printed = format!("{report}\n");
        if std::env::var_os("UPDATE_REPORTS").is_some() {
            std::fs::write(&path, printed).expect("writes");
        } else {
            let expected = std::fs::read_to_string(&path).unwrap_or_default();
            assert_eq!(printed, expected, "{name}");
        }
    }
}

#[test]
fn every_code_has_a_fixture() {
    let fixtures = fixtures();
    let broken: BTreeSet<_> = fixtures.keys().filter_map(|name| code_of(name)).collect();
    let codes: BTreeSet<_> = CODES.iter().map(|code| code.as_str()).collect();
    assert_eq!(broken, codes);
    assert_eq!(codes.len(), CODES.len(), "codes are unique");
}

#[test]
fn sound_fixtures_have_no_finding_but_the_warnings_listed() {
    for (name, value) in fixtures() {
        if code_of(&name).is_some() {
            continue;
        }
        let report = validate(&name, &value);
        assert!(report.is_valid(), "{name}: {report}");
        let allowed = WARNED.iter().find(|(warned, _)| *warned == name).map(|(_, code)| *code);
        assert_eq!(report.is_empty(), allowed.is_none(), "{name}: {report}");
        for finding in &report {
            assert_eq!(Some(finding.code()), allowed, "{name}: {finding}");
        }
    }
}

#[test]
fn the_nearest_value_passes() {
    let mut fixtures = fixtures();
    let mut left: BTreeSet<_> = fixtures.keys().filter(|name| code_of(name).is_some()).cloned().collect();
    for line in include_str!("nearest.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut parts = line.splitn(3, ' ').map(str::to_owned);
        let mut part = || parts.next().expect("three parts");
        let (name, pointer, change) = (part() + ".json", part(), part());
        assert!(left.remove(&name), "{name} is listed twice, or is not there");
        let fixture = fixtures.get_mut(&name).expect("a fixture");
        let value = match change.strip_prefix("cut ") {
            Some(length) => {
                let text = fixture.pointer(&pointer).and_then(Value::as_str).expect("a text");
                text.chars().take(length.parse().expect("a length")).collect::<String>().into()
            }
            None => serde_json::from_str(&change).expect("JSON"),
        };
        let (parent, member) = pointer.rsplit_once('/').expect("a pointer");
        match fixture.pointer_mut(parent).unwrap_or_else(|| panic!("{name}: {parent}")) {
            Value::Array(list) => list[member.parse::<usize>().expect("an index")] = value,
            object => object[member] = value,
        }
        let report = validate(&name, fixture);
        assert!(report.is_empty(), "{name}: {report}");
    }
    assert_eq!(left, BTreeSet::new(), "the nearest value that passes is not listed");
}

/// Whatever a text says, and whatever the keys of the caller are, a report does not.
#[test]
fn reports_quote_no_text() {
    const MARK: &str = "Zqx";
    fn mark(value: &mut Value, keys: bool) {
        match value {
            Value::String(text) => *text = format!("{MARK}{text}{MARK}"),
            Value::Array(list) => list.iter_mut().for_each(|value| mark(value, keys)),
            Value::Object(members) => {
                let marked = std::mem::take(members).into_iter().map(|(key, mut value)| {
                    let own = ["dynamicVariables", "variablesValidations", "metadata", "headers"];
                    mark(&mut value, keys || own.contains(&key.as_str()));
                    (if keys { format!("{MARK}{key}") } else { key }, value)
                });
                *members = marked.collect();
            }
            _ => {}
        }
    }
    let mut findings = 0;
    for (name, mut value) in fixtures() {
        mark(&mut value, name.starts_with("unknown/"));
        let report = validate(&name, &value);
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
    let fixtures = support::fixtures();
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
