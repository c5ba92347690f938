//! What the simulation refuses.

use super::Mishap;
use crate::family::Family;

/// Why nothing can be simulated as asked.
///
/// The texts name places and numbers that the caller gave, never a value. Its JSON is its text.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error, serde_with::SerializeDisplay)]
#[non_exhaustive]
pub enum SimulateError {
    /// A number of turns, calls or runs that is out of range.
    #[error("{what}: found {found}, expected 1 to {most}")]
    Count {
        /// What there should be this many of.
        what: &'static str,
        /// The number given.
        found: usize,
        /// The greatest number that can be simulated.
        most: usize,
    },
    /// A value was given for something that is not a place below the body: the text does not start with `/`, or
    /// holds a `~` without `0` or `1` after it.
    #[error("`{0}`: not a JSON pointer (RFC 6901) to a member or an element")]
    Pointer(String),
    /// A value was given for a place that no body has, nor an object around it.
    #[error("{0}: no body has this place, nor an object to put it into")]
    Place(String),
    /// A time at which no call can start.
    #[error("the start: found a year out of range, expected 1970 to 9000")]
    Start,
    /// An unknown name of a mishap.
    #[error("unknown mishap, expected one of {}", Mishap::names())]
    UnknownMishap,
    /// A mishap that bodies of this family cannot have.
    #[error("{mishap}: no body of the family {family} can have this mishap")]
    MishapOfFamily {
        /// The mishap asked for.
        mishap: Mishap,
        /// The family of the bodies.
        family: Family,
    },
}
