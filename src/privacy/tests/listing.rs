//! The list of all members with their classes, and what a class may be given to.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use expect_test::expect_file;

use super::ROOTS;
use super::fixtures::files;
use crate::wire::{Class, Info};

/// The texts that are ids, and therefore clear. Every other text is personal; think of a log
/// file before you add one.
const IDS: [&str; 11] = [
    "_id",
    "assistantId",
    "assistantKnowledgeBaseIds",
    "assistantToolIds",
    "botMessageId",
    "conversationId",
    "id",
    "messageId",
    "teamId",
    "userMessageId",
    // The vendor's id of a voice; its name is `voiceName`.
    "voice",
];

const HEAD: &str = "\
# What this crate treats as personal, member by member.
#
# One line a member of the wire: its place, its class, what kind of value it is. `[]` stands
# for each element of a list.
#
# clear      An id, a known word, a time, a count, a measure, an amount, a switch.
#            Logs show it as it is, and redacted copies keep it. A word that is not known,
#            and text where a time or a number should be, is treated as personal.
# personal   What people said, names, telephone numbers, prompts, labels, free text, and
#            data in the customer's own shape, names of its members included.
#            Logs show its kind and length; redacted copies have a placeholder.
# secret     A credential. Logs show that there is one; redacted copies have a placeholder.
# location   Where a recording lies, or an address. Logs show kind and length; redacted
#            copies have a placeholder.
# nested     An object; what counts is the class of each of its members.
#
# Members that are not in this list (the platform adds some from time to time) are treated
# as personal, whatever they hold; only their own name is shown.
#
# Written by a test from the declarations. To renew it after a change:
#     UPDATE_EXPECT=1 cargo test --lib privacy
# and look at the difference: every line that became `clear` will be seen in logs.
";

/// The words for a class.
fn named(class: Class) -> &'static str {
    match class {
        Class::Clear => "clear",
        Class::Nested => "nested",
        Class::Personal => "personal",
        Class::Secret => "secret",
        Class::Location => "location",
    }
}

/// A type in words that need no Rust.
fn described(rust: &str, class: Class) -> String {
    let inner = |outer: &str| rust.strip_prefix(outer)?.strip_suffix('>');
    for transparent in ["Option<", "Box<"] {
        if let Some(rust) = inner(transparent) {
            return described(rust, class);
        }
    }
    if let Some(rust) = inner("Vec<") {
        return format!("list of: {}", described(rust, class));
    }
    if let Some(rust) = inner("OneOrMany<") {
        let one = described(rust, class);
        return format!("{one}; or list of: {one}");
    }
    if let Some(rust) = inner("Loose<") {
        return format!("{}; or anything, then personal", described(rust, class));
    }
    if let Some(rust) = inner("BTreeMap<String, ") {
        return format!("map with the customer's keys, of: {}", described(rust, class));
    }
    match rust {
        "String" if class == Class::Clear => "id",
        "String" => "text",
        "bool" => "switch",
        "i64" | "Number" => "number",
        "NumberOrText" => "number; or text, then personal",
        "Timestamp" => "time",
        "Secret" => "credential",
        "Distribution" => "histogram",
        "FreeForm" => "the customer's own data",
        "Value" | "serde_json::Value" => "anything",
        _ if class == Class::Nested => "object",
        _ => "known word",
    }
    .to_owned()
}

/// Shows `each` every member below a table, with its place.
fn walk(at: &str, members: &'static [Info], each: &mut impl FnMut(&str, &Info)) {
    for info in members {
        let list = if info.rust.contains("Vec<") { "[]" } else { "" };
        let place = format!("{at}{}{list}", info.wire);
        each(&place, info);
        if let Some(members) = (info.members)() {
            walk(&format!("{place}."), members, each);
        }
    }
}

fn listing() -> String {
    let mut text = HEAD.to_owned();
    for (what, members) in ROOTS {
        write!(text, "\n## {what}\n\n").expect("writes");
        walk("", members, &mut |place, info| {
            let (class, kind) = (named(info.class), described(info.rust, info.class));
            writeln!(text, "{place:<64} {class:<9} {kind}").expect("writes");
        });
    }
    text
}

#[test]
fn the_list_for_reviewers_is_up_to_date() {
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/privacy.txt");
    expect_file![golden].assert_eq(&listing());
}

/// What is wrong with the class of a member, if anything.
fn objection(wire: &str, rust: &str, class: Class, has_members: bool) -> Option<&'static str> {
    let is = |word: &str| rust.contains(word);
    // Of these the types themselves show and keep only what is known to be harmless.
    let text = is("String") && !is("BTreeMap<String");
    let free = is("FreeForm") || is("Value") || is("BTreeMap");
    match class {
        Class::Clear if text && !IDS.contains(&wire) => Some("text that is not on the list of ids"),
        Class::Clear if free => Some("data or keys of the caller's"),
        Class::Clear | Class::Personal | Class::Location if is("Secret") => Some("a credential"),
        Class::Personal | Class::Location | Class::Secret if !text && !free && !is("Secret") => {
            Some("nothing to hide")
        }
        _ if (class == Class::Nested) != has_members => Some("nested or not"),
        _ => None,
    }
}

#[test]
fn every_class_fits_its_type() {
    let mut wrong = BTreeSet::new();
    for (what, members) in ROOTS {
        walk("", members, &mut |place, info| {
            let has_members = (info.members)().is_some();
            if let Some(objection) = objection(info.wire, info.rust, info.class, has_members) {
                wrong.insert(format!("{what}: {place}: {} is {objection}", named(info.class)));
            }
        });
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_wrong_class_is_objected_to() {
    let wrong = |rust, class| objection("note", rust, class, false);
    for (rust, class) in [
        ("Option<String>", Class::Clear),
        ("Option<Vec<String>>", Class::Clear),
        ("Option<FreeForm>", Class::Clear),
        ("Option<serde_json::Value>", Class::Clear),
        ("Option<BTreeMap<String, Number>>", Class::Clear),
        ("Option<Secret>", Class::Personal),
        ("Option<Direction>", Class::Personal),
        ("Option<String>", Class::Nested),
    ] {
        assert!(wrong(rust, class).is_some(), "{rust} as {class:?}");
    }
    assert!(wrong("Option<String>", Class::Personal).is_none());
    assert!(wrong("Option<NumberOrText>", Class::Clear).is_none());
}

#[test]
fn no_declaration_is_left_out() {
    let mut listed = BTreeSet::new();
    for (_, members) in ROOTS {
        walk("", members, &mut |_, info| {
            listed.insert((info.wire.to_owned(), named(info.class).to_owned()));
        });
    }
    let mut declared = BTreeSet::new();
    for (file, text) in files("src", "rs") {
        let file = file.to_string_lossy().replace('\\', "/");
        if file.contains("/src/wire/") || file.contains("/tests") {
            continue;
        }
        for line in text.lines().filter_map(|line| line.trim().strip_prefix("#[wire(\"")) {
            let (wire, rest) = line.split_once("\", ").expect("a name and a class");
            let class = rest.trim_end_matches(")]").split(',').next().unwrap_or_default();
            declared.insert((wire.to_owned(), class.to_owned()));
        }
    }
    assert_eq!(declared, listed);
}
