//! 10,000 requests from several connections: all answered, none lost, memory flat.
#![cfg(target_os = "linux")]

mod support;

use std::thread;
use std::time::Instant;

use support::{Client, DONE, Receiver, fixtures};

const CONNECTIONS: usize = 8;
const REQUESTS: usize = 10_000;

/// Posts `requests` bodies over several connections.
fn post(receiver: &Receiver, bodies: &[String], requests: usize) {
    thread::scope(|scope| {
        for connection in 0..CONNECTIONS {
            scope.spawn(move || {
                let mut client = Client::connect(receiver.address);
                for request in (connection..requests).step_by(CONNECTIONS) {
                    let body = &bodies[request % bodies.len()];
                    assert_eq!(client.post("/", &[], body.as_bytes()), (200, DONE.to_owned()));
                }
            });
        }
    });
}

#[test]
fn ten_thousand_requests_are_answered_in_flat_memory() {
    let receiver = Receiver::start(&[]);
    let bodies = fixtures();
    post(&receiver, &bodies, 2_000);
    let before = receiver.memory("VmRSS");
    let start = Instant::now();
    post(&receiver, &bodies, REQUESTS);
    let took = start.elapsed();
    let (after, peak) = (receiver.memory("VmRSS"), receiver.memory("VmHWM"));
    let lines = receiver.stop();
    println!(
        "{REQUESTS} requests over {CONNECTIONS} connections in {took:.2?}; resident {before} kB before, \
         {after} kB after, at most {peak} kB"
    );
    assert_eq!(lines.len(), 2_000 + REQUESTS + 1, "a line an event");
    assert!(after < before + 4096 && peak < before + 16_384, "{before} kB, {after} kB, {peak} kB");
}
