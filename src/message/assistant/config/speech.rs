//! `assistant.config.speech`.

mod language;
mod rules;
mod stt;
mod stt_fallback;
mod tts_data;

pub use language::Language;
pub use stt::{DeepgramOptions, Stt, SttModel, SttVendor};
pub use stt_fallback::SttFallback;
pub use tts_data::{TtsConfig, TtsData, TtsModel, TtsVendor};

use crate::payload::object;

object! {
    /// How the assistant hears and speaks, from `message.assistant.config.speech`.
    ///
    /// With the complete assistant: in status updates and in the documented sample.
    #[object(configuration)]
    pub struct Speech {
        /// The transcriber, and how it listens.
        #[wire("stt", Nested)]
        pub stt: Option<Box<Stt>>,
        /// Transcriber to change to when the first one fails, since release notes v1.6.0. Captured bodies
        /// have none.
        #[wire("sttFallback", Nested)]
        pub stt_fallback: Option<Box<SttFallback>>,
        /// Voices, one element each.
        #[wire("ttsData", Nested)]
        pub tts_data: Option<Vec<TtsData>>,
    }
}

impl Speech {
    /// Speech settings with a transcriber and at least one voice.
    #[must_use]
    pub fn new(stt: Stt, voices: impl IntoIterator<Item = TtsData>) -> Self {
        Self { stt: Some(Box::new(stt)), tts_data: Some(voices.into_iter().collect()), ..Self::default() }
    }
}
