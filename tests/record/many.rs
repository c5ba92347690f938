//! What grows with a record: nothing faster than the record. Of work that grew with the square, each of these
//! would take minutes.

use std::time::{Duration, Instant};

use interactly_webhooks::CallRecord;
use serde_json::{Value, json};

use super::{fold, print, read, stored};

const MANY: usize = 50_000;

/// A stored record of one message, with these other versions.
fn with_others(others: impl Iterator<Item = Value>) -> String {
    json!({
        "callRecord": 1,
        "message": { "call": { "id": "c-1" }, "messages": [{ "text": "first" }] },
        "others": others.collect::<Vec<_>>(),
    })
    .to_string()
}

#[test]
fn versions_of_one_message() {
    let version = |number: usize| json!({ "position": 0, "message": { "text": number.to_string() } });
    let read = |numbers: &mut dyn Iterator<Item = usize>| {
        CallRecord::from_slice(with_others(numbers.map(version)).as_bytes()).expect("reads")
    };
    let record = read(&mut (0..MANY).rev());
    assert_eq!(record.messages().len(), 1);
    assert_eq!(record.messages()[0].text.as_deref(), Some("first"), "the greatest text");
    assert_eq!(print(&record).matches("position").count(), MANY);
    assert_eq!(stored(&record), record);
    let mut merged = read(&mut (0..MANY / 2));
    merged.merge(read(&mut (MANY / 4..MANY))).expect("of this call");
    assert!(merged == record && print(&merged) == print(&record));
}

#[test]
fn positions_before_others() {
    let others = (1..MANY).rev().map(|position| json!({ "position": position, "message": { "text": "t" } }));
    let record = CallRecord::from_slice(with_others(others).as_bytes()).expect("reads");
    assert!(record.conversation().map(|(position, _)| position).eq(0..MANY));
    assert_eq!(stored(&record), record);
}

#[test]
fn messages_between_others() {
    const MANY: usize = 150_000;
    let body = |first: Value| {
        let messages = vec![[first, json!({ "text": "sound" })]; MANY / 2].concat();
        read(&json!({ "message": { "call": { "id": "c-1" }, "messages": messages } }))
    };
    let (damaged, whole) = (body(json!("lost")), body(json!({ "text": "sound" })));
    assert_eq!(damaged.deviations().len(), MANY / 2);
    let start = Instant::now();
    let record = fold([&damaged, &whole]);
    assert!(start.elapsed() < Duration::from_secs(15), "{:?}", start.elapsed());
    assert!(record.conversation().map(|(position, _)| position).eq(0..MANY));
    assert_eq!(record.messages().len(), MANY);
    assert_eq!(print(&record), print(&fold([&whole, &damaged])));
}
