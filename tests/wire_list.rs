//! The changelog's lists of what was added on the wire are, all together, what this crate models.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use interactly_webhooks::Family;
use serde_json::Value;
use support::{events_of, repository};

type Lists = BTreeMap<String, BTreeSet<String>>;

fn text(file: &str) -> String {
    fs::read_to_string(repository().join(file)).expect(file)
}

/// The texts between backticks; `""` is the empty one.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .map(|name| if name == "\"\"" { String::new() } else { name.to_owned() })
}

/// Every name that a section `Wire` lists, with what stands behind it. An item may be continued on
/// further lines, and a later release adds to an earlier one.
fn listed() -> Lists {
    let changelog = text("CHANGELOG.md");
    let sections = changelog.split("\n### Wire\n").skip(1);
    let mut lists = Lists::new();
    for section in sections.map(|section| section.split("\n## ").next().unwrap_or_default()) {
        for item in section.split("\n- ").skip(1) {
            let item = item.split("\n\n").next().unwrap_or_default();
            let mut names = quoted(item);
            let name = names.next().expect("a name");
            lists.entry(name).or_default().extend(names);
        }
    }
    lists
}

fn set<T: AsRef<str>>(values: &[T]) -> BTreeSet<String> {
    values.iter().map(|value| value.as_ref().to_owned()).collect()
}

/// The texts of an array in a schema, or the names of an object's members.
fn names(schema: &Value) -> Option<BTreeSet<String>> {
    match schema {
        Value::Array(values) => values.iter().map(|value| value.as_str().map(str::to_owned)).collect(),
        Value::Object(members) => Some(members.keys().cloned().collect()),
        _ => None,
    }
}

/// Whether a schema is that of a single event, which has no type of its own.
fn is_of_an_event(name: &str, events: &[&str]) -> bool {
    let Some(event) = name.strip_suffix("Event").or_else(|| name.strip_suffix("Message")) else {
        return false;
    };
    events.iter().any(|wire| {
        let mut words = wire.split(['-', '_']);
        let mut rest = event;
        words.all(|word| {
            let (start, behind) = rest.split_at_checked(word.len()).unwrap_or(("", rest));
            rest = behind;
            start.eq_ignore_ascii_case(word)
        }) && rest.is_empty()
    })
}

#[test]
fn families_and_events_are_listed() {
    let listed = listed();
    let families: Vec<_> = Family::ALL.iter().filter_map(|family| family.decided_by()).collect();
    assert_eq!(listed["Family"], set(&families));
    let lists: BTreeSet<_> = listed.into_values().collect();
    for family in Family::ALL.into_iter().filter(|family| family.decided_by().is_some()) {
        assert!(
            lists.contains(&set(&events_of(family))),
            "no list in CHANGELOG.md has the events of `{family}`"
        );
    }
}

/// The README's table of what is covered has each family, with its events.
#[test]
fn the_readme_names_families_and_events() {
    let readme = text("README.md");
    for family in Family::ALL {
        let Some(member) = family.decided_by() else { continue };
        let row =
            readme.lines().find(|line| line.starts_with('|') && line.contains(&format!("\"{member}\": …")));
        let row = row.unwrap_or_else(|| panic!("README.md has no row of `{member}`"));
        let named: BTreeSet<_> = quoted(row).collect();
        let missing: Vec<_> = set(&events_of(family)).difference(&named).cloned().collect();
        assert!(missing.is_empty(), "README.md lacks these events of `{member}`: {missing:?}");
    }
}

/// The recorded schema names every object and every set of values; another test holds it against
/// the code.
#[test]
fn objects_and_values_are_listed() {
    let listed = listed();
    let bundle: Value = serde_json::from_str(&text("schema/wire/bundle.schema.json")).expect("JSON");
    let events: Vec<_> = Family::ALL.into_iter().flat_map(events_of).collect();
    let mut seen = BTreeSet::from(["Family".to_owned()]);
    for (name, schema) in bundle["$defs"].as_object().expect("definitions") {
        if let Some(members) = names(&schema["properties"]).filter(|members| !members.is_empty()) {
            if !is_of_an_event(name, &events) {
                assert_eq!(
                    listed.get(name),
                    Some(&members),
                    "{name} in CHANGELOG.md, and in the recorded schema"
                );
                seen.insert(name.clone());
            }
        } else if let Some(values) = names(&schema["enum"]) {
            let name = name.strip_prefix("Known").expect("known values of a name");
            // Of spellings that mean the same the schema names one.
            let missing: Vec<_> = values.difference(&listed[name]).collect();
            assert!(missing.is_empty(), "{name}: {missing:?}");
            if name != "Language" {
                assert_eq!(listed[name], values, "{name} in CHANGELOG.md, and in the recorded schema");
            }
            seen.insert(name.to_owned());
        }
    }
    let listed: BTreeSet<_> = listed.into_keys().collect();
    assert_eq!(listed, seen);
}
