//! What parsing allocates grows no faster than the body, however much of it deviates.
//!
//! Counted, not timed, so the figures are the same on every machine. One test in a program of its
//! own, as others would be counted with it.

use dhat::{Alloc, HeapStats, Profiler};
use interactly_webhooks::Webhook;

#[global_allocator]
static ALLOCATOR: Alloc = Alloc;

/// All bytes that a lenient parse asks for, for each byte of the body.
fn asked_for(body: &str, deviations: usize) -> f64 {
    let profiler = Profiler::builder().testing().build();
    let lenient = Webhook::from_slice_lenient(body.as_bytes()).expect("an object");
    let asked = HeapStats::get().total_bytes;
    drop(profiler);
    assert_eq!(lenient.deviations().len(), deviations);
    let double = |bytes: u64| f64::from(u32::try_from(bytes).expect("less than 4 GB"));
    double(asked) / double(body.len() as u64)
}

/// A conversation in which two members of each message deviate.
fn bad_members(messages: usize) -> String {
    let messages: Vec<_> = (0..messages)
        .map(|index| format!(r#"{{"messageId":{index},"timestamp":[],"text":"and this is what was said"}}"#))
        .collect();
    format!(r#"{{"message":{{"messages":[{}]}}}}"#, messages.join(","))
}

/// A hundred levels, each of which repeats its member: each earlier value holds all that is below.
fn repeats(width: usize) -> String {
    let mut body = format!(r#""{}""#, "x".repeat(width));
    for _ in 0..100 {
        body = format!(r#"{{"a":{body},"a":1}}"#);
    }
    format!(r#"{{"message":{{"x":{body},"call":{{"id":"a","id":"b"}}}}}}"#)
}

#[test]
fn ten_times_the_body_is_ten_times_the_memory() {
    for (what, [small, large], deviations) in [
        ("bad members", [300, 3_000].map(bad_members), [600, 6_000]),
        ("repeats inside repeats", [20_000, 200_000].map(repeats), [2, 2]),
    ] {
        let small = asked_for(&small, deviations[0]);
        let large = asked_for(&large, deviations[1]);
        println!(
            "{what}: {small:.1} bytes for each byte of the body, {large:.1} in one of ten times the size"
        );
        assert!(large < small * 1.5, "{what}: {small:.1} and then {large:.1} bytes a byte");
    }
}
