//! Simulated bodies are valid under the wire schema, and what an analysis is simulated to find under the
//! schema that asked for it.

#[path = "../src/validator.rs"]
mod validator;

use std::collections::BTreeMap;

use interactly_webhooks::schema::{self, Profile};
use interactly_webhooks::simulate::{Bodies, Call, Campaign, Mishap, SimulateError, Workflow};
use serde_json::Value;
use validator::{errors, validator};

fn bodies(made: Result<Bodies, SimulateError>) -> Vec<Value> {
    let bodies = made.expect("can be made");
    bodies.map(|body| serde_json::from_slice(body.as_bytes()).expect("JSON")).collect()
}

#[test]
fn bodies_are_valid() {
    let validator = validator(&schema::bundle(Profile::Wire));
    let older =
        |seed| Call::from_seed(seed).turns(2).mishap(Mishap::OlderForms).mishap(Mishap::Untyped).bodies();
    let calls = (0..60).flat_map(|seed| bodies(Call::from_seed(seed).bodies()));
    let campaigns = (0..20).flat_map(|seed| bodies(Campaign::from_seed(seed).bodies()));
    let workflows = (0..20).flat_map(|seed| bodies(Workflow::from_seed(seed).bodies()));
    let mut count = 0;
    for body in calls.chain(campaigns).chain(workflows).chain((0..20).flat_map(|seed| bodies(older(seed)))) {
        assert_eq!(errors(&validator, &body), [""; 0], "{body}");
        count += 1;
    }
    assert!(count > 1_000, "{count}");
}

#[test]
fn a_damaged_member_is_refused() {
    let validator = validator(&schema::bundle(Profile::Wire));
    for seed in 0..30 {
        let bodies = bodies(Call::from_seed(seed).turns(2).mishap(Mishap::MemberDamaged).bodies());
        assert_eq!(bodies.iter().filter(|body| !validator.is_valid(body)).count(), 1);
    }
}

#[test]
fn structured_data_satisfies_the_schema_that_asked_for_it() {
    let mut found = BTreeMap::new();
    for seed in 0..60 {
        let bodies = bodies(Call::from_seed(seed).bodies());
        let plan = &bodies[1]["message"]["assistant"]["assistantAnalysis"]["structuredData"];
        let data = &bodies[bodies.len() - 1]["message"]["analysis"]["structuredData"];
        *found.entry(plan["enabled"] == true).or_insert(0) += 1;
        assert_eq!(plan["enabled"] == true, data.is_object());
        if data.is_object() {
            let validator = jsonschema::validator_for(&plan["schema"]).expect("a schema");
            assert_eq!(errors(&validator, data), [""; 0]);
        }
    }
    assert_eq!(found.len(), 2, "{found:?}");
}
