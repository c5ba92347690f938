//! `assistant.persistHistory`.

use crate::payload::object;
use crate::validate::bounds::DURATION;
use crate::wire::Number;

object! {
    /// Memory across conversations with a person, from `message.assistant.persistHistory`.
    ///
    /// In the documented sample, not in captured bodies.
    #[object(configuration, switch)]
    pub struct PersistHistory {
        /// Whether conversations are remembered.
        #[wire("enabled", Clear)]
        pub enabled: Option<bool>,
        /// Whether calls are remembered.
        #[wire("call", Clear)]
        pub call: Option<bool>,
        /// Whether text messages are remembered.
        #[wire("sms", Clear)]
        pub sms: Option<bool>,
        /// How long conversations are remembered; 7 in the documented sample, unit not stated.
        #[wire("retentionPeriod", Clear, bound(DURATION))]
        pub retention_period: Option<Number>,
    }
}
