//! Validates payload files and prints what it found.
//!
//! `cargo run --example validate -- [--json] FILE…`, with `-` for standard input. A finding
//! a line: file, severity, code, pointer, message; with `--json` one array of objects. Exit 0
//! without errors (warnings are none), 1 when a file has one or failed, 2 for wrong usage.

mod support;

use std::process::ExitCode;

use interactly_webhooks::Webhook;
use serde_json::{Value, json};
use support::{Failure, Usage};

const USAGE: Usage = Usage { line: "validate [--json] FILE...", flags: &["--json"] };

fn main() -> ExitCode {
    let mut all_valid = true;
    let mut as_json = None;
    let done = support::run(&USAGE, |file, bytes, flags| {
        let array = flags.contains(&"--json").then(|| as_json.get_or_insert_with(Vec::new));
        let report = Webhook::from_slice(bytes)?.validate();
        all_valid &= report.is_valid();
        if let Some(array) = array {
            for finding in &report {
                array.push(json!({
                    "file": file,
                    "severity": finding.severity().as_str(),
                    "code": finding.code(),
                    "pointer": finding.pointer(),
                    "message": finding.message(),
                }));
            }
        } else {
            for finding in &report {
                support::print(&format!("{}: {finding}", support::name(file)));
            }
        }
        Ok::<(), Failure>(())
    });
    if support::arguments(&USAGE).is_some_and(|(flags, _)| flags.contains(&"--json")) {
        support::print(&Value::from(as_json.unwrap_or_default()).to_string());
    }
    if all_valid { done } else { ExitCode::FAILURE }
}
