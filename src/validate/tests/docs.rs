//! The codes in the docs.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::places::{Place, ROOTS, places, present};
use crate::model::{Code, Form, Severity};
use crate::validate::bounds::{COST_TOLERANCE, DURATION_TOLERANCE};
use crate::validate::{CODES, code};

/// The places whose bound has this code.
fn bounded<'a>(all: &'a [Place], code: &'a Code) -> impl Iterator<Item = &'a Place> {
    all.iter().filter(move |place| place.member().bound.is_some_and(|bound| bound.code == code))
}

/// What the bounds with this code, or else the code itself, expect: one text, or the docs were wrong.
fn expected(all: &[Place], code: &Code) -> String {
    let bounds = bounded(all, code).filter_map(|place| place.member().bound).map(ToString::to_string);
    let own = Some(code.expected.to_owned()).filter(|own| !own.is_empty());
    let texts: BTreeSet<_> = bounds.chain(own).collect();
    assert_eq!(texts.len(), 1, "{}: {texts:?}", code.as_str());
    texts.into_iter().next().unwrap_or_default()
}

/// The places as the docs give them: pointers below one object in one entry.
fn listed(places: &[String]) -> String {
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

/// The codes, a paragraph each: a table of this width breaks words.
fn list() -> String {
    let all = places();
    let mut list = String::new();
    for severity in [Severity::Error, Severity::Warning] {
        let heading = if severity == Severity::Error { "errors" } else { "warnings" };
        writeln!(list, "# Codes of {heading}\n").expect("writes");
        for code in CODES.iter().filter(|code| code.severity() == severity) {
            let of_bounds =
                bounded(&all, code).map(|place| format!("{}{}", place.root.prefix, place.pointer("*")));
            let of_rules = code.places.iter().map(|place| (*place).to_owned());
            let places = listed(&of_bounds.chain(of_rules).collect::<Vec<_>>());
            let (name, meaning, reason) = (code.as_str(), code.meaning(), code.reason());
            let expected = expected(&all, code);
            writeln!(list, "- **`{name}`**: {meaning}.\n  Expected: {expected}. Why: {reason}.")
                .expect("writes");
            writeln!(list, "  At {places}.").expect("writes");
        }
        list.push('\n');
    }
    list
}

/// `UPDATE_EXPECT=1 cargo test --lib validate` writes it anew.
#[test]
fn the_docs_list_every_code() {
    expect_test::expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/src/validate/codes.md")]
        .assert_eq(&list());
}

#[test]
fn every_code_has_a_place() {
    let all = places();
    for code in CODES {
        let has_bound = bounded(&all, code).next().is_some();
        assert!(has_bound || !code.places.is_empty(), "{}: nowhere", code.as_str());
        assert!(!code.reason().is_empty() && !code.reason().ends_with('.'), "{}: why?", code.as_str());
    }
    assert!(CODES.is_sorted_by_key(|code| code.severity() != Severity::Error), "errors first");
}

/// Whether there is a member on this way; `*` is any element or member.
fn exists(form: Form, way: &[&str]) -> bool {
    let Some((first, rest)) = way.split_first() else { return true };
    match present(form) {
        Form::Array(of) => *first == "*" && exists(*of, rest),
        Form::Object(object) => object
            .members
            .iter()
            .any(|member| (*first == "*" || *first == member.wire) && exists(member.form, rest)),
        _ => false,
    }
}

#[test]
fn the_places_of_rules_are_there() {
    for code in CODES {
        for place in code.places.iter().filter(|place| !place.starts_with("any ")) {
            let (prefix, pointer) = place.split_at(place.find('/').expect("a pointer"));
            let way: Vec<_> = pointer.split('/').skip(1).collect();
            let mut roots = ROOTS.iter().filter(|root| root.prefix == prefix);
            assert!(roots.any(|root| exists(Form::Object(root.form), &way)), "{}: {place}", code.as_str());
        }
    }
}

#[test]
fn tolerances_are_those_of_the_rules() {
    assert!(code::COST_TOTAL.expected.ends_with(&format!("give or take {COST_TOLERANCE}")));
    assert!(code::DURATION_MISMATCH.expected.ends_with(&format!("give or take {DURATION_TOLERANCE} s")));
}
