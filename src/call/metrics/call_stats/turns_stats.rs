//! `message.call.metrics.callStats.turnsStats`

use serde_json::Value;

use crate::wire::{Number, object};

object! {
    /// When each turn was taken, from `message.call.metrics.callStats.turnsStats`.
    ///
    /// Only in the end-of-call report; absent in abbreviated bodies.
    pub struct TurnsStats {
        /// Turns of the person, in order.
        #[wire("userTurns", nested)]
        pub user_turns: Option<Vec<UserTurn>>,
        /// Turns of the assistant, in order; one for each sentence of an answer.
        #[wire("botTurns", nested)]
        pub bot_turns: Option<Vec<BotTurn>>,
        /// How long the person waited for each answer, in ms: from the end of the person's turn to the first
        /// sentence. Shorter than the list of the assistant's turns.
        #[wire("botResponseTime", clear)]
        pub bot_response_time: Option<Vec<Number>>,
        /// How often the person spoke while the assistant did.
        #[wire("bargeInCount", clear)]
        pub barge_in_count: Option<i64>,
        /// Mean time of these interruptions, presumably in ms; only 0 has been seen.
        #[wire("bargeInTimeAvg", clear)]
        pub barge_in_time_avg: Option<Number>,
    }
}

object! {
    /// A turn of the person, an element of `callStats.turnsStats.userTurns`.
    ///
    /// In end-of-call reports.
    #[rules(crate::validate::call::user_turn)]
    pub struct UserTurn {
        /// When it began, in ms from the start of the call.
        #[wire("start", clear)]
        pub start: Option<Number>,
        /// When it ended, in ms from the start of the call.
        #[wire("end", clear)]
        pub end: Option<Number>,
        /// Which message it became, as in `messages[].messageId`.
        #[wire("messageId", clear)]
        pub message_id: Option<String>,
    }
}

object! {
    /// A turn of the assistant, an element of `callStats.turnsStats.botTurns`.
    ///
    /// In end-of-call reports. Mind the units: positions are milliseconds, lengths are seconds.
    #[rules(crate::validate::call::bot_turn)]
    pub struct BotTurn {
        /// When it began, in ms from the start of the call.
        #[wire("start", clear)]
        pub start: Option<Number>,
        /// When it ended, in ms from the start of the call.
        #[wire("end", clear)]
        pub end: Option<Number>,
        /// Whether the person cut it short.
        #[wire("interrupted", clear)]
        pub interrupted: Option<bool>,
        /// How long it was played, in **seconds**: `end` - `start`.
        #[wire("playedDuration", clear)]
        pub played_duration: Option<Number>,
        /// Length of the generated sound, in **seconds**; less than what was played in captured bodies.
        #[wire("audioDuration", clear)]
        pub audio_duration: Option<Number>,
        /// Which message of the person it answers, or `welcome-1`. The sentences of one answer share it.
        #[wire("userMessageId", clear)]
        pub user_message_id: Option<String>,
        /// Why the assistant stopped talking. Always `null` so far, so its type is not known.
        #[wire("stopSpeakingReason", personal)]
        pub stop_speaking_reason: Option<Value>,
    }
}
