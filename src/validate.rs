//! Whether what was parsed makes sense.
//!
//! Parsing accepts whatever carries information; validation judges it, and changes nothing.
//! `validate()` gives a [`Report`] of all findings, each with its place, a stable
//! code, a severity and a message. Every payload and
//! configuration has it, and a whole [`Webhook`](crate::Webhook).
//! Pointers start at what is validated. Rules about several objects need the one that contains
//! them: the call's variables are compared with the prompt where a whole message is validated.
//!
//! ```
//! use interactly_webhooks::message::MessageType;
//! use interactly_webhooks::message::assistant::AssistantServer;
//!
//! let mut server = AssistantServer::new("hooks.example.com", [MessageType::Hang]);
//! let report = server.validate();
//! assert!(!report.is_valid());
//! assert_eq!(
//!     report.to_string(),
//!     "error server-url-scheme /url: not an http or https URL"
//! );
//!
//! server.url = Some("https://hooks.example.com".to_owned());
//! server.validate().into_result()?;
//! # Ok::<(), interactly_webhooks::validate::InvalidError>(())
//! ```
//!
//! # What is an error
//!
//! An **error** is a value that a source of the wire forbids, or that its unit does (negative
//! seconds). Everything else is a **warning**: members that disagree, values that nothing
//! documents. A form that the platform was seen to send is never an error: unknown values
//! and members, missing members, a status that does not fit the telephone's, negative packet
//! counts, delays and transcriber latencies.
//!
//! - The temperature's range, 0 to 1, stands in a table of the public docs only; the API
//!   reference states none, and the models behind the platform take more. So it warns.
//! - A time that is no RFC 3339 text warns: ISO 8601 is what is documented, and that has
//!   forms beyond RFC 3339.
//! - A repeated message id warns: older docs (2025) show one.
//! - A variable of the prompt without a value warns: the platform may have variables of its
//!   own, and the call's overrides can still be empty while the call is queued.
//! - Values that this crate does not know warn in configurations, where they may be typing
//!   errors. In call data they are no finding: see [`Webhook::drift`](crate::Webhook::drift).
//!
//! Consistency of a call is judged with a tolerance: its durations may be a second away from
//! the time between start and end, and its total cost 0.00001 from the sum of its parts.
//!
//! A message names numbers, times and known values. It never quotes a text, a key of the
//! caller or a credential.
//!
//! # Codes
//!
#![doc = include_str!("validate/codes.md")]
#![cfg_attr(
    feature = "structured",
    doc = r"
# Structured data

With the feature `structured` the schema in `assistantAnalysis.structuredData` must be a JSON Schema, and a
[`CallRecord`](crate::CallRecord), which has both the schema and the data, holds the data against it.
Nothing is fetched. Places below `structuredData` are named as far as the schema names them. See
[`STRUCTURED_CODES`]."
)]

pub(crate) mod bounds;
pub(crate) mod code;
mod report;
#[cfg(feature = "structured")]
pub(crate) mod structured;
#[cfg(test)]
mod tests;
pub(crate) mod text;
pub(crate) mod time;

pub use self::code::CODES;
pub use self::report::{Finding, InvalidError, Report};
#[cfg(feature = "structured")]
pub use self::structured::STRUCTURED_CODES;
pub use crate::model::{Code, Severity};

use self::text::placeholder;
use self::time::is_time;
use crate::model::{Class, Found, MemberForm, Object, Path, Segment, View, Visit, kinds, push_segment, walk, within};

/// Validates `body`, in the order of its members.
pub(crate) fn of(body: &dyn Object) -> Report {
    Report::new(findings(&Path::ROOT, body))
}

/// Validates `body`, the member `name` of something whose own rule `also` is.
pub(crate) fn of_member(name: &str, body: &dyn Object, also: impl FnOnce(&mut dyn Found)) -> Report {
    let at = Path::ROOT.member(name);
    let mut findings = findings(&at, body);
    also(&mut Rule { at: &at, findings: &mut findings });
    Report::new(findings)
}

fn findings(at: &Path<'_>, body: &dyn Object) -> Vec<Finding> {
    let mut validation = Validation { findings: Vec::new(), configurations: 0 };
    walk(at, body, &mut validation);
    validation.findings
}

struct Validation {
    findings: Vec<Finding>,
    /// How many objects around are configurations. In one, an unknown value may be a typing error.
    configurations: usize,
}

impl Validation {
    fn found(&mut self, at: &Path<'_>, code: &'static Code, message: String) {
        self.findings.push(Finding::new(at.to_pointer(), code, message));
    }
}

impl<'a> Visit<'a> for Validation {
    const KINDS: u8 = kinds::TEXT | kinds::TIME | kinds::UNKNOWN | kinds::BOUNDED;

    fn object(&mut self, at: &Path<'_>, object: &'a dyn Object) {
        self.configurations += usize::from(object.form().configuration);
        object.check(&mut Rule { at, findings: &mut self.findings });
    }

    fn object_end(&mut self, object: &'a dyn Object) {
        self.configurations -= usize::from(object.form().configuration);
    }

    fn member(&mut self, at: &Path<'_>, form: &'static MemberForm, value: View<'a>) {
        if let Some(bound) = form.bound.as_ref().filter(|bound| bound.condition.is_none()) {
            within(&mut Rule { at, findings: &mut self.findings }, bound, &[], value);
        }
        self.value(at, form, value);
    }

    fn value(&mut self, at: &Path<'_>, form: &'static MemberForm, value: View<'a>) {
        match value {
            View::Text(text) if form.class != Class::Secret => {
                if let Some(placeholder) = placeholder(text) {
                    self.found(at, &code::PLACEHOLDER, format!("found {placeholder}, expected a value"));
                }
            }
            View::Time(time) if !is_time(time) => {
                let found = time.as_number().map_or_else(|| "a text".to_owned(), |number| number.to_string());
                let message = format!("found {found}, expected RFC 3339 or epoch milliseconds of a time");
                self.found(at, &code::TIMESTAMP_FORM, message);
            }
            View::Unknown(text) if self.configurations > 0 => {
                if form.form.values().is_some_and(|values| values.knows(text.as_str())) {
                    return;
                }
                self.found(at, &code::UNKNOWN_VALUE, "found a value that is not known".to_owned());
            }
            _ => {}
        }
    }
}

/// Takes what the rules of one object find.
struct Rule<'a> {
    at: &'a Path<'a>,
    findings: &'a mut Vec<Finding>,
}

impl Found for Rule<'_> {
    fn found(&mut self, below: &[&str], code: &'static Code, message: String) {
        let mut pointer = self.at.to_pointer();
        for name in below {
            push_segment(&mut pointer, Segment::Member(name));
        }
        self.findings.push(Finding::new(pointer, code, message));
    }
}
