//! `message.call.metrics.callStats.llmStats`

use crate::payload::object;
use crate::validate::bounds::COUNT;
use crate::wire::{Distribution, Number};

object! {
    /// The language model over the call, from `message.call.metrics.callStats.llmStats`.
    ///
    /// Only in the end-of-call report. Abbreviated bodies hold fewer members.
    pub struct LlmStats {
        /// Answers of the model.
        #[wire("responseCount", Clear, bound(COUNT))]
        pub response_count: Option<i64>,
        /// Total response time of all answers, in ms, with a fraction.
        #[wire("responseLatencyTotal", Clear)]
        pub response_latency_total: Option<Number>,
        /// Mean response time, in ms.
        #[wire("responseLatencyAvg", Clear)]
        pub response_latency_avg: Option<Number>,
        /// Requests that failed.
        #[wire("errors", Clear, bound(COUNT))]
        pub errors: Option<i64>,
        /// How often an answer hung; 0 in captured bodies, what is counted is not documented.
        #[wire("hangups", Clear, bound(COUNT))]
        pub hangups: Option<i64>,
        /// Answers by response time. Keys are lower bounds in ms (0, 100, 300, 600, 1000, 1500, 2000, 5000,
        /// 10000), not the bounds of speech; the counts add up to `responseCount`.
        #[wire("responseTimeDistribution", Clear, bound(COUNT))]
        pub response_time_distribution: Option<Distribution>,
        /// Tokens sent to the model.
        #[wire("inputTokens", Clear, bound(COUNT))]
        pub input_tokens: Option<i64>,
        /// Tokens the model wrote.
        #[wire("outputTokens", Clear, bound(COUNT))]
        pub output_tokens: Option<i64>,
        /// Mean of tokens sent for an answer.
        #[wire("inputTokensAvg", Clear, bound(COUNT))]
        pub input_tokens_avg: Option<Number>,
        /// Mean of tokens written in an answer.
        #[wire("outputTokensAvg", Clear, bound(COUNT))]
        pub output_tokens_avg: Option<Number>,
    }
}
