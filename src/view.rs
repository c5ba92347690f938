//! Views of bodies: the event to match on, the results that count, the conversation to read,
//! the key that tells deliveries apart, and a line for the log.

mod event;
mod latencies;
mod results;
mod status;
mod transcript;

pub use self::event::Event;
pub use self::latencies::Latencies;
pub use self::results::Results;
pub use self::status::Status;
pub use self::transcript::{Transcript, Turn};

#[doc(inline)]
pub use crate::facts::{DeliveryKey, KeyError};
