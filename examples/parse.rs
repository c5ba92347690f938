//! Parses payload files and says what they are, or prints them back.
//!
//! `cargo run --example parse -- [--json] [--lenient] FILE…`, with `-` for standard input.
//! A line a file; exit 0 when all went well, 1 when a file failed, 2 for wrong usage.

mod support;

use std::process::ExitCode;

use interactly_webhooks::Webhook;
use support::{Failure, Usage};

const USAGE: Usage = Usage { line: "parse [--json] [--lenient] FILE...", flags: &["--json", "--lenient"] };

fn main() -> ExitCode {
    support::run(&USAGE, |file, bytes, flags| {
        let (json, line) = if flags.contains(&"--lenient") {
            let lenient = Webhook::from_slice_lenient(bytes)?;
            support::tell(file, lenient.deviations());
            (serde_json::to_string(&lenient), format!("{:#}", lenient.value.summary()))
        } else {
            let webhook = Webhook::from_slice(bytes)?;
            (serde_json::to_string(&webhook), format!("{:#}", webhook.summary()))
        };
        if flags.contains(&"--json") {
            support::print(&json.map_err(|error| Failure::other(&error))?);
        } else {
            support::print(&format!("{}: {line}", support::name(file)));
        }
        Ok(())
    })
}
