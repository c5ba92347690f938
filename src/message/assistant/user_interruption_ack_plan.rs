//! `assistant.userInterruptionAckPlan`.

use crate::payload::object;
use crate::validate::bounds::COUNT;

object! {
    /// How the assistant acknowledges an interruption, from `message.assistant.userInterruptionAckPlan`.
    ///
    /// In the documented sample, not in captured bodies and older samples. What `count` and `words` bound
    /// is not explained anywhere; no ranges are stated.
    #[object(configuration, switch)]
    pub struct UserInterruptionAckPlan {
        /// Whether interruptions are acknowledged.
        #[wire("enabled", Clear)]
        pub enabled: Option<bool>,
        /// A number of interruptions or acknowledgements; 2 in the samples.
        #[wire("count", Clear, bound(COUNT))]
        pub count: Option<i64>,
        /// A number of words; 4 in the samples.
        #[wire("words", Clear, bound(COUNT))]
        pub words: Option<i64>,
        /// What the assistant may say.
        #[wire("phrases", Personal)]
        pub phrases: Option<Vec<String>>,
    }
}
