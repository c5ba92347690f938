//! Bodies are sound, hold nothing unknown, and are always the same.

use std::collections::BTreeSet;

use interactly_webhooks::simulate::{Body, Call, Campaign, Mishap, Workflow};

use crate::support::{difference, golden};
use crate::{json, made, many, thorough};

#[test]
fn every_body_is_sound_and_prints_back() {
    let mut events = BTreeSet::new();
    for body in many() {
        let webhook = body.webhook().unwrap_or_else(|error| panic!("{error}"));
        let shown = String::from_utf8_lossy(body.as_bytes());
        assert_eq!(webhook.validate().to_string(), "", "{shown}");
        assert_eq!(webhook.drift(), [], "{shown}");
        let printed = serde_json::to_value(&webhook).expect("prints");
        assert_eq!(difference(&json(&body), &printed, &|_| false), None, "{shown}");
        let status = webhook.status().unwrap_or("-");
        let name = format!("{} {status}", webhook.event_name().expect("an event"));
        events.insert(name);
    }
    let events: Vec<_> = events.into_iter().collect();
    golden("golden/simulated-events.txt").assert_eq(&(events.join("\n") + "\n"));
}

/// FNV-1a of the bodies, each with a line break behind it.
fn hash(bodies: impl IntoIterator<Item = Body>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for body in bodies {
        for byte in body.as_bytes().iter().chain(b"\n") {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    hash
}

#[test]
fn a_seed_gives_the_same_bytes_for_ever() {
    let with_all = |seed| {
        let call = Call::from_seed(seed)
            .turns(6)
            .set("/message/call/metadata", serde_json::json!({"z": 1, "a": 0.1}));
        Mishap::ALL.into_iter().fold(call, Call::mishap)
    };
    let hashes = [
        hash(made(Call::from_seed(0).bodies())),
        hash(made(Call::from_seed(1).bodies())),
        hash(made(Call::from_seed(7).turns(40).with_hang().with_error().bodies())),
        hash(made(Call::from_seed(u64::MAX).forwarded().bodies())),
        hash(made(with_all(3).bodies())),
        hash(made(Campaign::from_seed(1).calls(20).bodies())),
        hash(made(Workflow::from_seed(1).runs(20).bodies())),
        // Whatever happens in few calls happens in one of these.
        hash(many()),
        hash((0..9).flat_map(|seed| made(Call::from_seed(seed).assistant(thorough()).bodies()))),
    ];
    let shown = hashes.map(|hash| format!("{hash:016x}\n"));
    // A change there is a change for everybody who stored a seed.
    golden("golden/seeds.txt").assert_eq(&shown.concat());
}

#[test]
fn bodies_can_be_skipped_and_counted() {
    fn goes_to_another_thread<T: Send + Sync>(value: T) -> T {
        value
    }
    let bodies = Call::from_seed(5).bodies().expect("can be made");
    let all: Vec<_> = bodies.clone().collect();
    assert_eq!(bodies.len(), all.len());
    assert_eq!(bodies.clone().last().as_ref(), all.last());
    let bodies = goes_to_another_thread(bodies);
    let mut late = bodies;
    assert_eq!(late.nth(3).as_ref(), all.get(3));
    assert_eq!((late.len(), late.next().as_ref()), (all.len() - 4, all.get(4)));
}

#[test]
fn a_body_is_its_bytes() {
    for body in made(Workflow::from_seed(2).bodies()) {
        let bytes: &[u8] = body.as_ref();
        assert_eq!(bytes, body.as_bytes());
        assert_eq!(body.clone().into_bytes(), body.as_bytes());
    }
}
