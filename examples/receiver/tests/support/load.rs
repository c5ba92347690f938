//! Many requests at a time.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::{Client, Receiver, done, fixtures};

/// What the receiver may take at the most, in kilobytes.
pub(crate) const MOST_MEMORY: u64 = 100_000;

const SMALL: &[u8] = br#"{"message":{"type":"hang","call":{"id":"small","status":"ongoing"}}}"#;

/// Posts so many fixtures over so many connections.
pub(crate) fn post_all(receiver: &Receiver, requests: usize, connections: usize) {
    let bodies = fixtures();
    thread::scope(|scope| {
        for connection in 0..connections {
            let bodies = &bodies;
            scope.spawn(move || {
                let mut client = Client::connect(receiver.address);
                for request in (connection..requests).step_by(connections) {
                    let body = &bodies[request % bodies.len()];
                    assert_eq!(client.post("/", &[], body.as_bytes()), done());
                }
            });
        }
    });
}

/// Posts small events, each on a connection of its own, until the attack is over, and 100 at least;
/// prints how long they took, and gives how many they were.
pub(crate) fn small_events_during(receiver: &Receiver, what: &str, attack: impl FnOnce() + Send) -> usize {
    let is_over = AtomicBool::new(false);
    let mut times: Vec<Duration> = Vec::new();
    thread::scope(|scope| {
        scope.spawn(|| {
            attack();
            is_over.store(true, Ordering::Relaxed);
        });
        while times.len() < 100 || !is_over.load(Ordering::Relaxed) {
            let start = Instant::now();
            assert_eq!(Client::connect(receiver.address).post("/", &[], SMALL), done());
            times.push(start.elapsed());
        }
    });
    let count = times.len();
    times.sort();
    let at = |share: usize| times[(count - 1) * share / 100];
    println!(
        "small events during {what}: {count} requests, p50 {:.1?}, p99 {:.1?}, at most {:.1?}",
        at(50),
        at(99),
        at(100)
    );
    count
}
