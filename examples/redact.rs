//! Prints payload files without personal data, credentials and places of audio.
//!
//! `cargo run --example redact -- FILE…`, with `-` for standard input. The redacted body as
//! JSON, one line a file; it is how a captured body becomes a fixture. Members that have not
//! the form they should have are redacted too, and named on standard error. Exit 0 when all
//! went well, 1 when a file failed, 2 for wrong usage.

mod support;

use std::process::ExitCode;

use interactly_webhooks::Webhook;
use support::{Failure, Usage};

const USAGE: Usage = Usage { line: "redact FILE...", flags: &[] };

fn main() -> ExitCode {
    support::run(&USAGE, |file, bytes, _| {
        let lenient = Webhook::from_slice_lenient(bytes)?;
        support::tell(file, lenient.deviations());
        let json = serde_json::to_string(&lenient.redacted()).map_err(|error| Failure::other(&error))?;
        support::print(&json);
        Ok(())
    })
}
