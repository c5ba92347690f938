//! Redacted copies: the same shape without personal data, credentials and places of audio.

use std::collections::{BTreeSet, HashMap};

use serde_json::{Map, Number, Value};

use crate::model::{Class, MemberForm, Object, Path, View, ViewMut, Visit, VisitMut, kinds, walk, walk_mut};
use crate::validate::text::is_http;
use crate::wire::{Distribution, FreeForm, UnknownValue};

/// A copy of `body` in which everything sensitive is a placeholder.
pub(crate) fn redacted<T: Object + Clone>(body: &T) -> T {
    let mut copy = body.clone();
    walk_mut(&mut copy, &mut Redactor::of(body, &BTreeSet::new()));
    copy
}

/// Replaces values by placeholders: the same value gets the same placeholder within a body.
///
/// Placeholders are numbered in order of first appearance. So a redacted copy, walked in the
/// same order, is its own redacted copy.
pub(crate) struct Redactor<'a> {
    /// The callers' keys, in their order.
    keys: Vec<&'a str>,
    /// How many digits the number of a key has.
    width: usize,
    /// The texts that were replaced, with their numbers, by [`Word`].
    texts: [HashMap<String, usize>; 5],
    numbers: HashMap<String, u32>,
}

/// What a placeholder begins with.
#[derive(Clone, Copy)]
enum Word {
    Text,
    Secret,
    Url,
    Location,
    Unknown,
}

impl Word {
    fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text-",
            Self::Secret => "secret-",
            Self::Url => "https://redacted.example/",
            Self::Location => "location-",
            Self::Unknown => "unknown-",
        }
    }
}

impl<'a> Redactor<'a> {
    /// The one for `body`, and for what has these keys of the caller's beside it.
    pub(crate) fn of(body: &'a dyn Object, beside: &'a BTreeSet<String>) -> Self {
        let mut keys = Keys(beside.iter().map(String::as_str).collect());
        walk(&Path::ROOT, body, &mut keys);
        Self::new(keys)
    }

    /// The keys' placeholders keep the order of the keys, so that a redacted copy is walked, and
    /// numbered, as its original was.
    fn new(keys: Keys<'a>) -> Self {
        let keys: Vec<_> = keys.0.into_iter().collect();
        let width = keys.len().to_string().len();
        Self { keys, width, texts: Default::default(), numbers: HashMap::new() }
    }

    /// Replaces a text, unless its class lets it stand; empty text stays ("not yet").
    fn text(&mut self, class: Class, text: &mut String) {
        match class {
            Class::Clear => {}
            Class::Secret => self.replace(Word::Secret, text),
            // A URL stays a URL, as other texts may not be valid there.
            Class::Location if is_http(text) => self.replace(Word::Url, text),
            Class::Location => self.replace(Word::Location, text),
            Class::Personal | Class::Nested => self.replace(Word::Text, text),
        }
    }

    fn replace(&mut self, word: Word, text: &mut String) {
        if text.is_empty() {
            return;
        }
        let seen = &mut self.texts[word as usize];
        let next = seen.len() + 1;
        let number = *seen.entry(std::mem::take(text)).or_insert(next);
        *text = numbered(word.as_str(), number, 1);
    }

    /// Replaces a number by one of the same kind: whole, or with a fraction. So a number with
    /// a fraction keeps one.
    fn number(&mut self, number: &mut Number) {
        let next = u32::try_from(self.numbers.len() + 1).unwrap_or(u32::MAX);
        let rank = *self.numbers.entry(number.to_string()).or_insert(next);
        let fraction = if number.is_i64() { None } else { Number::from_f64(f64::from(rank) + 0.5) };
        *number = fraction.unwrap_or_else(|| rank.into());
    }

    /// Replaces everything in a map that is the caller's.
    fn members(&mut self, members: &mut Map<String, Value>) {
        *members = std::mem::take(members)
            .into_iter()
            .map(|(mut key, mut value)| {
                self.key(&mut key);
                self.free(&mut value);
                (key, value)
            })
            .collect();
    }
}

impl VisitMut for Redactor<'_> {
    fn value(&mut self, form: &'static MemberForm, value: ViewMut<'_>) {
        match value {
            ViewMut::Text(text) => self.text(form.class, text),
            ViewMut::Word(text) => self.text(Class::Personal, text),
            ViewMut::Secret(text) => self.text(Class::Secret, text),
            // Times stay; text that is no time may be anything.
            ViewMut::Time(time) => {
                if time.at().is_none()
                    && let Some(text) = time.as_text()
                {
                    let mut text = text.to_owned();
                    self.text(Class::Personal, &mut text);
                    *time = text.as_str().into();
                }
            }
            ViewMut::Unknown(value) => {
                let mut text = value.as_str().to_owned();
                self.replace(Word::Unknown, &mut text);
                *value = UnknownValue::new(text);
            }
            ViewMut::Distribution(distribution) => distribution.rename_others(|key| self.key(key)),
            ViewMut::FreeObject(data) if data.is_empty() => {}
            ViewMut::FreeObject(data) => self.members(data),
            // The walk goes through these itself.
            ViewMut::Plain | ViewMut::Object(_) | ViewMut::Array(_) | ViewMut::Map(_) | ViewMut::Any(_) => {}
        }
    }

    /// Replaces the texts, numbers and keys in free JSON.
    fn free(&mut self, value: &mut Value) {
        match value {
            Value::Null | Value::Bool(_) => {}
            Value::Number(number) => self.number(number),
            Value::String(text) => self.text(Class::Personal, text),
            Value::Array(array) => array.iter_mut().for_each(|value| self.free(value)),
            Value::Object(members) => self.members(members),
        }
    }

    /// Replaces a key that is the caller's.
    fn key(&mut self, key: &mut String) {
        if let Ok(index) = self.keys.binary_search(&key.as_str()) {
            *key = numbered("key-", index + 1, self.width);
        }
    }

    /// Replaces what stands in unknown members; their own names are the platform's.
    fn unknown_members(&mut self, members: &mut FreeForm) {
        if !members.is_empty() {
            members.values_mut().for_each(|value| self.free(value));
        }
    }
}

/// All keys in free JSON.
pub(super) fn keys_of(value: &Value) -> impl Iterator<Item = &str> {
    let mut keys = Keys::default();
    keys.of_value(value);
    keys.0.into_iter()
}

/// `word` and the number, of at least this many digits. Formatting costs a third of a redacted copy.
fn numbered(word: &str, mut number: usize, width: usize) -> String {
    let mut digits = [b'0'; 20];
    let mut first = digits.len();
    while number > 0 || digits.len() - first < width {
        first -= 1;
        digits[first] = b'0' + u8::try_from(number % 10).unwrap_or(0);
        number /= 10;
    }
    [word, std::str::from_utf8(&digits[first..]).unwrap_or_default()].concat()
}

/// The callers' keys in a body.
#[derive(Default)]
struct Keys<'a>(BTreeSet<&'a str>);

impl<'a> Keys<'a> {
    fn of_value(&mut self, value: &'a Value) {
        match value {
            Value::Array(array) => array.iter().for_each(|value| self.of_value(value)),
            Value::Object(members) => self.of_members(members),
            _ => {}
        }
    }

    fn of_members(&mut self, members: &'a Map<String, Value>) {
        for (key, value) in members {
            self.0.insert(key);
            self.of_value(value);
        }
    }
}

impl<'a> Visit<'a> for Keys<'a> {
    const KINDS: u8 = kinds::FREE;

    fn value(&mut self, _: &Path<'_>, _: &'static MemberForm, value: View<'a>) {
        match value {
            View::Distribution(distribution) => {
                let keys = distribution.iter().map(|(key, _)| key);
                self.0.extend(keys.filter(|key| !Distribution::is_bound(key)));
            }
            View::FreeObject(data) => self.of_members(data),
            View::Any(value) | View::Other(value) => self.of_value(value),
            _ => {}
        }
    }

    fn key(&mut self, key: &'a str) {
        self.0.insert(key);
    }

    fn unknown_member(&mut self, _: &Path<'_>, value: &'a Value) {
        self.of_value(value);
    }
}
