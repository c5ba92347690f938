//! Typed models of every JSON body that the Interactly voice-agent platform posts to its
//! customers' servers, read without loss and safe to log.
//!
//! [`Webhook`] is any body: a [`ServerMessage`] about a call, a
//! [`CampaignEvent`](campaign::CampaignEvent), a [`WorkflowEvent`](workflow::WorkflowEvent),
//! or an unknown one, kept. [`ServerMessage::event`] gives an [`Event`] to match on.
//!
//! ```
//! use interactly_webhooks::{Event, Webhook};
//!
//! let webhook = Webhook::from_slice(
//!     br#"{"message":{"type":"error","error":{"code":"rate_limit_exceeded"},"call":{"id":"c-1"}}}"#,
//! )?;
//! let message = webhook.as_server_message().expect("it has a message");
//! match message.event() {
//!     Event::Error { error: Some(error), .. } => {
//!         assert_eq!(error.code.as_ref().map(|code| code.as_str()), Some("rate_limit_exceeded"));
//!     }
//!     other => panic!("not expected: {other:?}"),
//! }
//! # Ok::<(), interactly_webhooks::ParseError>(())
//! ```
//!
//! What does not fit can be kept instead of refused ([`lenient`]), what was parsed can be
//! judged ([`validate`]), shown to others ([`privacy`]), and put together call by call ([`record`]):
//!
//! ```
//! use interactly_webhooks::Webhook;
//!
//! let body = br#"{"message":{"call":{"id":"c-1","userNumber":"+15550100123","startAt":7.5,"cost":[]}}}"#;
//! let received = Webhook::from_slice_lenient(body)?;
//! assert_eq!(received.deviations()[0].to_string(), "/message/call/cost: found an array, expected an object");
//!
//! assert!(received.value.validate().is_valid());
//! assert!(!format!("{received:?}").contains("555"));
//!
//! let redacted = serde_json::to_string(&received.value.redacted()).unwrap();
//! assert!(redacted.contains(r#""userNumber":"text-1""#));
//! # Ok::<(), interactly_webhooks::ParseError>(())
//! ```
//!
#![cfg_attr(
    feature = "schema",
    doc = r#"
Other languages read the schemas ([`schema`]):

```
use interactly_webhooks::schema::{self, Profile};

assert_eq!(schema::bundle(Profile::Wire)["$schema"], "https://json-schema.org/draft/2020-12/schema");
assert!(schema::openapi(Profile::Wire)["webhooks"].is_object());
```
"#
)]
//!
//! The cargo feature `schema` adds JSON Schemas and an `OpenAPI` document (`schema::bundle`,
//! `schema::openapi`), the feature `signature` the verification of signed workflow deliveries, the feature
//! `simulate` whole calls, campaigns and workflows from a seed (`simulate::Call`).
//! What surprises receivers stands in the [`guide`].
//!
//! # Where to find a member
//!
//! The modules mirror the JSON: drop the leading `message.`, follow the path in snake case.
//! `message.assistant.config.speech.ttsData[0].config.stability` is declared in
//! `src/assistant/config/speech/tts_data/config.rs`, and its type is re-exported by the first
//! module of the path: [`assistant::TtsConfig`].

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
