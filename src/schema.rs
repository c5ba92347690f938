//! JSON Schemas of every payload, and an `OpenAPI` document (cargo feature `schema`).
//!
//! Everything is draft 2020-12, stands alone, and comes in two [profiles](Profile): what the
//! strict parser accepts, and what a careful writer of configurations should be held to.
//!
//! Every payload type also implements [`JsonSchema`] of schemars 1 in the wire profile, so that
//! it can stand in a schema of yours.
//!
//! ```
//! use interactly_webhooks::ServerMessageRequest;
//! use interactly_webhooks::schema::{self, Profile};
//!
//! let schema = schema::of::<ServerMessageRequest>(Profile::Wire);
//! assert_eq!(schema["required"], serde_json::json!(["message"]));
//! ```
//!
//! Beside the standard keywords, members carry `x-phi: true` where personal data or the
//! place of a recording stands, and `x-secret: true` (with `writeOnly`) where a credential
//! does.

mod bounds;
mod building_blocks;
mod describe;
mod document;
mod examples;
mod objects;
mod openapi;
mod payloads;
mod strict;
mod text;
mod webhook;

use serde_json::Value;

pub use schemars::JsonSchema;

pub(crate) use self::describe::{Describe, Described, named};
pub(crate) use self::objects::{of_enum, of_object};

/// How much a schema asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Profile {
    /// What the strict parser accepts, no more and no less. Formats and validation bounds
    /// stand in the descriptions.
    Wire,
    /// In addition refuses members and values that this crate does not know, and asserts
    /// the formats and bounds whose breach validation calls an error. For people who write
    /// configurations.
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

/// The schema of any body that the platform posts, with the definitions of every payload.
///
/// It refers to nothing outside itself.
#[must_use]
pub fn bundle(profile: Profile) -> Value {
    document::bundle(profile)
}

/// A schema for each payload: each event, the requests of each family, and the larger
/// parts and configuration objects; each with its name, which serves as a file name.
///
/// The schema of an event accepts bodies of this event only.
#[must_use]
pub fn payloads(profile: Profile) -> Vec<(String, Value)> {
    document::payloads(profile)
}

/// The schema of one type.
///
/// Of your own types, the strict profile closes the objects that name their members, too.
#[must_use]
pub fn of<T: JsonSchema>(profile: Profile) -> Value {
    document::of::<T>(profile)
}

/// An `OpenAPI` 3.1 document with a webhook for each event, its headers, its responses and
/// examples.
#[must_use]
pub fn openapi(profile: Profile) -> Value {
    openapi::document(profile)
}
