//! Validation: whether what was parsed makes sense.

pub(crate) mod assistant;
mod bounds;
pub(crate) mod call;
mod check;
mod code;
pub(crate) mod event;
pub(crate) mod message;
mod report;
pub(crate) mod server;
pub(crate) mod speech;
mod text;
mod time;

pub use self::code::{CODES, Code};
pub use self::report::{Finding, InvalidError, Report, Severity};

pub(crate) use self::bounds::Bound;
pub(crate) use self::check::{Check, is_configuration, of};

/// Validates a payload or a configuration; every object of the platform and [`crate::Webhook`] do.
pub trait Validate: sealed::Sealed {
    /// All findings; it changes nothing, and an unknown body has none.
    #[must_use]
    fn validate(&self) -> Report;
}

mod sealed {
    pub trait Sealed {}
    impl<T: crate::wire::Member> Sealed for T {}
}
