//! `message.messages[].metrics.stt`

use crate::payload::object;
use crate::validate::bounds::{DURATION, PROBABILITY};
use crate::wire::{Number, Timestamp};

object! {
    /// Speech to text for a turn of the person, from `messages[].metrics.stt`.
    #[object(rules)]
    pub struct TurnStt {
        /// Time stamp of the recognition, in epoch ms.
        #[wire("timestampMs", Clear)]
        pub timestamp_ms: Option<Timestamp>,
        /// Where the speech begins, in ms, presumably of the sound received.
        #[wire("startOffsetMs", Clear)]
        pub start_offset_ms: Option<Number>,
        /// Where the speech ends, in ms, counted as the beginning is.
        #[wire("endOffsetMs", Clear)]
        pub end_offset_ms: Option<Number>,
        /// Length of the speech, in ms: `endOffsetMs` - `startOffsetMs`.
        #[wire("durationMs", Clear, bound(DURATION))]
        pub duration_ms: Option<Number>,
        /// Figure of the voice activity detection, in ms; negative values were captured.
        #[wire("vadMs", Clear)]
        pub vad_ms: Option<Number>,
        /// Relative response time, in ms; what it is relative to is not documented. Negative values were
        /// captured.
        #[wire("relativeLatencyMs", Clear)]
        pub relative_latency_ms: Option<Number>,
        /// Confidence in the text, from 0 to 1.
        #[wire("confidence", Clear, bound(PROBABILITY))]
        pub confidence: Option<Number>,
    }
}
