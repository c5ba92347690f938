//! `message.call.metrics.callStats.llmStats`

use crate::wire::{Distribution, Number, object};

object! {
    /// The language model over the call, from `message.call.metrics.callStats.llmStats`.
    ///
    /// Only in the end-of-call report. Abbreviated bodies hold fewer members.
    pub struct LlmStats {
        /// Answers of the model.
        #[wire("responseCount", clear)]
        pub response_count: Option<i64>,
        /// Response time of all answers together, in ms, with a fraction.
        #[wire("responseLatencyTotal", clear)]
        pub response_latency_total: Option<Number>,
        /// Mean response time, in ms.
        #[wire("responseLatencyAvg", clear)]
        pub response_latency_avg: Option<Number>,
        /// Requests that failed.
        #[wire("errors", clear)]
        pub errors: Option<i64>,
        /// How often an answer hung; 0 in captured bodies, what is counted is not documented.
        #[wire("hangups", clear)]
        pub hangups: Option<i64>,
        /// Answers by response time. Keys are lower bounds in ms (0, 100, 300, 600, 1000, 1500, 2000, 5000,
        /// 10000), not the bounds of speech; the counts add up to `responseCount`.
        #[wire("responseTimeDistribution", clear)]
        pub response_time_distribution: Option<Distribution>,
        /// Tokens sent to the model.
        #[wire("inputTokens", clear)]
        pub input_tokens: Option<i64>,
        /// Tokens the model wrote.
        #[wire("outputTokens", clear)]
        pub output_tokens: Option<i64>,
        /// Mean of tokens sent for an answer.
        #[wire("inputTokensAvg", clear)]
        pub input_tokens_avg: Option<Number>,
        /// Mean of tokens written in an answer.
        #[wire("outputTokensAvg", clear)]
        pub output_tokens_avg: Option<Number>,
    }
}
