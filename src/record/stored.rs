//! The JSON of a record.
#![allow(unreachable_pub, dead_code, reason = "`object!` declares what is public, and this stays inside")]

mod read;

use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::CallRecord;
use super::event::RecordedEvent;
use super::members::{AllSources, Sources};
use super::stamp::Stamp;
use crate::message::{Message, ServerMessage};
use crate::model::Object;
use crate::payload::object;

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
        /// What is known, in the form of one message.
        #[wire("message", Nested)]
        pub message: ServerMessage,
        /// Which events it comes from.
        #[wire("sources", Nested)]
        pub sources: Option<Vec<StoredGroup>>,
        /// Versions of messages that are not shown.
        #[wire("others", Nested)]
        pub others: Option<Vec<StoredVersion>>,
        /// Which events came.
        #[wire("events", Nested)]
        pub events: Option<Vec<RecordedEvent>>,
    }
}

object! {
    /// What comes from events of one stamp.
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
        /// The members that they gave, as pointers from `message`.
        #[wire("members", Personal)]
        pub members: Option<Vec<String>>,
        /// The messages that they gave, as pairs of a first position and how many.
        #[wire("messages", Clear)]
        pub messages: Option<Vec<Vec<i64>>>,
    }
}

object! {
    /// A version of a message that is not shown.
    pub struct StoredVersion {
        /// Its position in the conversation.
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

/// The objects whose members are joined one by one: the path from `message`, and where they come from.
fn parts(sources: &AllSources) -> [(&'static str, &Sources); 5] {
    [
        ("", &sources.message),
        ("/call", &sources.call),
        ("/call/analysis", &sources.call_analysis),
        ("/assistant", &sources.assistant),
        ("/analysis", &sources.analysis),
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

/// What each stamp gave, in their order.
type Groups = BTreeMap<Stamp, (Vec<String>, Vec<Vec<i64>>)>;

fn groups(record: &CallRecord) -> Groups {
    let mut groups = Groups::new();
    for ((part, sources), object) in parts(&record.sources).into_iter().zip(objects(&record.message)) {
        let Some(object) = object else { continue };
        let mut add = |name: &str, stamp: Stamp| {
            if stamp != Stamp::default() {
                groups.entry(stamp).or_default().0.push(pointer(part, name));
            }
        };
        object.each(&mut |form, _| add(form.wire, sources.of_field(part, form.rust)));
        for (name, stamp) in sources.of_unknown() {
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
        let sources: Vec<_> = groups(self)
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
        let others = self.conversation.others().map(|(place, message)| StoredVersion {
            position: i64::try_from(place.position).ok(),
            at: place.stamp.at,
            stage: Some(place.stamp.stage.into()),
            kind: Some(place.stamp.kind.number()),
            message: Some(message.clone()),
            ..StoredVersion::default()
        });
        let others: Vec<_> = others.collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("callRecord", &VERSION)?;
        map.serialize_entry("message", &self.message)?;
        map.serialize_entry("sources", &sources)?;
        if !others.is_empty() {
            map.serialize_entry("others", &others)?;
        }
        map.serialize_entry("events", &self.events)?;
        map.end()
    }
}

impl PartialEq for CallRecord {
    fn eq(&self, other: &Self) -> bool {
        self.message == other.message
            && self.conversation == other.conversation
            && self.events == other.events
            && groups(self) == groups(other)
    }
}
