//! Posts bodies to a receiver as the platform does.
//!
//! `cargo run -p sender -- --url URL [--secret S] [--rate N] [--concurrency N] [--timeout SECONDS] FILE…`
//!
//! A file is one JSON body, or NDJSON: a body a line; `-` is standard input. Bodies are posted as
//! they are, damaged ones too, in their order, each once: with `content-type: application/json`,
//! with the secret, if there is one, in `x-interactly-secret`, and without a retry. What takes longer
//! than the time-out has failed; it is 20 seconds, as the platform's is by default. One body is under
//! way at a time unless `--concurrency` says more, and they follow one another at once unless `--rate`
//! says how many may start in a second. The URL is `http` only.
//!
//! Each body is one line on standard output, once it is answered: `calls.ndjson:17: 200 1.3 ms`, with
//! `timed-out` or `failed` where there was no answer; why it failed is said on standard error. The last
//! line counts: `sent=3 200=1 400=1 timed-out=0 failed=1 p50=1.3ms p99=2.1ms`, times of answered
//! bodies only. On a terminal a bar shows how far it is.
//!
//! Exit 0 when all were delivered (200 to 299, as the platform sees it) and read, 1 when one was not,
//! 2 for wrong usage. What fails does not stop the rest.

mod arguments;
mod bodies;
#[path = "../../support/line.rs"]
mod line;
mod pace;
mod post;
mod progress;
mod send;
mod tally;

use std::process::ExitCode;

use crate::arguments::Arguments;

#[tokio::main]
async fn main() -> ExitCode {
    match Arguments::read(lexopt::Parser::from_env()) {
        Ok(arguments) => send::all(arguments).await,
        Err(error) => {
            eprintln!("{error}\n{}", arguments::USAGE);
            ExitCode::from(2)
        }
    }
}
