//! `message.call.metrics.callStats.userAudio`

use crate::wire::{Number, object};

object! {
    /// How the person's sound arrived, from `message.call.metrics.callStats.userAudio`.
    ///
    /// Only in the end-of-call report; absent in abbreviated bodies, and so is each member then.
    pub struct UserAudio {
        /// Chunks that came late: the sum of `count` over the intervals.
        #[wire("delayedChunksCount", clear)]
        pub delayed_chunks_count: Option<i64>,
        /// Mean delay of a late chunk, in ms.
        #[wire("latencyAvg", clear)]
        pub latency_avg: Option<Number>,
        /// Delay of all late chunks together, in ms.
        #[wire("latencyTotal", clear)]
        pub latency_total: Option<Number>,
        /// The same in windows of about 8 seconds, in order; the last window is shorter.
        #[wire("latencyIntervals", nested)]
        pub latency_intervals: Option<Vec<LatencyInterval>>,
        /// Sound received in all, in ms; equals the last interval's value of that name.
        #[wire("cumulativeDuration", clear)]
        pub cumulative_duration: Option<Number>,
        /// Chunks that were thrown away.
        #[wire("droppedChunksCount", clear)]
        pub dropped_chunks_count: Option<i64>,
    }
}

object! {
    /// One window of the call, an element of `callStats.userAudio.latencyIntervals`.
    ///
    /// In end-of-call reports.
    pub struct LatencyInterval {
        /// Longest delay in the window, in ms; 0 if no chunk came late.
        #[wire("max", clear)]
        pub max: Option<Number>,
        /// Late chunks in the window.
        #[wire("count", clear)]
        pub count: Option<i64>,
        /// Mean delay of the late chunks, in ms; 0 if there were none.
        #[wire("avg", clear)]
        pub avg: Option<Number>,
        /// Length of the window, in ms; about 8000.
        #[wire("duration", clear)]
        pub duration: Option<Number>,
        /// Length of this window and all before it, in ms.
        #[wire("cumulativeDuration", clear)]
        pub cumulative_duration: Option<Number>,
    }
}
