//! What redacted copies replace, found before the first of it is replaced.

use serde_json::{Map, Value};

use crate::model::{Class, MemberForm, Object, Path, View, Visit};
use crate::wire::Distribution;

/// What a body has that may be replaced, some of it more than once.
#[derive(Default)]
pub(super) struct Replaceable<'a> {
    /// The callers' keys.
    pub(super) keys: Vec<Key<'a>>,
    /// Texts.
    pub(super) texts: Vec<Key<'a>>,
}

impl<'a> Replaceable<'a> {
    fn of_value(&mut self, value: &'a Value) {
        match value {
            Value::String(text) => add(&mut self.texts, text),
            Value::Array(array) => array.iter().for_each(|value| self.of_value(value)),
            Value::Object(members) => self.of_members(members),
            _ => {}
        }
    }

    fn of_members(&mut self, members: &'a Map<String, Value>) {
        for (name, value) in members {
            add(&mut self.keys, name);
            self.of_value(value);
        }
    }
}

impl<'a> Visit<'a> for Replaceable<'a> {
    type Around = ();

    fn object(&mut self, _: &Path<'_>, _: &'a dyn Object) {}

    #[inline]
    fn wants(&self, form: &'static MemberForm, value: View<'a>) -> bool {
        match value {
            View::Text(_) => form.class != Class::Clear,
            View::Word(_)
            | View::Secret(_)
            | View::Unknown(_)
            | View::Distribution(_)
            | View::FreeObject(_)
            | View::Any(_)
            | View::Other(_) => true,
            _ => false,
        }
    }

    fn value(&mut self, _: &Path<'_>, _: &'static MemberForm, value: View<'a>) {
        match value {
            View::Text(text) | View::Word(text) | View::Secret(text) => add(&mut self.texts, text),
            View::Unknown(text) => add(&mut self.texts, text.as_str()),
            View::Distribution(distribution) => {
                let others = distribution.iter().filter(|(name, _)| !Distribution::is_bound(name));
                others.for_each(|(name, _)| add(&mut self.keys, name));
            }
            View::FreeObject(data) => self.of_members(data),
            View::Any(value) | View::Other(value) => self.of_value(value),
            _ => {}
        }
    }

    fn key(&mut self, text: &'a str) {
        add(&mut self.keys, text);
    }

    fn unknown_member(&mut self, _: &Path<'_>, value: &'a Value) {
        self.of_value(value);
    }
}

/// A key or a text, with its first eight bytes before it: most comparisons end there.
pub(super) type Key<'a> = (u64, &'a str);

pub(super) fn key(text: &str) -> Key<'_> {
    let first = match text.as_bytes().first_chunk() {
        Some(first) => u64::from_be_bytes(*first),
        None => {
            text.bytes().zip((0..8).rev()).fold(0, |all, (byte, place)| all | u64::from(byte) << (8 * place))
        }
    };
    (first, text)
}

/// Adds a key or a text. Before there must be more room, those that came before go: hostile bodies have
/// the same key in each of a million objects.
fn add<'a>(found: &mut Vec<Key<'a>>, text: &'a str) {
    if found.len() == found.capacity() {
        found.sort_unstable();
        found.dedup();
        if found.len() > found.capacity() / 2 {
            found.reserve(found.capacity());
        }
    }
    found.push(key(text));
}

/// All keys in free JSON.
pub(super) fn keys_of(value: &Value) -> impl Iterator<Item = &str> {
    let mut found = Replaceable::default();
    found.of_value(value);
    found.keys.into_iter().map(|(_, key)| key)
}
