//! Parses payload files and says what they are, or prints them back.
//!
//! `cargo run --example parse -- [--json] [--lenient] FILE…`, with `-` for standard input.
//! A line a file; exit 0 when all went well, 1 when a file failed, 2 for wrong usage.

mod support;

use std::process::ExitCode;

use interactly_webhooks::campaign::{CampaignCallStatus, CampaignStatus};
use interactly_webhooks::workflow::RunStatus;
use interactly_webhooks::{Drift, ServerMessage, Webhook};
use support::{Failure, Usage, part};

const USAGE: Usage = Usage { line: "parse [--json] [--lenient] FILE...", flags: &["--json", "--lenient"] };

fn main() -> ExitCode {
    support::run(&USAGE, |file, bytes, flags| {
        let (json, line) = if flags.contains(&"--lenient") {
            let lenient = Webhook::from_slice_lenient(bytes)?;
            for deviation in lenient.deviations() {
                eprintln!("{file}: {deviation}");
            }
            (serde_json::to_string(&lenient), summary(&lenient.value))
        } else {
            let webhook = Webhook::from_slice(bytes)?;
            (serde_json::to_string(&webhook), summary(&webhook))
        };
        if flags.contains(&"--json") {
            support::print(&json.map_err(|error| Failure::other(&error))?);
        } else {
            support::print(&format!("{file}: {line}"));
        }
        Ok(())
    })
}

fn summary(webhook: &Webhook) -> String {
    let unknown = webhook.drift().iter().filter(|drift| Drift::is_member(drift)).count();
    let messages = webhook.as_server_message().and_then(|message| message.messages.as_ref());
    format!(
        "{} {} call={} status={} messages={} unknown={unknown}",
        webhook.family().as_str(),
        part(webhook.event_name()),
        part(call_id(webhook)),
        part(status(webhook)),
        messages.map_or_else(|| "-".to_owned(), |messages| messages.len().to_string()),
    )
}

fn call_id(webhook: &Webhook) -> Option<&str> {
    match webhook {
        Webhook::ServerMessage(request) => request.message.call.as_ref()?.id.as_deref(),
        Webhook::Campaign(event) => event.call.as_ref()?.id.as_deref(),
        _ => None,
    }
}

fn status(webhook: &Webhook) -> Option<&str> {
    match webhook {
        Webhook::ServerMessage(_) => webhook.as_server_message().and_then(ServerMessage::status),
        Webhook::Campaign(event) => {
            let of_call = event.call.as_ref().and_then(|call| call.status.as_ref());
            of_call.map(CampaignCallStatus::as_str).or(event.status.as_ref().map(CampaignStatus::as_str))
        }
        Webhook::Workflow(event) => event.run.as_ref()?.status.as_ref().map(RunStatus::as_str),
        _ => None,
    }
}
