//! An object where nobody has seen the element's shape.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{Class, Info, Member, Path, Shown, Visit};
use crate::lenient::Salvage;
use crate::redact::Redactor;

/// An object of type `T`, or any other JSON value but `null`.
///
/// For lists of which only empty ones were captured: if their elements turn out to be
/// texts, say, the body is still read and printed back.
#[derive(Clone, PartialEq, Debug)]
#[allow(clippy::exhaustive_enums, reason = "an object, and everything that is none")]
pub enum Loose<T> {
    /// The object that the element is expected to be.
    Object(T),
    /// What came instead: a text, a number, a boolean or a list.
    Other(Other),
}

/// A JSON value that is no object, see [`Loose::Other`].
#[derive(Clone, PartialEq)]
pub struct Other(Value);

impl Other {
    /// The value.
    #[must_use]
    pub fn as_value(&self) -> &Value {
        &self.0
    }
}

impl fmt::Debug for Other {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        super::primitives::show_value(&self.0, f)
    }
}

impl<T> Loose<T> {
    /// The object, if it is one.
    pub fn as_object(&self) -> Option<&T> {
        match self {
            Self::Object(object) => Some(object),
            Self::Other(_) => None,
        }
    }
}

impl<T> From<T> for Loose<T> {
    fn from(object: T) -> Self {
        Self::Object(object)
    }
}

impl<T: Serialize> Serialize for Loose<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(object) => object.serialize(serializer),
            Self::Other(other) => other.0.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Loose<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct LooseVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for LooseVisitor<T> {
            type Value = Loose<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object or another value, not null")
            }
            fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
                Ok(Loose::Other(Other(value.into())))
            }
            fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
                Ok(Loose::Other(Other(value.into())))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
                Ok(Loose::Other(Other(value.into())))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
                Ok(Loose::Other(Other(value.into())))
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Loose::Other(Other(text.into())))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
                let list = Value::deserialize(SeqAccessDeserializer::new(list))?;
                Ok(Loose::Other(Other(list)))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(Loose::Object)
            }
            super::refuse!(null);
        }
        deserializer.deserialize_any(LooseVisitor(PhantomData))
    }
}

impl<T: Member + for<'de> Deserialize<'de>> Member for Loose<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    fn salvage(value: Value, at: &Path<'_>, salvage: &mut Salvage) -> Option<Self> {
        match value {
            Value::Object(_) => T::salvage(value, at, salvage).map(Self::Object),
            Value::Null => {
                salvage.take_out_kind(at, value, "an object or another value, not null");
                None
            }
            other => Some(Self::Other(Other(other))),
        }
    }

    fn walk<V: Visit>(&self, at: &Path<'_>, visit: &mut V) {
        match self {
            Self::Object(object) => object.walk(at, visit),
            Self::Other(_) => visit.unknown_shape(at),
        }
    }

    fn redact(&mut self, class: Class, with: &mut Redactor) {
        match self {
            Self::Object(object) => object.redact(class, with),
            Self::Other(other) => with.value(&mut other.0),
        }
    }

    fn show(&self, class: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Object(object) => fmt::Debug::fmt(&Shown(object, class), f),
            Self::Other(other) => fmt::Debug::fmt(other, f),
        }
    }

    fn members() -> Option<&'static [Info]> {
        T::members()
    }
}
