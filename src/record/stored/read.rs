//! Reading a stored record.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, de};

use super::{Stored, StoredGroup, VERSION, Versioned, objects, pointer};
use crate::message::ServerMessage;
use crate::parse;
use crate::record::conversation::{Conversation, Place};
use crate::record::event::ordered;
use crate::record::members::{AllSources, Sources};
use crate::record::settle::settle_object;
use crate::record::stamp::{Kind, Stamp};
use crate::record::{CallRecord, Change, RecordError};

impl<'de> Deserialize<'de> for CallRecord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Stored::deserialize(deserializer)?.try_into().map_err(de::Error::custom)
    }
}

impl CallRecord {
    /// Reads the JSON of a record.
    ///
    /// # Errors
    ///
    /// [`RecordError::LaterVersion`] if a later release wrote it in a form of its own, and
    /// [`RecordError::Unreadable`] if it is not a record.
    pub fn from_slice(bytes: &[u8]) -> Result<Self, RecordError> {
        match parse::strict::<Stored>(bytes) {
            Ok(stored) => stored.try_into(),
            Err(error) => {
                let version = parse::strict::<Versioned>(bytes).ok().and_then(|stored| stored.version);
                Err(if version > Some(VERSION) { RecordError::LaterVersion } else { error.into() })
            }
        }
    }
}

impl TryFrom<Stored> for CallRecord {
    type Error = RecordError;

    fn try_from(stored: Stored) -> Result<Self, RecordError> {
        if stored.version > VERSION {
            return Err(RecordError::LaterVersion);
        }
        let mut message = stored.message;
        settle_object(&mut message);
        // These are not joined, so they must not be there; in a record that was printed they are not.
        (message.kind, message.error) = (None, None);
        if let Some(call) = &mut message.call {
            call.messages = None;
        }
        let groups = stored.sources.unwrap_or_default();
        let sources = sources_of(&groups, &message);
        let places = places_of(&groups, message.messages.as_ref().map_or(0, Vec::len));
        let conversation = Conversation { places, ..Conversation::default() };
        let events = ordered(stored.events.unwrap_or_default());
        let mut record = Self { message, sources, conversation, events };
        let mut others = stored.others.unwrap_or_default();
        others.sort_by_key(|other| other.position);
        let heard = others.iter().filter_map(|other| {
            let position = usize::try_from(other.position?).ok()?;
            Some(((position, stamp_of(other.at, other.stage, other.kind)), other.message.as_ref()?))
        });
        let mut heard = heard.peekable();
        if heard.peek().is_some() {
            let shown = record.message.messages.get_or_insert_default();
            record.conversation.hear(shown, &mut heard, &mut Change::default());
        }
        Ok(record)
    }
}

fn stamp_of(at: Option<i64>, stage: Option<i64>, kind: Option<i64>) -> Stamp {
    let stage = stage.and_then(|stage| u8::try_from(stage).ok());
    Stamp { at, stage: stage.unwrap_or_default(), kind: Kind::from_number(kind.unwrap_or_default()) }
}

fn stamps(groups: &[StoredGroup]) -> impl Iterator<Item = (Stamp, &StoredGroup)> {
    groups.iter().map(|group| (stamp_of(group.at, group.stage, group.kind), group))
}

/// Where the members that are there come from; of one about which nothing is said, that is not known.
fn sources_of(groups: &[StoredGroup], message: &ServerMessage) -> AllSources {
    let mut stamp_at = BTreeMap::new();
    for (stamp, group) in stamps(groups) {
        for member in group.members.iter().flatten() {
            stamp_at.insert(member.as_str(), stamp);
        }
    }
    let mut all = AllSources::default();
    for ((part, sources), object) in parts_mut(&mut all).into_iter().zip(objects(message)) {
        let Some(object) = object else { continue };
        let stamp = |name: &str| stamp_at.get(pointer(part, name).as_str()).copied().unwrap_or_default();
        object.each(&mut |form, _| sources.set_field(part, form.rust, stamp(form.wire)));
        for name in object.extra().keys() {
            sources.set_unknown(name, stamp(name));
        }
    }
    all
}

/// The places of `count` messages. If what is said of them does not make sense, they have no gaps.
fn places_of(groups: &[StoredGroup], count: usize) -> Vec<Place> {
    let mut places = Vec::new();
    for (stamp, group) in stamps(groups) {
        for run in group.messages.iter().flatten() {
            let [first, length] = run.as_slice() else { continue };
            let (Ok(first), Ok(length)) = (usize::try_from(*first), usize::try_from(*length)) else {
                continue;
            };
            let length = length.min(count + 1);
            if places.len() > count {
                break;
            }
            let positions = (0..length).filter_map(|index| first.checked_add(index));
            places.extend(positions.map(|position| Place { position, stamp }));
        }
    }
    places.sort_by_key(|place| place.position);
    let ascends = places.windows(2).all(|pair| pair[0].position < pair[1].position);
    if places.len() != count || !ascends {
        places = (0..count).map(|position| Place { position, stamp: Stamp::default() }).collect();
    }
    places
}

/// See [`parts`](super::parts).
fn parts_mut(sources: &mut AllSources) -> [(&'static str, &mut Sources); 5] {
    [
        ("", &mut sources.message),
        ("/call", &mut sources.call),
        ("/call/analysis", &mut sources.call_analysis),
        ("/assistant", &mut sources.assistant),
        ("/analysis", &mut sources.analysis),
    ]
}
