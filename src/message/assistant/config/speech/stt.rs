//! `assistant.config.speech.stt`.

mod deepgram_options;
mod model;

pub use deepgram_options::DeepgramOptions;
pub use model::SttModel;

use super::Language;
use crate::payload::{object, open_enum};
use crate::wire::OneOrMany;

object! {
    /// The transcriber, from `message.assistant.config.speech.stt`.
    ///
    /// With the complete assistant: in status updates and in the documented sample.
    #[object(configuration, rules)]
    pub struct Stt {
        /// Who transcribes.
        #[wire("vendor", Clear)]
        pub vendor: Option<SttVendor>,
        /// Main language. Captured bodies have it beside `languages`, the documented sample does not.
        #[wire("language", Clear)]
        pub language: Option<Language>,
        /// Languages to listen for: one text in the documented sample, an array in captured bodies.
        #[wire("languages", Clear)]
        pub languages: Option<OneOrMany<Language>>,
        /// Which model of the vendor transcribes. One hand-written sample has it here; captured bodies have it
        /// in `deepgramOptions`.
        #[wire("model", Clear)]
        pub model: Option<SttModel>,
        /// Whether swear words are masked.
        #[wire("profanityFilter", Clear)]
        pub profanity_filter: Option<bool>,
        /// Whether unfinished results are used.
        #[wire("interim", Clear)]
        pub interim: Option<bool>,
        /// Words to expect. The documented sample has them at `assistant.hints`.
        #[wire("hints", Personal)]
        pub hints: Option<Vec<String>>,
        /// Options for vendor `deepgram`. Blocks of other vendors were never seen.
        #[wire("deepgramOptions", Nested)]
        pub deepgram_options: Option<Box<DeepgramOptions>>,
    }
}

impl Stt {
    /// A transcriber of this vendor for one language or several.
    #[must_use]
    pub fn new(vendor: impl Into<SttVendor>, languages: impl Into<OneOrMany<Language>>) -> Self {
        Self { vendor: Some(vendor.into()), languages: Some(languages.into()), ..Self::default() }
    }
}

open_enum! {
    /// Who transcribes, from `vendor` of `stt` and `sttFallback`. Case-sensitive.
    pub enum SttVendor {
        /// The speech service by Microsoft.
        Microsoft = "microsoft",
        /// By Deepgram, with options of its own in `deepgramOptions`.
        Deepgram = "deepgram",
        /// By the vendor that also makes voices.
        #[doc(alias = "eleven-labs")]
        ElevenLabs = "eleven-labs",
        /// Spells its languages with an underscore (`en_us`).
        #[doc(alias = "assembly-ai")]
        AssemblyAi = "assembly-ai",
        /// Deepgram, self-hosted. English only by release notes v1.6.0, eleven languages by the vendor table.
        #[doc(alias = "deepgram-self-hosted")]
        DeepgramSelfHosted = "deepgram-self-hosted",
    }
}
