//! `message.call.metrics.callStats.userAudio`

use crate::payload::object;
use crate::validate::bounds::{COUNT, DURATION};
use crate::wire::Number;

object! {
    /// How the person's sound arrived, from `message.call.metrics.callStats.userAudio`.
    ///
    /// Only in the end-of-call report; absent in abbreviated bodies, and so is each member then.
    pub struct UserAudio {
        /// Chunks that came late: the sum of `count` over the intervals.
        #[wire("delayedChunksCount", Clear)]
        pub delayed_chunks_count: Option<i64>,
        /// Mean delay of a late chunk, in ms.
        #[wire("latencyAvg", Clear)]
        pub latency_avg: Option<Number>,
        /// Total delay of all late chunks, in ms.
        #[wire("latencyTotal", Clear)]
        pub latency_total: Option<Number>,
        /// The same in windows of about 8 seconds, in order; the last window is shorter.
        #[wire("latencyIntervals", Nested)]
        pub latency_intervals: Option<Vec<LatencyInterval>>,
        /// Total sound received, in ms; equals the last interval's value of that name.
        #[wire("cumulativeDuration", Clear, bound(DURATION))]
        pub cumulative_duration: Option<Number>,
        /// Chunks that were dropped.
        #[wire("droppedChunksCount", Clear, bound(COUNT))]
        pub dropped_chunks_count: Option<i64>,
    }
}

object! {
    /// One window of the call, an element of `callStats.userAudio.latencyIntervals`.
    ///
    /// In end-of-call reports.
    pub struct LatencyInterval {
        /// Longest delay in the window, in ms; 0 if no chunk came late.
        #[wire("max", Clear)]
        pub max: Option<Number>,
        /// Late chunks in the window.
        #[wire("count", Clear)]
        pub count: Option<i64>,
        /// Mean delay of the late chunks, in ms; 0 if there were none.
        #[wire("avg", Clear)]
        pub avg: Option<Number>,
        /// Length of the window, in ms; about 8000.
        #[wire("duration", Clear, bound(DURATION))]
        pub duration: Option<Number>,
        /// Length of this window and all before it, in ms.
        #[wire("cumulativeDuration", Clear, bound(DURATION))]
        pub cumulative_duration: Option<Number>,
    }
}
