//! What receivers send: the answers to a server message and to a tool call (see the guide,
//! [other requests](crate::guide::other_requests)), and requests that control a call.

mod control;
mod response;
mod rules;
mod tool_result;

pub use self::control::{ControlData, ControlRequest, ControlResponse, ControlType};
pub use self::response::ServerMessageResponse;
pub use self::tool_result::ToolResult;

crate::payload::entry_points! { ControlRequest ControlResponse ServerMessageResponse ToolResult }
