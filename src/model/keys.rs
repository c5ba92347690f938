//! Reading the names of an object's members.

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};

use super::{refuse, refused};
use crate::json::Kind;

/// A member's name, as its place in the declaration.
pub(super) enum Key {
    Known(usize),
    /// Not modelled; the name is in the string of the seed.
    Unknown,
    /// No name: the object is a number in disguise.
    NumberToken,
}

/// Reads the names of an object's members.
pub(super) struct Keys {
    /// The names in declared order, which is the order on the wire; each with a quote and a colon.
    names: &'static [&'static str],
    /// Those after the member that was read last.
    likely: &'static [&'static str],
    /// Finds any other.
    index: fn(&str) -> Option<usize>,
    /// The name that was read last and is not modelled.
    unknown: String,
}

impl Keys {
    /// The reader of these names, in declared order; `index` finds any of them.
    #[inline]
    pub(super) fn new(names: &'static [&'static str], index: fn(&str) -> Option<usize>) -> Self {
        Self { names, likely: names, index, unknown: String::new() }
    }

    /// The reader of names of which none is known.
    pub(super) fn unknown() -> Self {
        Self::new(&[], |_| None)
    }

    /// Reads the next key of an object whose keys are the caller's; `Err` if the object is a number in disguise.
    pub(super) fn next_text<'de, A: MapAccess<'de>>(
        &mut self,
        map: &mut A,
    ) -> Result<Option<Result<&str, ()>>, A::Error> {
        Ok(match next_key(self, map)? {
            Some(Key::NumberToken) => Some(Err(())),
            Some(_) => Some(Ok(&self.unknown)),
            None => None,
        })
    }

    /// Keeps a name, in the room there is.
    #[inline]
    fn keep(&mut self, name: &str) {
        if self.unknown.capacity() < name.len() {
            // No longer than the name: it may be taken.
            self.unknown = String::from(name);
        } else {
            self.unknown.clear();
            self.unknown.push_str(name);
        }
    }

    /// The name that was read last and is not modelled.
    #[inline]
    pub(super) fn take_unknown(&mut self) -> String {
        std::mem::take(&mut self.unknown)
    }
}

/// Reads the next key of an object.
#[inline]
pub(super) fn next_key<'de, A: MapAccess<'de>>(
    keys: &mut Keys,
    map: &mut A,
) -> Result<Option<Key>, A::Error> {
    map.next_key_seed(keys)
}

impl<'de> DeserializeSeed<'de> for &mut Keys {
    type Value = Key;

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "measured: a call for each key costs 4 % of a parse")]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        // Not as an identifier: other readers would refuse anything but a text themselves, and quote it.
        deserializer.deserialize_option(KeyVisitor { keys: self, is_ours: false })
    }
}

struct KeyVisitor<'a> {
    keys: &'a mut Keys,
    /// Whether this crate's own reader is at work, which passes no number in disguise.
    is_ours: bool,
}

impl<'de> Visitor<'de> for KeyVisitor<'_> {
    type Value = Key;

    /// This crate's own reader: it can look for the names that are likely to come.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "measured: a call for each key costs 4 % of a parse")]
    fn visit_newtype_struct<D: Deserializer<'de>>(self, key: D) -> Result<Key, D::Error> {
        key.deserialize_struct("", self.keys.likely, Self { is_ours: true, ..self })
    }

    /// Any other reader: a key that is not null.
    fn visit_some<D: Deserializer<'de>>(self, key: D) -> Result<Key, D::Error> {
        key.deserialize_any(self)
    }

    /// Of our reader: the place among the likely names.
    #[inline]
    fn visit_u64<E: Error>(self, place: u64) -> Result<Key, E> {
        if !self.is_ours {
            return Err(refused(Kind::Number, &self));
        }
        #[allow(clippy::cast_possible_truncation, reason = "0 or 1")]
        let rest = self.keys.likely.get(place as usize + 1..).unwrap_or_default();
        self.keys.likely = rest;
        Ok(Key::Known(self.keys.names.len() - rest.len() - 1))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Key, E> {
        Err(refused(Kind::Number, &self))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Key, E> {
        Err(refused(Kind::Number, &self))
    }

    #[inline(never)]
    fn visit_str<E>(self, name: &str) -> Result<Key, E> {
        if let Some(index) = (self.keys.index)(name) {
            self.keys.likely = self.keys.names.get(index + 1..).unwrap_or_default();
            return Ok(Key::Known(index));
        }
        if !self.is_ours && name == NUMBER_TOKEN && numbers_are_disguised() {
            return Ok(Key::NumberToken);
        }
        self.keys.keep(name);
        Ok(Key::Unknown)
    }

    refuse!(Key: boolean large bytes null array object);
}

/// The only key of the map that `serde_json` passes instead of a number, if another crate of the
/// build turns on its feature `arbitrary_precision`.
const NUMBER_TOKEN: &str = "$serde_json::private::Number";

/// Whether it does. Where it does not, the key is a name like any other.
#[cold]
fn numbers_are_disguised() -> bool {
    serde_json::from_str::<serde_json::Number>("1e999").is_ok()
}

/// As [`Keys::next_text`], of its own.
pub(crate) fn read_text_key<'de, A: MapAccess<'de>>(
    map: &mut A,
) -> Result<Option<Result<String, ()>>, A::Error> {
    let mut keys = Keys::unknown();
    Ok(match next_key(&mut keys, map)? {
        Some(Key::NumberToken) => Some(Err(())),
        Some(_) => Some(Ok(keys.unknown)),
        None => None,
    })
}
