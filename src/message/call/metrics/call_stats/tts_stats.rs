//! `message.call.metrics.callStats.ttsStats`

use crate::payload::object;
use crate::validate::bounds::COUNT;
use crate::wire::{Distribution, Number};

object! {
    /// Text to speech over the call, from `message.call.metrics.callStats.ttsStats`.
    ///
    /// Only in the end-of-call report. Requests go to the vendor's API or are served from a cache.
    /// Abbreviated bodies hold fewer members.
    #[object(rules)]
    pub struct TtsStats {
        /// Requests by response time. Keys are lower bounds in ms (0, 100, 200, 300, 600, 1000, 3000, 5000,
        /// 10000); the counts add up to `totalRequests`. The language model's bounds are different.
        #[wire("responseTimeDistribution", Clear, bound(COUNT))]
        pub response_time_distribution: Option<Distribution>,
        /// All requests: `apiRequests` + `cacheRequests`.
        #[wire("totalRequests", Clear, bound(COUNT))]
        pub total_requests: Option<i64>,
        /// Mean response time, in ms.
        #[wire("latencyAvg", Clear)]
        pub latency_avg: Option<Number>,
        /// Total response time of all requests, in ms: `apiLatencyTotal` + `cacheLatencyTotal`.
        #[wire("latencyTotal", Clear)]
        pub latency_total: Option<Number>,
        /// Requests that failed.
        #[wire("errors", Clear, bound(COUNT))]
        pub errors: Option<i64>,
        /// Requests that were retried.
        #[wire("retries", Clear, bound(COUNT))]
        pub retries: Option<i64>,
        /// Requests answered by the vendor.
        #[wire("apiRequests", Clear, bound(COUNT))]
        pub api_requests: Option<i64>,
        /// Total response time of the vendor, in ms.
        #[wire("apiLatencyTotal", Clear)]
        pub api_latency_total: Option<Number>,
        /// Mean response time of the vendor, in ms.
        #[wire("apiLatencyAvg", Clear)]
        pub api_latency_avg: Option<Number>,
        /// Requests answered from the cache.
        #[wire("cacheRequests", Clear, bound(COUNT))]
        pub cache_requests: Option<i64>,
        /// Total response time of the cache, in ms.
        #[wire("cacheLatencyTotal", Clear)]
        pub cache_latency_total: Option<Number>,
        /// Mean response time of the cache, in ms.
        #[wire("cacheLatencyAvg", Clear)]
        pub cache_latency_avg: Option<Number>,
    }
}
