//! `assistant.config.speech.stt.deepgramOptions`.

use super::SttModel;
use crate::wire::{Number, object};

object! {
    /// Options that only Deepgram has, from `message.assistant.config.speech.stt.deepgramOptions`.
    ///
    /// Captured bodies have them for vendor `deepgram`. Spellings with and without underscores are mixed on
    /// the wire. Ranges and defaults are not stated; the values named are those seen.
    pub struct DeepgramOptions {
        /// Model.
        #[wire("model", clear)]
        pub model: Option<SttModel>,
        /// Whether punctuation is added.
        #[wire("punctuate", clear)]
        pub punctuate: Option<bool>,
        /// Silence that ends a phrase; 10 seen. Milliseconds by the vendor's convention; the platform states
        /// no unit.
        #[wire("endpointing", clear)]
        pub endpointing: Option<Number>,
        /// Whether dates, amounts and the like are formatted.
        #[wire("smart_format", clear)]
        pub smart_format: Option<bool>,
        /// Whether spoken numbers become digits.
        #[wire("numerals", clear)]
        pub numerals: Option<bool>,
        /// Whether formatting may not hold results back.
        #[wire("no_delay", clear)]
        pub no_delay: Option<bool>,
        /// Flux models: confidence at which an end of turn is announced early; 0.5 seen.
        #[wire("eagerEotThreshold", clear)]
        pub eager_eot_threshold: Option<Number>,
        /// Flux models: confidence at which a turn counts as ended; 0.7 seen.
        #[wire("eotThreshold", clear)]
        pub eot_threshold: Option<Number>,
        /// Flux models: silence after which a turn ends in any case, in milliseconds; 5000 seen.
        #[wire("eotTimeoutMs", clear)]
        pub eot_timeout_ms: Option<Number>,
    }
}
