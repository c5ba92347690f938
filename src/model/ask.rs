//! Going on where a value cannot be read.
//!
//! Types know nothing of leniency. The code here sees whether the reader can go on (only this crate's own
//! can, see [`crate::json::ask`]) and asks it to.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};

use super::MemberForm;
use crate::json::ask;

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
pub(super) fn lacks<'de, A: MapAccess<'de>>(member: &MemberForm, map: &mut A) -> Result<(), A::Error> {
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
