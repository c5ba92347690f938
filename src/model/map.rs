//! Members that map keys to values of a type: the caller's keys, or the bounds of a histogram.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::marker::PhantomData;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::ask::{given_twice, skip_member};
use super::keys::Keys;
use super::slot::Fresh;
use super::{Form, Map, Member, ReadTo, Slot, View, ViewMut, put, read, refuse, refused};
use crate::json::Kind;
use crate::wire::Distribution;

/// Reads an object whose keys are the caller's, each as a `K`.
struct MapVisitor<K, T>(PhantomData<(K, T)>);

impl<K, T> MapVisitor<K, T> {
    const NEW: Self = Self(PhantomData);
}

impl<'de, K: Ord + for<'a> From<&'a str>, T: Member> Visitor<'de> for MapVisitor<K, T> {
    type Value = BTreeMap<K, T>;

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut values = BTreeMap::new();
        let mut keys = Keys::unknown();
        while let Some(name) = keys.next_text(&mut map)? {
            let Ok(name) = name else { return Err(refused(Kind::Number, &self)) };
            let entry = values.entry(K::from(name));
            if matches!(entry, Entry::Occupied(_)) {
                given_twice(&mut map)?;
            }
            let mut value = None;
            let read = map.next_value_seed(ReadTo::new(Fresh(&mut value)));
            let is_first = matches!(entry, Entry::Vacant(_));
            match (value, entry) {
                (Some(value), Entry::Vacant(place)) if read.is_ok() => {
                    place.insert(value);
                }
                (Some(value), Entry::Occupied(mut place)) if read.is_ok() => {
                    place.insert(value);
                }
                (_, Entry::Occupied(place)) => {
                    place.remove();
                }
                _ => {}
            }
            if let Err(error) = read {
                skip_member(error, &mut map)?;
                if is_first {
                    // Nothing is left here by which the same name would be known if it comes again.
                    given_twice(&mut map)?;
                }
            }
        }
        Ok(values)
    }

    refuse!(Object: boolean number text bytes null array);
}

impl<T: Member> Member for BTreeMap<String, T>
where
    Self: Serialize,
{
    const FORM: Form = Form::Map(&T::FORM);

    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        put(MapVisitor::NEW, slot, deserializer)
    }

    fn view(&self) -> View<'_> {
        View::Map(self)
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        ViewMut::Map(self)
    }
}

impl<T: Member> Map for BTreeMap<String, T> {
    fn len(&self) -> usize {
        BTreeMap::len(self)
    }

    fn each<'a>(&'a self, see: &mut dyn FnMut(&'a str, View<'a>)) {
        for (key, value) in self {
            see(key, value.view());
        }
    }

    fn each_mut(&mut self, see: &mut dyn FnMut(&mut String, ViewMut<'_>)) {
        let entries = std::mem::take(self).into_iter();
        *self = entries
            .map(|(mut key, mut value)| {
                see(&mut key, value.view_mut());
                (key, value)
            })
            .collect();
    }
}

impl<'de> Deserialize<'de> for Distribution {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer)
    }
}

/// Reads an object of counts.
struct DistributionVisitor;

impl<'de> Visitor<'de> for DistributionVisitor {
    type Value = Distribution;

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Distribution, A::Error> {
        MapVisitor::NEW.visit_map(map).map(Distribution::new)
    }

    refuse!(Object: boolean number text bytes null array);
}

impl Member for Distribution {
    const FORM: Form = Form::Distribution;

    fn read_to<'de, S: Slot<Self>, D: Deserializer<'de>>(slot: S, deserializer: D) -> Result<(), D::Error> {
        put(DistributionVisitor, slot, deserializer)
    }

    fn view(&self) -> View<'_> {
        View::Distribution(self)
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        ViewMut::Distribution(self)
    }
}
