//! What is measured.

use std::hint::black_box;

use interactly_webhooks::{EventHead, ServerMessageRequest, Webhook};
use serde::Serialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::{by_hand, plain};

/// One way to deal with a body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Work {
    /// Pass over the text: `serde_json` with `IgnoredAny`.
    Skip,
    /// Parse to [`Value`].
    ParseValue,
    /// Parse to the structs of [`plain`].
    Plain,
    /// Parse to the structs of [`by_hand`].
    ByHand,
    /// Parse with [`Webhook::from_slice`].
    Typed,
    /// Parse with [`Webhook::from_slice_lenient`].
    Lenient,
    /// Parse with serde alone, as a web framework does.
    Serde,
    /// Read the [`EventHead`].
    Head,
    /// Validate a parsed [`Webhook`].
    Validate,
    /// Look for what is unknown in a parsed [`Webhook`].
    Drift,
    /// Make a redacted copy of a parsed [`Webhook`].
    Redact,
    /// Show a parsed [`Webhook`] with `Debug`.
    Debug,
    /// Everything that can be done with a lenient body, sound or not.
    Everything,
    /// Print a parsed [`Value`].
    PrintValue,
    /// Print a parsed [`Webhook`].
    Print,
}

/// All that are measured on sound bodies.
pub const ALL: &[Work] = &[
    Work::Skip,
    Work::ParseValue,
    Work::Plain,
    Work::ByHand,
    Work::Typed,
    Work::Lenient,
    Work::Serde,
    Work::Head,
    Work::Validate,
    Work::Drift,
    Work::Redact,
    Work::Debug,
    Work::PrintValue,
    Work::Print,
];

impl Work {
    /// Its name on command lines and in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Skip => "skip (IgnoredAny)",
            Self::ParseValue => "parse to Value",
            Self::Plain => "parse, plain derives",
            Self::ByHand => "parse, tag and flatten",
            Self::Typed => "parse",
            Self::Lenient => "parse, lenient",
            Self::Serde => "parse, serde_json alone",
            Self::Head => "head",
            Self::Validate => "validate",
            Self::Drift => "drift",
            Self::Redact => "redact",
            Self::Debug => "show",
            Self::Everything => "everything",
            Self::PrintValue => "print Value",
            Self::Print => "print",
        }
    }

    /// Does it `times` times, and drops each result: a service pays for that too.
    ///
    /// # Panics
    ///
    /// If this cannot be done with the body.
    pub fn run(self, body: &[u8], times: usize) {
        const SOUND: &str = "the bodies are sound";
        match self {
            Self::Skip => repeat(times, || serde_json::from_slice::<IgnoredAny>(body).expect(SOUND)),
            Self::ParseValue => repeat(times, || serde_json::from_slice::<Value>(body).expect(SOUND)),
            Self::Plain => repeat(times, || {
                // Faster than `from_slice`, which looks at each string by itself.
                let text = std::str::from_utf8(body).expect(SOUND);
                serde_json::from_str::<plain::ServerMessageRequest>(text).expect(SOUND)
            }),
            Self::ByHand => {
                repeat(times, || serde_json::from_slice::<by_hand::Body>(body).expect(SOUND));
            }
            Self::Typed => repeat(times, || Webhook::from_slice(body).expect(SOUND)),
            Self::Lenient => repeat(times, || Webhook::from_slice_lenient(body).expect(SOUND)),
            Self::Serde => {
                repeat(times, || serde_json::from_slice::<ServerMessageRequest>(body).expect(SOUND));
            }
            Self::Head => repeat(times, || EventHead::from_slice(body).expect(SOUND)),
            Self::Validate => {
                let webhook = Webhook::from_slice(body).expect(SOUND);
                repeat(times, || webhook.validate());
            }
            Self::Drift => {
                let webhook = Webhook::from_slice(body).expect(SOUND);
                repeat(times, || webhook.drift());
            }
            Self::Redact => {
                let webhook = Webhook::from_slice(body).expect(SOUND);
                repeat(times, || webhook.redacted());
            }
            Self::Debug => {
                let webhook = Webhook::from_slice(body).expect(SOUND);
                repeat(times, || format!("{webhook:?}"));
            }
            Self::Everything => repeat(times, || {
                let lenient = Webhook::from_slice_lenient(body).expect(SOUND);
                let told: usize = lenient.deviations().iter().map(|one| one.to_string().len()).sum();
                let printed = serde_json::to_string(&lenient).expect(SOUND).len();
                let shown = format!("{lenient:?} {}", lenient.value.summary()).len();
                let drift = lenient.value.drift().len() + lenient.value.validate().len();
                let redacted = serde_json::to_string(&lenient.redacted()).expect(SOUND).len();
                told + printed + shown + drift + redacted
            }),
            Self::PrintValue => {
                let value = serde_json::from_slice::<Value>(body).expect(SOUND);
                print(&value, times);
            }
            Self::Print => {
                let webhook = Webhook::from_slice(body).expect(SOUND);
                print(&webhook, times);
            }
        }
    }
}

/// Prints into one buffer, whose growth is not what is measured.
fn print(value: &impl Serialize, times: usize) {
    let mut printed = Vec::new();
    repeat(times, || {
        printed.clear();
        serde_json::to_writer(black_box(&mut printed), value).expect("prints");
    });
}

fn repeat<T>(times: usize, mut work: impl FnMut() -> T) {
    for _ in 0..times {
        drop(black_box(work()));
    }
}
