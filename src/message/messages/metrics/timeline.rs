//! `message.messages[].metrics.timeline`

use crate::payload::object;
use crate::validate::bounds::DURATION;
use crate::wire::Number;

object! {
    /// The place of a turn in the call, from `messages[].metrics.timeline`.
    pub struct Timeline {
        /// Time since the previous turn, in ms; may exceed the time since the start. Absent on the
        /// assistant's turns.
        #[wire("offsetFromPreviousTurnMs", Clear)]
        pub offset_from_previous_turn_ms: Option<Number>,
        /// Time since the start of the call, in ms.
        #[wire("totalElapsedTimeMs", Clear, bound(DURATION))]
        pub total_elapsed_time_ms: Option<Number>,
    }
}
