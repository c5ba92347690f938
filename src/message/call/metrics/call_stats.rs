//! `message.call.metrics.callStats`

mod llm_stats;
mod stt_stats;
mod tts_stats;
mod turns;
mod turns_stats;
mod user_audio;

pub use llm_stats::LlmStats;
pub use stt_stats::SttStats;
pub use tts_stats::TtsStats;
pub use turns::Turns;
pub use turns_stats::{BotTurn, TurnsStats, UserTurn};
pub use user_audio::{LatencyInterval, UserAudio};

use crate::payload::object;

object! {
    /// Figures over the whole call, from `message.call.metrics.callStats`.
    ///
    /// Only in the end-of-call report. Times are milliseconds unless a member says otherwise. Averages come
    /// without a fraction when they are whole. Abbreviated bodies leave out blocks and members.
    #[object(rules)]
    pub struct CallStats {
        /// Sound received from the person. Absent in abbreviated bodies.
        #[wire("userAudio", Nested)]
        pub user_audio: Option<Box<UserAudio>>,
        /// How many turns each side took. Absent in abbreviated bodies.
        #[wire("turns", Nested)]
        pub turns: Option<Box<Turns>>,
        /// When each turn was taken. Absent in abbreviated bodies.
        #[wire("turnsStats", Nested)]
        pub turns_stats: Option<Box<TurnsStats>>,
        /// Text to speech. Absent in abbreviated bodies.
        #[wire("ttsStats", Nested)]
        pub tts_stats: Option<Box<TtsStats>>,
        /// Language model. Absent in abbreviated bodies.
        #[wire("llmStats", Nested)]
        pub llm_stats: Option<Box<LlmStats>>,
        /// Speech to text. Absent in abbreviated bodies.
        #[wire("sttStats", Nested)]
        pub stt_stats: Option<Box<SttStats>>,
    }
}
