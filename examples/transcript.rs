//! Prints the conversations in payload files as a person reads them.
//!
//! `cargo run --example transcript -- FILE…`, with `-` for standard input. With several
//! files, each conversation comes under its file's name. Exit 0 when all went well, 1 when
//! a file failed, 2 for wrong usage.

mod support;

use std::process::ExitCode;

use interactly_webhooks::Webhook;
use support::{Failure, Usage};

const USAGE: Usage = Usage { line: "transcript FILE...", flags: &[] };

fn main() -> ExitCode {
    let several = support::arguments(&USAGE).is_some_and(|(_, files)| files.len() > 1);
    support::run(&USAGE, |file, bytes, _| {
        let webhook = Webhook::from_slice(bytes)?;
        let Some(message) = webhook.as_server_message() else {
            return Err(Failure::other(&"a body of another family has no conversation"));
        };
        if several {
            support::print(&format!("{}:", support::name(file)));
        }
        if message.messages().is_empty() {
            support::print("(no messages)");
        } else {
            support::print(&message.transcript().to_string());
        }
        if several {
            support::print("");
        }
        Ok(())
    })
}
