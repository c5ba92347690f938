//! `assistant.noiseSuppressorConfig`.

use crate::wire::{Number, object};

object! {
    /// Noise suppression on the person's audio, from `message.assistant.noiseSuppressorConfig`.
    ///
    /// Known from release notes v1.2.0 alone, with these defaults; not seen in a body. It replaces
    /// `noiseSuppressor` and `noiseSuppressionKnob` of the assistant.
    pub struct NoiseSuppressorConfig {
        /// Whether noise is suppressed. Default `false`.
        #[wire("enabled", clear)]
        pub enabled: Option<bool>,
        /// Whether background noise is removed. Default `true`.
        #[wire("suppressBackgroundNoise", clear)]
        pub suppress_background_noise: Option<bool>,
        /// Whether other people's voices are removed. Default `false`.
        #[wire("suppressBackgroundVoice", clear)]
        pub suppress_background_voice: Option<bool>,
        /// Whether loudness is evened out. Default `true`.
        #[wire("digitalGainControl", clear)]
        pub digital_gain_control: Option<bool>,
        /// Strength, 0 to 100. Default 100.
        #[wire("knobValue", clear)]
        pub knob_value: Option<Number>,
    }
}
