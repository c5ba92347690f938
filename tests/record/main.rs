//! Records of calls: the order in which events come does not matter.

mod call;
mod counts;
mod folding;
mod joining;
mod many;
#[cfg(feature = "structured")]
mod program;
#[cfg(feature = "simulate")]
mod simulated;
#[cfg(feature = "structured")]
mod structured;
#[cfg(feature = "structured")]
#[path = "../support/mod.rs"]
mod support;

use fastrand::Rng;
use interactly_webhooks::{CallRecord, Change, Lenient, ServerMessageRequest};
use serde_json::Value;

type Body = Lenient<ServerMessageRequest>;

fn read(body: &Value) -> Body {
    ServerMessageRequest::from_slice_lenient(body.to_string().as_bytes()).expect("an object")
}

/// Folds in the order given.
fn fold<'a>(bodies: impl IntoIterator<Item = &'a Body>) -> CallRecord {
    let mut record = CallRecord::default();
    for body in bodies {
        record.apply_lenient(body).expect("of this call");
    }
    record
}

fn print(record: &CallRecord) -> String {
    serde_json::to_string(record).expect("prints")
}

fn stored(record: &CallRecord) -> CallRecord {
    CallRecord::from_slice(print(record).as_bytes()).expect("reads")
}

/// Parts folded on machines of their own, some of them stored in between, and merged in some tree.
fn merged(rng: &mut Rng, bodies: &[Body]) -> CallRecord {
    if bodies.len() < 2 || rng.u8(0..4) == 0 {
        let record = fold(bodies);
        return if rng.bool() { stored(&record) } else { record };
    }
    let (left, right) = bodies.split_at(rng.usize(0..=bodies.len()));
    // One side may have seen some of the other's too.
    let mut left = merged(rng, left);
    left.merge(merged(rng, right)).expect("of this call");
    if rng.u8(0..3) == 0 {
        left = stored(&left);
    }
    left
}

#[test]
fn any_order_repetition_and_partition_gives_the_same_record() {
    for seed in 0..150 {
        let mut rng = Rng::with_seed(seed);
        let mut values = call::events(&mut rng, "c-1");
        if seed % 3 > 0 {
            call::mishaps(&mut rng, &mut values);
        }
        let mut bodies: Vec<_> = values.iter().map(read).collect();
        let expected = fold(&bodies);
        let text = print(&expected);
        for _ in 0..4 {
            let repeated = bodies[rng.usize(0..bodies.len())].clone();
            bodies.push(repeated);
            rng.shuffle(&mut bodies);
            let other = fold(&bodies);
            assert_eq!(print(&other), text, "seed {seed}");
            assert!(other == expected, "seed {seed}");
            assert_eq!(print(&merged(&mut rng, &bodies)), text, "seed {seed}");
        }
        assert_eq!(print(&stored(&expected)), text, "seed {seed}");
        assert!(stored(&expected) == expected, "seed {seed}");
    }
}

#[test]
fn what_was_applied_changes_nothing_again() {
    for seed in 0..150 {
        let mut rng = Rng::with_seed(seed);
        let mut values = call::events(&mut rng, "c-1");
        call::mishaps(&mut rng, &mut values);
        let bodies: Vec<_> = values.iter().map(read).collect();
        let mut record = fold(&bodies);
        let mut read_again = stored(&record);
        for body in &bodies {
            let change = record.apply_lenient(body).expect("of this call");
            assert_eq!(change, Change::default(), "seed {seed}");
            let change = read_again.apply_lenient(body).expect("of this call");
            assert_eq!(change, Change::default(), "seed {seed}");
        }
        assert_eq!(record.merge(stored(&record)).expect("of this call"), Change::default(), "seed {seed}");
    }
}
