//! `assistant.config.speech.ttsData[].config`.

use crate::model::Bound;
use crate::payload::{object, open_enum};
use crate::validate::bounds::SHARE;
use crate::validate::code;
use crate::wire::{Number, NumberOrText};

/// The steps between the best quality and the shortest delay.
pub(in super::super) const LATENCY: Bound =
    Bound::new(&code::VOICE_LATENCY_RANGE).from(0.0).to(4.0).when("for a voice in use");

/// What a seed can be.
pub(in super::super) const SEED: Bound =
    Bound::new(&code::VOICE_SEED_RANGE).from(0.0).to(4_294_967_295.0).when("for a voice in use");

object! {
    /// The vendor's settings of a voice, from `message.assistant.config.speech.ttsData[].config`.
    ///
    /// Seen for vendor `eleven-labs` only; the keys of other vendors were never seen.
    #[object(configuration)]
    pub struct TtsConfig {
        /// Which model of the vendor speaks.
        #[wire("modelId", Clear)]
        pub model_id: Option<TtsModel>,
        /// Label of the model. Only captured bodies have it.
        #[wire("modelName", Personal)]
        pub model_name: Option<String>,
        /// Evenness of the voice, 0 to 1. The vendor guide's "around 50" is per cent: 0.5 here.
        #[wire("stability", Clear, bound(SHARE))]
        pub stability: Option<Number>,
        /// Closeness to the original voice, 0 to 1. The vendor guide's "around 75" is per cent: 0.75 here.
        #[wire("similarityBoost", Clear, bound(SHARE))]
        pub similarity_boost: Option<Number>,
        /// Whether likeness to the speaker is boosted. Off by default in the vendor guide.
        #[wire("speakerBoost", Clear, default("false"))]
        pub speaker_boost: Option<bool>,
        /// Exaggeration of the speaker's style, 0 to 1; the vendor guide advises 0.
        #[wire("styleExaggeration", Clear, bound(SHARE))]
        pub style_exaggeration: Option<Number>,
        /// Whether numbers, dates and the like are spelled out first; only the v2.5 models need it.
        #[wire("applyTextNormalization", Clear)]
        pub apply_text_normalization: Option<bool>,
        /// Trade-off between delay and quality, 0 (best quality, the default) to 4 (fastest). Always 3 before release
        /// notes v1.3.0. Only captured bodies have it.
        #[wire("optimizeStreamingLatency", Clear, bound(LATENCY), default("0"))]
        pub optimize_streaming_latency: Option<i64>,
        /// Seed for repeatable audio, 0 to 4294967295. `null` in captured bodies: none chosen.
        #[wire("seed", Clear, bound(SEED))]
        pub seed: Option<i64>,
        /// Pace: a number (1 seen, range not stated) or, for `cartesia`, a word from `slowest` to `fastest`.
        #[wire("speed", Clear)]
        pub speed: Option<NumberOrText>,
    }
}

open_enum! {
    /// Model of a voice, from `ttsData[].config.modelId`.
    pub enum TtsModel {
        /// For `eleven-labs` and `eleven-labs-stream`.
        ElevenMultilingualV2 = "eleven_multilingual_v2",
        /// For `eleven-labs` and `eleven-labs-stream`; at most 40 000 characters.
        ElevenTurboV2_5 = "eleven_turbo_v2_5",
        /// For `eleven-labs` and `eleven-labs-stream`; at most 40 000 characters.
        ElevenFlashV2_5 = "eleven_flash_v2_5",
        /// For `eleven-labs` and `eleven-labs-stream`; at most 30 000 characters.
        ElevenTurboV2 = "eleven_turbo_v2",
        /// For `eleven-labs` and `eleven-labs-stream`; at most 30 000 characters.
        ElevenFlashV2 = "eleven_flash_v2",
        /// For `cartesia`; in which member it is sent was never seen.
        Sonic = "sonic",
        /// For `cartesia`; in which member it is sent was never seen.
        #[doc(alias = "sonic-2024-12-12")]
        Sonic2024_12_12 = "sonic-2024-12-12",
        /// For `cartesia`; in which member it is sent was never seen.
        #[doc(alias = "sonic-2024-10-19")]
        Sonic2024_10_19 = "sonic-2024-10-19",
    }
}
