//! Bodies with a marker wherever a text or a key can stand that is not an id.

use serde_json::{Map, Value, json};

use crate::wire::{Class, Info};

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
            Value::Array(list) => list.iter_mut().for_each(|value| self.everywhere(value)),
            Value::Object(members) => {
                for (_, mut value) in std::mem::take(members) {
                    self.everywhere(&mut value);
                    members.insert(self.text(), value);
                }
            }
        }
    }

    /// Puts markers into `body`, an object with `members`, and an unknown member into it and
    /// each object below. Names of members stay.
    pub(super) fn seed(&mut self, body: &mut Map<String, Value>, members: &'static [Info]) {
        for (name, value) in &mut *body {
            match members.iter().find(|info| info.wire == name.as_str()) {
                None => self.everywhere(value),
                Some(info) => self.seed_member(value, info),
            }
        }
        body.insert("newMember".to_owned(), self.value());
        body.insert("newText".to_owned(), self.text().into());
    }

    fn seed_member(&mut self, value: &mut Value, info: &Info) {
        let is_clear = info.class == Class::Clear;
        let stays = is_clear && (self.keep_known || info.rust.contains("String"));
        match ((info.members)(), value) {
            (Some(members), Value::Object(object)) => self.seed(object, members),
            (Some(_), Value::Array(list)) => {
                for value in list {
                    self.seed_member(value, info);
                }
            }
            (None, value) if !stays => self.everywhere(value),
            (None, _) => {}
            (Some(_), other) => self.everywhere(other),
        }
    }

    /// An object with every member of `members`, filled with markers. `form` chooses among
    /// the forms that a member can have.
    pub(super) fn every_member(&mut self, members: &'static [Info], form: usize) -> Value {
        let every = members.iter().map(|info| (info.wire.to_owned(), self.member(info.rust, info, form)));
        let mut object: Map<_, _> = every.collect();
        object.insert("newMember".to_owned(), self.value());
        Value::Object(object)
    }

    fn member(&mut self, rust: &str, info: &Info, form: usize) -> Value {
        let inner = |outer: &str| rust.strip_prefix(outer)?.strip_suffix('>');
        if let Some(rust) = inner("Option<").or_else(|| inner("Box<")) {
            return self.member(rust, info, form);
        }
        if let Some(rust) = inner("Vec<") {
            return json!([self.member(rust, info, form), self.member(rust, info, form + 1)]);
        }
        if let Some(rust) = inner("OneOrMany<") {
            let one = self.member(rust, info, form);
            return if form.is_multiple_of(2) { one } else { json!([one]) };
        }
        if let Some(rust) = inner("Loose<") {
            return if form.is_multiple_of(3) { self.text().into() } else { self.member(rust, info, form) };
        }
        if let Some(rust) = inner("BTreeMap<String, ") {
            return json!({ self.text(): self.member(rust, info, form), self.text(): self.member(rust, info, form) });
        }
        match rust {
            "String" if info.class == Class::Clear => json!("id-1"),
            "bool" => json!(true),
            "i64" | "Number" => json!(7),
            "Distribution" => json!({ "100": 1, self.text(): 2 }),
            "FreeForm" | "Value" | "serde_json::Value" => self.value(),
            _ => match (info.members)() {
                Some(members) => self.every_member(members, form),
                // Text, a credential, a known word, a time, a number or text.
                None => self.text().into(),
            },
        }
    }
}

/// Whether a marker is in `text`, escaped or not.
pub(super) fn is_marked(text: &str) -> bool {
    text.contains(MARKER)
}
