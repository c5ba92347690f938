//! What counts as personal, what is done about it, and redacted copies.
//!
//! The bodies carry what patients said, their names and numbers, and they echo the
//! receiver's own credentials. So every member that this crate models has one of five
//! classes, stated where the member is declared. The list of all members with their classes
//! is the file `tests/golden/privacy.txt` of the repository, in words that need no
//! knowledge of Rust; a test keeps it equal to the declarations.
//!
//! | class | what it is | `Debug` shows | a redacted copy has |
//! |---|---|---|---|
//! | clear | ids, known words (events, states, vendors), times, counts, measures, amounts, switches | the value | the value |
//! | personal | everything else that is text: what was said, names, telephone numbers, prompts, labels, reasons; and data in the caller's own shape | kind and length | a placeholder |
//! | secret | credentials: shared secrets, tokens, values of configured headers | that there is one | a placeholder |
//! | location | where a recording is, and addresses: bucket, path, URLs | kind and length | a placeholder |
//! | nested | an object or an array of objects | its members, each by its own class | likewise |
//!
//! Three rules hold across the classes:
//!
//! - **An unknown value may say anything.** A word that is not among the known ones of
//!   its member, text where a time should be, and a vendor's word where a number should be
//!   are treated as personal, though the member is clear.
//! - **Unknown members** are kept in `extra`. Their names are the platform's and stay; texts,
//!   numbers and keys inside are treated as personal, to any depth. The same holds for
//!   bodies of no known family.
//! - **Keys of the caller's own maps** (variables, metadata, extracted data, headers) are
//!   personal like their values. Errors, reports and drift name places in a body, but only
//!   down to such a map. A finding about structured data names properties that its schema names. The
//!   bound of a histogram's bucket (a number of up to 8 digits) is a measure, and is kept.
//!
//! Ids are kept: logs are useless without them. The platform makes them, but callers who put a
//! name into an id of their own will find it in their logs.
//!
//! # Placeholders
//!
//! `redacted()`, which every payload has, gives a copy of the same shape: the same members, arrays of the same
//! length, values of the same JSON types. It parses, and prints, like its original.
//!
//! | in place of | a copy has |
//! |---|---|
//! | personal text | `text-1`, `text-2` … |
//! | a credential | `secret-1` … |
//! | a URL in a member for locations | `https://redacted.example/1` … |
//! | another location | `location-1` … |
//! | an unknown word | `unknown-1` … |
//! | a key of the caller's | `key-1` …, numbered in the order of the keys |
//! | a number in the caller's data | 1, 2 …; with `.5` where it had a fraction or is beyond 64 bits |
//!
//! Within one body, and within one line of this table, the same value has the same
//! placeholder; so a redacted log can still be followed. Between bodies the numbers mean
//! nothing. Empty text, `null`, `true` and `false` stay. A redacted copy is its own redacted
//! copy.
//!
//! ```
//! use interactly_webhooks::Webhook;
//!
//! let body = br#"{"message":{"type":"hang",
//!     "call":{"id":"call-7","userNumber":"+15555550123"},
//!     "customer":{"number":"+15555550123"}}}"#;
//! let webhook = Webhook::from_slice(body)?;
//!
//! let copy = serde_json::to_value(webhook.redacted()).unwrap();
//! assert_eq!(copy["message"]["call"]["id"], "call-7");
//! assert_eq!(copy["message"]["call"]["userNumber"], "text-1");
//! assert_eq!(copy["message"]["customer"]["number"], "text-1");
//!
//! let shown = format!("{webhook:?}");
//! assert!(shown.contains("call-7") && shown.contains("text(12 bytes)"));
//! assert!(!shown.contains("5555"));
//! # Ok::<(), interactly_webhooks::ParseError>(())
//! ```
//!
//! # What this does not cover
//!
//! Reading a field gives what came: printing `message.text` prints what was said. So do
//! serialising a payload, and the few `Display` texts made to be read or stored: the
//! transcript, a timestamp in the form it came, and a delivery key.

mod lenient;
mod redact;
mod replaceable;
#[cfg(test)]
mod tests;

pub(crate) use self::lenient::redacted as redacted_lenient;
pub(crate) use self::redact::redacted;
