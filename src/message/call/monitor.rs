//! `message.call.monitor`

use crate::payload::object;

object! {
    /// How to act on a running call, from `message.call.monitor`.
    ///
    /// Documented for server messages and for the API's answers about a call; never in a captured body.
    pub struct Monitor {
        /// Where to POST control commands such as `say`. There whenever `monitor` is. The documented sample
        /// has placeholders in angle brackets here, so do not count on a URL that parses.
        #[wire("controlUrl", Location)]
        pub control_url: Option<String>,
    }
}
