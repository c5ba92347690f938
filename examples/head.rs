//! Reads the head of payload files: what routing needs, without reading the rest.
//!
//! `cargo run --example head -- FILE…`, with `-` for standard input. A line a file; exit 0
//! when all went well, 1 when a file failed, 2 for wrong usage.

mod support;

use std::process::ExitCode;

use interactly_webhooks::EventHead;
use support::{Usage, name, part};

const USAGE: Usage = Usage { line: "head FILE...", flags: &[] };

fn main() -> ExitCode {
    support::run(&USAGE, |file, bytes, _| {
        let head = EventHead::from_slice(bytes)?;
        support::print(&format!(
            "{}: {} {} call={} status={} assistant={} timestamp={}",
            name(file),
            head.family().as_str(),
            part(head.event()),
            part(head.call_id()),
            part(head.status()),
            part(head.assistant_id()),
            part(head.timestamp().map(|timestamp| timestamp.to_string()).as_deref()),
        ));
        Ok(())
    })
}
