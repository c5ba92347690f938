//! The documents themselves: sound, whole, with examples that hold.

use std::collections::BTreeSet;

use interactly_webhooks::schema::{self, Profile};
use jsonschema::Draft;
use serde_json::Value;

use crate::validator::validator;

fn documents() -> Vec<(String, Value)> {
    let mut all = Vec::new();
    for profile in [Profile::Wire, Profile::Strict] {
        let named = |(name, schema)| (format!("{} {name}", profile.as_str()), schema);
        all.extend(schema::payloads(profile).into_iter().map(named));
        all.push(named(("bundle".to_owned(), schema::bundle(profile))));
    }
    all
}

/// Calls `each` on every schema object below `value`.
fn visit(value: &Value, each: &mut impl FnMut(&serde_json::Map<String, Value>)) {
    match value {
        Value::Object(members) => {
            each(members);
            for (name, value) in members {
                if !["examples", "const", "enum"].contains(&name.as_str()) {
                    visit(value, each);
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|value| visit(value, each)),
        _ => {}
    }
}

#[test]
fn every_schema_passes_its_meta_schema() {
    let meta = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
    for (name, schema) in documents() {
        if let Err(error) = jsonschema::draft202012::meta::validate(&schema) {
            panic!("{name}: {}: {error}", error.instance_path());
        }
        meta.build(&schema).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let mut broken = schema::bundle(Profile::Wire);
    broken["$defs"]["Call"]["properties"]["id"]["type"] = "text".into();
    assert!(jsonschema::draft202012::meta::validate(&broken).is_err(), "definitions are looked at");
}

#[test]
fn every_document_stands_alone_under_its_own_id() {
    let mut ids = BTreeSet::new();
    for (name, schema) in documents() {
        assert!(ids.insert(schema["$id"].to_string()), "{name}: {} is taken", schema["$id"]);
        assert!(schema["title"].is_string() && schema["description"].is_string(), "{name}");
        let definitions = schema["$defs"].as_object().expect("definitions");
        let mut used = BTreeSet::new();
        visit(&schema, &mut |part| {
            if let Some(reference) = part.get("$ref").and_then(Value::as_str) {
                let target = reference.strip_prefix("#/$defs/").expect("a definition of its own");
                assert!(definitions.contains_key(target), "{name}: {reference}");
                used.insert(target.to_owned());
            }
        });
        if !name.ends_with("bundle") {
            assert_eq!(used.len(), definitions.len(), "{name}: only what is used");
        }
    }
}

#[test]
fn every_example_validates() {
    for (name, schema) in documents() {
        let examples = schema["examples"].as_array().expect("examples");
        assert!(!examples.is_empty(), "{name} has none");
        let validator = validator(&schema);
        for (number, example) in examples.iter().enumerate() {
            if let Some(error) = validator.iter_errors(example).next() {
                panic!("{name}, example {number}: {}: {error}", error.instance_path());
            }
        }
    }
}

/// Whether a description says no more than the member's name.
fn repeats(description: &str, member: &str) -> bool {
    let letters = |text: &str| text.to_lowercase().replace(|one: char| !one.is_alphanumeric(), "");
    let first = description.split('\n').next().unwrap_or_default();
    let said = first.split(' ').filter(|word| !["A", "An", "The"].contains(word)).collect::<String>();
    letters(member).ends_with(&letters(&said))
}

#[test]
fn every_member_is_described() {
    for (name, schema) in documents() {
        visit(&schema, &mut |part| {
            let Some(Value::Object(properties)) = part.get("properties") else { return };
            if part.get("title").is_none() {
                return; // The condition of a rule.
            }
            for (member, property) in properties {
                let description = property["description"].as_str().unwrap_or_default();
                assert!(!description.is_empty(), "{name}: {}/{member}", part["title"]);
                assert!(!repeats(description, member), "{name}: {}/{member}: {description}", part["title"]);
                assert!(!description.contains("[`"), "{name}: {member}: {description}");
            }
        });
    }
}

#[test]
fn secrets_personal_data_and_old_spellings_are_marked() {
    let bundle = schema::bundle(Profile::Wire);
    let member = |object: &str, member: &str| bundle["$defs"][object]["properties"][member].clone();
    for (object, name) in [
        ("AssistantServer", "secret"),
        ("AssistantServer", "headers"),
        ("CampaignWebhookConfig", "secret"),
        ("CampaignHeader", "value"),
        ("WorkflowSubscription", "bearer_token"),
    ] {
        // Receivers get them too.
        assert_eq!(member(object, name)["writeOnly"], Value::Null, "{object}/{name}");
        assert_eq!(member(object, name)["x-secret"], true, "{object}/{name}");
    }
    for (object, name) in [("Call", "userNumber"), ("Message", "text"), ("Recording", "path")] {
        assert_eq!(member(object, name)["x-phi"], true, "{object}/{name}");
    }
    for (object, name) in [("Assistant", "noiseSuppressor"), ("ServerMessage", "status")] {
        assert_eq!(member(object, name)["deprecated"], true, "{object}/{name}");
    }
    let mut marked = 0;
    visit(&bundle, &mut |part| marked += usize::from(part.get("x-phi").is_some()));
    assert!(marked > 50, "{marked}");
}

#[test]
fn the_wire_profile_asserts_no_format_and_no_bound() {
    visit(&schema::bundle(Profile::Wire), &mut |part| {
        for keyword in ["format", "pattern", "minLength", "maxLength", "minItems", "exclusiveMinimum"] {
            assert!(!part.contains_key(keyword), "{part:?}");
        }
        if part.contains_key("minimum") || part.contains_key("maximum") {
            assert_eq!((&part["minimum"], &part["maximum"]), (&i64::MIN.into(), &i64::MAX.into()));
        }
    });
}

#[test]
fn of_gives_the_schema_of_a_type() {
    let call = schema::of::<interactly_webhooks::message::call::Call>(Profile::Strict);
    assert_eq!(call["additionalProperties"], false);
    let validator = jsonschema::draft202012::new(&call).expect("a schema");
    assert!(validator.is_valid(&serde_json::json!({"id": "c-1", "cost": {"callDuration": 0}})));
    assert!(!validator.is_valid(&serde_json::json!({"id": "c-1", "cost": {"callDuration": -1}})));
    assert!(!validator.is_valid(&serde_json::json!({"id": "c-1", "cost": {"xUnseen": 1}})));
}
