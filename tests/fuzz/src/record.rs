//! The record of a call is the same whichever way its events come: in another order, twice, or on two
//! machines that merge later.
//!
//! The input is one body a line; those of other calls and families are refused and change nothing. A line may
//! also be a stored record, whatever was done to it.

use interactly_webhooks::{CallRecord, Lenient, Webhook};

use super::said;

/// The most bodies that one input has.
const BODIES: usize = 6;

fn json(record: &CallRecord) -> String {
    serde_json::to_string(record).expect("prints")
}

fn applied<'a>(bodies: impl IntoIterator<Item = &'a Lenient<Webhook>>) -> CallRecord {
    let mut record = CallRecord::default();
    let mut before = json(&record);
    for body in bodies {
        let change = record.apply_lenient(body).expect("of this call");
        let after = json(&record);
        assert_eq!(change.record, after != before, "{change:?}");
        before = after;
    }
    record
}

/// What was read as a record prints as one, and knows itself.
fn check_stored(line: &[u8]) {
    let Ok(mut record) = CallRecord::from_slice(line) else { return };
    let printed = json(&record);
    let again = CallRecord::from_slice(printed.as_bytes()).expect("reads what it prints");
    assert_eq!(json(&again), printed);
    if record.call_id().is_some() {
        let change = record.merge(again).expect("of this call");
        assert!(!change.record && json(&record) == printed, "{change:?}: {printed}");
    }
    for (position, message) in record.conversation() {
        assert_eq!(record.message_at(position), Some(message));
    }
}

pub fn check(bytes: &[u8]) -> bool {
    bytes.split(|byte| *byte == b'\n').take(BODIES).for_each(check_stored);
    let read = |line| Webhook::from_slice_lenient(line).ok();
    let mut bodies: Vec<_> = bytes.split(|byte| *byte == b'\n').filter_map(read).take(BODIES).collect();
    let first = bodies.iter().find_map(|body| body.value.as_server_message()?.call_id().map(str::to_owned));
    bodies.retain(|body| {
        body.value.as_server_message().is_some_and(|message| message.call_id() == first.as_deref())
    });
    if first.is_none() {
        return false;
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
    record.validate().iter().for_each(|finding| said(&finding.to_string()));
    record.transcript().to_string().lines().for_each(said);
    said(&format!("{record:?}"));
    true
}
