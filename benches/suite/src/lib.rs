//! What parsing costs, beside what else could be done with the same bodies.
//!
//! - [`bodies`] makes the bodies: seeded, from 5 KB to 10 MB;
//! - [`plain`] has the crate's structs once more, with plain serde derives;
//! - [`by_hand`] is the form that most people write: derived `tag` and `flatten`;
//! - [`work`] lists what is measured.
//!
//! Programs: `budgets` counts instructions and checks them, `memory` counts allocations,
//! `wallclock` is our half of `msgspec/compare.py`, which says how it is run; `cargo bench` runs criterion.

pub mod bodies;
pub mod by_hand;
pub mod plain;
pub mod work;
