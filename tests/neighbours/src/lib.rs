//! The tests of the root package once more, where another crate of the build switches on features
//! of `serde_json`: they must not change what this crate does.
//!
//! Left out are the tests of the example programs, which are not built here.

#![cfg(test)]
#![allow(clippy::duplicate_mod, reason = "each of them reads what the tests share")]

#[path = "../../api.rs"]
mod api;
#[path = "../../errors.rs"]
mod errors;
#[path = "../../fixtures.rs"]
mod fixtures;
#[path = "../../head.rs"]
mod head;
#[path = "../../interface.rs"]
mod interface;
#[path = "../../keys.rs"]
mod keys;
#[path = "../../mutations.rs"]
mod mutations;
#[path = "../../receiving.rs"]
mod receiving;
#[path = "../../record/main.rs"]
mod record;
#[path = "../../repairs.rs"]
mod repairs;
#[path = "../../schema.rs"]
mod schema;
#[path = "../../shown.rs"]
mod shown;
#[path = "../../size.rs"]
mod size;
#[path = "../../told.rs"]
mod told;
#[path = "../../validate/main.rs"]
mod validate;
#[path = "../../wire.rs"]
mod wire;
