//! Whole documents out of definitions.

use super::definitions::Definitions;
use super::node::{Node, node};
use super::payloads::TYPES;
use super::writer::{Kind, reference};
use super::{Profile, events, examples, text};
use crate::Family;

/// The dialect of every schema.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of any body, with all definitions.
pub(super) fn bundle(profile: Profile) -> Node {
    let mut definitions = Definitions::new(profile, Kind::JsonSchema);
    let mut root = definitions.any_body();
    let mut examples = Vec::new();
    for (family, union) in UNIONS {
        let of_family: Vec<_> = events::all().filter(|event| event.family == family).collect();
        examples.extend(of_family.iter().filter_map(|event| Some(examples::of(&event.file()).next()?.value)));
        let names: Vec<_> = of_family.into_iter().map(|event| definitions.event(event)).collect();
        let references: Vec<_> = names.iter().map(|name| reference(Kind::JsonSchema, name)).collect();
        let union_of_family = node! {
            "title": union,
            "description": format!("The known events of the family {family}; others may come."),
            "anyOf": references,
        };
        definitions.add(union.to_owned(), union_of_family);
    }
    for (_, form) in TYPES {
        definitions.object(form());
    }
    if let Some(description) = root.get("description").and_then(Node::as_str) {
        let description = format!("{description}\n\n{}", text::PROVENANCE);
        root.set("description", description.as_str());
        if root.get("markdownDescription").is_some() {
            root.set("markdownDescription", description);
        }
    }
    document(&root, "bundle", profile, examples.into(), definitions.finish())
}

/// The known events of a family together, for code that branches on the event.
const UNIONS: [(Family, &str); 3] = [
    (Family::ServerMessage, "KnownServerMessageRequest"),
    (Family::Campaign, "KnownCampaignEvent"),
    (Family::Workflow, "KnownWorkflowEvent"),
];

/// A document a payload, with its name.
pub(super) fn payloads(profile: Profile) -> Vec<(String, Node)> {
    let make = |file: &str, name: &dyn Fn(&mut Definitions) -> String| {
        let mut definitions = Definitions::new(profile, Kind::JsonSchema);
        let name = name(&mut definitions);
        let mut made = definitions.finish();
        // The root is no definition of its own, unless something below it is of its type.
        let place = made.iter().position(|(other, _)| *other == name).unwrap_or_default();
        let mut root = if refers_to(&made, &name) { made[place].1.clone() } else { made.remove(place).1 };
        root.set("$comment", text::PROVENANCE);
        let examples = examples::of(file).map(|example| example.value).collect::<Node>();
        (file.to_owned(), document(&root, file, profile, examples, made))
    };
    let events = events::all().map(|event| make(&event.file(), &|definitions| definitions.event(event)));
    let types = TYPES.iter().map(|(file, form)| make(file, &|definitions| definitions.object(form())));
    events.chain(types).collect()
}

/// Whether a definition refers to that of `name`.
fn refers_to(definitions: &[(String, Node)], name: &str) -> bool {
    fn refers(node: &Node, reference: &Node) -> bool {
        let is_reference = node.get("$ref").is_some() && node.get("$ref") == reference.get("$ref");
        let members = node.members().iter().map(|(_, value)| value);
        is_reference || members.chain(node.elements()).any(|value| refers(value, reference))
    }
    let reference = reference(Kind::JsonSchema, name);
    definitions.iter().any(|(_, definition)| refers(definition, &reference))
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
