//! `message.call.metrics.callStats.turns`

use crate::payload::object;
use crate::validate::bounds::COUNT;

object! {
    /// How many turns were taken, from `message.call.metrics.callStats.turns`.
    ///
    /// Only in the end-of-call report.
    pub struct Turns {
        /// Turns of the person; as many as `turnsStats.userTurns` has elements.
        #[wire("user", Clear, bound(COUNT))]
        pub user: Option<i64>,
        /// Turns of the assistant; as many as `turnsStats.botTurns` has elements.
        #[wire("bot", Clear, bound(COUNT))]
        pub bot: Option<i64>,
        /// Turns of the assistant that were played. Absent in abbreviated bodies.
        #[wire("played", Clear, bound(COUNT))]
        pub played: Option<i64>,
        /// Turns of the assistant that the person cut short.
        #[wire("interrupted", Clear, bound(COUNT))]
        pub interrupted: Option<i64>,
        /// Turns of the assistant that were never played.
        #[wire("skipped", Clear, bound(COUNT))]
        pub skipped: Option<i64>,
    }
}
