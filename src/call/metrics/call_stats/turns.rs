//! `message.call.metrics.callStats.turns`

use crate::wire::object;

object! {
    /// How many turns were taken, from `message.call.metrics.callStats.turns`.
    ///
    /// Only in the end-of-call report.
    pub struct Turns {
        /// Turns of the person; as many as `turnsStats.userTurns` has elements.
        #[wire("user", clear)]
        pub user: Option<i64>,
        /// Turns of the assistant; as many as `turnsStats.botTurns` has elements.
        #[wire("bot", clear)]
        pub bot: Option<i64>,
        /// Turns of the assistant that were played. Absent in abbreviated bodies.
        #[wire("played", clear)]
        pub played: Option<i64>,
        /// Turns of the assistant that the person cut short.
        #[wire("interrupted", clear)]
        pub interrupted: Option<i64>,
        /// Turns of the assistant that were never played.
        #[wire("skipped", clear)]
        pub skipped: Option<i64>,
    }
}
