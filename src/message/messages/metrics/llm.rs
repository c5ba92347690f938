//! `message.messages[].metrics.llm`

use crate::payload::object;
use crate::wire::{Number, Timestamp};

object! {
    /// The language model for a turn of the assistant, from `messages[].metrics.llm`.
    ///
    /// `{}` on the welcome message, which no model writes.
    pub struct TurnLlm {
        /// Time stamp of the answer, in epoch ms.
        #[wire("timestampMs", Clear)]
        pub timestamp_ms: Option<Timestamp>,
        /// Time spent waiting in the queue, in ms.
        #[wire("queueLatencyMs", Clear)]
        pub queue_latency_ms: Option<Number>,
        /// Time the model took, in ms.
        #[wire("responseLatencyMs", Clear)]
        pub response_latency_ms: Option<Number>,
    }
}
