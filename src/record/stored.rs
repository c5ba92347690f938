//! The JSON of a record.
#![allow(unreachable_pub, dead_code, reason = "`object!` declares what is public, and this stays inside")]

use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde::{Deserialize, Deserializer, de};

use super::conversation::{Conversation, Place};
use super::event::{RecordedEvent, add};
use super::members::{AllTold, Told};
use super::order::settle_object;
use super::stamp::{Kind, Stamp};
use super::{CallRecord, Change, RecordError};
use crate::message::{Message, ServerMessage};
use crate::model::{Object, object};
use crate::parse;

/// The version that this release writes.
const VERSION: i64 = 1;

object! {
    /// The version alone.
    pub struct Versioned {
        /// See [`VERSION`].
        #[wire("callRecord", Clear)]
        pub version: Option<i64>,
    }
}

object! {
    /// A record as it is stored.
    pub struct Stored {
        /// See [`VERSION`].
        #[wire("callRecord", Clear)]
        pub version: i64,
        /// What is known, as one message would tell it.
        #[wire("message", Nested)]
        pub message: ServerMessage,
        /// Which events told it.
        #[wire("told", Nested)]
        pub told: Option<Vec<StoredGroup>>,
        /// Versions of messages that are not shown.
        #[wire("others", Nested)]
        pub others: Option<Vec<StoredVersion>>,
        /// Which events came.
        #[wire("events", Nested)]
        pub events: Option<Vec<RecordedEvent>>,
    }
}

object! {
    /// What is told by events of one stamp.
    pub struct StoredGroup {
        /// Epoch milliseconds.
        #[wire("at", Clear)]
        pub at: Option<i64>,
        /// How far on the call was.
        #[wire("stage", Clear)]
        pub stage: Option<i64>,
        /// The number of the kind of event.
        #[wire("kind", Clear)]
        pub kind: Option<i64>,
        /// The members that they told, as pointers from `message`.
        #[wire("members", Personal)]
        pub members: Option<Vec<String>>,
        /// The messages that they told, as pairs of a first position and how many.
        #[wire("messages", Clear)]
        pub messages: Option<Vec<Vec<i64>>>,
    }
}

object! {
    /// A version of a message that is not shown.
    pub struct StoredVersion {
        /// Where it stands in the conversation.
        #[wire("position", Clear)]
        pub position: Option<i64>,
        /// Epoch milliseconds.
        #[wire("at", Clear)]
        pub at: Option<i64>,
        /// How far on the call was.
        #[wire("stage", Clear)]
        pub stage: Option<i64>,
        /// The number of the kind of event.
        #[wire("kind", Clear)]
        pub kind: Option<i64>,
        /// The message.
        #[wire("message", Nested)]
        pub message: Option<Message>,
    }
}

/// The objects whose members are told one by one: the way there from `message`, and what told them.
fn parts(told: &AllTold) -> [(&'static str, &Told); 5] {
    [
        ("", &told.message),
        ("/call", &told.call),
        ("/call/analysis", &told.call_analysis),
        ("/assistant", &told.assistant),
        ("/analysis", &told.analysis),
    ]
}

fn parts_mut(told: &mut AllTold) -> [(&'static str, &mut Told); 5] {
    [
        ("", &mut told.message),
        ("/call", &mut told.call),
        ("/call/analysis", &mut told.call_analysis),
        ("/assistant", &mut told.assistant),
        ("/analysis", &mut told.analysis),
    ]
}

/// The objects of [`parts`], as far as they are there.
fn objects(message: &ServerMessage) -> [Option<&dyn Object>; 5] {
    let call = message.call.as_deref();
    let call_analysis = call.and_then(|call| call.analysis.as_deref());
    [
        Some(message),
        call.map(|call| call as _),
        call_analysis.map(|analysis| analysis as _),
        message.assistant.as_deref().map(|assistant| assistant as _),
        message.analysis.as_deref().map(|analysis| analysis as _),
    ]
}

fn pointer(part: &str, name: &str) -> String {
    format!("{part}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// What each stamp told, in their order.
type Groups = BTreeMap<Stamp, (Vec<String>, Vec<Vec<i64>>)>;

fn groups(record: &CallRecord) -> Groups {
    let mut groups = Groups::new();
    for ((part, told), object) in parts(&record.told).into_iter().zip(objects(&record.message)) {
        let Some(object) = object else { continue };
        let mut add = |name: &str, stamp: Stamp| {
            if stamp != Stamp::default() {
                groups.entry(stamp).or_default().0.push(pointer(part, name));
            }
        };
        object.each(&mut |form, _| add(form.wire, told.of_field(part, form.rust)));
        for (name, stamp) in told.of_unknown() {
            add(name, stamp);
        }
    }
    for (members, _) in groups.values_mut() {
        members.sort_unstable();
    }
    for place in &record.conversation.places {
        let Ok(position) = i64::try_from(place.position) else { continue };
        let runs = &mut groups.entry(place.stamp).or_default().1;
        match runs.last_mut().map(Vec::as_mut_slice) {
            Some([first, count]) if *first + *count == position => *count += 1,
            _ => runs.push(vec![position, 1]),
        }
    }
    groups
}

impl Serialize for CallRecord {
    /// Prints the record: `callRecord` with the version, `message` with what is known in the form of a
    /// body, and what is needed to go on.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let told: Vec<_> = groups(self)
            .into_iter()
            .map(|(stamp, (members, messages))| StoredGroup {
                at: stamp.at,
                stage: Some(stamp.stage.into()),
                kind: Some(stamp.kind.number()),
                members: (!members.is_empty()).then_some(members),
                messages: (!messages.is_empty()).then_some(messages),
                ..StoredGroup::default()
            })
            .collect();
        let versions = self.conversation.others.iter();
        let others: Vec<_> = versions
            .flat_map(|(position, versions)| versions.iter().map(move |version| (*position, version)))
            .map(|(position, version)| StoredVersion {
                position: i64::try_from(position).ok(),
                at: version.stamp.at,
                stage: Some(version.stamp.stage.into()),
                kind: Some(version.stamp.kind.number()),
                message: Some(version.message.clone()),
                ..StoredVersion::default()
            })
            .collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("callRecord", &VERSION)?;
        map.serialize_entry("message", &self.message)?;
        map.serialize_entry("told", &told)?;
        if !others.is_empty() {
            map.serialize_entry("others", &others)?;
        }
        map.serialize_entry("events", &self.events)?;
        map.end()
    }
}

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
    /// [`RecordError::Unreadable`] if it is no record.
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
        let groups = stored.told.unwrap_or_default();
        let told = told_of(&groups, &message);
        let places = places_of(&groups, message.messages.as_ref().map_or(0, Vec::len));
        let conversation = Conversation { places, ..Conversation::default() };
        let mut record = Self { message, told, conversation, events: Vec::new() };
        for other in stored.others.unwrap_or_default() {
            let position = other.position.and_then(|position| usize::try_from(position).ok());
            let (Some(position), Some(message)) = (position, other.message) else { continue };
            let stamp = stamp_of(other.at, other.stage, other.kind);
            let shown = record.message.messages.get_or_insert_default();
            record.conversation.hear(shown, (position, stamp), &message, &mut Change::default());
        }
        for mut event in stored.events.unwrap_or_default() {
            settle_object(&mut event);
            add(&mut record.events, event);
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

/// What told the members that are there; a member of which nothing is said was told by nothing known.
fn told_of(groups: &[StoredGroup], message: &ServerMessage) -> AllTold {
    let mut stamp_at = BTreeMap::new();
    for (stamp, group) in stamps(groups) {
        for member in group.members.iter().flatten() {
            stamp_at.insert(member.as_str(), stamp);
        }
    }
    let mut all = AllTold::default();
    for ((part, told), object) in parts_mut(&mut all).into_iter().zip(objects(message)) {
        let Some(object) = object else { continue };
        let stamp = |name: &str| stamp_at.get(pointer(part, name).as_str()).copied().unwrap_or_default();
        object.each(&mut |form, _| told.set_field(part, form.rust, stamp(form.wire)));
        for name in object.extra().keys() {
            told.set_unknown(name, stamp(name));
        }
    }
    all
}

/// The places of `count` messages. If what is said of them does not make sense, they stand without a gap.
fn places_of(groups: &[StoredGroup], count: usize) -> Vec<Place> {
    let mut places = Vec::new();
    for (stamp, group) in stamps(groups) {
        for run in group.messages.iter().flatten() {
            let [first, length] = run.as_slice() else { continue };
            let (Ok(first), Ok(length)) = (usize::try_from(*first), usize::try_from(*length)) else { continue };
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

impl PartialEq for CallRecord {
    fn eq(&self, other: &Self) -> bool {
        self.message == other.message
            && self.conversation == other.conversation
            && self.events == other.events
            && groups(self) == groups(other)
    }
}
