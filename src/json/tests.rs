//! Tests of the reader as a whole.

mod differential;
mod error;
mod head;
mod lenient;
mod linear;
mod model;
mod places;
mod texts;
mod values;
