//! Schemas of what `object!` declares.

use super::node::{Node, node};
use super::writer::{Kind, Writer};
use super::{Profile, bounds, text};
use crate::model::{Class, MemberForm, ObjectForm};

impl Writer<'_> {
    /// The schema of a wire object: any object whose known members have their types. Members that are
    /// not known are kept, so the wire profile says nothing of them.
    pub(super) fn object(&mut self, form: &'static ObjectForm) -> Node {
        let members = form.members.iter().map(|member| (member.wire.to_owned(), self.member(form, member)));
        let properties: Node = members.collect();
        let mut schema = self.described(form.name, &text::description(form.doc));
        schema.set("type", "object");
        let required: Vec<_> = form
            .members
            .iter()
            .filter(|member| member.form.is_required())
            .map(|member| member.wire)
            .collect();
        if !required.is_empty() {
            schema.set("required", required);
        }
        schema.set("properties", properties);
        if self.profile == Profile::Strict {
            schema.set("additionalProperties", false);
            schema = schema.with(bounds::conditions(form));
        }
        schema
    }

    /// The schema of a member.
    pub(crate) fn member(&mut self, object: &'static ObjectForm, member: &'static MemberForm) -> Node {
        // What is switched off is bound by nothing: the object says so.
        let schema = self.form(&member.form, member.bound.filter(|_| !object.switch));
        let mut description = text::description(member.doc);
        if let Some(bound) = member.bound {
            description = format!("{description}\n\n{}", bounds::in_words(bound));
        }
        let mut schema = self.with_description(node! {}, &description).with(beside(schema));
        if let Some(default) = member.default {
            schema.set("default", Node::read(default));
        }
        let examples = (self.seen)(object, member);
        // Editors insert the only value that they are given.
        let is_inserted = member.default.is_some() && self.is_for_editors();
        if !examples.is_empty() && !is_inserted {
            schema.set("examples", examples.to_vec());
        }
        if member.deprecated {
            schema.set("deprecated", true);
        }
        match member.class {
            Class::Clear | Class::Nested => {}
            Class::Personal | Class::Location => schema.set("x-phi", true),
            Class::Secret => schema.set("x-secret", true),
        }
        schema
    }

    /// The beginning of a schema.
    pub(crate) fn described(&self, title: &str, description: &str) -> Node {
        self.with_description(node! {"title": title}, description)
    }

    pub(crate) fn with_description(&self, mut schema: Node, description: &str) -> Node {
        schema.set("description", description);
        if self.is_for_editors() {
            schema.set("markdownDescription", description);
        }
        schema
    }

    /// Whether editors read it, which show more than the standard knows.
    pub(super) fn is_for_editors(&self) -> bool {
        self.profile == Profile::Strict && self.kind == Kind::JsonSchema
    }
}

/// The keywords of a schema, as they can stand beside a description: some tools take a reference beside
/// other keywords for a type of its own.
pub(crate) fn beside(schema: Node) -> Vec<(String, Node)> {
    if schema.get("$ref").is_some() {
        vec![("allOf".to_owned(), [schema].into())]
    } else {
        schema.members().to_vec()
    }
}
