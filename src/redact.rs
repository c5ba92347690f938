//! Redacted copies: the same shape without personal data, credentials and places of audio.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Map, Number, Value};

use crate::validate::is_http;
use crate::wire::{Class, Distribution, FreeForm, Member, UnknownValue};

/// A copy of `body` in which everything sensitive is a placeholder.
pub(crate) fn redacted<T: Member + Clone>(body: &T) -> T {
    redacted_by(body, |body, with| body.redact(Class::Nested, with))
}

/// A copy of `body`, redacted by `replace`.
pub(crate) fn redacted_by<T: Clone>(body: &T, replace: impl Fn(&mut T, &mut Redactor)) -> T {
    // The first run only collects the callers' keys: their placeholders keep the order of
    // the keys, so that a redacted copy is walked, and numbered, as its original was.
    let mut redactor = Redactor { collecting: true, ..Redactor::default() };
    replace(&mut body.clone(), &mut redactor);
    let width = redactor.found_keys.len().to_string().len();
    redactor.keys = (1..)
        .zip(std::mem::take(&mut redactor.found_keys))
        .map(|(rank, key)| (key, format!("key-{rank:0width$}")))
        .collect();
    redactor.collecting = false;
    let mut copy = body.clone();
    replace(&mut copy, &mut redactor);
    copy
}

/// Replaces values by placeholders: the same value gets the same placeholder within a body.
///
/// Placeholders are numbered as their values are come by. So a redacted copy, walked in the
/// same order, is its own redacted copy.
#[derive(Default)]
pub(crate) struct Redactor {
    collecting: bool,
    found_keys: BTreeSet<String>,
    keys: BTreeMap<String, String>,
    texts: HashMap<&'static str, HashMap<String, usize>>,
    numbers: HashMap<String, u32>,
}

impl Redactor {
    /// Replaces a text, unless its class lets it stand; empty text stays ("not yet").
    pub(crate) fn text(&mut self, class: Class, text: &mut String) {
        match class {
            Class::Clear => {}
            Class::Secret => self.replace("secret", text),
            // A URL stays one, for it is valid where another text is not.
            Class::Location if is_http(text) => self.replace("https://redacted.example/", text),
            Class::Location => self.replace("location", text),
            Class::Personal | Class::Nested => self.replace("text", text),
        }
    }

    fn replace(&mut self, word: &'static str, text: &mut String) {
        if self.collecting || text.is_empty() {
            return;
        }
        let seen = self.texts.entry(word).or_default();
        let next = seen.len() + 1;
        let number = *seen.entry(std::mem::take(text)).or_insert(next);
        let dash = if word.ends_with('/') { "" } else { "-" };
        *text = format!("{word}{dash}{number}");
    }

    /// Replaces a key that is the caller's.
    pub(crate) fn key(&mut self, key: &mut String) {
        if self.collecting {
            self.found_keys.insert(key.clone());
        } else if let Some(placeholder) = self.keys.get(key) {
            placeholder.clone_into(key);
        }
    }

    /// Replaces a key that should be a number, unless it is one.
    pub(crate) fn numeric_key(&mut self, key: &mut String) {
        if !Distribution::is_bound(key) {
            self.key(key);
        }
    }

    /// Masks a value that nobody knows.
    pub(crate) fn unknown_value(&mut self, value: &mut UnknownValue) {
        let mut text = value.as_str().to_owned();
        self.replace("unknown", &mut text);
        *value = UnknownValue::new(text);
    }

    /// Replaces the texts, numbers and keys in free JSON.
    pub(crate) fn value(&mut self, value: &mut Value) {
        match value {
            Value::Null | Value::Bool(_) => {}
            Value::Number(number) => self.number(number),
            Value::String(text) => self.text(Class::Personal, text),
            Value::Array(list) => list.iter_mut().for_each(|value| self.value(value)),
            Value::Object(members) => self.members(members),
        }
    }

    /// Replaces a number by one of the same kind: whole, or with a fraction. So what was no
    /// integer is none afterwards.
    fn number(&mut self, number: &mut Number) {
        if self.collecting {
            return;
        }
        let next = u32::try_from(self.numbers.len() + 1).unwrap_or(u32::MAX);
        let rank = *self.numbers.entry(number.to_string()).or_insert(next);
        let fraction = if number.is_i64() { None } else { Number::from_f64(f64::from(rank) + 0.5) };
        *number = fraction.unwrap_or_else(|| rank.into());
    }

    /// Replaces everything in a map that is the caller's.
    pub(crate) fn free_form(&mut self, data: &mut FreeForm) {
        self.members(data);
    }

    fn members(&mut self, members: &mut Map<String, Value>) {
        *members = std::mem::take(members)
            .into_iter()
            .map(|(mut key, mut value)| {
                self.key(&mut key);
                self.value(&mut value);
                (key, value)
            })
            .collect();
    }

    /// Replaces what stands in unknown members; their own names are the platform's.
    pub(crate) fn unknown_members(&mut self, extra: &mut FreeForm) {
        extra.values_mut().for_each(|value| self.value(value));
    }
}
