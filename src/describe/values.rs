//! Schemas of what `open_enum!` declares.

use super::Profile;
use super::node::{Node, node};
use super::text;
use super::writer::{Kind, Named, Writer};
use crate::model::{ValueForm, ValuesForm};

impl Writer<'_> {
    /// The schema of an open enum: any text, with the known ones named. In the strict profile the known
    /// ones alone, if a source gives the whole set.
    pub(super) fn values(&mut self, form: &'static ValuesForm) -> Node {
        let closed = self.is_closed(form);
        let description = description(form, closed);
        let schema = self.described(form.name, &description);
        if closed {
            return schema.with(self.listed(form));
        }
        let known = (self.refer)(Named::Known(form));
        let other = match self.kind {
            Kind::OpenApi => (self.refer)(Named::OtherText),
            // Written so, TypeScript still offers the known ones.
            Kind::JsonSchema => node! {"type": "string", "tsType": "(string & {})"},
        };
        schema.with([("anyOf".to_owned(), [known, other].into())])
    }

    /// Whether only the known texts are let through.
    pub(super) fn is_closed(&self, form: &ValuesForm) -> bool {
        form.complete && self.profile == Profile::Strict
    }

    /// The schema of the known texts of an open enum.
    pub(super) fn known(&mut self, form: &'static ValuesForm) -> Node {
        let description = format!("The known values of {}; others may come.", form.name);
        self.described(&Named::Known(form).name(self.kind), &description).with(self.listed(form))
    }

    fn listed(&self, form: &'static ValuesForm) -> Vec<(String, Node)> {
        let listed = spelled_once(form);
        let mut keywords = vec![
            ("type".to_owned(), "string".into()),
            ("enum".to_owned(), listed.iter().map(|value| value.wire).collect()),
        ];
        if self.is_for_editors() {
            let meanings = listed.iter().map(|value| text::line(value.doc)).collect();
            keywords.push(("enumDescriptions".to_owned(), meanings));
        }
        keywords
    }
}

/// The known texts without those that differ from one before in case or separator only: the names
/// that generators make of them would be the same. (The description has all.)
fn spelled_once(form: &'static ValuesForm) -> Vec<&'static ValueForm> {
    let fold = |value: &ValueForm| value.wire.to_ascii_lowercase().replace('_', "-");
    let mut listed: Vec<&ValueForm> = Vec::new();
    for value in form.known {
        if !listed.iter().any(|before| fold(before) == fold(value)) {
            listed.push(value);
        }
    }
    listed
}

/// What an open enum is, and what its values mean.
fn description(form: &ValuesForm, closed: bool) -> String {
    let values = form.known.iter().map(|value| {
        let name = if value.wire.is_empty() { "the empty string" } else { &format!("`{}`", value.wire) };
        format!("\n- {name}: {}", text::line(value.doc))
    });
    let values: String = values.collect();
    let others = if closed { "" } else { "\n\nOther values may come." };
    format!("{}\n\nKnown values:\n{values}{others}", text::description(form.doc))
}
