//! The list of all members with their classes, and what a class may be given to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use expect_test::expect_file;

use super::fixtures::files;
use super::{innermost, present, roots};
use crate::message::call::Direction;
use crate::model::{Class, Form, Member, MemberForm, ObjectForm};
use crate::wire::{FreeForm, Number, NumberOrText, Secret};

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

/// Texts of this crate's own, with nothing of a body in them: where something was, and why it was odd.
const OURS: [&str; 2] = ["pointer", "reason"];

const HEAD: &str = "\
# What this crate treats as personal, member by member.
#
# One line a member of the wire: its place, its class, what kind of value it is. `[]` stands
# for each element of an array.
#
# clear      An id, a known word, a time, a count, a measure, an amount, a switch.
#            Logs show it as it is, and redacted copies keep it. A word that is not known,
#            and text where a time or a number should be, is treated as personal.
# personal   What people said, names, telephone numbers, prompts, labels, free text, and
#            data in the customer's own shape, names of its members included.
#            Logs show its kind and length; redacted copies have a placeholder.
# secret     A credential. Logs show that there is one; redacted copies have a placeholder.
# location   Where a recording is, or an address. Logs show kind and length; redacted
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

/// A form in words that need no Rust.
fn described(form: Form, class: Class) -> String {
    match form {
        Form::Optional(of) => return described(*of, class),
        Form::Array(of) => return format!("array of: {}", described(*of, class)),
        Form::OneOrMany(of) => {
            let one = described(*of, class);
            return format!("{one}; or array of: {one}");
        }
        Form::Loose(of) => return format!("{}; or anything, then personal", described(*of, class)),
        Form::Map(of) => return format!("map with the customer's keys, of: {}", described(*of, class)),
        Form::Text if class == Class::Clear => "id",
        Form::Text => "text",
        Form::Boolean => "switch",
        Form::Count | Form::Number => "number",
        Form::NumberOrText => "number; or text, then personal",
        Form::Time => "time",
        Form::Secret => "credential",
        Form::Distribution => "histogram",
        Form::FreeObject => "the customer's own data",
        Form::Any => "anything",
        Form::Object(_) => "object",
        Form::Values(_) => "known word",
    }
    .to_owned()
}

/// Shows `each` every member below an object, with its place.
fn walk(at: &str, form: &ObjectForm, each: &mut impl FnMut(&str, &MemberForm)) {
    for member in form.members {
        let elements = if matches!(present(member.form), Form::Array(_)) { "[]" } else { "" };
        let place = format!("{at}{}{elements}", member.wire);
        each(&place, member);
        if let Some(form) = member.form.object() {
            walk(&format!("{place}."), form, each);
        }
    }
}

fn listing() -> String {
    let mut text = HEAD.to_owned();
    for (what, form) in roots() {
        write!(text, "\n## {what}\n\n").expect("writes");
        walk("", form, &mut |place, member| {
            let is_ours = member.class == Class::Clear && OURS.contains(&member.wire);
            let kind = described(member.form, member.class);
            let (class, kind) = (named(member.class), if is_ours { "this crate's words" } else { &kind });
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
fn objection(wire: &str, form: Form, class: Class) -> Option<&'static str> {
    // Of all others the types themselves show and keep only what is known to be harmless.
    let is_map = matches!(present(form), Form::Map(_));
    let is_free = is_map || matches!(innermost(form), Form::FreeObject | Form::Any);
    let is_text = !is_map && matches!(innermost(form), Form::Text);
    let is_secret = matches!(innermost(form), Form::Secret);
    match class {
        Class::Clear if is_text && !IDS.contains(&wire) && !OURS.contains(&wire) => {
            Some("text that is not on the list of ids")
        }
        Class::Clear if is_free => Some("data or keys of the caller's"),
        Class::Clear | Class::Personal | Class::Location if is_secret => Some("a credential"),
        Class::Personal | Class::Location | Class::Secret if !is_text && !is_free && !is_secret => {
            Some("nothing to hide")
        }
        _ if (class == Class::Nested) != form.object().is_some() => Some("nested or not"),
        _ => None,
    }
}

#[test]
fn every_class_fits_its_type() {
    let mut wrong = BTreeSet::new();
    for (what, form) in roots() {
        walk("", form, &mut |place, member| {
            if let Some(objection) = objection(member.wire, member.form, member.class) {
                wrong.insert(format!("{what}: {place}: {} is {objection}", named(member.class)));
            }
        });
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_wrong_class_is_objected_to() {
    fn wrong<T: Member>(class: Class) -> Option<&'static str> {
        objection("note", T::FORM, class)
    }
    for (form, objection) in [
        ("a text", wrong::<Option<String>>(Class::Clear)),
        ("an array of texts", wrong::<Option<Vec<String>>>(Class::Clear)),
        ("an object of the caller's", wrong::<Option<FreeForm>>(Class::Clear)),
        ("any JSON", wrong::<Option<serde_json::Value>>(Class::Clear)),
        ("a map", wrong::<Option<BTreeMap<String, Number>>>(Class::Clear)),
        ("a credential", wrong::<Option<Secret>>(Class::Personal)),
        ("a known value", wrong::<Option<Direction>>(Class::Personal)),
        ("a nested text", wrong::<Option<String>>(Class::Nested)),
    ] {
        assert!(objection.is_some(), "{form}");
    }
    assert_eq!(wrong::<Option<String>>(Class::Personal), None);
    assert_eq!(wrong::<Option<NumberOrText>>(Class::Clear), None);
}

#[test]
fn no_declaration_is_left_out() {
    let mut listed = BTreeSet::new();
    for (_, form) in roots() {
        walk("", form, &mut |_, member| {
            listed.insert((member.wire.to_owned(), format!("{:?}", member.class)));
        });
    }
    let mut declared = BTreeSet::new();
    for (file, text) in files("src", "rs") {
        let file = file.to_string_lossy().replace('\\', "/");
        // The core and the macro speak of the attribute and declare nothing. A stored record holds bodies as they
        // came, and is not shown.
        let others = ["/src/model/", "/src/payload/", "/src/record/stored.rs", "/tests"];
        if others.iter().any(|other| file.contains(other)) {
            continue;
        }
        for declaration in text.split("#[wire(").skip(1) {
            let mut parts = declaration.split(',').map(str::trim);
            let mut part = || parts.next().expect("a name and a class").trim_end_matches(")]");
            let (wire, class) = (part().trim_matches('"').to_owned(), part());
            // A class without options ends where the attribute does.
            let class = class.split(')').next().unwrap_or_default().to_owned();
            declared.insert((wire, class));
        }
    }
    assert_eq!(declared, listed);
}
