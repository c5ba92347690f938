//! The reader of JSON text.
//!
//! One serde deserializer over a text that knows where it is. Strict and lenient reading are
//! policies of the same [`Reader`]: the strict one stops at the first fault; the lenient one
//! rewinds to the member or element that does not fit, lets the caller [ask](ask) for it to be
//! skipped, and keeps a [`Note`] of where it is. Errors and notes hold offsets only. The
//! places they stand for are found afterwards, in one walk over the text ([`Places`], [`way_to`]).
//!
//! Nothing here knows what the text is about.

mod access;
pub(crate) mod ask;
mod cursor;
mod deserialize;
mod error;
mod key;
mod kind;
mod note;
mod number;
mod places;
mod punctuation;
mod reader;
mod rounding;
mod syntax;
mod text;
mod walk;
mod way;

#[cfg(test)]
mod tests;

pub(crate) use error::{Error, Marker, Problem};
pub(crate) use kind::{Expected, Kind};
pub(crate) use note::{Note, Notes, What};
pub(crate) use number::Number;
#[cfg(test)]
pub(crate) use places::Node;
pub(crate) use places::{Found, Places, ROOT, beginning_of_key, key_at};
pub(crate) use reader::Reader;
pub(crate) use syntax::Syntax;
pub(crate) use text::utf8;
pub(crate) use way::{Step, way_to};
