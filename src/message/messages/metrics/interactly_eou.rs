//! `message.messages[].metrics.interactlyEOU`

use crate::payload::object;
use crate::wire::Number;

object! {
    /// Detection that the person had finished speaking, from `messages[].metrics.interactlyEOU`.
    ///
    /// Only on the person's turns. EOU stands for end of utterance.
    pub struct InteractlyEou {
        /// Time until the end of the turn was noticed, in ms.
        #[wire("turnDetectionTimeMs", Clear)]
        pub turn_detection_time_ms: Option<Number>,
        /// Time spent waiting in the queue, in ms.
        #[wire("queueLatencyMs", Clear)]
        pub queue_latency_ms: Option<Number>,
    }
}
