//! A value, or a list of such values.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{Class, Info, Member, Path, Visit, refuse};
use crate::lenient::Salvage;
use crate::redact::Redactor;

/// A value, or a list of such values: the platform sends either for the same member, and
/// the form that came is the form that is printed back.
///
/// ```
/// use interactly_webhooks::wire::{Language, OneOrMany};
///
/// let one: OneOrMany<Language> = serde_json::from_str(r#""en-US""#).unwrap();
/// let many: OneOrMany<Language> = serde_json::from_str(r#"["en-US","hi"]"#).unwrap();
/// assert_eq!(one.as_slice(), [Language::EnUs]);
/// assert_eq!(many.as_slice().len(), 2);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(clippy::exhaustive_enums, reason = "the wire has no third form")]
pub enum OneOrMany<T> {
    /// A single value.
    One(T),
    /// A list, which may be empty.
    Many(Vec<T>),
}

impl<T> OneOrMany<T> {
    /// The values, whichever form they came in.
    pub fn as_slice(&self) -> &[T] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Many(values) => values,
        }
    }

    /// Goes through the values, whichever form they came in.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.as_slice().iter()
    }
}

impl<'a, T> IntoIterator for &'a OneOrMany<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> From<T> for OneOrMany<T> {
    fn from(value: T) -> Self {
        Self::One(value)
    }
}

impl<T> From<Vec<T>> for OneOrMany<T> {
    fn from(values: Vec<T>) -> Self {
        Self::Many(values)
    }
}

impl<T: Serialize> Serialize for OneOrMany<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(value) => value.serialize(serializer),
            Self::Many(values) => values.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrManyVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrManyVisitor<T> {
            type Value = OneOrMany<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value or a list of values")
            }
            fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
                T::deserialize(value.into_deserializer()).map(OneOrMany::One)
            }
            fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
                T::deserialize(value.into_deserializer()).map(OneOrMany::One)
            }
            fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
                T::deserialize(value.into_deserializer()).map(OneOrMany::One)
            }
            fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
                T::deserialize(value.into_deserializer()).map(OneOrMany::One)
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                T::deserialize(text.into_deserializer()).map(OneOrMany::One)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(OneOrMany::One)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(list)).map(OneOrMany::Many)
            }
            refuse!(null);
        }
        deserializer.deserialize_any(OneOrManyVisitor(PhantomData))
    }
}

impl<T: Member + for<'de> Deserialize<'de>> Member for OneOrMany<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    fn salvage(value: Value, at: &Path<'_>, salvage: &mut Salvage) -> Option<Self> {
        if value.is_array() {
            Vec::salvage(value, at, salvage).map(Self::Many)
        } else {
            T::salvage(value, at, salvage).map(Self::One)
        }
    }

    fn walk<V: Visit>(&self, at: &Path<'_>, visit: &mut V) {
        match self {
            Self::One(value) => value.walk(at, visit),
            Self::Many(values) => values.walk(at, visit),
        }
    }

    fn redact(&mut self, class: Class, with: &mut Redactor) {
        match self {
            Self::One(value) => value.redact(class, with),
            Self::Many(values) => values.redact(class, with),
        }
    }

    fn show(&self, class: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(value) => value.show(class, f),
            Self::Many(values) => values.show(class, f),
        }
    }

    fn members() -> Option<&'static [Info]> {
        T::members()
    }
}

#[cfg(test)]
mod tests {
    use super::OneOrMany;
    use crate::wire::Language;

    #[test]
    fn the_form_is_kept() {
        for text in [r#""en-US""#, r#"["en-US"]"#, r#"["en-US","xx"]"#, "[]"] {
            let value: OneOrMany<Language> = serde_json::from_str(text).expect("reads");
            assert_eq!(serde_json::to_string(&value).expect("prints"), text);
        }
    }

    #[test]
    fn other_kinds_are_refused() {
        for (text, message) in [
            ("null", "invalid type: null, expected a value or a list of values"),
            ("5", "invalid type: a number, expected a string"),
            ("[\"en\",5]", "invalid type: a number, expected a string"),
        ] {
            let error = serde_json::from_str::<OneOrMany<Language>>(text).expect_err(text);
            assert!(error.to_string().starts_with(message), "{error}");
        }
    }
}
