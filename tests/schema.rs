//! The exported documents as they were when somebody last looked at them: those in the folder `schema`,
//! which people read and the package carries.
//!
//! `UPDATE_EXPECT=1 cargo test --features schema --test schema` writes them anew; read the
//! difference: it is what docs pipelines and code generators will see.

#![cfg(feature = "schema")]

#[path = "schema/breaking.rs"]
mod breaking;
mod support;

use std::collections::BTreeSet;
use std::{env, fs};

use interactly_webhooks::Family;
use interactly_webhooks::schema::{self, Profile};
use serde_json::Value;
use support::{events_of, golden, repository};

/// The recorded files.
const RECORDED: [(Profile, &str); 4] = [
    (Profile::Wire, "bundle.schema.json"),
    (Profile::Wire, "openapi.json"),
    (Profile::Wire, "index.html"),
    (Profile::Strict, "bundle.schema.json"),
];

fn place(profile: Profile, file: &str) -> String {
    format!("../schema/{}/{file}", profile.as_str())
}

fn exported(profile: Profile, file: &str) -> String {
    let files = schema::files(profile);
    files.into_iter().find(|(name, _)| name == file).expect("it is exported").1
}

#[test]
fn nothing_breaks_who_reads_the_recorded_documents() {
    if env::var_os("UPDATE_EXPECT").is_some() {
        return; // They are written anew.
    }
    let mut broken = Vec::new();
    for (profile, file) in RECORDED {
        if file == "index.html" {
            continue;
        }
        let path = support::folder().with_file_name(place(profile, file));
        let old = fs::read_to_string(&path).expect("it is recorded");
        let [old, new] =
            [old, exported(profile, file)].map(|text| serde_json::from_str::<Value>(&text).expect("JSON"));
        let found = breaking::differences(&old, &new).into_iter();
        broken.extend(found.map(|difference| format!("{} {file}: {difference}", profile.as_str())));
    }
    assert!(
        broken.is_empty(),
        "{} differences break readers; UPDATE_EXPECT=1 accepts them:\n{}",
        broken.len(),
        broken.join("\n")
    );
}

#[test]
fn the_recorded_documents_are_as_exported() {
    for (profile, file) in RECORDED {
        golden(&place(profile, file)).assert_eq(&exported(profile, file));
    }
}

#[test]
fn who_validates_is_told_of_every_keyword_beside_the_standard() {
    let list = schema::KEYWORDS.map(|keyword| format!("\"{keyword}\"")).join(", ");
    for file in ["schema/README.md", "tests/downstream/verdicts.mjs"] {
        let text = fs::read_to_string(repository().join(file)).expect("it is there");
        assert!(text.contains(&format!("[{list}]")), "{file}: {list}");
    }
}

#[test]
fn every_payload_is_a_part_of_the_bundle() {
    for profile in [Profile::Wire, Profile::Strict] {
        let bundle = schema::bundle(profile);
        let payloads = schema::payloads(profile);
        // Beside them there are the bundle, the OpenAPI document and the page.
        assert_eq!(payloads.len(), schema::files(profile).len() - 3);
        for (name, mut payload) in payloads {
            let file: Value =
                serde_json::from_str(&exported(profile, &format!("{name}.schema.json"))).expect("JSON");
            assert_eq!(payload, file, "{name}");
            for (definition, schema) in payload["$defs"].as_object().expect("definitions") {
                assert_eq!(*schema, bundle["$defs"][definition], "{name}: {definition}");
            }
            let title = payload["title"].as_str().expect("a title").to_owned();
            let root = payload.as_object_mut().expect("an object");
            for own in ["$schema", "$id", "$comment", "examples", "$defs"] {
                root.remove(own).unwrap_or_else(|| panic!("{name}: {own}"));
            }
            let mut of_bundle = bundle["$defs"][&title].clone();
            of_bundle.as_object_mut().expect("a definition").remove("$comment");
            assert_eq!(payload, of_bundle, "{name}");
        }
    }
}

#[test]
fn a_payload_is_what_its_name_says_and_defines_what_it_refers_to() {
    for profile in [Profile::Wire, Profile::Strict] {
        let payloads = schema::payloads(profile);
        for file in ["hang", "known-event"] {
            assert!(payloads.iter().any(|(name, _)| name == file), "{file}");
        }
        for (name, payload) in payloads {
            let title = payload["title"].as_str().expect("a title").to_lowercase();
            assert!(title.starts_with(&name.replace('-', "")), "{name}: {title}");
            assert!(
                payload["examples"].as_array().is_some_and(|examples| !examples.is_empty()),
                "{name}: name a fixture in src/schema/examples.rs"
            );
            let text = payload.to_string();
            assert!(!text.contains("crate::"), "{name}: a link that leads nowhere outside of Rust");
            let defined: BTreeSet<_> =
                payload["$defs"].as_object().expect("definitions").keys().map(String::as_str).collect();
            let references = text.split("\"$ref\":\"#/$defs/").skip(1);
            let used: BTreeSet<_> = references.filter_map(|behind| behind.split('"').next()).collect();
            assert_eq!(defined, used, "{name}");
        }
    }
}

/// The members of an object in the order of the text, two levels above `indent`.
fn names_in_order(text: &str, behind: &str) -> Vec<String> {
    let (_, text) = text.split_once(behind).expect("it is there");
    let first = text.lines().nth(1).expect("a member");
    let indent = first.len() - first.trim_start().len();
    let lines = text.lines().skip(1).take_while(|line| line.len() - line.trim_start().len() >= indent);
    let at_indent = lines.filter(|line| line.len() - line.trim_start().len() == indent);
    let names = at_indent.filter_map(|line| line.trim_start().strip_prefix('"')?.split_once('"'));
    names.map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn files_keep_the_order_of_life_and_wire() {
    let openapi = exported(Profile::Wire, "openapi.json");
    let events: Vec<_> = Family::ALL.into_iter().flat_map(events_of).collect();
    assert_eq!(names_in_order(&openapi, "\"webhooks\": {"), events);
    let (_, recording) = openapi.split_once("\"Recording\": {").expect("a definition");
    assert_eq!(names_in_order(recording, "\"properties\": {"), ["s3Bucket", "path"]);
}
