//! `assistant.persistHistory`.

use crate::wire::{Number, object};

object! {
    /// Memory across conversations with a person, from `message.assistant.persistHistory`.
    ///
    /// In the documented sample, not in captured bodies.
    pub struct PersistHistory {
        /// Whether conversations are remembered.
        #[wire("enabled", clear)]
        pub enabled: Option<bool>,
        /// Whether calls are.
        #[wire("call", clear)]
        pub call: Option<bool>,
        /// Whether text messages are.
        #[wire("sms", clear)]
        pub sms: Option<bool>,
        /// How long; 7 in the documented sample, unit not stated.
        #[wire("retentionPeriod", clear)]
        pub retention_period: Option<Number>,
    }
}
