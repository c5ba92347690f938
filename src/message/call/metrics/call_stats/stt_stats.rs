//! `message.call.metrics.callStats.sttStats`

use crate::payload::object;
use crate::validate::bounds::{COUNT, PROBABILITY};
use crate::wire::{Distribution, Number};

object! {
    /// Speech to text over the call, from `message.call.metrics.callStats.sttStats`.
    ///
    /// Only in the end-of-call report. Latencies below zero are normal. Abbreviated bodies hold fewer
    /// members.
    pub struct SttStats {
        /// Texts by response time. Keys are lower bounds in ms (0, 100, 200, 300, 600, 1000, 3000, 5000,
        /// 10000), negative times are counted under 0; the counts add up to `responseCount`.
        #[wire("responseTimeDistribution", Clear, bound(COUNT))]
        pub response_time_distribution: Option<Distribution>,
        /// Texts received; may exceed the person's turns.
        #[wire("responseCount", Clear, bound(COUNT))]
        pub response_count: Option<i64>,
        /// Mean response time, in ms; negative values were captured.
        #[wire("responseLatencyAvg", Clear)]
        pub response_latency_avg: Option<Number>,
        /// Mean of the turns' `stt.relativeLatencyMs`, presumably, in ms; negative values were captured.
        #[wire("relativeLatencyAvg", Clear)]
        pub relative_latency_avg: Option<Number>,
        /// Total response time of all texts, in ms; negative values were captured.
        #[wire("responseLatencyTotal", Clear)]
        pub response_latency_total: Option<Number>,
        /// Mean confidence in the texts, from 0 to 1.
        #[wire("confidenceAvg", Clear, bound(PROBABILITY))]
        pub confidence_avg: Option<Number>,
        /// How often the connection to the vendor was reopened.
        #[wire("connectionRetries", Clear, bound(COUNT))]
        pub connection_retries: Option<i64>,
        /// Requests to the transcriber that failed.
        #[wire("errors", Clear, bound(COUNT))]
        pub errors: Option<i64>,
        /// Texts by confidence. Keys are lower bounds (0, 0.1, 0.3, 0.5, 0.7, 0.9); the counts need not add up
        /// to `responseCount`.
        #[wire("confidenceDistribution", Clear, bound(COUNT))]
        pub confidence_distribution: Option<Distribution>,
        /// Texts by the probability that the person had finished speaking; same keys, only zeros seen.
        #[wire("eouProbabilityDistribution", Clear, bound(COUNT))]
        pub eou_probability_distribution: Option<Distribution>,
    }
}
