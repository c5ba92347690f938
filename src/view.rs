//! Views of bodies: the event to match on, the results that count, the conversation to read,
//! the key that tells deliveries apart, and a line for the log.

mod delivery_key;
mod event;
mod facts;
mod latencies;
mod results;
mod status;
mod summary;
mod transcript;

pub use self::delivery_key::{DeliveryKey, KeyError};
pub use self::event::Event;
pub use self::latencies::Latencies;
pub use self::results::Results;
pub use self::status::Status;
pub use self::transcript::{Transcript, Turn};

pub(crate) use self::delivery_key::{Parts, id, key_of, part};
pub(crate) use self::facts::{Facts, Tells, Word, facts};
pub(crate) use self::summary::Summary;
