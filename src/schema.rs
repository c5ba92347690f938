//! JSON Schemas of every payload, and an `OpenAPI` document (cargo feature `schema`).
//!
//! Everything is draft 2020-12, stands alone, and comes in two [profiles](Profile): what the
//! strict parser accepts, and what a careful writer of configurations should be held to.
//!
//! Every payload type also implements [`JsonSchema`] of schemars 1 in the wire profile, so that
//! it can be part of a schema of yours; examples of its members come with [`of`] only.
//!
//! ```
//! use interactly_webhooks::ServerMessageRequest;
//! use interactly_webhooks::schema::{self, Profile};
//!
//! let schema = schema::of::<ServerMessageRequest>(Profile::Wire);
//! assert_eq!(schema["required"], serde_json::json!(["message"]));
//! ```
//!
//! # Keywords beside the standard
//!
//! [`KEYWORDS`] has them all. Tell them to a validator that refuses unknown keywords: with ajv,
//! `ajv.addVocabulary([…])`.
//!
//! - `x-phi: true`: personal data, or the place of a recording.
//! - `x-secret: true`: a credential.
//! - `tsType`: what json-schema-to-typescript writes, so that editors offer the known values of an open
//!   set.
//! - `markdownDescription`, `enumDescriptions` (strict only): what editors show.

mod definitions;
mod document;
mod events;
mod examples;
mod family;
mod narrow;
mod openapi;
mod page;
mod payloads;
mod seen;

use serde_json::Value;

pub use schemars::JsonSchema;

use crate::describe;
#[doc(inline)]
pub use crate::describe::Profile;

/// The keywords of the schemas that are not part of the standard.
pub const KEYWORDS: [&str; 5] = ["x-phi", "x-secret", "tsType", "markdownDescription", "enumDescriptions"];

/// The schema of any body that the platform posts, with the definitions of every payload.
///
/// It refers to nothing outside itself.
#[must_use]
pub fn bundle(profile: Profile) -> Value {
    document::bundle(profile).into()
}

/// A schema for each payload: each event, the requests of each family, and the larger
/// parts and configuration objects; each with its name, which serves as a file name.
///
/// The schema of an event accepts bodies of this event only. Each stands alone.
#[must_use]
pub fn payloads(profile: Profile) -> Vec<(String, Value)> {
    document::payloads(profile).into_iter().map(|(name, schema)| (name, schema.into())).collect()
}

/// The schema of one type.
///
/// The strict profile also closes those objects of your own types that name their members.
#[must_use]
pub fn of<T: JsonSchema>(profile: Profile) -> Value {
    describe::of::<T>(profile, seen::of_member)
}

/// An `OpenAPI` 3.1 document with a webhook for each event, its headers, its responses and
/// examples.
#[must_use]
pub fn openapi(profile: Profile) -> Value {
    openapi::document(profile).into()
}

/// What `export_schema` writes: each file's name and text. Members are in the order of the wire, and events in
/// that of a call's life; a [`Value`] need not keep either.
///
/// They are a schema for each payload, the bundle, the `OpenAPI` document and the reference page.
#[must_use]
pub fn files(profile: Profile) -> Vec<(String, String)> {
    let payloads = document::payloads(profile).into_iter();
    let bundle = ("bundle".to_owned(), document::bundle(profile));
    let schemas = payloads.chain([bundle]);
    let mut files: Vec<_> =
        schemas.map(|(name, schema)| (format!("{name}.schema.json"), schema.to_text("  "))).collect();
    files.push(("openapi.json".to_owned(), openapi::document(profile).to_text("  ")));
    files.push(("index.html".to_owned(), reference()));
    files
}

/// A page for people who read about the wire and know no Rust, as HTML: when each event comes, what it carries,
/// and what each member means. It needs nothing from the network.
#[must_use]
pub fn reference() -> String {
    page::page()
}
