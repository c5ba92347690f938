//! `assistant.config`.

mod speech;

pub use speech::{
    DeepgramOptions, Speech, Stt, SttFallback, SttModel, SttVendor, TtsConfig, TtsData, TtsModel, TtsVendor,
};

use crate::wire::object;

object! {
    /// Settings of the assistant by area, from `message.assistant.config`.
    ///
    /// Comes with every full assistant. Speech is the only area ever seen.
    pub struct AssistantConfig {
        /// Transcriber and voices.
        #[wire("speech", nested)]
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
