//! Comparing a body with its redacted copy.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::present;
use crate::model::{Class, Form, MemberForm, ObjectForm};

/// What stands in place of what, in one class.
type Placeholders = HashMap<(&'static str, String), String>;

/// Compares a body with its redacted copy, value by value.
#[derive(Default)]
pub(super) struct Compared {
    placeholders: Placeholders,
    pub(super) replaced: usize,
    pub(super) kept: usize,
}

impl Compared {
    /// An object with known members.
    pub(super) fn object(&mut self, body: &Value, copy: &Value, form: &ObjectForm, at: &str) {
        let (Value::Object(body), Value::Object(copy)) = (body, copy) else {
            return self.free(body, copy, at);
        };
        assert!(body.keys().eq(copy.keys()), "{at}: names of members stay");
        for ((name, value), copy) in body.iter().zip(copy.values()) {
            let at = format!("{at}/{name}");
            match form.member(name) {
                None => self.free(value, copy, &at),
                Some(member) => self.member(value, copy, member, &at),
            }
        }
    }

    fn member(&mut self, value: &Value, copy: &Value, member: &MemberForm, at: &str) {
        match (member.form.object(), value) {
            (Some(_), Value::Array(array)) => {
                let copies = copy.as_array().expect("an array");
                assert_eq!(array.len(), copies.len(), "{at}");
                for (index, (value, copy)) in array.iter().zip(copies).enumerate() {
                    self.member(value, copy, member, &format!("{at}/{index}"));
                }
            }
            (Some(form), _) => self.object(value, copy, form, at),
            (None, _) if member.class == Class::Clear => self.clear(value, copy, at),
            (None, Value::Object(map)) if is_map_of_values(member.form) => {
                let copies = copy.as_object().expect("a map");
                assert_eq!(map.len(), copies.len(), "{at}");
                for ((_, value), (key, copy)) in map.iter().zip(copies) {
                    assert!(key.starts_with("key-"), "{at}: {key}");
                    self.clear(value, copy, at);
                }
            }
            (None, _) => self.free(value, copy, at),
        }
    }

    /// A clear value stays, unless nobody knows what it says.
    fn clear(&mut self, value: &Value, copy: &Value, at: &str) {
        match (value, copy) {
            (Value::Array(array), Value::Array(copies)) if array.len() == copies.len() => {
                array.iter().zip(copies).for_each(|(value, copy)| self.clear(value, copy, at));
            }
            (Value::String(_), Value::String(new))
                if new.starts_with("unknown-") || new.starts_with("text-") =>
            {
                self.free(value, copy, at);
            }
            (Value::Object(buckets), Value::Object(copies)) => {
                assert_eq!(buckets.len(), copies.len(), "{at}");
            }
            _ => {
                assert_eq!(value, copy, "{at}");
                self.kept += 1;
            }
        }
    }

    /// Free JSON keeps its shape only.
    fn free(&mut self, value: &Value, copy: &Value, at: &str) {
        match (value, copy) {
            (Value::Null, Value::Null) => {}
            (Value::Bool(old), Value::Bool(new)) => assert_eq!(old, new, "{at}"),
            (Value::Number(old), Value::Number(new)) => {
                assert_eq!(old.is_i64(), new.is_i64(), "{at}");
                self.replaced(("number", old.to_string()), &new.to_string(), at);
            }
            (Value::String(old), Value::String(new)) if old.is_empty() => assert_eq!(new, "", "{at}"),
            (Value::String(old), Value::String(new)) => {
                let words = ["text-", "secret-", "location-", "unknown-", "https://redacted.example/"];
                let word = words.into_iter().find(|word| new.starts_with(word));
                let word = word.unwrap_or_else(|| panic!("{at}: {new} is no placeholder"));
                assert!(new[word.len()..].parse::<usize>().is_ok(), "{at}: {new}");
                self.replaced((word, old.clone()), new, at);
            }
            (Value::Array(array), Value::Array(copies)) => {
                assert_eq!(array.len(), copies.len(), "{at}");
                array.iter().zip(copies).for_each(|(value, copy)| self.free(value, copy, at));
            }
            (Value::Object(object), Value::Object(copies)) => {
                assert_eq!(object.len(), copies.len(), "{at}");
                for ((key, value), (new, copy)) in object.iter().zip(copies) {
                    // The names of unknown members of the body itself stay.
                    if key != new {
                        assert!(new.starts_with("key-"), "{at}: {new} is no placeholder");
                        self.replaced(("key", key.clone()), new, at);
                    }
                    self.free(value, copy, at);
                }
            }
            _ => panic!("{at}: another type"),
        }
    }

    fn replaced(&mut self, old: (&'static str, String), new: &str, at: &str) {
        self.replaced += 1;
        let before = self.placeholders.entry(old).or_insert_with(|| new.to_owned());
        assert_eq!(*before, new, "{at}: the same value has the same placeholder");
    }

    pub(super) fn finish(&self, whose: &str) {
        let mut placeholders: Vec<_> = self.placeholders.iter().map(|((word, _), new)| (word, new)).collect();
        placeholders.sort();
        let all = placeholders.len();
        placeholders.dedup();
        assert_eq!(all, placeholders.len(), "{whose}: other values have other placeholders");
    }
}

/// Whether keys are the caller's and values are known ones.
fn is_map_of_values(form: Form) -> bool {
    matches!(present(form), Form::Map(of) if of.values().is_some())
}

/// Whether the types, the lengths, and the names that stayed are equal.
pub(super) fn same_shape(value: &Value, copy: &Value, at: &str) {
    match (value, copy) {
        (Value::Array(array), Value::Array(copies)) => {
            assert_eq!(array.len(), copies.len(), "{at}");
            array.iter().zip(copies).for_each(|(value, copy)| same_shape(value, copy, at));
        }
        (Value::Object(object), Value::Object(copies)) => {
            assert_eq!(object.len(), copies.len(), "{at}");
            let gone = |from: &Map<String, Value>, other: &Map<String, Value>| {
                let gone = from.iter().filter(|(key, _)| !other.contains_key(*key));
                gone.map(|(_, value)| value.clone()).collect::<Vec<_>>()
            };
            for (key, value) in object {
                if let Some(copy) = copies.get(key) {
                    same_shape(value, copy, at);
                }
            }
            let (keys, new) = (gone(object, copies), gone(copies, object));
            keys.iter().zip(&new).for_each(|(value, copy)| same_shape(value, copy, at));
        }
        _ => assert_eq!(std::mem::discriminant(value), std::mem::discriminant(copy), "{at}"),
    }
}
