//! `assistant.config.speech.stt.deepgramOptions`.

use super::SttModel;
use crate::payload::object;
use crate::validate::bounds::TIMEOUT;
use crate::wire::Number;

object! {
    /// Options that only Deepgram has, from `message.assistant.config.speech.stt.deepgramOptions`.
    ///
    /// Captured bodies have them for vendor `deepgram`. Spellings with and without underscores are mixed on
    /// the wire. Ranges and defaults are not stated; the values named are those seen.
    #[object(configuration)]
    pub struct DeepgramOptions {
        /// Which of Deepgram's models transcribes.
        #[wire("model", Clear)]
        pub model: Option<SttModel>,
        /// Whether punctuation is added.
        #[wire("punctuate", Clear)]
        pub punctuate: Option<bool>,
        /// Silence that ends a phrase; 10 seen. Milliseconds by the vendor's convention; the platform states
        /// no unit.
        #[wire("endpointing", Clear)]
        pub endpointing: Option<Number>,
        /// Whether dates, amounts and the like are formatted.
        #[wire("smart_format", Clear)]
        pub smart_format: Option<bool>,
        /// Whether spoken numbers become digits.
        #[wire("numerals", Clear)]
        pub numerals: Option<bool>,
        /// Whether formatting may not hold results back.
        #[wire("no_delay", Clear)]
        pub no_delay: Option<bool>,
        /// Flux models: confidence at which an end of turn is announced early; 0.5 seen.
        #[wire("eagerEotThreshold", Clear)]
        pub eager_eot_threshold: Option<Number>,
        /// Flux models: confidence at which a turn counts as ended; 0.7 seen.
        #[wire("eotThreshold", Clear)]
        pub eot_threshold: Option<Number>,
        /// Flux models: silence after which a turn ends in any case, in milliseconds; 5000 seen.
        #[wire("eotTimeoutMs", Clear, bound(TIMEOUT))]
        pub eot_timeout_ms: Option<Number>,
    }
}
