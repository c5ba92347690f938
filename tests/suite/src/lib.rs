//! Tests that need more than the root package should depend on.
//!
//! - `formats`: readers of other formats give the same values;
//! - `generated`: random bodies after the structure of the fixtures print back whole;
//! - `documents`: the schemas are sound, whole and described;
//! - `wire`: the wire profile accepts exactly what the strict parser accepts;
//! - `silent`: errors through readers of other formats quote nothing;
//! - `strict`: what the strict profile accepts, and what it refuses;
//! - `tests/allocations.rs`: what parsing allocates grows no faster than the body.

#![cfg(test)]

mod documents;
mod formats;
mod generated;
mod silent;
mod strict;
#[path = "../../support/mod.rs"]
mod support;
mod validator;
mod wire;
