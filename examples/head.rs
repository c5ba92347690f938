//! Reads the head of payload files: what routing needs, without reading the rest.
//!
//! `cargo run --example head -- FILE…`, with `-` for standard input. A line a file; exit 0
//! when all went well, 1 when a file failed, 2 for wrong usage.

mod support;

use std::process::ExitCode;

use interactly_webhooks::EventHead;
use support::Usage;

const USAGE: Usage = Usage { line: "head FILE...", flags: &[] };

fn main() -> ExitCode {
    support::run(&USAGE, |file, bytes, _| {
        let head = EventHead::from_slice(bytes)?;
        println!(
            "{file}: {} {} call={} status={} assistant={} timestamp={}",
            head.family().as_str(),
            head.event().unwrap_or("-"),
            head.call_id().unwrap_or("-"),
            head.status().unwrap_or("-"),
            head.assistant_id().unwrap_or("-"),
            head.timestamp().map_or_else(|| "-".to_owned(), |timestamp| timestamp.to_string()),
        );
        Ok(())
    })
}
