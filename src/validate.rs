//! Whether what was parsed makes sense.
//!
//! Parsing accepts whatever carries information; validation judges it, and changes nothing.
//! [`Validate::validate`] gives a [`Report`] of all findings, each with its place, a stable
//! code, a severity and a message. It is there for every payload and configuration, and for
//! a whole [`Webhook`](crate::Webhook).
//!
//! ```
//! use interactly_webhooks::{Validate as _, assistant::AssistantServer, message::MessageType};
//!
//! let mut server = AssistantServer::new("hooks.example.com", [MessageType::Hang]);
//! let report = server.validate();
//! assert!(!report.is_valid());
//! assert_eq!(
//!     report.to_string(),
//!     "error server-url-scheme /url: found another text, expected an http or https URL"
//! );
//!
//! server.url = Some("https://hooks.example.com".to_owned());
//! server.validate().into_result()?;
//! # Ok::<(), interactly_webhooks::validate::InvalidError>(())
//! ```
//!
//! # What is an error
//!
//! An **error** is a value that a source of the wire forbids, or that its unit does (negative
//! seconds). Everything else is a **warning**: members that disagree, values that nothing
//! documents. A form that the platform was seen to send is never an error: unknown values
//! and members, missing members, a status that does not fit the telephone's, negative packet
//! counts, delays and transcriber latencies.
//!
//! - The temperature's range, 0 to 1, stands in a table of the public docs only; the API
//!   reference states none, and the models behind the platform take more. So it warns.
//! - A time that is no RFC 3339 text warns: ISO 8601 is what is documented, and that has
//!   forms beyond RFC 3339.
//! - A repeated message id warns: older docs (2025) show one.
//! - A variable of the prompt without a value warns: the platform may have variables of its
//!   own, and the call's overrides can still be empty while the call is queued.
//! - Values that this crate does not know warn in configurations, where they may be typing
//!   errors. In call data they are no finding: see [`Webhook::drift`](crate::Webhook::drift).
//!
//! Consistency of a call is judged with a tolerance: its durations may be a second away from
//! the time between start and end, and its total cost 0.00001 from the sum of its parts.
//!
//! A message names numbers, times and known values. It never quotes a text, a key of the
//! caller or a credential.
//!
//! # Codes
//!
#![doc = include_str!("validate/codes.md")]

pub(crate) mod assistant;
pub(crate) mod bounds;
pub(crate) mod call;
mod check;
mod code;
pub(crate) mod event;
pub(crate) mod message;
mod report;
pub(crate) mod server;
pub(crate) mod speech;
#[cfg(test)]
mod tests;
mod text;
mod time;

pub use self::code::{CODES, Code};
pub use self::report::{Finding, InvalidError, Report, Severity};

#[cfg(feature = "schema")]
pub(crate) use self::bounds::{Bound, Measure, of as bound_of};
pub(crate) use self::check::{Check, is_configuration, of};
pub(crate) use self::text::is_http;

/// What can be validated: [`crate::Webhook`], and every object of the platform.
///
/// Pointers in the report start at what is validated. Rules about several objects need the
/// one that contains them: the call's variables are compared with the prompt where a whole
/// message is validated, and a voice's settings with its vendor where the voice is.
pub trait Validate: sealed::Sealed {
    /// All findings. A body of no known family has none.
    #[must_use]
    fn validate(&self) -> Report;
}

mod sealed {
    /// Keeps [`Validate`](super::Validate) to this crate's types.
    pub trait Sealed {}
    impl<T: crate::wire::Member> Sealed for T {}
}
