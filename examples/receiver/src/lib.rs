//! A receiver of the platform's webhooks hardened against hostile clients: how to put this crate behind HTTP.
//!
//! The program (`main.rs`) says what is answered. What holds whatever clients do:
//!
//! - The **secret** is checked before anything of the body is read.
//! - **Time** is limited: for the headers, for the body, for a connection, and for stopping
//!   ([`Limits`]).
//! - **Memory** is limited: connections are ([`Limits::connections`]), and so is what each may send
//!   as headers; bodies are read into room that all share (`body.rs`); parsing has its own threads, a
//!   few for small bodies and one for large ones, and a body that would take too much is answered
//!   without being built (`parse.rs`); the log's queue is bounded in bytes (`log.rs`).
//! - **Small events do not wait for large ones**: nothing is parsed on the threads that serve
//!   connections.
//! - **Nothing that was answered is lost**: a line is queued before the answer is sent, and lines
//!   that find no room are counted.
//!
//! Whoever knows the secret, or everybody if there is none, can still take up the room for large
//! bodies for as long as a body may take; small ones pass.

mod body;
mod connections;
mod limits;
mod log;
mod parse;
mod receive;
mod secret;
mod unread;

pub use self::connections::serve;
pub use self::limits::Limits;
pub use self::log::{Log, Written};
