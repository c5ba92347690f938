//! Whole calls, campaigns and workflows from a seed, as the platform would post them.
//!
//! The platform has no test mode. [`Call`] makes the server messages of a call in their order, from
//! `initiated` to the report; [`Campaign`] and [`Workflow`] make the events of theirs. The same seed
//! gives the same bytes on every machine and in every build of a version.
//!
//! - Ids, times, turns, messages, metrics, statistics and cost agree with one another, to the millisecond and
//!   the last digit of the cost.
//! - Each event carries the members that bodies of that event carry in production.
//! - Bodies validate without a finding and hold nothing that this crate does not know, unless the caller
//!   sets something else or lets a [`Mishap`] happen.
//! - All text is invented, and telephone numbers belong to nobody.
//!
//! ```
//! use interactly_webhooks::simulate::{Call, Mishap};
//!
//! let call = Call::from_seed(11).turns(2).mishap(Mishap::CutOff);
//! let failed = call.bodies()?.filter(|body| body.webhook().is_err()).count();
//! assert_eq!(failed, 1);
//! # Ok::<(), interactly_webhooks::simulate::SimulateError>(())
//! ```

mod bodies;
mod call;
mod campaign;
mod clock;
mod error;
mod mishap;
mod node;
mod place;
mod random;
mod speech;
mod story;
mod workflow;

pub use self::bodies::{Bodies, Body};
pub use self::call::Call;
pub use self::campaign::Campaign;
pub use self::error::SimulateError;
pub use self::mishap::Mishap;
pub use self::workflow::Workflow;
