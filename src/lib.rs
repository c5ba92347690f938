//! placeholder docs

pub mod analysis;
pub mod assistant;
pub mod call;
pub mod campaign;
pub mod control;
pub mod customer;
pub mod drift;
pub mod error;
pub mod lenient;
pub mod message;
pub mod messages;
pub mod phone;
pub mod response;
pub mod webhook;
pub mod wire;
pub mod workflow;

mod delivery_key;
mod head;
mod json;
mod parse_error;
mod redact;

pub use self::delivery_key::DeliveryKey;
pub use self::drift::Drift;
pub use self::head::EventHead;
pub use self::lenient::{Deviation, Lenient};
pub use self::message::{Event, ServerMessage, ServerMessageRequest};
pub use self::parse_error::ParseError;
pub use self::webhook::Webhook;
