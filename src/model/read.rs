//! Reading wire objects and arrays: the code that all types share.

use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{MapAccess, SeqAccess, Visitor};

use super::ask::{given_twice, lacks, skip_element, skip_member};
use super::keys::{Key, Keys, next_key};
use super::slot::{Next, make_room, null_if_taken};
use super::{Member, ReadTo, Record, Slot, read_entry, refuse, refused};
use crate::json::{Expected, Kind};

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
    let mut keys = Keys::new(T::NAMES, T::index);
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
                let name = keys.take_unknown();
                read_entry(name, record.unknown_mut(), map)?;
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
