//! The conversation: which message is at each position.

use std::cmp::Ordering;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::change::Change;
use super::members::{self, Joined, alike};
use super::settle::settled;
use super::stamp::Stamp;
use crate::message::{Message, Role};

/// The position of each message of a record in the conversation, and what it replaced.
///
/// Events repeat the conversation from its start, so a position says which message is meant, also where ids
/// repeat or are missing. What was reported at a position is a set of versions that differ in id,
/// role or text; the one that lacks none of these and was reported last is shown. The others are kept, so that
/// the same one is shown in whichever order they came.
#[derive(Clone, Default)]
pub(super) struct Conversation {
    /// The places of the messages shown, ascending.
    pub(super) places: Vec<Place>,
    /// The other versions: none of them counts before the one that is shown.
    others: BTreeMap<usize, BTreeSet<Version>>,
}

/// The place of a message that is shown.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub(super) position: usize,
    pub(super) stamp: Stamp,
}

/// A message that was reported, and is not shown. Equal to another one if they are the same version.
#[derive(Clone)]
struct Version {
    stamp: Stamp,
    message: Message,
}

/// Where a message was reported, and by which event.
pub(super) type Heard<'a> = (Place, &'a Message);

impl Conversation {
    pub(super) fn of(places: Vec<Place>) -> Self {
        Self { places, ..Self::default() }
    }

    /// Takes messages at their positions. The work is linear in what is there and what comes, but for a logarithm.
    pub(super) fn hear<'a>(
        &mut self,
        shown: &mut Vec<Message>,
        heard: impl IntoIterator<Item = Heard<'a>>,
        change: &mut Change,
    ) {
        // Those that belong between others go there all at once.
        let mut between = BTreeMap::new();
        for (place, message) in heard {
            let found = self.find(place.position);
            let others = &mut self.others;
            let is_new = match found {
                Ok(index) => {
                    join((&mut self.places[index], &mut shown[index]), (place, message), others, change)
                }
                Err(index) if index == self.places.len() => {
                    self.places.push(place);
                    shown.push(settled(message));
                    true
                }
                Err(_) => match between.entry(place.position) {
                    Entry::Vacant(free) => {
                        free.insert((place, settled(message)));
                        true
                    }
                    Entry::Occupied(mut taken) => {
                        let (own, shown) = taken.get_mut();
                        join((own, shown), (place, message), others, change)
                    }
                },
            };
            if is_new {
                change.record = true;
                change.messages.push(place.position);
            }
        }
        if !between.is_empty() {
            let mut all: Vec<_> = self.places.drain(..).zip(shown.drain(..)).collect();
            all.extend(between.into_values());
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

    /// The messages that are not shown.
    pub(super) fn others(&self) -> impl Iterator<Item = Heard<'_>> {
        self.others.iter().flat_map(|(position, versions)| {
            versions
                .iter()
                .map(|Version { stamp, message }| (Place { position: *position, stamp: *stamp }, message))
        })
    }
}

impl PartialEq for Conversation {
    fn eq(&self, other: &Self) -> bool {
        self.places == other.places && self.others().eq(other.others())
    }
}

/// Takes another version of a message that is shown, and says whether another one is shown now.
fn join(
    (own, shown): (&mut Place, &mut Message),
    (Place { position, stamp }, message): Heard<'_>,
    others: &mut BTreeMap<usize, BTreeSet<Version>>,
    change: &mut Change,
) -> bool {
    if core(shown) == core(message) {
        let joined = join_version((shown, &mut own.stamp), (message, stamp));
        change.record |= joined != Joined::Kept;
        return joined == Joined::Taken;
    }
    let others = others.entry(position).or_default();
    let mut version = Version { stamp, message: settled(message) };
    match others.take(&version) {
        None => change.record = true,
        Some(mut known) => {
            let joined = join_version((&mut known.message, &mut known.stamp), (&version.message, stamp));
            change.record |= joined != Joined::Kept;
            version = known;
        }
    }
    let is_shown = order((shown, own.stamp), (&version.message, version.stamp)).is_lt();
    if is_shown {
        std::mem::swap(shown, &mut version.message);
        std::mem::swap(&mut own.stamp, &mut version.stamp);
    }
    others.insert(version);
    is_shown
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        core(&self.message).cmp(&core(&other.message))
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Version {}

/// What tells the versions of a message apart.
fn core(message: &Message) -> (Option<&str>, Option<&str>, Option<&str>) {
    (message.text.as_deref(), message.role.as_ref().map(Role::as_str), message.message_id.as_deref())
}

/// Which of two versions is shown: the greater one.
fn order((a, stamp_a): (&Message, Stamp), (b, stamp_b): (&Message, Stamp)) -> Ordering {
    let whole = |message| {
        let (text, role, id) = core(message);
        [text, role, id].into_iter().flatten().count()
    };
    whole(a).cmp(&whole(b)).then(stamp_a.cmp(&stamp_b)).then_with(|| core(a).cmp(&core(b)))
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
        .max(members::join((&mut mine.timestamp, &mut any), (timestamp, none), alike))
        .max(members::join((&mut mine.metrics, &mut any), (metrics, none), alike))
        .max(members::join((skipped, &mut any), (skipped_assistant_messages, none), alike))
        .max(members::join((&mut mine.extra, &mut any), (extra, none), alike))
}
