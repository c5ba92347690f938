//! Applying an update to a record that holds its messages already compares them and copies none.
//!
//! Counted, not timed. One test in a program of its own, as others would be counted with it.

use dhat::{Alloc, HeapStats, Profiler};
use interactly_webhooks::simulate::Call;
use interactly_webhooks::wire::Timestamp;
use interactly_webhooks::{CallRecord, ServerMessageRequest};

#[global_allocator]
static ALLOCATOR: Alloc = Alloc;

/// The update of a simulated call that holds this many messages.
fn update(messages: usize) -> ServerMessageRequest {
    // Each turn has a message at least; three status updates come first.
    let mut bodies = Call::from_seed(9).turns(messages).bodies().expect("can be simulated");
    let body = bodies.nth(2 + messages).expect("an update");
    let update = ServerMessageRequest::from_slice(body.as_bytes()).expect("sound");
    assert_eq!(update.message.messages().len(), messages);
    update
}

/// The bytes that are asked for while an update is applied to a record that holds its messages.
fn asked_for(messages: usize) -> u64 {
    let first = update(messages);
    let mut second = first.clone();
    second.message.timestamp = Some(Timestamp::from(1_900_000_000_000));
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
