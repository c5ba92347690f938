//! Draws calls as an SVG picture: who spoke when, what was cut short, and where the time to each answer went.
//!
//! `cargo run --example timeline -- [--text] FILE… > call.svg`, with `-` for standard input. A file is an
//! end-of-call report, any other server message (the call so far), or a record as the program `record` prints
//! it: only a record knows all hangs and errors, and when the call was forwarded.
//!
//! Several files make one picture, the calls one below the other; for a picture of each, run it for each. What
//! deviates in a body is reported on standard error, and the rest is drawn. Nothing that was said is in the
//! picture unless `--text` asks for it, and no name or number at all. Exit 0 when all went well, 1 when a file
//! failed, 2 for wrong usage; the files that did not fail are drawn all the same.

mod answers;
mod call;
mod draw;
mod figures;
mod marks;
mod read;
mod spans;
#[path = "../support/mod.rs"]
mod support;

use std::process::ExitCode;

use call::Call;
use support::Usage;

const USAGE: Usage = Usage { line: "timeline [--text] FILE...", flags: &["--text"] };

fn main() -> ExitCode {
    let mut pictures = Vec::new();
    let done = support::run(&USAGE, |file, bytes, flags| {
        let record = read::record(file, bytes)?;
        pictures.push(draw::picture(&Call::of(&record), flags.contains(&"--text")));
        Ok(())
    });
    if !pictures.is_empty() {
        support::print(&draw::page(pictures));
    }
    done
}
