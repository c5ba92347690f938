//! What all tests share, each thing once: the fixtures, the comparison of JSON, random changes,
//! golden texts, folders that go away, and running the example programs.
//!
//! Tests of other packages read this file by its path, or only the part that they need: each part
//! stands alone.

#![allow(dead_code, unused_imports, reason = "every test program uses a part of it")]

mod child;
mod compare;
mod events;
mod fixtures;
mod golden;
mod marked;
mod mutate;
mod program;
mod runs;
mod temporary;

pub(crate) use compare::{assert_same, difference, is_free, keeps_null};
pub(crate) use events::events_of;
pub(crate) use fixtures::{
    Fixture, all_fixtures, configurations, files, fixture, fixtures, folder, repository,
};
pub(crate) use golden::{golden, pretty};
pub(crate) use marked::{assert_silent, damaged, marked};
pub(crate) use mutate::{Rng, add_unknown_members, mutate, odd_value, places, seed};
pub(crate) use program::{command, run};
pub(crate) use runs::runs;
pub(crate) use temporary::TemporaryFolder;
