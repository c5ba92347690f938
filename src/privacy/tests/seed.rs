//! Bodies with a marker wherever a text or a key can stand that is not an id.

use serde_json::{Map, Value, json};

use super::innermost;
use crate::model::{Class, Form, MemberForm, ObjectForm};

/// Part of every marker, and of nothing else.
pub(super) const MARKER: &str = "zq7Jane";

/// Makes markers, each another one.
#[derive(Default)]
pub(super) struct Markers {
    pub(super) made: usize,
    /// Whether known words, times and bounds of histograms stay, so that the ways for known
    /// events are taken.
    pub(super) keep_known: bool,
}

impl Markers {
    fn text(&mut self) -> String {
        self.made += 1;
        format!("{MARKER} {} /~\"\n", self.made)
    }

    fn value(&mut self) -> Value {
        json!({ self.text(): self.text(), self.text(): [self.text(), { self.text(): self.text() }] })
    }

    /// Puts markers into all of `value`.
    fn everywhere(&mut self, value: &mut Value) {
        match value {
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
            Value::String(text) => *text = self.text(),
            Value::Array(array) => array.iter_mut().for_each(|value| self.everywhere(value)),
            Value::Object(members) => {
                for (_, mut value) in std::mem::take(members) {
                    self.everywhere(&mut value);
                    members.insert(self.text(), value);
                }
            }
        }
    }

    /// Puts markers into `body`, an object of the form, and an unknown member into it and
    /// each object below. Names of members stay.
    pub(super) fn seed(&mut self, body: &mut Map<String, Value>, form: &ObjectForm) {
        for (name, value) in &mut *body {
            match form.member(name) {
                None => self.everywhere(value),
                Some(member) => self.seed_member(value, member),
            }
        }
        body.insert("newMember".to_owned(), self.value());
        body.insert("newText".to_owned(), self.text().into());
    }

    fn seed_member(&mut self, value: &mut Value, member: &MemberForm) {
        let is_id = matches!(innermost(member.form), Form::Text);
        let stays = member.class == Class::Clear && (self.keep_known || is_id);
        match (member.form.object(), value) {
            (Some(form), Value::Object(object)) => self.seed(object, form),
            (Some(_), Value::Array(array)) => {
                for value in array {
                    self.seed_member(value, member);
                }
            }
            (None, value) if !stays => self.everywhere(value),
            (None, _) => {}
            (Some(_), other) => self.everywhere(other),
        }
    }

    /// An object with every member of the form, filled with markers. `choice` chooses among
    /// the JSON types that a member can have.
    pub(super) fn every_member(&mut self, form: &ObjectForm, choice: usize) -> Value {
        let members = form.members.iter();
        let every =
            members.map(|member| (member.wire.to_owned(), self.member(member.form, member.class, choice)));
        let mut object: Map<_, _> = every.collect();
        object.insert("newMember".to_owned(), self.value());
        Value::Object(object)
    }

    fn member(&mut self, form: Form, class: Class, choice: usize) -> Value {
        match form {
            Form::Array(of) => json!([self.member(*of, class, choice), self.member(*of, class, choice + 1)]),
            Form::OneOrMany(of) => {
                let one = self.member(*of, class, choice);
                if choice.is_multiple_of(2) { one } else { json!([one]) }
            }
            Form::Loose(_) if choice.is_multiple_of(3) => self.text().into(),
            Form::Optional(of) | Form::Loose(of) => self.member(*of, class, choice),
            Form::Map(of) => {
                json!({ self.text(): self.member(*of, class, choice), self.text(): self.member(*of, class, choice) })
            }
            Form::Object(form) => self.every_member(form, choice),
            Form::Text if class == Class::Clear => json!("id-1"),
            Form::Boolean => json!(true),
            Form::Count | Form::Number => json!(7),
            Form::Distribution => json!({ "100": 1, self.text(): 2 }),
            Form::FreeObject | Form::Any => self.value(),
            Form::Text | Form::Secret | Form::Values(_) | Form::Time | Form::NumberOrText => {
                self.text().into()
            }
        }
    }
}

/// Whether a marker is in `text`, escaped or not.
pub(super) fn is_marked(text: &str) -> bool {
    text.contains(MARKER)
}
