//! 10,000 requests at 64 connections: all answered, none lost, memory flat.
#![cfg(target_os = "linux")]

mod support;

use support::Receiver;
use support::load::{MOST_MEMORY, post_all, small_events_during};

const REQUESTS: usize = 10_000;

#[test]
fn ten_thousand_requests_are_answered_in_flat_memory() {
    let receiver = Receiver::start(&[]);
    post_all(&receiver, REQUESTS, 64);
    let before = receiver.status("VmRSS");
    let small = small_events_during(&receiver, "10,000 requests at 64 connections", || {
        post_all(&receiver, REQUESTS, 64);
    });
    let (after, peak) = (receiver.status("VmRSS"), receiver.status("VmHWM"));
    println!("resident {before} kB before, {after} kB after, at most {peak} kB");
    let lines = receiver.stop();
    assert_eq!(lines.len(), 2 * REQUESTS + small + 1, "a line an event");
    assert!(after < before + 8192 && peak < MOST_MEMORY, "{before} kB, {after} kB, {peak} kB");
}
