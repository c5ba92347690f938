//! `assistant.config.speech.sttFallback`.

use super::SttVendor;
use crate::wire::{Language, OneOrMany, object};

object! {
    /// The backup transcriber, from `message.assistant.config.speech.sttFallback`.
    ///
    /// Exists since release notes v1.6.0; seen in the documented sample, not in captured bodies.
    pub struct SttFallback {
        /// Whether the backup is used.
        #[wire("enabled", clear)]
        pub enabled: Option<bool>,
        /// Who transcribes then.
        #[wire("vendor", clear)]
        pub vendor: Option<SttVendor>,
        /// Languages to listen for: one text in the samples; a list is read too, as for `stt`.
        #[wire("languages", clear)]
        pub languages: Option<OneOrMany<Language>>,
    }
}

impl SttFallback {
    /// A backup by this vendor for one language or a list of them, switched on.
    #[must_use]
    pub fn new(vendor: impl Into<SttVendor>, languages: impl Into<OneOrMany<Language>>) -> Self {
        Self {
            enabled: Some(true),
            vendor: Some(vendor.into()),
            languages: Some(languages.into()),
            ..Self::default()
        }
    }
}
