//! `message.messages[].metrics.interactlyPlayer`

use crate::wire::{Number, object};

object! {
    /// Playback of a turn of the assistant, from `messages[].metrics.interactlyPlayer`.
    pub struct InteractlyPlayer {
        /// Time the player waited before it began, in ms.
        #[wire("waitTimeMs", clear)]
        pub wait_time_ms: Option<Number>,
    }
}
