//! `assistant.config.speech.ttsData[]`.

mod config;

pub(super) use config::{LATENCY, SEED};
pub use config::{TtsConfig, TtsModel};

use super::Language;
use crate::payload::{object, open_enum};

object! {
    /// One voice, an element of `message.assistant.config.speech.ttsData`.
    ///
    /// With the complete assistant: in status updates and in the documented sample.
    #[object(configuration, switch, rules)]
    pub struct TtsData {
        /// Whether the voice is in use. Only the documented sample has it.
        #[wire("enabled", Clear)]
        pub enabled: Option<bool>,
        /// Whether this is the voice to take when nothing else decides. Only captured bodies have it.
        #[wire("default", Clear)]
        pub default: Option<bool>,
        /// Who makes the audio.
        #[wire("vendor", Clear)]
        pub vendor: Option<TtsVendor>,
        /// Language spoken.
        #[wire("language", Clear)]
        pub language: Option<Language>,
        /// The vendor's id of the voice; for `deepgram` it names the model as well.
        #[wire("voice", Clear)]
        pub voice: Option<String>,
        /// Label of the voice. Only captured bodies have it.
        #[wire("voiceName", Personal)]
        pub voice_name: Option<String>,
        /// The vendor's settings. Absent in older samples.
        #[wire("config", Nested)]
        pub config: Option<Box<TtsConfig>>,
    }
}

impl TtsData {
    /// A voice of this vendor, speaking this language.
    #[must_use]
    pub fn new(
        vendor: impl Into<TtsVendor>,
        voice: impl Into<String>,
        language: impl Into<Language>,
    ) -> Self {
        Self {
            vendor: Some(vendor.into()),
            voice: Some(voice.into()),
            language: Some(language.into()),
            ..Self::default()
        }
    }

    /// The vendor's settings to change, created if there are none.
    #[must_use]
    pub fn config_mut(&mut self) -> &mut TtsConfig {
        self.config.get_or_insert_default()
    }
}

open_enum! {
    /// Who makes the audio, from `ttsData[].vendor`. Case-sensitive.
    ///
    /// Streaming voices by Deepgram and Cartesia exist too; how they are spelled was never seen.
    pub enum TtsVendor {
        /// Without streaming.
        #[doc(alias = "eleven-labs")]
        ElevenLabs = "eleven-labs",
        /// The same models and languages, streamed.
        #[doc(alias = "eleven-labs-stream")]
        ElevenLabsStream = "eleven-labs-stream",
        /// The voice id names the model (`aura-...-en`, `aura-2-...-en`).
        Deepgram = "deepgram",
        /// The speech service by Microsoft.
        Microsoft = "microsoft",
        /// Takes words for the speed (`slowest` to `fastest`).
        Cartesia = "cartesia",
        /// Spelled with a hyphen, unlike the language model provider `openai`.
        #[doc(alias = "open-ai")]
        OpenAi = "open-ai",
    }
}
