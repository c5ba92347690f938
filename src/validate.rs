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
//! seconds). Everything else is a **warning**: members that disagree, values that no source
//! documents. A form that the platform was seen to send is never an error: unknown values
//! and members, missing members, a status that does not fit the telephone's, negative packet
//! counts, delays and transcriber latencies.
//!
//! Each code below says which source states it, or why the value is wrong or odd.
//!
//! A part with `enabled: false` need not work, so only typing errors in it are found. A
//! configuration that is validated alone is taken as complete: there an absent URL or an absent value of a
//! variable is a finding, while a body may leave out any member.
//!
//! Members and values that this crate does not know warn in configurations, where they may be typing
//! errors; the message names the known one that is most like it. In call data they are not findings: see
//! [`Webhook::drift`](crate::Webhook::drift).
//!
//! Consistency of a call is judged with a tolerance: its durations may be a second away from
//! the time between start and end, and its total cost 0.00001 from the sum of its parts.
//!
//! A message names numbers, times and known values. It never quotes a text, a key of the
//! caller or a credential. The pointer of an unknown member ends in its name, cut to 128 bytes.
//!
#![doc = include_str!("validate/codes.md")]
#![cfg_attr(
    feature = "structured",
    doc = r"
# Structured data

With the feature `structured` the schema in `assistantAnalysis.structuredData` must be a JSON Schema, and a
[`CallRecord`](crate::CallRecord), which has both the schema and the data, holds the data against it.
Nothing is fetched, and data is not held against a schema whose parts refer to one another so often that it
would take long. Places below `structuredData` are named as far as the schema names them. See
[`STRUCTURED_CODES`]."
)]

pub(crate) mod bounds;
pub(crate) mod code;
pub(crate) mod http;
pub(crate) mod json_schema;
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

use serde_json::Value;

use self::text::{in_angle_brackets, may_be_placeholder, nearest, placeholder};
use self::time::{is_time, is_usual, seconds};
use crate::model::{
    Class, Found, MemberForm, Object, ObjectForm, Path, Segment, View, Visit, push_segment, walk, within,
};

/// Validates `body`, in the order of its members.
pub(crate) fn of(body: &dyn Object) -> Report {
    Report::new(findings(&Path::ROOT, body))
}

/// Validates `body`, the member `name` of something whose own rule `also` is.
pub(crate) fn of_member(name: &str, body: &dyn Object, also: impl FnOnce(&mut dyn Found)) -> Report {
    let at = Path::ROOT.member(name);
    let mut findings = findings(&at, body);
    also(&mut Rule { at: &at, findings: &mut findings, any: &mut None });
    Report::new(findings)
}

fn findings(at: &Path<'_>, body: &dyn Object) -> Vec<Finding> {
    let around = Around { form: &ObjectForm::NONE, any: None, is_off: false };
    let mut validation = Validation { findings: Vec::new(), around };
    walk(at, body, &mut validation);
    validation.findings
}

/// How many findings a report has before unknown names get no suggestion any more.
const SUGGESTIONS: usize = 100;

/// Whether the object, which has a switch, says that it is off.
fn is_off(object: &dyn Object) -> bool {
    let mut is_off = false;
    object.each(&mut |member, value| {
        is_off |= member.wire == "enabled" && matches!(value, View::Boolean(false));
    });
    is_off
}

struct Validation {
    findings: Vec<Finding>,
    around: Around,
}

/// The innermost object around.
struct Around {
    /// In a configuration an unknown member or value may be a typing error.
    form: &'static ObjectForm,
    /// The member that may have any value.
    any: Option<&'static str>,
    /// Whether it, or an object around it, is switched off.
    is_off: bool,
}

impl Validation {
    /// Whether an unknown value of the member may be a typing error.
    fn is_closed(&self, member: &'static MemberForm) -> bool {
        self.around.form.configuration && self.around.any != Some(member.wire)
    }

    /// Reports an unknown `name`, with the known one that it may be meant for.
    fn unknown<'a>(
        &mut self,
        at: &Path<'_>,
        code: &'static Code,
        name: &str,
        known: impl Iterator<Item = &'a str>,
    ) {
        // A hostile body may be full of them.
        let near = if self.findings.len() < SUGGESTIONS { nearest(name, known) } else { None };
        let near = near.map(|known| format!("; the nearest known one is `{known}`")).unwrap_or_default();
        let what = if *code == code::UNKNOWN_MEMBER { "member" } else { "value" };
        self.found(at, code, format!("found an unknown {what}{near}"));
    }

    fn found(&mut self, at: &Path<'_>, code: &'static Code, message: String) {
        self.findings.push(Finding::new(at.to_pointer(), code, message));
    }
}

impl<'a> Visit<'a> for Validation {
    type Around = Around;

    fn object(&mut self, at: &Path<'_>, object: &'a dyn Object) -> Around {
        let form = object.form();
        let is_off = self.around.is_off || form.switch && is_off(object);
        let around = std::mem::replace(&mut self.around, Around { form, any: None, is_off });
        if !is_off {
            object.check(&mut Rule { at, findings: &mut self.findings, any: &mut self.around.any });
        }
        around
    }

    fn object_end(&mut self, around: Around) {
        self.around = around;
    }

    #[inline]
    fn wants(&self, _: &'static MemberForm, value: View<'a>) -> bool {
        match value {
            View::Text(text) => may_be_placeholder(text),
            View::Secret(text) => in_angle_brackets(text),
            View::Time(time) => !is_usual(time),
            View::Unknown(_) => true,
            _ => false,
        }
    }

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "measured: a call for each value costs 15 % of a validation")]
    fn wants_member(&self, form: &'static MemberForm, value: View<'a>) -> bool {
        form.bound.is_some_and(|bound| !bound.admits_number(value)) || self.wants(form, value)
    }

    fn member(&mut self, at: &Path<'_>, form: &'static MemberForm, value: View<'a>) {
        if let Some(bound) = form.bound.filter(|bound| !self.around.is_off && bound.condition.is_none()) {
            within(&mut Rule { at, findings: &mut self.findings, any: &mut None }, bound, &[], value);
        }
        self.value(at, form, value);
    }

    fn value(&mut self, at: &Path<'_>, form: &'static MemberForm, value: View<'a>) {
        match value {
            View::Text(text) if !self.around.is_off && form.class != Class::Secret => {
                if let Some(placeholder) = placeholder(text) {
                    self.found(at, &code::PLACEHOLDER, format!("found {placeholder}, expected a value"));
                }
            }
            View::Secret(text) if !self.around.is_off && in_angle_brackets(text) => {
                let message = "found a text in angle brackets, expected a value".to_owned();
                self.found(at, &code::PLACEHOLDER, message);
            }
            View::Time(time) if !is_time(time) => {
                let found = time.as_number().map_or_else(|| "a text".to_owned(), |number| number.to_string());
                let message = format!("found {found}, expected RFC 3339 or epoch milliseconds of a time");
                self.found(at, &code::TIMESTAMP_FORM, message);
            }
            View::Time(time) => {
                if let Some(seconds) = seconds(time) {
                    let message = format!("found {seconds}, expected milliseconds: it may be seconds");
                    self.found(at, &code::TIMESTAMP_SECONDS, message);
                }
            }
            View::Unknown(text) if self.is_closed(form) => {
                let Some(values) = form.form.values() else { return };
                if !values.knows(text.as_str()) {
                    let known = values.known.iter().map(|known| known.wire);
                    self.unknown(at, &code::UNKNOWN_VALUE, text.as_str(), known);
                }
            }
            _ => {}
        }
    }

    fn unknown_member(&mut self, at: &Path<'_>, _: &'a Value) {
        let form = self.around.form;
        if !form.configuration {
            return;
        }
        if let Some(Segment::Member(name)) = at.segments().pop() {
            self.unknown(at, &code::UNKNOWN_MEMBER, name, form.members.iter().map(|member| member.wire));
        }
    }
}

/// Takes what the rules of one object find.
struct Rule<'a> {
    at: &'a Path<'a>,
    findings: &'a mut Vec<Finding>,
    any: &'a mut Option<&'static str>,
}

impl Found for Rule<'_> {
    fn is_whole(&self) -> bool {
        self.at.is_root()
    }

    fn any_value(&mut self, member: &'static str) {
        *self.any = Some(member);
    }

    fn found(&mut self, below: &[&str], code: &'static Code, message: String) {
        let mut pointer = self.at.to_pointer();
        for name in below {
            push_segment(&mut pointer, Segment::Member(name));
        }
        self.findings.push(Finding::new(pointer, code, message));
    }
}
