//! The bounds that several members share. A bound of one member is declared at the member.
//!
//! Latencies, delays and counts of packets have none: they are differences of two clocks or of
//! two counts, and negative ones were captured.

use super::code;
use crate::model::Bound;

/// A count that is never negative.
pub(crate) const COUNT: Bound = Bound::new(&code::COUNT_NEGATIVE).from(0.0);

/// A length of time, in any unit.
pub(crate) const DURATION: Bound = Bound::new(&code::DURATION_NEGATIVE).from(0.0);

/// An amount of money.
pub(crate) const AMOUNT: Bound = Bound::new(&code::COST_NEGATIVE).from(0.0);

/// A time limit: more than nothing.
pub(crate) const TIMEOUT: Bound = Bound::new(&code::TIMEOUT_NOT_POSITIVE).more_than(0.0);

/// A confidence or a probability.
pub(crate) const PROBABILITY: Bound = Bound::new(&code::PROBABILITY_RANGE).from(0.0).to(1.0);

/// A share in a voice's settings, which only `eleven-labs` voices are known to have.
pub(crate) const SHARE: Bound = Bound::new(&code::VOICE_SHARE_RANGE)
    .from(0.0)
    .to(1.0)
    .when("for the vendors eleven-labs and eleven-labs-stream");

/// The events that a server subscribes to.
pub(crate) const SERVER_EVENTS: Bound =
    Bound::new(&code::SERVER_MESSAGES_MISSING).from(1.0).elements().when("for an enabled server");

/// How far a call's duration may be from the time between start and end, in seconds. They
/// are measured apart: captured reports differ by some milliseconds.
pub(crate) const DURATION_TOLERANCE: f64 = 1.0;

/// How far a total cost may be from the sum of its parts. Captured sums are exact; the parts
/// that the public docs print are rounded to a millionth each.
pub(crate) const COST_TOLERANCE: f64 = 0.00001;
