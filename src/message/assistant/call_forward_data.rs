//! `assistant.callForwardData`.

use crate::payload::object;

object! {
    /// Where a call may be forwarded, from `message.assistant.callForwardData`.
    ///
    /// The documented sample has one such object. Captured bodies have an array instead, always empty, so what
    /// its elements look like is not known.
    #[object(configuration)]
    pub struct CallForwardData {
        /// Number to forward to, E.164 in the samples.
        #[wire("phoneNumber", Personal)]
        pub phone_number: Option<String>,
        /// Extension at that number. `""` when there is none.
        #[wire("extension", Personal)]
        pub extension: Option<String>,
        /// Label of the target.
        #[wire("name", Personal)]
        pub name: Option<String>,
    }
}

impl CallForwardData {
    /// A target with this number, without extension and label.
    #[must_use]
    pub fn new(phone_number: impl Into<String>) -> Self {
        Self { phone_number: Some(phone_number.into()), ..Self::default() }
    }
}
