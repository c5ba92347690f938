//! Applying an update to a record that holds its messages already compares them and copies none.
//!
//! Counted, not timed. One test in a program of its own, as others would be counted with it.

use std::fmt::Write as _;

use dhat::{Alloc, HeapStats, Profiler};
use interactly_webhooks::{CallRecord, ServerMessageRequest};

#[global_allocator]
static ALLOCATOR: Alloc = Alloc;

fn update(messages: usize, at: usize) -> ServerMessageRequest {
    let mut text = String::new();
    for index in 0..messages {
        let comma = if index == 0 { "" } else { "," };
        write!(
            text,
            r#"{comma}{{"messageId":"m-{index}","role":"user","text":"and this is what was said then",
            "metrics":{{"timeline":{{"totalElapsedTimeMs":{index}}}}}}}"#
        )
        .expect("writes");
    }
    let body = format!(
        r#"{{"message":{{"type":"hang","timestamp":{at},"call":{{"id":"c-1","status":"ongoing"}},"messages":[{text}]}}}}"#
    );
    ServerMessageRequest::from_str(&body).expect("parses")
}

/// The bytes that are asked for while an update is applied to a record that holds its messages.
fn asked_for(messages: usize) -> u64 {
    let (first, second) = (update(messages, 1), update(messages, 2));
    let mut record = CallRecord::default();
    record.apply(&first.message).expect("of this call");
    let profiler = Profiler::builder().testing().build();
    let change = record.apply(&second.message).expect("of this call");
    let asked = HeapStats::get().total_bytes;
    drop(profiler);
    assert!(change.record && change.messages.is_empty());
    asked
}

#[test]
fn messages_that_are_there_are_not_copied() {
    let (few, many) = (asked_for(10), asked_for(1_000));
    println!("{few} bytes for 10 messages, {many} for 1000");
    assert!(few > 0, "the event itself is kept");
    assert_eq!(few, many);
}
