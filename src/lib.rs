//! Typed models of the webhooks that the Interactly voice-agent platform posts to its customers'
//! servers: read without loss, printed back as they came, and safe to log.
//!
//! [`Webhook`] is any body: a [`ServerMessage`] about a call, a
//! [`CampaignEvent`](campaign::CampaignEvent), a [`WorkflowEvent`](workflow::WorkflowEvent), or an
//! unknown one, kept. Other requests that the platform sends have a
//! [page of the guide](guide::other_requests).
//!
//! # A receiver from start to finish
//!
//! A server message is posted **once, without retry**. So check who calls, read leniently, store
//! what came together with what it changes, and answer when that is done.
//!
//! ```
//! use interactly_webhooks::outgoing::ServerMessageResponse;
//! use interactly_webhooks::wire::Secret;
//! use interactly_webhooks::{CallRecord, Change, Lenient, Webhook};
//!
//! /// `header` is the value of `Secret::HEADER`. Gives status and answer.
//! fn receive(secret: &Secret, header: &[u8], body: &[u8]) -> (u16, String) {
//!     // Who calls? Compared in constant time.
//!     if !secret.matches(header) {
//!         return (401, String::new());
//!     }
//!     // Refuses only what is not a JSON object, is cut off or too deep.
//!     let received = match Webhook::from_slice_lenient(body) {
//!         Ok(received) => received,
//!         Err(error) => return (400, error.to_string()),
//!     };
//!     // One line, nothing personal in it.
//!     println!("{}", received.value.summary());
//!     // Places of what did not fit; it is kept, and printed back.
//!     for deviation in received.deviations() {
//!         println!("{deviation}");
//!     }
//!     if store(&received, body).is_some_and(|change| change.ended) {
//!         println!("the call is over");
//!     }
//!     // Any status from 200 to 299 says that it arrived.
//!     let done = ServerMessageResponse::done();
//!     (200, serde_json::to_string(&done).unwrap_or_default())
//! }
//!
//! /// One transaction of your database.
//! fn store(received: &Lenient<Webhook>, body: &[u8]) -> Option<Change> {
//!     // The bytes, under the key that knows a repetition, if there is one.
//!     let key = received.delivery_key().map(|key| key.to_string());
//!     println!("{} bytes, with a key: {}", body.len(), key.is_some());
//!     // The record of the call: load it by `call_id()`, apply, store.
//!     let mut record = CallRecord::default();
//!     record.apply_lenient(received).ok()
//! }
//!
//! let body = br#"{"message":{"type":"end-of-call-report",
//!     "call":{"id":"c-1","status":"finished"}}}"#;
//! let secret = Secret::from("example-secret");
//! let (status, answer) = receive(&secret, b"example-secret", body);
//! assert_eq!((status, answer.as_str()), (200, r#"{"message":"Done"}"#));
//! assert_eq!(receive(&secret, b"guessed", body).0, 401);
//! ```
//!
//! Applying to a [`CallRecord`] does not depend on order or repetition. To look at a single event match on
//! [`ServerMessage::event`]. In the repository the program `sqlite` is this with a database behind it, and
//! `receiver` is how it stands under attack. The [`guide`] lists common surprises.
//!
//! # What else it does
//!
//! What was parsed can be judged ([`validate`]), shown to others ([`privacy`]), read as a
//! conversation ([`ServerMessage::transcript`]) and asked for what is new on the wire
//! ([`Webhook::drift`]):
//!
//! ```
//! use interactly_webhooks::Webhook;
//!
//! let body = br#"{"message":{"call":{"id":"c-1","cost":[],
//!     "userNumber":"+15550100123"}}}"#;
//! let received = Webhook::from_slice_lenient(body)?;
//! assert_eq!(
//!     received.deviations()[0].to_string(),
//!     "/message/call/cost: found an array, expected an object",
//! );
//!
//! assert!(received.value.validate().is_valid());
//! assert!(!format!("{received:?}").contains("555"));
//!
//! let redacted = serde_json::to_value(received.value.redacted()).unwrap();
//! assert_eq!(redacted["message"]["call"]["userNumber"], "text-1");
//! # Ok::<(), interactly_webhooks::ParseError>(())
//! ```
//!
#![cfg_attr(
    feature = "schema",
    doc = r#"
Other languages read the schemas ([`schema`]):

```
use interactly_webhooks::schema::{self, Profile};

let bundle = schema::bundle(Profile::Wire);
assert_eq!(
    bundle["$schema"],
    "https://json-schema.org/draft/2020-12/schema",
);
assert!(schema::openapi(Profile::Wire)["webhooks"].is_object());
```
"#
)]
//!
//! # Features
//!
//! - `schema`: JSON Schemas and an `OpenAPI` document, with `schemars`.
//! - `signature`: verification of signed workflow deliveries, with `hmac` and `sha2`.
//! - `simulate`: whole calls, campaigns and workflows from a seed (`simulate::Call`), with `rand_xoshiro`.
//! - `structured`: structured data judged by the schema that asked for it, with `jsonschema`.
//!
//! # What it costs
//!
//! The default build brings 29 packages, procedural macros included. A stripped release program that reads any
//! body and prints it has 1.58 MB, and 1.93 MB if it validates too (x86-64 Linux, 2026-11-23). The README has
//! times, memory and what else you could do.
//!
//! # Where to find a member
//!
//! The modules mirror the JSON: follow the path in snake case.
//! `message.assistant.config.speech.ttsData[0].config.stability` is declared in
//! `src/message/assistant/config/speech/tts_data/config.rs`, and its type is re-exported by the second
//! module of the path: [`message::assistant::TtsConfig`]. Every member's and every value's page shows its
//! spelling on the wire, and the search finds it.

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod campaign;
pub mod drift;
pub mod guide;
pub mod lenient;
pub mod message;
pub mod outgoing;
pub mod privacy;
pub mod record;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "signature")]
pub mod signature;
#[cfg(feature = "simulate")]
pub mod simulate;
pub mod validate;
pub mod view;
pub mod webhook;
pub mod wire;
pub mod workflow;

mod family;
mod head;
mod json;
mod model;
mod parse;
mod parse_error;
mod payload;

pub use time;

#[doc(inline)]
pub use self::drift::Drift;
#[doc(inline)]
pub use self::family::Family;
#[doc(inline)]
pub use self::head::EventHead;
#[doc(inline)]
pub use self::lenient::{Deviation, Lenient};
#[doc(inline)]
pub use self::message::{ServerMessage, ServerMessageRequest};
#[doc(inline)]
pub use self::parse_error::{Category, ParseError};
#[doc(inline)]
pub use self::record::{CallRecord, Change};
#[doc(inline)]
pub use self::validate::{Finding, Report, Severity};
#[doc(inline)]
pub use self::view::{DeliveryKey, Event};
#[doc(inline)]
pub use self::webhook::Webhook;

/// The examples of the README are tested.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
