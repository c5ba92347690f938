//! The events: their names, and what each carries.

use super::examples;
use crate::describe::{Node, text};
use crate::family::Family;
use crate::model::{MemberForm, ObjectForm, ValueForm};
use crate::webhook::form_of;

/// An event of a family.
#[derive(Clone, Copy)]
pub(super) struct Event {
    pub(super) family: Family,
    name: &'static ValueForm,
}

/// Every event: by family, and in the order of a life.
pub(super) fn all() -> impl Iterator<Item = Event> {
    Family::ALL.into_iter().flat_map(|family| {
        let names = named_by(family).and_then(|(_, member)| member.form.values());
        names.map_or(&[][..], |names| names.known).iter().map(move |name| Event { family, name })
    })
}

/// The member that names the event, and the object that has it.
pub(super) fn named_by(family: Family) -> Option<(&'static ObjectForm, &'static MemberForm)> {
    let body = form_of(family);
    let message = body.member("message").and_then(|member| member.form.object());
    let object = message.unwrap_or(body);
    let member = object.member(if message.is_some() { "type" } else { "event" })?;
    Some((object, member))
}

impl Event {
    /// The event's name on the wire.
    pub(super) fn wire(self) -> &'static str {
        self.name.wire
    }

    /// The name of its schema's file.
    pub(super) fn file(self) -> String {
        self.wire().replace('_', "-")
    }

    /// What the event tells, in a sentence or two.
    pub(super) fn description(self) -> String {
        text::description(self.name.doc)
    }

    /// The body that it comes in.
    pub(super) fn body(self) -> &'static ObjectForm {
        form_of(self.family)
    }

    /// The name of its definition.
    pub(super) fn definition(self) -> String {
        self.camel() + "Event"
    }

    /// The event's name as types are called.
    pub(super) fn camel(self) -> String {
        let mut name = String::new();
        for word in self.wire().split(['-', '_']) {
            name.extend(word.chars().take(1).map(|first| first.to_ascii_uppercase()));
            name.extend(word.chars().skip(1));
        }
        name
    }

    /// The names of the members at `pointer` in bodies of this event, as the fixtures show them.
    pub(super) fn carried(self, pointer: &str) -> Vec<String> {
        let mut carried = Vec::new();
        for example in examples::of(&self.file()) {
            let object = example.value.pointer(pointer).map_or(&[][..], Node::members);
            carried.extend(object.iter().map(|(name, _)| name.clone()));
        }
        carried
    }
}
