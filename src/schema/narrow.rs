//! Schemas of single events.

use super::events::{Event, named_by};
use crate::describe::{Kind, Named, Node, Profile, Writer, beside, node, reference, text};
use crate::model::{MemberForm, ObjectForm};

impl Writer<'_> {
    /// The definitions of the event, the body's first.
    pub(super) fn event(&mut self, event: Event) -> Vec<(String, Node)> {
        let Some((object, member)) = named_by(event.family) else { return Vec::new() };
        let title = event.definition();
        if std::ptr::eq(object, event.body()) {
            let event = self.narrowed(event, &title, object, member, "");
            return vec![(title, event)];
        }
        let below = event.camel() + "Message";
        let message = self.narrowed(event, &below, object, member, "/message");
        let reference = reference(self.kind, &below);
        let property = self.with_description(node! {}, "What happened, and to which call.");
        let property = property.with(beside(reference));
        let properties: Node = [("message".to_owned(), property)].into_iter().collect();
        let mut body = self.described(&title, &event.description());
        body = body.with([
            ("type".to_owned(), "object".into()),
            ("required".to_owned(), ["message"].into()),
            ("properties".to_owned(), properties),
        ]);
        if self.profile == Profile::Strict {
            body.set("additionalProperties", false);
        }
        vec![(title, body), (below, message)]
    }

    /// The schema of `object` in this event: the members that it carries.
    fn narrowed(
        &mut self,
        event: Event,
        title: &str,
        object: &'static ObjectForm,
        names: &'static MemberForm,
        at: &str,
    ) -> Node {
        let carried = event.carried(at);
        let (here, absent): (Vec<_>, Vec<_>) =
            object.members.iter().partition(|member| carried.iter().any(|name| name == member.wire));
        let mut properties = node! {};
        for member in here {
            let schema = if std::ptr::eq(member, names) {
                let schema = self.with_description(node! {}, &text::description(member.doc));
                schema.with([("type".to_owned(), "string".into()), ("const".to_owned(), event.wire().into())])
            } else {
                self.member(object, member)
            };
            properties.set(member.wire, schema);
        }
        let required: Vec<_> = object
            .members
            .iter()
            .filter(|member| member.form.is_required() || std::ptr::eq(*member, names))
            .map(|member| member.wire)
            .collect();
        let mut schema = self.described(title, &event.description()).with([
            ("type".to_owned(), "object".into()),
            ("required".to_owned(), required.into()),
            ("properties".to_owned(), properties),
        ]);
        if self.profile == Profile::Strict {
            schema.set("additionalProperties", false);
        } else if self.kind == Kind::JsonSchema && !absent.is_empty() {
            // They do not come with this event; should one come, it has to be what it is elsewhere.
            let any = (self.refer)(Named::Object(object));
            let absent = absent.iter().map(|member| (member.wire.to_owned(), any.clone()));
            schema.set("dependentSchemas", absent.collect::<Node>());
        }
        schema
    }
}
