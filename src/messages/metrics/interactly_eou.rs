//! `message.messages[].metrics.interactlyEOU`

use crate::wire::{Number, object};

object! {
    /// Detection that the person had finished speaking, from `messages[].metrics.interactlyEOU`.
    ///
    /// Only on the person's turns. EOU stands for end of utterance.
    pub struct InteractlyEou {
        /// Time until the end of the turn was noticed, in ms.
        #[wire("turnDetectionTimeMs", clear)]
        pub turn_detection_time_ms: Option<Number>,
        /// Time spent waiting in the queue, in ms.
        #[wire("queueLatencyMs", clear)]
        pub queue_latency_ms: Option<Number>,
    }
}
