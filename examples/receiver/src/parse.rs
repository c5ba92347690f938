//! Parsing on threads of its own, bounded in number and in what it may take.
//!
//! Small bodies have a few threads. All others share one, so that the memory of one large body is
//! all that large bodies take, and small events never wait for them. What the lenient reader makes
//! of a body may take 127 times its length (small objects that nobody models), so what counts is not the length
//! but what [`cost`] estimates.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use interactly_webhooks::Webhook;
use tokio::sync::oneshot;

use crate::body::Body;
use crate::log::{Log, harmless};
use crate::unread;

/// Bodies up to this length are small, if they cost no more than [`SMALL_COST`].
const SMALL: usize = 64 << 10;

/// The bytes that a small body may take.
const SMALL_COST: usize = 2 << 20;

/// The bytes that any body may take. Sound reports of a megabyte stay below: they are estimated at 30 to
/// 40 times their length, and take a fraction of it.
const LARGEST_COST: usize = 48 << 20;

/// The most that a value takes, measured: an object with one member, kept as it came.
const VALUE_COST: usize = 640;

/// The most that a byte that is not UTF-8 takes: each is reported.
const BAD_BYTE_COST: usize = 72;

/// Where bodies go to be parsed; its clones are the same threads.
#[derive(Clone)]
pub(crate) struct Parsers {
    small: Sender<Job>,
    large: Sender<Job>,
}

/// A body, and who waits for what becomes of it.
struct Job {
    body: Body,
    parsed: oneshot::Sender<Parsed>,
}

/// Nothing, or why the body is refused.
pub(crate) type Parsed = Result<(), String>;

impl Parsers {
    /// Starts the threads. They end when the last clone is gone and everything is parsed.
    pub(crate) fn start(log: &Log) -> Self {
        let threads = thread::available_parallelism().map_or(2, usize::from).clamp(2, 4);
        Self { small: start(threads, log), large: start(1, log) }
    }

    /// Parses a body, and logs it. The queues are bounded by the number of connections.
    pub(crate) async fn parse(&self, body: Body) -> Option<Parsed> {
        let (parsed, result) = oneshot::channel();
        let queue = if is_small(&body.bytes) { &self.small } else { &self.large };
        queue.send(Job { body, parsed }).ok()?;
        result.await.ok()
    }
}

/// Starts threads that share a queue.
fn start(threads: usize, log: &Log) -> Sender<Job> {
    let (queue, jobs) = channel();
    let jobs = Arc::new(Mutex::new(jobs));
    for _ in 0..threads {
        let (jobs, log) = (Arc::clone(&jobs), log.clone());
        thread::spawn(move || {
            while let Some(Job { body, parsed }) = next(&jobs) {
                let result = parse(body, &log);
                // Who sent it may have gone.
                let _ = parsed.send(result);
            }
        });
    }
    queue
}

fn next(jobs: &Mutex<Receiver<Job>>) -> Option<Job> {
    jobs.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

/// Parses and logs one body; its memory is free again before this returns.
fn parse(mut body: Body, log: &Log) -> Parsed {
    let line = if cost(&body.bytes) > LARGEST_COST {
        unread::line(&mut body.bytes)
    } else {
        Webhook::from_slice_lenient(&body.bytes)
            .map(|lenient| format!("{} deviations={}", lenient.value.summary(), lenient.deviations().len()))
            .map_err(|error| harmless(&error))
    };
    match &line {
        Ok(line) => log.event(line),
        Err(reason) => log.refused(format_args!("refused 400: {reason}")),
    }
    line.map(drop)
}

/// Whether a body cannot hold up others for long.
fn is_small(body: &[u8]) -> bool {
    body.len() <= SMALL && cost(body) <= SMALL_COST
}

/// The bytes that parsing may take at most, in about: text is copied, perhaps twice, and each comma,
/// bracket, brace and escape may begin a value or be reported.
fn cost(body: &[u8]) -> usize {
    let values = body.iter().filter(|byte| matches!(byte, b',' | b'[' | b'{' | b'\\')).count();
    let bad =
        if std::str::from_utf8(body).is_ok() { 0 } else { body.iter().filter(|b| !b.is_ascii()).count() };
    2 * body.len() + values * VALUE_COST + bad * BAD_BYTE_COST
}

#[cfg(test)]
#[allow(dead_code, reason = "other tests use the rest of it")]
#[path = "../../../tests/support/fixtures.rs"]
mod fixtures;

#[cfg(test)]
mod tests {
    use super::fixtures::fixtures;
    use super::{LARGEST_COST, SMALL, cost, is_small};
    use crate::body::LONGEST_BODY;

    #[test]
    fn events_are_small_and_a_megabyte_of_them_is_typed() {
        for fixture in fixtures() {
            let body = fixture.value().to_string();
            assert!(is_small(body.as_bytes()), "{}", fixture.name);
            assert!(cost(body.as_bytes()) / body.len() < LARGEST_COST >> 20, "{}", fixture.name);
        }
    }

    /// A body that is one long text is typed, and counted as text and a copy of it.
    #[test]
    fn text_of_any_length_is_typed() {
        assert_eq!(cost(&b"x".repeat(LONGEST_BODY)), 2 * LONGEST_BODY);
        assert!(cost(&b"x".repeat(LONGEST_BODY)) < LARGEST_COST);
    }

    #[test]
    fn what_is_long_or_dense_is_not_small() {
        assert!(is_small(&b"x".repeat(SMALL)));
        assert!(!is_small(&b"x".repeat(SMALL + 1)));
        for dense in [&b","[..], b"[", b"{", b"\\", b"\xff"] {
            // A byte that is not UTF-8 costs less than a value.
            let few = if dense == b"\xff" { 20_000 } else { 2_000 };
            assert!(is_small(&dense.repeat(few)), "{dense:?}");
            assert!(!is_small(&dense.repeat(2 * few)), "{dense:?}");
        }
    }
}
