//! Reading wire objects: the code that all of them share.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde_json::Value;

use super::Object;
use crate::lenient::Salvage;
use crate::wire::slot::{Slot, Whole, null_if_taken};
use crate::wire::{Path, is_number_in_disguise, refuse, refused};

/// Reads a `T` into a slot, from a JSON object and from nothing else.
struct ObjectVisitor<T, S>(S, PhantomData<T>);

impl<'de, T: Object, S: Slot<T>> Visitor<'de> for ObjectVisitor<T, S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        self.0.fill(|object| read_members(object, map, T::read_member))
    }

    null_if_taken!(S);

    refuse!(boolean number text list);
}

/// Reads the members of an object into `object`, which is empty, and their values with `read`.
#[inline]
pub(crate) fn read_members<'de, T: Object, A: MapAccess<'de>>(
    object: &mut T,
    mut map: A,
    mut read: impl FnMut(&mut T, T::Key, &mut A) -> Result<(), A::Error>,
) -> Result<(), A::Error> {
    let mut seen = 0_u64;
    let mut unknown = String::new();
    while let Some(key) = map.next_key_seed(KeySeed::<T>(&mut unknown, PhantomData))? {
        if let Some(key) = key {
            let bit = 1 << T::position(key);
            if seen & bit != 0 {
                return map.next_value_seed(GivenTwice);
            }
            seen |= bit;
            read(object, key, &mut map)?;
        } else {
            let name = std::mem::take(&mut unknown);
            if is_number_in_disguise(&name) {
                return Err(refused("a number", &"an object"));
            }
            if object.extra_mut().contains_key(&name) {
                return map.next_value_seed(GivenTwice);
            }
            let value = map.next_value()?;
            object.extra_mut().insert(name, value);
        }
    }
    match T::missing(seen) {
        Some(name) => Err(Error::missing_field(name)),
        None => Ok(()),
    }
}

/// Reads a member's name: a known one as its key, and another one into the string.
struct KeySeed<'a, T>(&'a mut String, PhantomData<T>);

impl<'de, T: Object> DeserializeSeed<'de> for KeySeed<'_, T> {
    type Value = Option<T::Key>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<T: Object> Visitor<'_> for KeySeed<'_, T> {
    type Value = Option<T::Key>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        let key = T::key(name);
        if key.is_none() {
            name.clone_into(self.0);
        }
        Ok(key)
    }
}

/// Refuses a member that came before, at the place of that member.
struct GivenTwice;

impl<'de> DeserializeSeed<'de> for GivenTwice {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, _: D) -> Result<(), D::Error> {
        Err(D::Error::custom("this member is given twice"))
    }
}

/// [`crate::wire::Member::salvage`] for an object: member by member, in one pass.
pub(crate) fn salvage_object<T: Object>(value: Value, at: &Path<'_>, salvage: &mut Salvage) -> Option<T> {
    let Value::Object(members) = value else {
        salvage.take_out_kind(at, value, "an object");
        return None;
    };
    let mut object = T::default();
    let mut seen = 0_u64;
    for (name, value) in members {
        match T::key(&name) {
            Some(key) => {
                seen |= 1 << T::position(key);
                object.salvage_member(key, value, &at.member(&name), salvage);
            }
            None => {
                object.extra_mut().insert(name, value);
            }
        }
    }
    if let Some(name) = T::missing(seen) {
        salvage.missing(&at.member(name));
    }
    Some(object)
}

/// [`crate::wire::Member::read_to`] for an object.
#[inline]
pub(crate) fn read_object_to<'de, T: Object, S: Slot<T>, D: Deserializer<'de>>(
    slot: S,
    deserializer: D,
) -> Result<(), D::Error> {
    deserializer.deserialize_any(ObjectVisitor(slot, PhantomData))
}

/// [`crate::wire::Member::read`] for an object.
#[inline]
pub(crate) fn read_object<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut object = T::default();
    read_object_to(Whole(&mut object), deserializer)?;
    Ok(object)
}
