//! All objects and sets of values, with the places where they occur.

use crate::campaign::CampaignWebhookConfig;
use crate::family::Family;
use crate::message::assistant::AssistantServer;
use crate::model::{Form, MemberForm, ObjectForm, Record as _, ValuesForm};
use crate::outgoing::{ControlRequest, ControlResponse, ServerMessageResponse, ToolResult};
use crate::webhook::form_of;
use crate::workflow::WorkflowSubscription;

/// An object, and where it occurs.
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

    /// How deep it is below the body.
    pub(super) fn depth(&self) -> i64 {
        let path = self.paths.first().map(String::as_str).unwrap_or_default();
        let names = path.split('.').filter(|name| !name.is_empty()).count();
        i64::try_from(names).unwrap_or_default()
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
const WRITTEN: [fn() -> &'static ObjectForm; 7] = [
    || AssistantServer::OBJECT,
    || CampaignWebhookConfig::OBJECT,
    || WorkflowSubscription::OBJECT,
    || ServerMessageResponse::OBJECT,
    || ToolResult::OBJECT,
    || ControlRequest::OBJECT,
    || ControlResponse::OBJECT,
];

impl Tree {
    pub(super) fn new() -> Self {
        let families =
            Family::ALL.into_iter().filter_map(|family| Some((form_of(family), super::name(family)?)));
        let roots: Vec<_> = families.chain(WRITTEN.iter().map(|form| (form(), "What you send"))).collect();
        let mut tree = Self { parts: Vec::new(), values: Vec::new() };
        for (root, group) in roots {
            let places = places(root);
            tree.add(root, "", group, &places);
        }
        tree
    }

    /// Where the page tells of a member of `object`.
    pub(super) fn anchor(&self, object: &ObjectForm, member: &MemberForm) -> String {
        let part = self.parts.iter().find(|part| std::ptr::eq(part.object, object));
        part.map_or_else(String::new, |part| part.anchor(member))
    }

    /// Adds an object and what is below it, each where it is highest.
    fn add(&mut self, object: &'static ObjectForm, path: &str, group: &'static str, places: &[Place]) {
        let paths =
            || places.iter().filter(|(other, _)| std::ptr::eq(*other, object)).map(|(_, path)| path.clone());
        let is_known = self.parts.iter().any(|part| std::ptr::eq(part.object, object));
        if is_known || paths().next().is_none_or(|highest| highest != path) {
            return;
        }
        self.parts.push(Part { object, paths: paths().collect(), group });
        for member in object.members {
            if let Some(values) = values(&member.form)
                && !self.values.iter().any(|known| std::ptr::eq(*known, values))
            {
                self.values.push(values);
            }
        }
        for (object, path) in children(object, path) {
            self.add(object, &path, group, places);
        }
    }
}

/// An object at a place.
type Place = (&'static ObjectForm, String);

/// Every object below a body with every place, the highest first. Below one that occurs at several places, it is
/// the highest that counts.
fn places(root: &'static ObjectForm) -> Vec<Place> {
    let mut found = vec![(root, String::new())];
    let mut next = 0;
    while let Some((object, path)) = found.get(next).cloned() {
        let is_first = !found[..next].iter().any(|(before, _)| std::ptr::eq(*before, object));
        if is_first {
            found.extend(children(object, &path));
        }
        next += 1;
    }
    found
}

/// The objects at the members of an object at `path`.
fn children(object: &'static ObjectForm, path: &str) -> Vec<Place> {
    let child = |member: &'static MemberForm| {
        let many = if is_array(&member.form) { "[]" } else { "" };
        Some((member.form.object()?, below(path, member) + many))
    };
    object.members.iter().filter_map(child).collect()
}

/// The values here, in an array or under the caller's keys.
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
