//! What receivers send: the answer to a server message, and requests that control a call.

mod control;
mod response;
mod rules;

pub use self::control::{ControlData, ControlRequest, ControlResponse, ControlType};
pub use self::response::ServerMessageResponse;

crate::payload::entry_points! { ControlRequest ControlResponse ServerMessageResponse }
