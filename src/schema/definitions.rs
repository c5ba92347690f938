//! Definitions, each made once, in the order in which they are first referred to.

use std::collections::BTreeSet;

use super::events::Event;
use super::family;
use super::seen;
use crate::describe::{Kind, Named, Node, Profile, Writer, reference};
use crate::model::ObjectForm;

/// The definitions of a document, as far as they are asked for.
pub(super) struct Definitions {
    profile: Profile,
    kind: Kind,
    made: Vec<(String, Node)>,
    names: BTreeSet<String>,
    waiting: Vec<Named>,
}

impl Definitions {
    pub(super) fn new(profile: Profile, kind: Kind) -> Self {
        Self { profile, kind, made: Vec::new(), names: BTreeSet::new(), waiting: Vec::new() }
    }

    /// Writes with references to these definitions.
    fn write<T>(&mut self, write: impl FnOnce(&mut Writer<'_>) -> T) -> T {
        let (profile, kind, names, waiting) = (self.profile, self.kind, &mut self.names, &mut self.waiting);
        let mut refer = |named: Named| {
            let name = named.name(kind);
            let reference = reference(kind, &name);
            if names.insert(name) {
                waiting.push(named);
            }
            reference
        };
        write(&mut Writer { profile, kind, refer: &mut refer, seen: seen::of_member })
    }

    /// Makes the definitions of an event, and gives the name of its body's.
    pub(super) fn event(&mut self, event: Event) -> String {
        let made = self.write(|writer| writer.event(event));
        self.names.extend(made.iter().map(|(name, _)| name.clone()));
        self.made.extend(made);
        event.definition()
    }

    /// Makes the definition of a type, and gives its name.
    pub(super) fn object(&mut self, form: &'static ObjectForm) -> String {
        self.write(|writer| (writer.refer)(Named::Object(form)));
        form.name.to_owned()
    }

    /// Makes the definition of what satisfies one of others, and gives its name.
    pub(super) fn any_of(&mut self, name: String, description: &str, others: &[String]) -> String {
        let others: Vec<_> = others.iter().map(|other| reference(self.kind, other)).collect();
        let schema = self.write(|writer| writer.described(&name, description));
        self.names.insert(name.clone());
        self.made.push((name.clone(), schema.with([("anyOf".to_owned(), others.into())])));
        name
    }

    /// Writes the schema of any body.
    pub(super) fn any_body(&mut self) -> Node {
        self.write(family::any_body)
    }

    /// Makes what is still referred to, and gives all.
    pub(super) fn finish(mut self) -> Vec<(String, Node)> {
        while !self.waiting.is_empty() {
            for named in std::mem::take(&mut self.waiting) {
                let schema = self.write(|writer| writer.named(named));
                self.made.push((named.name(self.kind), schema));
            }
        }
        self.made
    }
}
