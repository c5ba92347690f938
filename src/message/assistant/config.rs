//! `assistant.config`.

mod speech;

pub use speech::{
    DeepgramOptions, Language, Speech, Stt, SttFallback, SttModel, SttVendor, TtsConfig, TtsData, TtsModel,
    TtsVendor,
};

use crate::payload::object;

object! {
    /// Settings of the assistant by area, from `message.assistant.config`.
    ///
    /// Comes with every full assistant. Speech is the only area ever seen.
    #[object(configuration)]
    pub struct AssistantConfig {
        /// Transcriber and voices.
        #[wire("speech", Nested)]
        pub speech: Option<Box<Speech>>,
    }
}

impl AssistantConfig {
    /// A configuration with these speech settings.
    #[must_use]
    pub fn new(speech: Speech) -> Self {
        Self { speech: Some(Box::new(speech)), ..Self::default() }
    }
}
