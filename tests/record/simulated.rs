//! Records of simulated calls, with everything that goes wrong on the way.

use fastrand::Rng;
use interactly_webhooks::simulate::{Call, Mishap};
use interactly_webhooks::{CallRecord, ServerMessageRequest, message};

use super::{Body, fold, merged, print, stored};

/// The bodies as far as they can be read at all.
fn bodies(call: &Call) -> Vec<Body> {
    let bodies = call.bodies().expect("can be simulated");
    bodies.filter_map(|body| ServerMessageRequest::from_slice_lenient(body.as_bytes()).ok()).collect()
}

fn with_mishaps(seed: u64) -> Vec<Body> {
    let mut call = Call::from_seed(seed).turns(2 + usize::try_from(seed % 7).expect("small"));
    for (index, mishap) in Mishap::ALL.into_iter().enumerate() {
        if (seed >> index) & 1 == 1 {
            call = call.mishap(mishap);
        }
    }
    let mut bodies = bodies(&call);
    // A damaged body may have lost its call id.
    bodies.retain(|body| CallRecord::default().apply_lenient(body).is_ok());
    bodies
}

#[test]
fn any_order_repetition_and_partition_gives_the_same_record() {
    for seed in (0..256).step_by(5) {
        let mut rng = Rng::with_seed(seed);
        let mut bodies = with_mishaps(seed);
        let expected = fold(&bodies);
        let text = print(&expected);
        assert!(stored(&expected) == expected);
        for _ in 0..2 {
            let repeated = bodies[rng.usize(0..bodies.len())].clone();
            bodies.push(repeated);
            rng.shuffle(&mut bodies);
            assert_eq!(print(&fold(&bodies)), text, "seed {seed}");
            assert_eq!(print(&merged(&mut rng, &bodies)), text, "seed {seed}");
        }
    }
}

/// The record of a sound call says what its report says, and is as sound as its bodies.
#[test]
fn a_record_says_what_the_report_says() {
    for seed in 0..30 {
        let mut bodies = bodies(&Call::from_seed(seed).turns(6));
        let report = bodies.last().expect("a report").value.message.clone();
        Rng::with_seed(seed).shuffle(&mut bodies);
        let record = fold(&bodies);
        assert!(record.validate().is_empty(), "seed {seed}: {}", record.validate());
        assert!(record.is_ended() && record.message().drift().is_empty(), "seed {seed}");
        assert_eq!(record.messages(), report.messages(), "seed {seed}");
        assert_eq!(record.results(), report.results(), "seed {seed}");
        assert_eq!(record.call().map(|call| &call.cost), report.call.as_deref().map(|call| &call.cost));
        assert_eq!(
            record.call().and_then(message::Call::duration),
            report.call.and_then(|call| call.duration())
        );
        assert_eq!(record.events().len(), bodies.len(), "seed {seed}");
        let assistants = bodies.iter().filter_map(|body| body.value.message.assistant.as_deref());
        let whole =
            assistants.max_by_key(|assistant| serde_json::to_string(assistant).expect("prints").len());
        assert_eq!(record.assistant(), whole, "seed {seed}");
    }
}

/// Whatever the order, each position is new once, the call ends once, and the last status that a change tells of
/// is the record's.
#[test]
fn changes_add_up_to_the_record() {
    for seed in 0..30 {
        let mut bodies = bodies(&Call::from_seed(seed).turns(6).mishap(Mishap::OutOfOrder));
        Rng::with_seed(seed).shuffle(&mut bodies);
        let (mut record, mut positions, mut ends, mut status) = (CallRecord::default(), Vec::new(), 0, None);
        for body in &bodies {
            let change = record.apply_lenient(body).expect("of this call");
            positions.extend(change.messages);
            ends += usize::from(change.ended);
            if change.status {
                status = record.status().map(str::to_owned);
            }
        }
        positions.sort_unstable();
        assert_eq!(positions, (0..record.messages().len()).collect::<Vec<_>>(), "seed {seed}");
        assert_eq!((ends, status.as_deref()), (1, record.status()), "seed {seed}");
    }
}
