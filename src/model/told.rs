//! Reading back what this crate says about bodies. serde's own readers quote what they refuse, and what is not of
//! the expected form may be a body; these quote nothing.

use serde::de::{DeserializeOwned, Deserializer, Error};
use serde_json::Value;

use super::read;

/// Reads what a type printed with serde's derive.
pub(crate) fn read_told<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let value: Value = read(deserializer)?;
    serde_json::from_value(value).map_err(|_| D::Error::custom("not of the expected form"))
}

/// Gives an enum its names: what it prints, and what is read.
macro_rules! names {
    ($name:ident: $($variant:ident = $text:literal)+) => {
        impl $name {
            /// The name, as it is printed and stored.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                match $crate::model::read::<String, D>(deserializer)?.as_str() {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(serde::de::Error::custom("not one of the expected names")),
                }
            }
        }
    };
}
pub(crate) use names;
