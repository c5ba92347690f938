//! Whole documents out of definitions.

use super::definitions::Definitions;
use super::payloads::TYPES;
use super::{events, examples};
use crate::describe::{Kind, Node, Profile, node, text};
use crate::family::Family;
use crate::webhook::form_of;

/// The dialect of every schema.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of any body, with all definitions.
pub(super) fn bundle(profile: Profile) -> Node {
    let mut definitions = Definitions::new(profile, Kind::JsonSchema);
    let mut root = definitions.any_body();
    known_event(&mut definitions);
    for (_, form) in TYPES {
        definitions.object(form());
    }
    for keyword in ["description", "markdownDescription"] {
        if let Some(description) = root.get(keyword).and_then(Node::as_str) {
            let description = format!("{description}\n\n{}", text::PROVENANCE);
            root.set(keyword, description);
        }
    }
    document(&root, "bundle", profile, an_example_each(), definitions.finish())
}

/// The file of the schema of the known events.
const KNOWN_EVENT: &str = "known-event";

/// Makes the definition of the known events, for code that branches on them, and gives its name.
fn known_event(definitions: &mut Definitions) -> String {
    let families = Family::ALL.into_iter().filter(|family| family.decided_by().is_some());
    let known: Vec<_> = families
        .map(|family| {
            let name = format!("Known{}", form_of(family).name);
            let of_family = events::all().filter(|event| event.family == family);
            let events: Vec<_> = of_family.map(|event| definitions.event(event)).collect();
            let description = format!("The known events of the family {family}; others may come.");
            definitions.any_of(name, &description, &events)
        })
        .collect();
    definitions.any_of("KnownEvent".to_owned(), "The known events; others may come.", &known)
}

/// The first example of every event.
fn an_example_each() -> Node {
    events::all().filter_map(|event| Some(examples::of(&event.file()).next()?.value)).collect()
}

/// A document a payload, with its name.
pub(super) fn payloads(profile: Profile) -> Vec<(String, Node)> {
    let make = |file: &str, name: &dyn Fn(&mut Definitions) -> String| {
        let mut definitions = Definitions::new(profile, Kind::JsonSchema);
        let name = name(&mut definitions);
        let mut made = definitions.finish();
        // The root is not a definition of its own: nothing below a payload is of its type.
        let place = made.iter().position(|(other, _)| *other == name).unwrap_or_default();
        let mut root = made.remove(place).1;
        root.set("$comment", text::PROVENANCE);
        let own: Node = examples::of(file).map(|example| example.value).collect();
        let examples = if file == KNOWN_EVENT { an_example_each() } else { own };
        (file.to_owned(), document(&root, file, profile, examples, made))
    };
    let events = events::all().map(|event| make(&event.file(), &|definitions| definitions.event(event)));
    let types = TYPES.iter().map(|(file, form)| make(file, &|definitions| definitions.object(form())));
    events.chain([make(KNOWN_EVENT, &known_event)]).chain(types).collect()
}

fn document(
    root: &Node,
    file: &str,
    profile: Profile,
    examples: Node,
    definitions: Vec<(String, Node)>,
) -> Node {
    let (version, profile) = (env!("CARGO_PKG_VERSION"), profile.as_str());
    let head = node! {
        "$schema": DIALECT,
        "$id": format!("https://interactly-webhooks.example/{version}/{profile}/{file}.schema.json"),
    };
    head.with(root.members().to_vec())
        .with([("examples".to_owned(), examples), ("$defs".to_owned(), definitions.into_iter().collect())])
}
