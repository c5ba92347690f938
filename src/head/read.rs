//! Reading no more of a body than its head.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::{EventHead, Time};
use crate::webhook::Family;
use crate::wire::Number;

/// An object on the way to the members of the head.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Level {
    Body,
    /// `message`.
    Message,
    /// `campaign` or `workflow`: only whether it is an object matters.
    Subject,
    /// `call` or `run`, which may be `null`.
    Call,
    /// `assistant`, which may be `null`.
    Assistant,
}

/// Reads an object, and no further once the head is complete.
pub(super) struct Part<'h, 'a> {
    pub(super) head: &'h mut EventHead<'a>,
    pub(super) level: Level,
}

impl<'a> Part<'_, 'a> {
    fn member<A: MapAccess<'a>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        let family = self.head.family;
        let head = &mut *self.head;
        let text = match (self.level, family, name) {
            (Level::Body, Family::ServerMessage, "message") => return self.part(Level::Message, map),
            (Level::Body, Family::Campaign, "campaign") | (Level::Body, Family::Workflow, "workflow") => {
                return self.part(Level::Subject, map);
            }
            (Level::Message, _, "call")
            | (Level::Body, Family::Campaign, "call")
            | (Level::Body, Family::Workflow, "run") => {
                self.part(Level::Call, map)?;
                self.head.call_read = true;
                return Ok(());
            }
            (Level::Message, _, "assistant") => return self.part(Level::Assistant, map),
            (Level::Message, _, "timestamp") => {
                head.timestamp = map.next_value_seed(TimeReader)?;
                return Ok(());
            }
            (Level::Message, _, "type") | (Level::Body, Family::Campaign | Family::Workflow, "event") => {
                &mut head.event
            }
            (Level::Message, _, "status") | (Level::Body, Family::Campaign, "status") => {
                &mut head.outer_status
            }
            (Level::Call, Family::ServerMessage | Family::Campaign, "id") => &mut head.call_id,
            (Level::Call, _, "status") => &mut head.call_status,
            (Level::Call, Family::ServerMessage, "assistantId") => &mut head.call_assistant_id,
            (Level::Assistant, _, "_id") => &mut head.outer_assistant_id,
            _ => return map.next_value::<IgnoredAny>().map(drop),
        };
        *text = map.next_value_seed(TextReader)?;
        Ok(())
    }

    fn part<A: MapAccess<'a>>(&mut self, level: Level, map: &mut A) -> Result<(), A::Error> {
        map.next_value_seed(Part { head: &mut *self.head, level })
    }
}

impl<'a> DeserializeSeed<'a> for Part<'_, 'a> {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'a> Visitor<'a> for Part<'_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(Text(name)) = map.next_key()? {
            self.member(&name, &mut map)?;
            if self.head.is_complete() {
                // The way out: the reader takes what is left of the object for an error.
                return Ok(());
            }
        }
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        match self.level {
            Level::Call | Level::Assistant => Ok(()),
            _ => Err(E::custom("null")),
        }
    }
}

/// A string, borrowed if it has no escapes.
struct Text<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = TextReader.deserialize(deserializer)?;
        text.map(Self).ok_or_else(|| D::Error::custom("null"))
    }
}

/// Reads a string or `null`.
struct TextReader;

impl<'de> DeserializeSeed<'de> for TextReader {
    type Value = Option<Cow<'de, str>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TextReader {
    type Value = Option<Cow<'de, str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Owned(text.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
}

/// Reads a time or `null`.
struct TimeReader;

impl<'de> DeserializeSeed<'de> for TimeReader {
    type Value = Option<Time<'de>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TimeReader {
    type Value = Option<Time<'de>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a time as a number or a string")
    }

    fn visit_i64<E>(self, whole: i64) -> Result<Self::Value, E> {
        Ok(Some(Time::Number(whole.into())))
    }

    fn visit_u64<E>(self, large: u64) -> Result<Self::Value, E> {
        Ok(Some(Time::Number(large.into())))
    }

    fn visit_f64<E>(self, double: f64) -> Result<Self::Value, E> {
        Ok(Some(Time::Number(double.into())))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        TextReader.visit_borrowed_str(text).map(|text| text.map(Time::Text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        TextReader.visit_str(text).map(|text| text.map(Time::Text))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        // A number, if another crate of the build turned on `arbitrary_precision`.
        Number::deserialize(MapAccessDeserializer::new(map)).map(|number| Some(Time::Number(number)))
    }
}
