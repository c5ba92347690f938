//! `message.call.metrics`

mod call_stats;

pub use call_stats::{
    BotTurn, CallStats, LatencyInterval, LlmStats, SttStats, TtsStats, Turns, TurnsStats, UserAudio, UserTurn,
};

use crate::payload::object;

object! {
    /// Quality figures of the call, from `message.call.metrics`.
    ///
    /// Filled in the end-of-call report; `{}` at status `initiated`, else absent before the end.
    pub struct CallMetrics {
        /// The figures themselves, the only member seen. Absent until the end.
        #[wire("callStats", Nested)]
        pub call_stats: Option<Box<CallStats>>,
    }
}
