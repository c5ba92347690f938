//! `message.messages[].metrics.tts`

use crate::payload::object;
use crate::validate::bounds::DURATION;
use crate::wire::Number;

object! {
    /// Text to speech for a turn of the assistant, from `messages[].metrics.tts`.
    pub struct TurnTts {
        /// Length of the generated sound, in ms.
        #[wire("audioDurationMs", Clear, bound(DURATION))]
        pub audio_duration_ms: Option<Number>,
        /// Time spent waiting in the queue, in ms. Absent in abbreviated bodies.
        #[wire("queueLatencyMs", Clear)]
        pub queue_latency_ms: Option<Number>,
        /// Time it took to make the sound, in ms; a few ms when it came from the cache.
        #[wire("generationTimeMs", Clear, bound(DURATION))]
        pub generation_time_ms: Option<Number>,
        /// Whether the sound came from the cache.
        #[wire("isCachePlaying", Clear)]
        pub is_cache_playing: Option<bool>,
    }
}
