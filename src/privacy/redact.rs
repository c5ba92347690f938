//! Redacted copies: the same shape without personal data, credentials and places of audio.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Number, Value};

use super::replaceable::{Key, Replaceable, key};
use crate::model::{Class, MemberForm, Object, Path, ViewMut, VisitMut, walk, walk_mut};
use crate::validate::text::is_http;
use crate::wire::{FreeForm, UnknownValue};

/// A copy of `body` in which everything sensitive is a placeholder.
pub(crate) fn redacted<T: Object + Clone>(body: &T) -> T {
    let mut copy = body.clone();
    redact(&mut copy, body);
    copy
}

/// Replaces everything sensitive in `copy`, a copy of `body`. Compiled once, and not for every type.
fn redact(copy: &mut dyn Object, body: &dyn Object) {
    walk_mut(copy, &mut Redactor::of(body, &BTreeSet::new()));
}

/// Replaces values by placeholders: the same value gets the same placeholder within a body.
///
/// Placeholders are numbered in order of first appearance. So a redacted copy, walked in the
/// same order, is its own redacted copy.
///
/// The texts of the body are sorted before the first is replaced: to look one up then costs less than to
/// hash it, and nothing need be allocated for it.
pub(crate) struct Redactor<'a> {
    /// The callers' keys, in their order.
    keys: Vec<Key<'a>>,
    /// How many digits the number of a key has.
    width: usize,
    /// The texts of the body that may be replaced, in their order.
    texts: Vec<Key<'a>>,
    /// The numbers that they got, by [`Word`]; 0 is none yet.
    given: Vec<[u32; WORDS]>,
    /// The numbers of other texts: of deviations, and in the place of a time.
    beside: BTreeMap<String, [u32; WORDS]>,
    /// The last numbers that were given.
    last: [u32; WORDS],
    numbers: BTreeMap<String, u32>,
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

const WORDS: usize = 5;

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
        // Room for what a short body has.
        let mut found = Replaceable { keys: Vec::with_capacity(64), texts: Vec::with_capacity(64) };
        found.keys.extend(beside.iter().map(|name| key(name)));
        walk(&Path::ROOT, body, &mut found);
        Self::new(found)
    }

    /// The keys' placeholders keep the order of the keys, so that a redacted copy is walked, and
    /// numbered, as its original was.
    fn new(found: Replaceable<'a>) -> Self {
        let Replaceable { mut keys, mut texts } = found;
        keys.sort_unstable();
        keys.dedup();
        texts.sort_unstable();
        texts.dedup();
        Self {
            width: keys.len().checked_ilog10().map_or(1, |power| power as usize + 1),
            keys,
            given: vec![[0; WORDS]; texts.len()],
            texts,
            beside: BTreeMap::new(),
            last: [0; WORDS],
            numbers: BTreeMap::new(),
        }
    }

    /// Replaces a text, unless its class keeps it; empty text stays ("not yet").
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
        let given = match self.texts.binary_search(&key(text)) {
            Ok(place) => &mut self.given[place],
            Err(_) => self.beside.entry(text.clone()).or_default(),
        };
        let (given, last) = (&mut given[word as usize], &mut self.last[word as usize]);
        if *given == 0 {
            *last = last.saturating_add(1);
            *given = *last;
        }
        put(text, word.as_str(), *given as usize, 1);
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
            // Times stay; other text may be anything.
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
    fn key(&mut self, text: &mut String) {
        if let Ok(index) = self.keys.binary_search(&key(text)) {
            put(text, "key-", index + 1, self.width);
        }
    }

    /// Replaces what is in unknown members; their own names are the platform's.
    fn unknown_members(&mut self, members: &mut FreeForm) {
        if !members.is_empty() {
            members.values_mut().for_each(|value| self.free(value));
        }
    }
}

/// The longest text whose memory a placeholder takes over.
const SHORT: usize = 256;

/// Puts `word` and the number, of at least this many digits, in the place of a text.
fn put(text: &mut String, word: &str, number: usize, width: usize) {
    text.clear();
    text.shrink_to(SHORT);
    text.push_str(word);
    push_digits(text, number, width);
}

/// The machinery of `format!` costs thrice as much.
fn push_digits(text: &mut String, number: usize, width: usize) {
    if number > 9 || width > 1 {
        push_digits(text, number / 10, width.saturating_sub(1));
    }
    text.push(char::from(b'0' + u8::try_from(number % 10).unwrap_or(0)));
}
