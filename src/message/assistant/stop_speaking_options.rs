//! `assistant.stopSpeakingOptions`.

use crate::payload::object;
use crate::validate::bounds::{COUNT, DURATION};
use crate::wire::Number;

object! {
    /// What it takes to interrupt the assistant, from `message.assistant.stopSpeakingOptions`.
    ///
    /// In the documented sample, not in captured bodies. Ranges are not stated.
    #[object(configuration)]
    pub struct StopSpeakingOptions {
        /// Number of words that the person must have said; 3 in the samples.
        #[wire("numberOfWords", Clear, bound(COUNT))]
        pub number_of_words: Option<i64>,
        /// How long the person must have talked, in seconds; 0 in the samples.
        #[wire("voiceSeconds", Clear, bound(DURATION))]
        pub voice_seconds: Option<Number>,
    }
}
