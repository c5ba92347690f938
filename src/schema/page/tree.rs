//! All objects and sets of values, with the places where they stand.

use crate::campaign::CampaignWebhookConfig;
use crate::family::Family;
use crate::message::assistant::AssistantServer;
use crate::model::{Form, MemberForm, ObjectForm, Record as _, ValuesForm};
use crate::outgoing::{ControlRequest, ControlResponse, ServerMessageResponse};
use crate::webhook::form_of;
use crate::workflow::WorkflowSubscription;

/// An object, and where it stands.
pub(super) struct Part {
    pub(super) object: &'static ObjectForm,
    /// Its places, by the names on the wire, with `[]` for the elements of an array.
    pub(super) paths: Vec<String>,
    /// What it is a part of.
    pub(super) group: &'static str,
}

impl Part {
    /// The place of a member.
    pub(super) fn path_of(&self, member: &MemberForm) -> String {
        below(self.paths.first().map(String::as_str).unwrap_or_default(), member)
    }

    /// Where the page tells of a member: its place, with the name of the body where that alone is not
    /// unique.
    fn anchor(&self, member: &MemberForm) -> String {
        let path = self.path_of(member);
        if path.contains('.') { path } else { format!("{}.{path}", self.object.name) }
    }
}

/// Everything that the page tells of.
pub(super) struct Tree {
    pub(super) parts: Vec<Part>,
    pub(super) values: Vec<&'static ValuesForm>,
}

/// What receivers write themselves: configurations and answers.
const WRITTEN: [fn() -> &'static ObjectForm; 6] = [
    || AssistantServer::OBJECT,
    || CampaignWebhookConfig::OBJECT,
    || WorkflowSubscription::OBJECT,
    || ServerMessageResponse::OBJECT,
    || ControlRequest::OBJECT,
    || ControlResponse::OBJECT,
];

impl Tree {
    pub(super) fn new() -> Self {
        let mut tree = Self { parts: Vec::new(), values: Vec::new() };
        for family in Family::ALL {
            if let Some(group) = super::name(family) {
                tree.object(form_of(family), String::new(), group);
            }
        }
        for form in WRITTEN {
            tree.object(form(), String::new(), "What you write");
        }
        tree
    }

    /// Where the page tells of a member of `object`.
    pub(super) fn anchor(&self, object: &ObjectForm, member: &MemberForm) -> String {
        let part = self.parts.iter().find(|part| std::ptr::eq(part.object, object));
        part.map_or_else(String::new, |part| part.anchor(member))
    }

    fn object(&mut self, object: &'static ObjectForm, path: String, group: &'static str) {
        if let Some(part) = self.parts.iter_mut().find(|part| std::ptr::eq(part.object, object)) {
            if !path.is_empty() {
                part.paths.push(path);
            }
            return;
        }
        self.parts.push(Part { object, paths: vec![path.clone()], group });
        for member in object.members {
            if let Some(values) = values(&member.form)
                && !self.values.iter().any(|known| std::ptr::eq(*known, values))
            {
                self.values.push(values);
            }
            if let Some(object) = member.form.object() {
                let many = if is_array(&member.form) { "[]" } else { "" };
                self.object(object, below(&path, member) + many, group);
            }
        }
    }
}

/// The values that stand here, in an array or under keys of the caller's.
fn values(form: &Form) -> Option<&'static ValuesForm> {
    match form {
        Form::Map(of) => of.values(),
        Form::Optional(of) => values(of),
        form => form.values(),
    }
}

fn below(path: &str, member: &MemberForm) -> String {
    if path.is_empty() { member.wire.to_owned() } else { format!("{path}.{}", member.wire) }
}

fn is_array(form: &Form) -> bool {
    match form {
        Form::Array(_) => true,
        Form::Optional(of) => is_array(of),
        _ => false,
    }
}
