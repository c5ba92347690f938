//! `message.call.metrics.callStats.turnsStats`

use serde_json::Value;

use crate::payload::object;
use crate::validate::bounds::{COUNT, DURATION};
use crate::wire::Number;

object! {
    /// When each turn was taken, from `message.call.metrics.callStats.turnsStats`.
    ///
    /// Only in the end-of-call report; absent in abbreviated bodies.
    pub struct TurnsStats {
        /// Turns of the person, in order.
        #[wire("userTurns", Nested)]
        pub user_turns: Option<Vec<UserTurn>>,
        /// Turns of the assistant, in order; one for each sentence of an answer.
        #[wire("botTurns", Nested)]
        pub bot_turns: Option<Vec<BotTurn>>,
        /// How long the person waited for each answer, in ms: from the end of the person's turn to the first
        /// sentence. Fewer elements than `botTurns` has.
        #[wire("botResponseTime", Clear)]
        pub bot_response_time: Option<Vec<Number>>,
        /// How often the person spoke while the assistant was speaking.
        #[wire("bargeInCount", Clear, bound(COUNT))]
        pub barge_in_count: Option<i64>,
        /// Mean time of these interruptions, presumably in ms; only 0 has been seen.
        #[wire("bargeInTimeAvg", Clear)]
        pub barge_in_time_avg: Option<Number>,
    }
}

object! {
    /// A turn of the person, an element of `callStats.turnsStats.userTurns`.
    ///
    /// In end-of-call reports.
    #[object(rules)]
    pub struct UserTurn {
        /// When it began, in ms from the start of the call.
        #[wire("start", Clear)]
        pub start: Option<Number>,
        /// When it ended, in ms from the start of the call.
        #[wire("end", Clear)]
        pub end: Option<Number>,
        /// Which message it became, as in `messages[].messageId`.
        #[wire("messageId", Clear)]
        pub message_id: Option<String>,
    }
}

object! {
    /// A turn of the assistant, an element of `callStats.turnsStats.botTurns`.
    ///
    /// In end-of-call reports. Mind the units: positions are milliseconds, lengths are seconds.
    #[object(rules)]
    pub struct BotTurn {
        /// When it began, in ms from the start of the call.
        #[wire("start", Clear)]
        pub start: Option<Number>,
        /// When it ended, in ms from the start of the call.
        #[wire("end", Clear)]
        pub end: Option<Number>,
        /// Whether the person cut it short.
        #[wire("interrupted", Clear)]
        pub interrupted: Option<bool>,
        /// How long it was played, in **seconds**: `end` - `start`.
        #[wire("playedDuration", Clear, bound(DURATION))]
        pub played_duration: Option<Number>,
        /// Length of the generated sound, in **seconds**; less than what was played in captured bodies.
        #[wire("audioDuration", Clear, bound(DURATION))]
        pub audio_duration: Option<Number>,
        /// Which message of the person it answers, or `welcome-1`. The sentences of one answer share it.
        #[wire("userMessageId", Clear)]
        pub user_message_id: Option<String>,
        /// Why the assistant stopped talking. Always `null` so far, so its type is not known.
        #[wire("stopSpeakingReason", Personal)]
        pub stop_speaking_reason: Option<Value>,
    }
}
