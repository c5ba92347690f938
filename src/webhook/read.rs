//! Reading a body whose family is not known before.

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde_json::Map;

use super::{Webhook, by_family};
use crate::family::Family;
use crate::json::{Kind, ask};
use crate::message::ServerMessageRequest;
use crate::model::{read_entry, read_text_key, refuse, refused};
use crate::parse;

impl<'de> Deserialize<'de> for Webhook {
    /// Reads the body in one pass: the message is typed as it comes; small bodies without
    /// one are typed at the end, once it is known that there is none.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WebhookVisitor)
    }
}

struct WebhookVisitor;

impl<'de> Visitor<'de> for WebhookVisitor {
    type Value = Webhook;

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Webhook, A::Error> {
        let mut message = None;
        let mut others = Map::new();
        while let Some(name) = read_text_key(&mut map)? {
            let Ok(name) = name else { return Err(refused(Kind::Number, &self)) };
            if Family::of_member(&name) != Family::ServerMessage {
                read_entry(name, &mut others, &mut map)?;
            } else if message.is_none() {
                message = Some(map.next_value()?);
            } else {
                return Err(A::Error::custom(ask::GIVEN_TWICE));
            }
        }
        if let Some(message) = message {
            return Ok(Webhook::ServerMessage(ServerMessageRequest { message, extra: others.into() }));
        }
        let family = others.keys().map(|name| Family::of_member(name)).min();
        // Through text, so that the types are not built for one more reader.
        let text = serde_json::to_string(&others).map_err(A::Error::custom)?;
        let family = family.unwrap_or(Family::Unknown);
        let read = by_family!(family, wrap => parse::strict_text(&text).map(wrap));
        read.map_err(|error| A::Error::custom(error.without_position()))
    }

    refuse!(Object: boolean number text bytes null array);
}
