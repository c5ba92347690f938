//! Reading wire objects, arrays and keys: the code that all types share.
//!
//! Types know nothing of leniency. Where a value cannot be read, the code here sees whether the
//! reader can go on (only this crate's own can, see [`crate::json::ask`]) and asks it to.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};

use super::slot::{Next, ReadTo, Slot, null_if_taken};
use super::{Member, MemberForm, Record, refuse, refused};
use crate::json::{Expected, Kind, ask};

/// Reads a `T` into a slot, from a JSON object and from nothing else.
struct RecordVisitor<T, S>(S, PhantomData<T>);

impl<'de, T: Record, S: Slot<T>> Visitor<'de> for RecordVisitor<T, S> {
    type Value = ();

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        self.0.fill(|record| read_members(record, &mut map))
    }

    /// Readers of others, that pass on what asks for a wrapper.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    null_if_taken!(S);

    refuse!(Object: boolean number text bytes array);
}

/// [`Member::read_to`] for an object.
///
/// It asks for a wrapper: every reader of others asks the visitor what is in it, which is any value, and this crate's
/// own knows that only an object can be.
#[inline]
pub(crate) fn read_record<'de, T: Record, S: Slot<T>, D: Deserializer<'de>>(
    slot: S,
    deserializer: D,
) -> Result<(), D::Error> {
    deserializer.deserialize_newtype_struct("", RecordVisitor(slot, PhantomData))
}

/// Reads the members of an object into `record`, which is empty.
///
/// Outlined once for each type: that costs 0.1 % of a parse, and halves the time to compile.
#[inline(never)]
fn read_members<'de, T: Record, A: MapAccess<'de>>(record: &mut T, map: &mut A) -> Result<(), A::Error> {
    let mut seen = 0_u64;
    let mut keys = Keys { likely: T::NAMES, names: T::NAMES, index: T::index, unknown: String::new() };
    loop {
        match next_key(&mut keys, map)? {
            Some(Key::Known(index)) => {
                let bit = 1 << index;
                if seen & bit != 0 {
                    given_twice(map)?;
                    record.clear(index);
                }
                seen |= bit;
                if let Err(error) = record.read_member(index, map) {
                    skip_member(error, map)?;
                }
            }
            Some(Key::Unknown) => {
                let name = std::mem::take(&mut keys.unknown);
                super::value::read_entry(name, record.unknown_mut(), map)?;
            }
            Some(Key::NumberToken) => return Err(refused(Kind::Number, &Expected::Object.as_str())),
            None => break,
        }
    }
    let missing = const { T::OBJECT.required() } & !seen;
    if missing == 0 { Ok(()) } else { lacks(&T::OBJECT.members[missing.trailing_zeros() as usize], map) }
}

/// Reads the elements of an array to the end of `values`.
pub(super) fn read_elements<'de, T: Member, A: SeqAccess<'de>>(
    values: &mut Vec<T>,
    array: &mut A,
) -> Result<(), A::Error> {
    loop {
        let length = values.len();
        make_room(values, array);
        match array.next_element_seed(ReadTo::new(Next(values))) {
            Ok(Some(())) => {}
            Ok(None) => return Ok(()),
            Err(error) => {
                values.truncate(length);
                skip_element(error, array)?;
            }
        }
    }
}

/// Makes room for a next element: twice what there is, but for no more elements than can still come.
#[inline]
pub(super) fn make_room<'de, T, A: SeqAccess<'de>>(values: &mut Vec<T>, array: &A) {
    let length = values.len();
    if length == values.capacity() && length > 0 {
        values.reserve_exact(array.size_hint().unwrap_or(length).clamp(1, length));
    }
}

/// Whether the reader that gave `error` can be asked to go on.
fn takes_asks<E: Error>(error: &E) -> bool {
    error.source().is_some_and(<dyn std::error::Error>::is::<crate::json::Marker>)
}

/// The value of a member could not be read: skips it, if the reader can.
#[cold]
pub(super) fn skip_member<'de, A: MapAccess<'de>>(error: A::Error, map: &mut A) -> Result<(), A::Error> {
    if takes_asks(&error) { map.next_value_seed(Ask("", ask::SKIP)) } else { Err(error) }
}

/// An element could not be read: skips it, if the reader can.
#[cold]
pub(super) fn skip_element<'de, A: SeqAccess<'de>>(error: A::Error, array: &mut A) -> Result<(), A::Error> {
    if takes_asks(&error) { array.next_element_seed(Ask("", ask::SKIP)).map(drop) } else { Err(error) }
}

/// The member whose key was just read came before.
#[cold]
pub(super) fn given_twice<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    let error = A::Error::custom(ask::GIVEN_TWICE);
    if takes_asks(&error) { map.next_value_seed(Ask("", ask::REPEATED)) } else { Err(error) }
}

/// The object ended without a required member.
#[cold]
fn lacks<'de, A: MapAccess<'de>>(member: &MemberForm, map: &mut A) -> Result<(), A::Error> {
    let error = A::Error::missing_field(member.wire);
    if takes_asks(&error) { map.next_value_seed(Ask(member.wire, ask::MISSING)) } else { Err(error) }
}

/// Asks this crate's reader for something, see [`crate::json::ask`].
struct Ask(&'static str, usize);

impl<'de> DeserializeSeed<'de> for Ask {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_tuple_struct(self.0, self.1, Done)
    }
}

/// The reader did what it was asked.
struct Done;

impl Visitor<'_> for Done {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the end of a value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

/// A member's name, as its place in the declaration.
enum Key {
    Known(usize),
    /// Not modelled; the name is in the string of the seed.
    Unknown,
    /// No name: the object is a number in disguise.
    NumberToken,
}

/// Reads the names of an object's members.
struct Keys {
    /// The names in declared order, which is the order on the wire; each with a quote and a colon.
    names: &'static [&'static str],
    /// Those behind the member that was read last.
    likely: &'static [&'static str],
    /// Finds any other.
    index: fn(&str) -> Option<usize>,
    /// The name that was read last and is not modelled.
    unknown: String,
}

impl Keys {
    /// The reader of names of which none is known.
    fn unknown() -> Self {
        Self { names: &[], likely: &[], index: |_| None, unknown: String::new() }
    }
}

/// Reads the next key of an object.
#[inline]
fn next_key<'de, A: MapAccess<'de>>(keys: &mut Keys, map: &mut A) -> Result<Option<Key>, A::Error> {
    map.next_key_seed(keys)
}

impl<'de> DeserializeSeed<'de> for &mut Keys {
    type Value = Key;

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "measured: a call for each key costs 4 % of a parse")]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        // Not as an identifier: other readers would refuse what is no text themselves, and quote it.
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
        let behind = self.keys.likely.get(place as usize + 1..).unwrap_or_default();
        self.keys.likely = behind;
        Ok(Key::Known(self.keys.names.len() - behind.len() - 1))
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
        // Whoever asks takes it, so there is no room to use again.
        self.keys.unknown = String::from(name);
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

/// Reads the next key of an object whose keys are the caller's; `Err` if the object is a number in
/// disguise.
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
