//! The schemas and the `OpenAPI` document as they were when somebody last looked at them.
//!
//! `UPDATE_EXPECT=1 cargo test --features schema --test schema` writes them anew; read the
//! difference: it is what docs pipelines and code generators will see.

#![cfg(feature = "schema")]

mod support;

use interactly_webhooks::schema::{self, Profile};
use serde_json::{Map, Value};
use support::{golden, pretty};

fn compare(name: &str, new: &Value) {
    golden(&format!("golden/{name}")).assert_eq(&pretty(new));
}

#[test]
fn the_bundles_are_as_they_were() {
    compare("bundle.wire.json", &schema::bundle(Profile::Wire));
    compare("bundle.strict.json", &schema::bundle(Profile::Strict));
}

#[test]
fn the_openapi_document_is_as_it_was() {
    let mut document = schema::openapi(Profile::Wire);
    // A release changes nothing else.
    document["info"]["version"] = "0".into();
    compare("openapi.json", &document);
}

#[test]
fn the_payloads_are_as_they_were() {
    for profile in [Profile::Wire, Profile::Strict] {
        let bundle = schema::bundle(profile);
        let mut roots = Map::new();
        for (name, mut payload) in schema::payloads(profile) {
            for (definition, schema) in payload["$defs"].as_object().expect("definitions") {
                assert_eq!(
                    *schema, bundle["$defs"][definition],
                    "{name}: {definition} is that of the bundle"
                );
            }
            // They are in the bundle and in the fixtures.
            let root = payload.as_object_mut().expect("an object");
            root.remove("$defs");
            root.remove("examples");
            roots.insert(name, payload);
        }
        compare(&format!("payloads.{}.json", profile.as_str()), &roots.into());
    }
}
