//! `message.call.cost`

use crate::payload::object;
use crate::validate::bounds::{AMOUNT, COUNT, DURATION};
use crate::wire::Number;

object! {
    /// What the call cost, from `message.call.cost`.
    ///
    /// Comes with the end-of-call report; `null` or absent before. No amount states its currency; the public
    /// docs print `$`. Amounts are sent unrounded (`0.010620000000000001`).
    #[object(rules)]
    pub struct Cost {
        /// Cost of the analysis. Absent in abbreviated bodies.
        #[wire("analysis", Nested)]
        pub analysis: Option<AnalysisCost>,
        /// Billed time, in **seconds**, equal to `endAt` - `startAt`. Mind the unit: `assistantCallDuration`,
        /// one level up, counts milliseconds.
        #[wire("callDuration", Clear, bound(DURATION))]
        pub call_duration: Option<Number>,
        /// Characters turned into speech. Absent in abbreviated bodies.
        #[wire("ttsGenCharsTotal", Clear, bound(COUNT))]
        pub tts_gen_chars_total: Option<i64>,
        /// Tokens sent to the language model; equals `llmStats.inputTokens`. Absent in abbreviated bodies.
        #[wire("inputTokensTotal", Clear, bound(COUNT))]
        pub input_tokens_total: Option<i64>,
        /// Tokens the language model wrote; equals `llmStats.outputTokens`. Absent in abbreviated bodies.
        #[wire("outputTokensTotal", Clear, bound(COUNT))]
        pub output_tokens_total: Option<i64>,
        /// The platform's own fee, currency not stated; 0.01 a minute in captured bodies.
        #[wire("interactlyCost", Clear, bound(AMOUNT))]
        pub interactly_cost: Option<Number>,
        /// Fee for telephony, currency not stated. Not zero even for web calls.
        #[wire("phoneCost", Clear, bound(AMOUNT))]
        pub phone_cost: Option<Number>,
        /// Fee of the text-to-speech vendor, currency not stated.
        #[wire("ttsVendorCost", Clear, bound(AMOUNT))]
        pub tts_vendor_cost: Option<Number>,
        /// Fee of the speech-to-text vendor, currency not stated.
        #[wire("sttVendorCost", Clear, bound(AMOUNT))]
        pub stt_vendor_cost: Option<Number>,
        /// Fee of the language model's vendor, currency not stated.
        #[wire("llmVendorCost", Clear, bound(AMOUNT))]
        pub llm_vendor_cost: Option<Number>,
        /// Sum of the fees above and `analysis.total`, currency not stated.
        #[wire("totalCost", Clear, bound(AMOUNT))]
        pub total_cost: Option<Number>,
    }
}

object! {
    /// What the analysis after the call cost, from `message.call.cost.analysis`.
    pub struct AnalysisCost {
        /// Fee for all analyses, currency not stated; only 0 was captured.
        #[wire("total", Clear, bound(AMOUNT))]
        pub total: Option<Number>,
    }
}
