//! The schemas and the `OpenAPI` document as they were when somebody last looked at them.
//!
//! `UPDATE_SCHEMAS=1 cargo test --features schema --test schema` writes them anew; read the
//! difference: it is what docs pipelines and code generators will see.

#![cfg(feature = "schema")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use interactly_webhooks::schema::{self, Profile};
use serde_json::{Map, Value};

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

/// The first place where two values differ.
fn difference(old: &Value, new: &Value, at: &str) -> Option<String> {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            let gone = old.keys().find(|name| !new.contains_key(*name));
            let come = new.keys().find(|name| !old.contains_key(*name));
            if let Some(name) = gone.or(come) {
                return Some(format!("{at}/{name} {}", if gone.is_some() { "is gone" } else { "is new" }));
            }
            old.iter().find_map(|(name, old)| difference(old, &new[name], &format!("{at}/{name}")))
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            let mut pairs = old.iter().zip(new).enumerate();
            pairs.find_map(|(index, (old, new))| difference(old, new, &format!("{at}/{index}")))
        }
        (old, new) if old == new => None,
        (old, new) => Some(format!("{at} was {old} and is {new}")),
    }
}

fn compare(name: &str, new: &Value) {
    let path = golden(name);
    if env::var_os("UPDATE_SCHEMAS").is_some() {
        fs::write(&path, format!("{new:#}\n")).expect("a writable folder");
    }
    let old = fs::read_to_string(&path).unwrap_or_default();
    let old = serde_json::from_str(&old).unwrap_or_default();
    if let Some(difference) = difference(&old, new, "") {
        panic!(
            "tests/golden/{name}: {difference}\n\
             If that is meant: UPDATE_SCHEMAS=1 cargo test --features schema --test schema"
        );
    }
}

#[test]
fn the_bundles_are_as_they_were() {
    compare("bundle.wire.json", &schema::bundle(Profile::Wire));
    compare("bundle.strict.json", &schema::bundle(Profile::Strict));
}

#[test]
fn the_openapi_document_is_as_it_was() {
    let mut document = schema::openapi(Profile::Wire);
    assert_eq!(document["info"]["version"], env!("CARGO_PKG_VERSION"));
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
