//! Tests of the reader as a whole.

mod differential;
mod error;
mod head;
mod lenient;
mod linear;
mod model;
mod places;
#[allow(clippy::duplicate_mod, reason = "the tests of privacy read it too")]
#[path = "../../tests/support/runs.rs"]
mod runs;
mod texts;
mod values;
