//! Members of `Option`, `Box`, `Vec` and maps.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::Serialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::primitives::length;
use super::slot::{Boxed, Next, OrNull, ReadTo, Slot, Whole, null_if_taken};
use super::{Class, Info, Member, Path, Read, Shown, Visit, is_number_in_disguise, refuse, refused};
use crate::lenient::Salvage;
use crate::redact::Redactor;

impl<T: Member> Member for Option<T> {
    const REQUIRED: bool = false;

    #[inline]
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut option = None;
        T::read_to(OrNull(&mut option), deserializer)?;
        Ok(option)
    }

    #[inline]
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        slot.fill(|option| T::read_to(OrNull(option), deserializer))
    }

    fn salvage(value: Value, at: &Path<'_>, salvage: &mut Salvage) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::salvage(value, at, salvage).map(Some) }
    }

    #[inline]
    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn walk<V: Visit>(&self, at: &Path<'_>, visit: &mut V) {
        if let Some(value) = self {
            value.walk(at, visit);
        }
    }

    fn redact(&mut self, class: Class, with: &mut Redactor) {
        if let Some(value) = self {
            value.redact(class, with);
        }
    }

    fn show(&self, class: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Some(value) => f.debug_tuple("Some").field(&Shown(value, class)).finish(),
            None => f.write_str("None"),
        }
    }

    #[inline]
    fn extent(&self) -> Option<(f64, f64)> {
        self.as_ref().and_then(T::extent)
    }

    fn members() -> Option<&'static [Info]> {
        T::members()
    }
}

impl<T: Member + Default> Member for Box<T> {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Box::new)
    }

    #[inline]
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        T::read_to(Boxed(slot), deserializer)
    }

    fn salvage(value: Value, at: &Path<'_>, salvage: &mut Salvage) -> Option<Self> {
        T::salvage(value, at, salvage).map(Box::new)
    }

    fn walk<V: Visit>(&self, at: &Path<'_>, visit: &mut V) {
        (**self).walk(at, visit);
    }

    fn redact(&mut self, class: Class, with: &mut Redactor) {
        (**self).redact(class, with);
    }

    fn show(&self, class: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).show(class, f)
    }

    fn members() -> Option<&'static [Info]> {
        T::members()
    }
}

/// Reads the elements of a list, as many as are left, to the end of `values`.
#[inline]
pub(crate) fn read_elements<'de, T: Member, A: SeqAccess<'de>>(
    values: &mut Vec<T>,
    mut list: A,
) -> Result<(), A::Error> {
    while list.next_element_seed(ReadTo::new(Next(values)))?.is_some() {}
    Ok(())
}

struct ListVisitor<T, S>(S, PhantomData<T>);

impl<'de, T: Member, S: Slot<Vec<T>>> Visitor<'de> for ListVisitor<T, S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        self.0.fill(|values| read_elements(values, list))
    }

    null_if_taken!(S);

    refuse!(boolean number text object);
}

impl<T: Member> Member for Vec<T> {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut list = Self::new();
        Self::read_to(Whole(&mut list), deserializer)?;
        Ok(list)
    }

    #[inline]
    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(ListVisitor(slot, PhantomData))
    }

    fn salvage(value: Value, at: &Path<'_>, salvage: &mut Salvage) -> Option<Self> {
        let Value::Array(list) = value else {
            salvage.take_out_kind(at, value, "a list");
            return None;
        };
        let sound = list.into_iter().enumerate();
        Some(sound.filter_map(|(index, value)| T::salvage(value, &at.index(index), salvage)).collect())
    }

    fn walk<V: Visit>(&self, at: &Path<'_>, visit: &mut V) {
        for (index, value) in self.iter().enumerate() {
            value.walk(&at.index(index), visit);
        }
    }

    fn redact(&mut self, class: Class, with: &mut Redactor) {
        for value in self {
            value.redact(class, with);
        }
    }

    fn extent(&self) -> Option<(f64, f64)> {
        length(self.len())
    }

    fn show(&self, class: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|value| Shown(value, class))).finish()
    }

    fn members() -> Option<&'static [Info]> {
        T::members()
    }
}

/// A map whose keys are the caller's and whose values have a type.
impl<T: Member> Member for BTreeMap<String, T>
where
    Self: Serialize,
{
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MapVisitor<T>(PhantomData<T>);
        impl<'de, T: Member> Visitor<'de> for MapVisitor<T> {
            type Value = BTreeMap<String, T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut values = BTreeMap::new();
                while let Some(key) = map.next_key::<String>()? {
                    if is_number_in_disguise(&key) {
                        return Err(refused("a number", &self));
                    }
                    values.insert(key, map.next_value_seed(Read::<T>::NEW)?);
                }
                Ok(values)
            }
            refuse!(boolean number text null list);
        }
        deserializer.deserialize_any(MapVisitor(PhantomData))
    }

    fn salvage(value: Value, at: &Path<'_>, salvage: &mut Salvage) -> Option<Self> {
        let Value::Object(members) = value else {
            salvage.take_out_kind(at, value, "an object");
            return None;
        };
        let mut map = Self::new();
        for (key, value) in members {
            if let Some(sound) = T::salvage(value, &at.member(&key), salvage) {
                map.insert(key, sound);
            }
        }
        Some(map)
    }

    fn walk<V: Visit>(&self, at: &Path<'_>, visit: &mut V) {
        // The keys are the caller's, so places stop at the map.
        for value in self.values() {
            value.walk(at, visit);
        }
    }

    fn redact(&mut self, class: Class, with: &mut Redactor) {
        let values = std::mem::take(self);
        *self = values
            .into_iter()
            .map(|(mut key, mut value)| {
                with.key(&mut key);
                value.redact(class, with);
                (key, value)
            })
            .collect();
    }

    fn show(&self, _: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "map({} entries)", self.len())
    }
}
