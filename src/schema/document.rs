//! Whole documents out of definitions.

use std::collections::BTreeSet;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value};

use super::payloads::{self, Payload};
use super::{Profile, examples, strict};

/// The dialect of every schema.
pub(super) const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

pub(super) fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().into_generator()
}

/// All payloads, and all definitions in `profile`.
pub(super) fn all(profile: Profile) -> (Vec<Payload>, Map<String, Value>) {
    let (payloads, mut definitions) = payloads::all();
    if profile == Profile::Strict {
        for (name, definition) in &mut definitions {
            strict::close(definition, name);
        }
    }
    (payloads, definitions)
}

pub(super) fn bundle(profile: Profile) -> Value {
    let (payloads, mut definitions) = all(profile);
    let mut root = definitions.remove("Webhook").unwrap_or_default();
    let events = payloads.iter().filter(|payload| payload.event.is_some());
    root["examples"] = events.filter_map(|event| Some(examples::of(&event.name).next()?.value)).collect();
    root["$defs"] = definitions.into();
    identified(root, "bundle", profile)
}

pub(super) fn payloads(profile: Profile) -> Vec<(String, Value)> {
    let (payloads, definitions) = all(profile);
    let document = |payload: &Payload| {
        let mut root = definitions.get(&payload.definition).cloned().unwrap_or_default();
        let mut used = BTreeSet::new();
        collect_references(&root, &definitions, &mut used);
        root["examples"] = examples::of(&payload.name).map(|example| example.value).collect();
        let used = definitions.iter().filter(|(name, _)| used.contains(name.as_str()));
        root["$defs"] = used.map(|(name, definition)| (name.clone(), definition.clone())).collect();
        (payload.name.clone(), identified(root, &payload.name, profile))
    };
    payloads.iter().map(document).collect()
}

pub(super) fn of<T: JsonSchema>(profile: Profile) -> Value {
    let mut root = generator().into_root_schema_for::<T>().to_value();
    if profile == Profile::Strict {
        strict::close(&mut root, &T::schema_name());
        if let Some(Value::Object(definitions)) = root.get_mut("$defs") {
            for (name, definition) in definitions {
                strict::close(definition, name);
            }
        }
    }
    root
}

fn identified(mut root: Value, name: &str, profile: Profile) -> Value {
    let profile = profile.as_str();
    root["$schema"] = DIALECT.into();
    root["$id"] = format!("https://interactly-webhooks.example/schema/{profile}/{name}.schema.json").into();
    root
}

/// The names of all definitions that `schema` needs.
fn collect_references<'a>(schema: &Value, definitions: &'a Map<String, Value>, used: &mut BTreeSet<&'a str>) {
    match schema {
        Value::Object(members) => {
            let reference = members.get("$ref").and_then(Value::as_str);
            let name = reference.and_then(|reference| reference.strip_prefix("#/$defs/"));
            if let Some((name, definition)) = name.and_then(|name| definitions.get_key_value(name))
                && used.insert(name)
            {
                collect_references(definition, definitions, used);
            }
            members.values().for_each(|value| collect_references(value, definitions, used));
        }
        Value::Array(list) => list.iter().for_each(|value| collect_references(value, definitions, used)),
        _ => {}
    }
}
