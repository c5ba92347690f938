//! `assistant.config.speech.sttFallback`.

use super::{Language, SttVendor};
use crate::payload::object;
use crate::wire::OneOrMany;

object! {
    /// The backup transcriber, from `message.assistant.config.speech.sttFallback`.
    ///
    /// Exists since release notes v1.6.0; seen in the documented sample, not in captured bodies.
    #[object(configuration, switch)]
    pub struct SttFallback {
        /// Whether the backup is used.
        #[wire("enabled", Clear)]
        pub enabled: Option<bool>,
        /// Who transcribes then.
        #[wire("vendor", Clear)]
        pub vendor: Option<SttVendor>,
        /// Languages to listen for: one text in the samples; an array is read too, as for `stt`.
        #[wire("languages", Clear)]
        pub languages: Option<OneOrMany<Language>>,
    }
}

impl SttFallback {
    /// A backup by this vendor for one language or several, enabled.
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
