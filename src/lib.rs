#![doc = include_str!("front/recipe.md")]
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
#![doc = include_str!("front/features.md")]
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

#[cfg(feature = "schema")]
mod describe;
mod facts;
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
