//! The conversation: which message is at each position.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::change::Change;
use super::members::{Joined, alike, join};
use super::settle::settled;
use super::stamp::Stamp;
use crate::message::{Message, Role};

/// The position of each message of a record in the conversation, and what it replaced.
///
/// Events repeat the conversation from its start, so a position says which message is meant, also where ids
/// repeat or are missing. What was reported at a position is a set of versions that differ in id,
/// role or text; the one that lacks none of these and was reported last is shown. The others are kept, so that
/// the same one is shown in whichever order they came.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Conversation {
    /// The places of the messages shown, ascending.
    pub(super) places: Vec<Place>,
    /// The other versions, ascending.
    pub(super) others: BTreeMap<usize, Vec<Version>>,
}

/// The place of a message that is shown.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub(super) position: usize,
    pub(super) stamp: Stamp,
}

/// A message that was reported, and is not shown.
#[derive(Clone, PartialEq)]
pub(super) struct Version {
    pub(super) stamp: Stamp,
    pub(super) message: Message,
}

impl Conversation {
    /// Takes messages, at positions that do not descend.
    pub(super) fn hear(
        &mut self,
        shown: &mut Vec<Message>,
        heard: &mut dyn Iterator<Item = ((usize, Stamp), &Message)>,
        change: &mut Change,
    ) {
        // Put between the others at once: one by one, each would move all that are behind it.
        let mut between: Vec<(Place, Message)> = Vec::new();
        for ((position, stamp), message) in heard {
            let known = if let Ok(index) = self.find(position) {
                Some((&mut self.places[index], &mut shown[index]))
            } else {
                let last = between.last_mut().filter(|(place, _)| place.position == position);
                last.map(|(place, message)| (place, message))
            };
            let is_new = if let Some(known) = known {
                join_known(&mut self.others, known, (message, stamp), change)
            } else {
                let place = Place { position, stamp };
                if self.places.last().is_none_or(|last| last.position < position) {
                    self.places.push(place);
                    shown.push(settled(message));
                } else {
                    between.push((place, settled(message)));
                }
                true
            };
            if is_new {
                change.record = true;
                change.messages.push(position);
            }
        }
        if !between.is_empty() {
            let known = std::mem::take(&mut self.places).into_iter().zip(std::mem::take(shown));
            let mut all: Vec<_> = known.chain(between).collect();
            all.sort_by_key(|(place, _)| place.position);
            (self.places, *shown) = all.into_iter().unzip();
        }
    }

    /// The index of the message that is shown at a position.
    pub(super) fn find(&self, position: usize) -> Result<usize, usize> {
        if self.places.get(position).is_some_and(|place| place.position == position) {
            return Ok(position);
        }
        self.places.binary_search_by_key(&position, |place| place.position)
    }
}

/// Takes another version of a message that is shown, and says whether another one is shown now.
fn join_known(
    others: &mut BTreeMap<usize, Vec<Version>>,
    (Place { position, stamp: own }, shown): (&mut Place, &mut Message),
    (message, stamp): (&Message, Stamp),
    change: &mut Change,
) -> bool {
    if is_same(shown, message) {
        let joined = join_version((shown, own), (message, stamp));
        change.record |= joined != Joined::Kept;
        return joined == Joined::Taken;
    }
    let others = others.entry(*position).or_default();
    if let Some(other) = others.iter_mut().find(|other| is_same(&other.message, message)) {
        let joined = join_version((&mut other.message, &mut other.stamp), (message, stamp));
        change.record |= joined != Joined::Kept;
    } else {
        others.push(Version { stamp, message: settled(message) });
        change.record = true;
    }
    sort(others);
    let Some(last) = others.last_mut() else { return false };
    if order((shown, *own), (&last.message, last.stamp)).is_ge() {
        return false;
    }
    std::mem::swap(shown, &mut last.message);
    std::mem::swap(own, &mut last.stamp);
    sort(others);
    true
}

/// What tells the versions of a message apart.
fn core(message: &Message) -> (Option<&str>, Option<&str>, Option<&str>) {
    (message.text.as_deref(), message.role.as_ref().map(Role::as_str), message.message_id.as_deref())
}

fn is_same(a: &Message, b: &Message) -> bool {
    core(a) == core(b)
}

/// Which of two versions is shown: the greater one.
fn order((a, stamp_a): (&Message, Stamp), (b, stamp_b): (&Message, Stamp)) -> Ordering {
    let whole = |message| {
        let (text, role, id) = core(message);
        [text, role, id].into_iter().flatten().count()
    };
    whole(a).cmp(&whole(b)).then(stamp_a.cmp(&stamp_b)).then_with(|| core(a).cmp(&core(b)))
}

fn sort(versions: &mut [Version]) {
    versions.sort_by(|a, b| order((&a.message, a.stamp), (&b.message, b.stamp)));
}

/// Joins what is reported of the same version: it is as late as the latest, and has what any of them has.
fn join_version((mine, own): (&mut Message, &mut Stamp), (theirs, stamp): (&Message, Stamp)) -> Joined {
    let mut joined = Joined::Kept;
    if *own < stamp {
        *own = stamp;
        joined = Joined::Later;
    }
    if mine == theirs {
        return joined;
    }
    let Message { message_id: _, role: _, text: _, timestamp, metrics, skipped_assistant_messages, extra } =
        theirs;
    // These do not change while the text is the same, so it does not matter which event they come from.
    let (mut any, none) = (Stamp::default(), Stamp::default());
    let skipped = &mut mine.skipped_assistant_messages;
    joined
        .max(join((&mut mine.timestamp, &mut any), (timestamp, none), alike))
        .max(join((&mut mine.metrics, &mut any), (metrics, none), alike))
        .max(join((skipped, &mut any), (skipped_assistant_messages, none), alike))
        .max(join((&mut mine.extra, &mut any), (extra, none), alike))
}
