//! `assistant.startSpeakingOptions`.

use crate::payload::{object, open_enum};
use crate::validate::bounds::DURATION;
use crate::wire::Number;

object! {
    /// When the assistant starts to speak, from `message.assistant.startSpeakingOptions`.
    ///
    /// In the documented sample, not in captured bodies. Ranges are not stated.
    #[object(configuration)]
    pub struct StartSpeakingOptions {
        /// Pause before every answer, in seconds; 0 in the samples.
        #[wire("waitSeconds", Clear, bound(DURATION))]
        pub wait_seconds: Option<Number>,
        /// What decides that the person has finished.
        #[wire("smartEndpointing", Clear)]
        pub smart_endpointing: Option<SmartEndpointing>,
        /// Pause after text that ends in punctuation, in seconds; 0 in the samples.
        #[wire("onPunctuationSeconds", Clear, bound(DURATION))]
        pub on_punctuation_seconds: Option<Number>,
        /// Pause after text without punctuation at its end, in seconds; 0 in the samples.
        #[wire("onNoPunctuationSeconds", Clear, bound(DURATION))]
        pub on_no_punctuation_seconds: Option<Number>,
        /// Pause after a number, in seconds; 0 in the samples.
        #[wire("onNumberSeconds", Clear, bound(DURATION))]
        pub on_number_seconds: Option<Number>,
        /// Base value of the detection by `LiveKit`; 100 in the samples, unit not stated. The key has a capital L.
        #[wire("LiveKitBaseValue", Clear)]
        pub live_kit_base_value: Option<Number>,
        /// Scale of the detection by `LiveKit`; 1000 in the samples, unit not stated. The key has a capital L.
        #[wire("LiveKitScaleValue", Clear)]
        pub live_kit_scale_value: Option<Number>,
    }
}

open_enum! {
    /// What decides that the person has finished, from `startSpeakingOptions.smartEndpointing`.
    ///
    /// There must be a value for `LiveKit` and one for "off"; their spellings were never seen.
    pub enum SmartEndpointing {
        /// The platform's own detector.
        Interactly = "Interactly",
    }
}
