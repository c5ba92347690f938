//! Each mishap does what it says, and no more.

use std::collections::BTreeSet;

use interactly_webhooks::simulate::{Body, Call, Campaign, Mishap, SimulateError, Workflow};
use interactly_webhooks::{Category, Family, Webhook};

use crate::{json, made};

fn bytes(bodies: &[Body]) -> Vec<&[u8]> {
    bodies.iter().map(Body::as_bytes).collect()
}

/// The bodies of a seed, as they are and with the mishap.
fn both(seed: u64, mishap: Mishap) -> (Vec<Body>, Vec<Body>) {
    let call = Call::from_seed(seed).turns(4);
    (made(call.bodies()), made(call.mishap(mishap).bodies()))
}

#[test]
fn a_body_comes_late() {
    for seed in 0..40 {
        let (plain, late) = both(seed, Mishap::OutOfOrder);
        let (mut before, mut after) = (bytes(&plain), bytes(&late));
        let moved =
            late.iter().position(|body| body.mishaps().eq([Mishap::OutOfOrder])).expect("one is late");
        let was = before.iter().position(|body| *body == late[moved].as_bytes()).expect("it is the same");
        assert!((1..=3).contains(&(moved - was)), "{was} to {moved}");
        before.remove(was);
        after.remove(moved);
        assert_eq!(before, after);
    }
}

#[test]
fn a_body_that_comes_alone_is_never_late() {
    let own = serde_json::json!({"assistantServer": {"enabled": true, "messages": ["end-of-call-report"]}});
    let call = Call::from_seed(1).assistant(serde_json::from_value(own).expect("an assistant"));
    let bodies = made(call.mishap(Mishap::OutOfOrder).bodies());
    assert_eq!((bodies.len(), bodies[0].mishaps().count()), (1, 0));
}

#[test]
fn a_body_comes_twice() {
    for seed in 0..40 {
        let (plain, twice) = both(seed, Mishap::Duplicated);
        let copy = twice.iter().position(|body| body.mishaps().eq([Mishap::Duplicated])).expect("a copy");
        assert!(bytes(&twice[..copy]).contains(&twice[copy].as_bytes()), "behind the first");
        let mut without = twice;
        without.remove(copy);
        assert_eq!(bytes(&plain), bytes(&without));
    }
}

#[test]
fn one_body_is_cut_off() {
    for seed in 0..60 {
        let (plain, cut) = both(seed, Mishap::CutOff);
        let different: Vec<_> =
            plain.iter().zip(&cut).filter(|(a, b)| a.as_bytes() != b.as_bytes()).collect();
        let [(whole, part)] = different[..] else { panic!("one is cut off") };
        assert!(whole.as_bytes().starts_with(part.as_bytes()) && !part.as_bytes().is_empty());
        let error = part.webhook().expect_err("it ends early");
        // A character can be cut in two.
        assert!(matches!(error.category(), Category::EndOfText | Category::Encoding), "{error}");
        assert!(part.mishaps().eq([Mishap::CutOff]));
    }
}

#[test]
fn one_member_is_damaged() {
    let mut places = BTreeSet::new();
    for seed in 0..80 {
        let (plain, damaged) = both(seed, Mishap::MemberDamaged);
        let one = damaged.iter().position(|body| body.webhook().is_err()).expect("one is damaged");
        let lenient = Webhook::from_slice_lenient(damaged[one].as_bytes()).expect("it is JSON");
        let [deviation] = lenient.deviations() else { panic!("{:?}", lenient.deviations()) };
        let pointer = deviation.pointer();
        let name = pointer.rsplit('/').find(|name| name.parse::<u32>().is_err());
        places.insert(name.unwrap_or_default().to_owned());
        let mut others = damaged.clone();
        others.remove(one);
        let mut before = plain;
        before.remove(one);
        assert_eq!(bytes(&before), bytes(&others));
    }
    assert!(places.len() > 6, "{places:?}");
    for bodies in [
        Campaign::from_seed(1).mishap(Mishap::MemberDamaged).bodies(),
        Workflow::from_seed(1).mishap(Mishap::MemberDamaged).bodies(),
    ] {
        assert_eq!(made(bodies).iter().filter(|body| body.webhook().is_err()).count(), 1);
    }
}

#[test]
fn unknown_members_are_drift() {
    for bodies in [
        Call::from_seed(2).mishap(Mishap::UnknownMember).bodies(),
        Campaign::from_seed(2).mishap(Mishap::UnknownMember).bodies(),
        Workflow::from_seed(2).mishap(Mishap::UnknownMember).bodies(),
    ] {
        for body in made(bodies) {
            let webhook = body.webhook().expect("it is sound");
            assert!(!webhook.drift().is_empty() && webhook.validate().is_empty());
        }
    }
}

#[test]
fn an_unknown_event_comes_between_the_others() {
    for bodies in [
        Call::from_seed(3).mishap(Mishap::UnknownEvent).bodies(),
        Campaign::from_seed(3).mishap(Mishap::UnknownEvent).bodies(),
        Workflow::from_seed(3).mishap(Mishap::UnknownEvent).bodies(),
    ] {
        let bodies = made(bodies);
        let (unknown, known): (Vec<_>, Vec<_>) =
            bodies.iter().partition(|body| body.mishaps().eq([Mishap::UnknownEvent]));
        assert_eq!(unknown.len(), 1);
        let drifts = |body: &&Body| body.webhook().expect("sound").drift().len();
        assert_eq!(unknown.iter().map(drifts).collect::<Vec<_>>(), [1]);
        assert_eq!(known.iter().map(drifts).sum::<usize>(), 0);
    }
}

#[test]
fn older_and_untyped_bodies_are_sound_and_known() {
    for seed in 0..40 {
        for mishap in [Mishap::Untyped, Mishap::OlderForms] {
            let (plain, altered) = both(seed, mishap);
            let last = altered.last().expect("a body");
            assert!(last.mishaps().eq([mishap]));
            for body in &altered {
                let webhook = body.webhook().expect("sound");
                assert_eq!(webhook.validate().to_string(), "");
                assert_eq!(webhook.drift(), []);
            }
            let before = json(plain.last().expect("a body"));
            let webhook = last.webhook().expect("sound");
            let message = webhook.as_server_message().expect("about a call");
            assert_eq!(
                (message.timestamp.as_ref(), message.kind.is_none()),
                (None, mishap == Mishap::Untyped)
            );
            assert_eq!(
                message.messages().len(),
                before["message"]["messages"].as_array().map_or(0, Vec::len)
            );
            for (message, before) in
                message.messages().iter().zip(before["message"]["messages"].as_array().expect("messages"))
            {
                let time = message.timestamp.as_ref().expect("a time");
                assert!(time.as_text().is_some());
                let then = interactly_webhooks::wire::Timestamp::from(
                    before["timestamp"].as_i64().expect("a number"),
                );
                assert_eq!(time.at(), then.at());
            }
        }
    }
}

#[test]
fn mishaps_can_come_together() {
    for seed in 0..20 {
        let call = Mishap::ALL.into_iter().fold(Call::from_seed(seed), Call::mishap);
        let bodies = made(call.bodies());
        let seen: BTreeSet<_> = bodies.iter().flat_map(Body::mishaps).collect();
        assert_eq!(seen, BTreeSet::from(Mishap::ALL));
    }
}

#[test]
fn each_family_has_its_mishaps() {
    for mishap in Mishap::ALL {
        assert_eq!(mishap.as_str().parse(), Ok(mishap));
        assert!(mishap.is_possible_in(Family::ServerMessage) && !mishap.is_possible_in(Family::Unknown));
    }
    assert_eq!("Cut-Off".parse::<Mishap>(), Err(SimulateError::UnknownMishap));
    let error = Campaign::from_seed(1).mishap(Mishap::Untyped).bodies().expect_err("no such thing");
    assert_eq!(error.to_string(), "untyped: no body of the family campaign can have this mishap");
    let error = Workflow::from_seed(1).mishap(Mishap::OlderForms).bodies().expect_err("no such thing");
    assert_eq!(error.to_string(), "older-forms: no body of the family workflow can have this mishap");
}
