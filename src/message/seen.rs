//! Parsing without the messages that were seen before.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{ServerMessage, ServerMessageRequest};
use crate::messages::Message;
use crate::parse_error::{self, ParseError};
use crate::wire::{Object, read_elements, read_members, refuse};

/// Up to where a receiver has seen the conversation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(clippy::exhaustive_enums, reason = "there is no third way to say it")]
pub enum Seen<'a> {
    /// Up to the first message with this `messageId`. If no message has it, none was seen.
    ///
    /// Ids are not always unique, so messages behind the first one may come again; none is
    /// missed. [`super::ServerMessage::messages_after`] does the same.
    Id(&'a str),
    /// This many messages, or all if there are fewer.
    Count(usize),
}

/// A body without the messages that were seen before.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Unseen {
    /// The body; its `messages` are the new ones only.
    pub request: ServerMessageRequest,
    /// How many messages were left out in front of them.
    pub skipped: usize,
}

impl ServerMessageRequest {
    /// Parses the body of an assistant webhook without building the messages that were seen
    /// before: events repeat the whole conversation, and most of it is known.
    ///
    /// Of the messages left out, nothing is checked but that they are JSON (and objects with
    /// a text as id, where they are looked through for one); all else is read as by [`ServerMessageRequest::from_slice`]. A body without messages is read too.
    ///
    /// ```
    /// use interactly_webhooks::ServerMessageRequest;
    /// use interactly_webhooks::message::Seen;
    ///
    /// let body = br#"{"message":{"messages":[{"messageId":"a"},{"messageId":"b"},{"messageId":"c"}]}}"#;
    /// let update = ServerMessageRequest::from_slice_after(body, Seen::Id("b"))?;
    /// assert_eq!(update.skipped, 2);
    /// assert_eq!(update.request.message.messages()[0].message_id.as_deref(), Some("c"));
    /// # Ok::<(), interactly_webhooks::ParseError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`ServerMessageRequest::from_slice`].
    pub fn from_slice_after(bytes: &[u8], seen: Seen<'_>) -> Result<Unseen, ParseError> {
        let text = parse_error::check_utf8::<Self>(bytes)?;
        let mut unseen = Unseen { request: Self::default(), skipped: 0 };
        let mut known = Known { seen, skipped: 0, is_found: true };
        let mut reader = serde_json::Deserializer::from_str(text);
        let body = After { known: &mut known, place: &mut unseen.request };
        let read = body.deserialize(&mut reader).and_then(|()| reader.end());
        if read.is_ok() && known.is_found {
            unseen.skipped = known.skipped;
            return Ok(unseen);
        }
        // The id is not there, or the body is damaged: all of it is read.
        Ok(Unseen { request: parse_error::from_str(text)?, skipped: 0 })
    }
}

/// The messages that were seen before, while a body is read.
struct Known<'a> {
    seen: Seen<'a>,
    skipped: usize,
    /// Whether the id was found, if messages were looked through for one.
    is_found: bool,
}

/// Reads what stands at `place`, without the known messages below.
struct After<'a, 's, T> {
    known: &'a mut Known<'s>,
    place: &'a mut T,
}

impl<'de, T> DeserializeSeed<'de> for After<'_, '_, T>
where
    Self: Visitor<'de, Value = ()>,
{
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

fn is_member<T: Object>(key: T::Key, name: &str) -> bool {
    T::MEMBERS[T::position(key)].wire == name
}

impl<'de> Visitor<'de> for After<'_, '_, ServerMessageRequest> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        read_members(self.place, map, |request, key, map| {
            if is_member::<ServerMessageRequest>(key, "message") {
                return map.next_value_seed(After { known: self.known, place: &mut request.message });
            }
            request.read_member(key, map)
        })
    }

    refuse!(boolean number text null list);
}

impl<'de> Visitor<'de> for After<'_, '_, ServerMessage> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        read_members(self.place, map, |message, key, map| {
            if is_member::<ServerMessage>(key, "messages") {
                return map.next_value_seed(After { known: self.known, place: &mut message.messages });
            }
            message.read_member(key, map)
        })
    }

    refuse!(boolean number text null list);
}

impl<'de> Visitor<'de> for After<'_, '_, Option<Vec<Message>>> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        match self.known.seen {
            Seen::Count(count) => {
                while self.known.skipped < count && list.next_element::<IgnoredAny>()?.is_some() {
                    self.known.skipped += 1;
                }
            }
            Seen::Id(id) => {
                self.known.is_found = false;
                while !self.known.is_found {
                    let Some(is_found) = list.next_element_seed(HasId(id))? else { return Ok(()) };
                    self.known.skipped += 1;
                    self.known.is_found = is_found;
                }
            }
        }
        read_elements(self.place.insert(Vec::new()), list)
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    refuse!(boolean number text object);
}

/// Passes over a message and says whether it has the id.
struct HasId<'a>(&'a str);

impl<'de> DeserializeSeed<'de> for HasId<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for HasId<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        let mut found = false;
        while let Some(is_id) = map.next_key_seed(IsText("messageId"))? {
            if is_id {
                found = map.next_value_seed(IsText(self.0))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }

    refuse!(boolean number text null list);
}

/// Reads a text or `null` and says whether it is this text.
struct IsText<'a>(&'a str);

impl<'de> DeserializeSeed<'de> for IsText<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for IsText<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, text: &str) -> Result<bool, E> {
        Ok(text == self.0)
    }

    fn visit_unit<E>(self) -> Result<bool, E> {
        Ok(false)
    }

    refuse!(boolean number list object);
}

#[cfg(test)]
mod tests;
