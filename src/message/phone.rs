//! The telephony provider, `message.phone`.

use crate::payload::{object, open_enum};

open_enum! {
    /// Name of a telephony provider, from `phone.provider.name`.
    ///
    /// The platform supports further ones; how it spells them is not published.
    pub enum PhoneProviderName {
        /// Twilio.
        Twilio = "twilio",
        /// None, as in all webhook bodies seen.
        Empty = "",
    }
}

object! {
    /// The telephony side of the call, from `message.phone`.
    ///
    /// In all full bodies; absent at status `initiated` and in the documented sample.
    pub struct Phone {
        /// Who carries the call.
        #[wire("provider", Nested)]
        pub provider: Option<PhoneProvider>,
    }
}

object! {
    /// A telephony provider, from `message.phone.provider`.
    pub struct PhoneProvider {
        /// Its name; empty text in all webhook bodies seen.
        #[wire("name", Clear)]
        pub name: Option<PhoneProviderName>,
    }
}
