//! What JSON a declaration stands for, as a schema (cargo feature `schema`).
//!
//! A [`Writer`] makes schemas out of forms, and knows no payload; [`schema`](crate::schema) makes documents of them.

mod bounds;
mod foreign;
mod node;
mod objects;
pub(crate) mod text;
mod values;
mod writer;

pub(crate) use self::bounds::phrase;
pub(crate) use self::foreign::{of, of_object, of_values, schema_of, write};
pub(crate) use self::node::{Node, node};
pub(crate) use self::objects::beside;
pub(crate) use self::writer::{Kind, Named, Writer, reference};

/// How much a schema asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Profile {
    /// What the strict parser accepts, no more and no less. Formats and validation bounds
    /// stand in the descriptions.
    Wire,
    /// In addition refuses members that this crate does not know, values outside sets that a source
    /// gives whole, and what breaks a bound whose breach validation calls an error. For people who
    /// write configurations.
    Strict,
}

impl Profile {
    /// The profile's name, as it stands in every `$id`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Wire => "wire",
            Self::Strict => "strict",
        }
    }
}
