//! `assistant.noiseSuppressorConfig`.

use crate::model::Bound;
use crate::payload::object;
use crate::validate::code;
use crate::wire::Number;

object! {
    /// Noise suppression on the person's audio, from `message.assistant.noiseSuppressorConfig`.
    ///
    /// Known from release notes v1.2.0 alone, with these defaults; not seen in a body. It replaces
    /// `noiseSuppressor` and `noiseSuppressionKnob` of the assistant.
    #[object(configuration, switch)]
    pub struct NoiseSuppressorConfig {
        /// Whether noise is suppressed. Default `false`.
        #[wire("enabled", Clear, default("false"))]
        pub enabled: Option<bool>,
        /// Whether background noise is removed. Default `true`.
        #[wire("suppressBackgroundNoise", Clear, default("true"))]
        pub suppress_background_noise: Option<bool>,
        /// Whether other people's voices are removed. Default `false`.
        #[wire("suppressBackgroundVoice", Clear, default("false"))]
        pub suppress_background_voice: Option<bool>,
        /// Whether loudness is evened out. Default `true`.
        #[wire("digitalGainControl", Clear, default("true"))]
        pub digital_gain_control: Option<bool>,
        /// Strength, 0 to 100. Default 100.
        #[wire(
            "knobValue",
            Clear,
            bound(Bound::new(&code::NOISE_KNOB_RANGE).from(0.0).to(100.0)),
            default("100")
        )]
        pub knob_value: Option<Number>,
    }
}
