//! `message.messages[].metrics.interactlyPlayer`

use crate::payload::object;
use crate::validate::bounds::DURATION;
use crate::wire::Number;

object! {
    /// Playback of a turn of the assistant, from `messages[].metrics.interactlyPlayer`.
    pub struct InteractlyPlayer {
        /// Time the player waited before it began, in ms.
        #[wire("waitTimeMs", Clear, bound(DURATION))]
        pub wait_time_ms: Option<Number>,
    }
}
