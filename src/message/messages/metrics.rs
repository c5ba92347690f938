//! `message.messages[].metrics`

mod audio;
mod interactly_eou;
mod interactly_player;
mod llm;
mod stt;
mod timeline;
mod tts;

pub use audio::TurnAudio;
pub use interactly_eou::InteractlyEou;
pub use interactly_player::InteractlyPlayer;
pub use llm::TurnLlm;
pub use stt::TurnStt;
pub use timeline::Timeline;
pub use tts::TurnTts;

use crate::payload::object;

object! {
    /// Figures of one turn, from `message.messages[].metrics`. On the wire since release v1.3.0.
    ///
    /// A turn of the person has `timeline`, `audio`, `stt` and `interactlyEOU`; one of the assistant has
    /// `timeline`, `audio`, `llm`, `tts` and `interactlyPlayer`. Examples in the public docs show fewer.
    pub struct MessageMetrics {
        /// The place of the turn in the call.
        #[wire("timeline", Nested)]
        pub timeline: Option<Timeline>,
        /// Sound received from the person.
        #[wire("audio", Nested)]
        pub audio: Option<TurnAudio>,
        /// Speech to text. Absent on the assistant's turns.
        #[wire("stt", Nested)]
        pub stt: Option<TurnStt>,
        /// Detection that the person had finished. Absent on the assistant's turns.
        #[wire("interactlyEOU", Nested)]
        pub interactly_eou: Option<InteractlyEou>,
        /// Language model; `{}` on the welcome message. Absent on the person's turns.
        #[wire("llm", Nested)]
        pub llm: Option<TurnLlm>,
        /// Text to speech. Absent on the person's turns.
        #[wire("tts", Nested)]
        pub tts: Option<TurnTts>,
        /// Playback. Absent on the person's turns.
        #[wire("interactlyPlayer", Nested)]
        pub interactly_player: Option<InteractlyPlayer>,
    }
}
