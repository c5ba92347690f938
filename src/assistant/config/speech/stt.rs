//! `assistant.config.speech.stt`.

mod deepgram_options;
mod model;

pub use deepgram_options::DeepgramOptions;
pub use model::SttModel;

use crate::wire::{Language, OneOrMany, object, open_enum};

object! {
    /// The transcriber, from `message.assistant.config.speech.stt`.
    ///
    /// With the complete assistant: in status updates and in the documented sample.
    #[rules(crate::validate::speech::stt)]
    pub struct Stt {
        /// Who transcribes.
        #[wire("vendor", clear)]
        pub vendor: Option<SttVendor>,
        /// Main language. Captured bodies have it beside `languages`, the documented sample does not.
        #[wire("language", clear)]
        pub language: Option<Language>,
        /// Languages to listen for: one text in the documented sample, a list in captured bodies.
        #[wire("languages", clear)]
        pub languages: Option<OneOrMany<Language>>,
        /// Model. Stands here in one hand-written sample; captured bodies have it in `deepgramOptions`.
        #[wire("model", clear)]
        pub model: Option<SttModel>,
        /// Whether swear words are masked.
        #[wire("profanityFilter", clear)]
        pub profanity_filter: Option<bool>,
        /// Whether unfinished results are used.
        #[wire("interim", clear)]
        pub interim: Option<bool>,
        /// Words to expect. The documented sample has them at `assistant.hints`.
        #[wire("hints", personal)]
        pub hints: Option<Vec<String>>,
        /// Options for vendor `deepgram`. Blocks of other vendors were never seen.
        #[wire("deepgramOptions", nested)]
        pub deepgram_options: Option<Box<DeepgramOptions>>,
    }
}

impl Stt {
    /// A transcriber of this vendor for one language or a list of them.
    #[must_use]
    pub fn new(vendor: impl Into<SttVendor>, languages: impl Into<OneOrMany<Language>>) -> Self {
        Self { vendor: Some(vendor.into()), languages: Some(languages.into()), ..Self::default() }
    }
}

open_enum! {
    /// Who transcribes, from `vendor` of `stt` and `sttFallback`. The platform minds the case.
    pub enum SttVendor {
        /// The speech service by Microsoft.
        Microsoft = "microsoft",
        /// By Deepgram, with options of its own in `deepgramOptions`.
        Deepgram = "deepgram",
        /// By the vendor that also makes voices.
        ElevenLabs = "eleven-labs",
        /// Spells its languages with an underscore (`en_us`).
        AssemblyAi = "assembly-ai",
        /// Deepgram, self-hosted. English only by release notes v1.6.0, eleven languages by the vendor table.
        DeepgramSelfHosted = "deepgram-self-hosted",
    }
}
