//! What a mishap does to a body.

mod older;
mod untyped;

use crate::family::Family;
use crate::simulate::Mishap;
use crate::simulate::node::{Node, node};
use crate::simulate::place::Place;
use crate::simulate::random::Random;
use crate::simulate::story::Story;

/// Changes a body as a mishap does; those that change the order or the bytes change nothing here.
pub(super) fn alter(body: &mut Node, mishap: Mishap, story: &dyn Story, random: &mut Random) {
    let family = story.family();
    match mishap {
        Mishap::OutOfOrder | Mishap::Duplicated | Mishap::CutOff => {}
        Mishap::MemberDamaged => damage(body, family, random),
        Mishap::UnknownMember => add_unknown(body),
        Mishap::UnknownEvent => rename_event(body, family),
        Mishap::Untyped => untyped::make(body, story.assistant_and_customer()),
        Mishap::OlderForms => older::make(body),
    }
}

/// Leaves at least one byte, and takes at least one.
pub(super) fn cut_off(bytes: &mut Vec<u8>, random: &mut Random) {
    bytes.truncate(1 + random.below(bytes.len().saturating_sub(1)));
}

/// Places whose value may have one JSON type only; `*` stands for an element.
const DAMAGEABLE: [&str; 18] = [
    "/message/timestamp",
    "/message/call/startAt",
    "/message/call/userNumber",
    "/message/call/assistantCallDuration",
    "/message/call/recording",
    "/message/call/metadata",
    "/message/call/cost",
    "/message/assistant/name",
    "/message/messages/*",
    "/message/messages/*/text",
    "/message/messages/*/metrics",
    "/message/customer",
    "/campaign/name",
    "/campaign/processTimings",
    "/call/phoneNumber",
    "/workflow/name",
    "/run/startedAt",
    "/run/output",
];

fn damage(body: &mut Node, family: Family, random: &mut Random) {
    let messages = body.at(&["message", "messages"]).map_or(0, |messages| messages.elements().len());
    let element = random.below(messages).to_string();
    let places = DAMAGEABLE.iter().filter_map(|place| Place::new(&place.replace('*', &element)).ok());
    let mut places: Vec<_> = places.filter(|place| place.find(body).is_some()).collect();
    if places.is_empty() {
        // The caller put something else into every place: the deciding member is left.
        places.extend(family.decided_by().and_then(|name| Place::new(&format!("/{name}")).ok()));
    }
    if places.is_empty() {
        return;
    }
    let place = places.swap_remove(random.below(places.len()));
    let is_object = place.find(body).is_some_and(|value| matches!(value.bare(), Node::Object(_)));
    let odd = if is_object { "lost".into() } else { node!([]) };
    place.put(body, &odd);
}

/// The objects that get a member that nobody knows, if they are there.
const OBJECTS: [&[&str]; 6] =
    [&["message"], &["message", "call"], &["campaign"], &["call"], &["workflow"], &["run"]];

fn add_unknown(body: &mut Node) {
    for way in OBJECTS {
        if let Some(object) = way.iter().try_fold(&mut *body, |node, name| node.get_mut(name)) {
            object.insert("xRegion", node!({"code": "test-1", "zone": Node::Null}));
        }
    }
}

fn rename_event(body: &mut Node, family: Family) {
    match family {
        Family::ServerMessage => {
            if let Some(message) = body.get_mut("message") {
                message.insert("type", "speech-update".into());
            }
        }
        Family::Campaign => body.insert("event", "campaign_archived".into()),
        Family::Workflow => body.insert("event", "workflow_paused".into()),
        Family::Unknown => {}
    }
}
