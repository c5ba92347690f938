//! The record of a call is the same whichever way its events come: in another order, twice, or on two
//! machines that merge later.
//!
//! The input is one body a line; those of other calls and families are refused and change nothing.

#![no_main]

#[path = "../src/spans.rs"]
mod spans;

use interactly_webhooks::{CallRecord, Lenient, Webhook};
use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    spans::mutate(data, size, max_size, seed)
});

/// The most bodies that one input has.
const BODIES: usize = 6;

fn json(record: &CallRecord) -> String {
    serde_json::to_string(record).expect("prints")
}

fn applied<'a>(bodies: impl IntoIterator<Item = &'a Lenient<Webhook>>) -> CallRecord {
    let mut record = CallRecord::default();
    for body in bodies {
        let before = json(&record);
        let change = record.apply_lenient(body).expect("of this call");
        assert_eq!(change.record, json(&record) != before, "{change:?}");
    }
    record
}

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let read = |line| Webhook::from_slice_lenient(line).ok();
    let mut bodies: Vec<_> = bytes.split(|byte| *byte == b'\n').filter_map(read).take(BODIES).collect();
    let first = bodies.iter().find_map(|body| body.value.as_server_message()?.call_id().map(str::to_owned));
    bodies.retain(|body| {
        body.value.as_server_message().is_some_and(|message| message.call_id() == first.as_deref())
    });
    if first.is_none() {
        return Corpus::Reject;
    }

    let record = applied(&bodies);
    let expected = json(&record);
    assert_eq!(json(&applied(bodies.iter().rev())), expected, "backwards");
    assert_eq!(json(&applied(bodies.iter().chain(&bodies))), expected, "twice");
    for at in 0..bodies.len() {
        let (left, right) = bodies.split_at(at);
        assert_eq!(json(&applied(right.iter().chain(left))), expected, "from {at} on first");
        let mut merged = applied(left);
        merged.merge(applied(right.iter().rev())).expect("of this call");
        assert_eq!(json(&merged), expected, "merged at {at}");
    }

    let stored = CallRecord::from_slice(expected.as_bytes()).expect("reads what it prints");
    assert_eq!(json(&stored), expected, "stored");
    let _ = (record.validate(), record.transcript().to_string(), format!("{record:?}"));
    Corpus::Keep
});
