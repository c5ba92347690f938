//! The person on the call, `message.customer`.

use crate::payload::object;

object! {
    /// The person on the call, from `message.customer`.
    ///
    /// In all full bodies; absent at status `initiated`.
    pub struct Customer {
        /// Telephone number, or `web-` and a display name for web calls. The documented sample has a
        /// placeholder in angle brackets.
        #[wire("number", Personal)]
        pub number: Option<String>,
        /// Name of the person. Only in the documented sample; captured bodies lack it.
        #[wire("name", Personal)]
        pub name: Option<String>,
    }
}
