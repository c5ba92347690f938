//! `message.call.metrics.callStats.ttsStats`

use crate::wire::{Distribution, Number, object};

object! {
    /// Text to speech over the call, from `message.call.metrics.callStats.ttsStats`.
    ///
    /// Only in the end-of-call report. Requests go to the vendor's API or are served from a cache.
    /// Abbreviated bodies hold fewer members.
    #[rules(crate::validate::call::tts)]
    pub struct TtsStats {
        /// Requests by response time. Keys are lower bounds in ms (0, 100, 200, 300, 600, 1000, 3000, 5000,
        /// 10000); the counts add up to `totalRequests`. The language model's bounds are different.
        #[wire("responseTimeDistribution", clear)]
        pub response_time_distribution: Option<Distribution>,
        /// All requests: `apiRequests` + `cacheRequests`.
        #[wire("totalRequests", clear)]
        pub total_requests: Option<i64>,
        /// Mean response time, in ms.
        #[wire("latencyAvg", clear)]
        pub latency_avg: Option<Number>,
        /// Response time of all requests together, in ms: `apiLatencyTotal` + `cacheLatencyTotal`.
        #[wire("latencyTotal", clear)]
        pub latency_total: Option<Number>,
        /// Requests that failed.
        #[wire("errors", clear)]
        pub errors: Option<i64>,
        /// Requests that were sent again.
        #[wire("retries", clear)]
        pub retries: Option<i64>,
        /// Requests answered by the vendor.
        #[wire("apiRequests", clear)]
        pub api_requests: Option<i64>,
        /// Response time of the vendor, all requests together, in ms.
        #[wire("apiLatencyTotal", clear)]
        pub api_latency_total: Option<Number>,
        /// Mean response time of the vendor, in ms.
        #[wire("apiLatencyAvg", clear)]
        pub api_latency_avg: Option<Number>,
        /// Requests answered from the cache.
        #[wire("cacheRequests", clear)]
        pub cache_requests: Option<i64>,
        /// Response time of the cache, all requests together, in ms.
        #[wire("cacheLatencyTotal", clear)]
        pub cache_latency_total: Option<Number>,
        /// Mean response time of the cache, in ms.
        #[wire("cacheLatencyAvg", clear)]
        pub cache_latency_avg: Option<Number>,
    }
}
