//! `message.messages[].metrics.audio`

use crate::payload::object;
use crate::validate::bounds::DURATION;
use crate::wire::Number;

object! {
    /// Sound received from the person up to a turn, from `messages[].metrics.audio`.
    ///
    /// On the assistant's turns only `totalAudioReceivedMs` is there. Counts and delays of packets below zero
    /// are normal.
    pub struct TurnAudio {
        /// Packets late in this turn; negative values were captured.
        #[wire("delayedPacketsPerTurnCount", Clear)]
        pub delayed_packets_per_turn_count: Option<i64>,
        /// Packets late since the start of the call; negative values were captured.
        #[wire("delayedPacketsCumulativeCount", Clear)]
        pub delayed_packets_cumulative_count: Option<i64>,
        /// Packets lost since the start of the call.
        #[wire("lostPacketsCumulativeCount", Clear)]
        pub lost_packets_cumulative_count: Option<i64>,
        /// Delay in this turn, in ms; negative values were captured.
        #[wire("audioDelayPerTurnMs", Clear)]
        pub audio_delay_per_turn_ms: Option<Number>,
        /// Delay since the start of the call, in ms; negative values were captured.
        #[wire("audioDelayCumulativeMs", Clear)]
        pub audio_delay_cumulative_ms: Option<Number>,
        /// Sound received since the previous turn, in ms.
        #[wire("offsetFromPreviousTurnMs", Clear)]
        pub offset_from_previous_turn_ms: Option<Number>,
        /// Sound received since the start of the call, in ms.
        #[wire("totalAudioReceivedMs", Clear, bound(DURATION))]
        pub total_audio_received_ms: Option<Number>,
    }
}
