//! Any body that the platform posts.

mod family;

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error, MapAccess, Visitor};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use crate::campaign::{CampaignEvent, CampaignEventName};
use crate::drift::{self, Drift};
use crate::lenient::{self, Lenient, Salvage};
use crate::message::{MessageType, ServerMessage, ServerMessageRequest};
use crate::parse_error::{self, ParseError, problem_of};
use crate::privacy::Redact;
use crate::redact::{self, Redactor};
use crate::validate::{self, Report, Validate};
use crate::wire::{
    Class, FreeForm, Info, Member, Object as _, Path, Visit, is_number_in_disguise, refuse, refused,
};
use crate::workflow::{WorkflowEvent, WorkflowEventName};

pub use self::family::Family;
pub(crate) use self::family::family_of;

/// A body of any family.
///
/// The family is decided by one member: an object with `message` is a server message, else
/// one with `campaign` a campaign event, else one with `workflow` a workflow event. A body
/// whose deciding member has the wrong JSON type is damaged, not unknown.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub enum Webhook {
    /// About a call: `{"message": …}`.
    ServerMessage(ServerMessageRequest),
    /// About a campaign: `{"event": …, "campaign": …}`.
    Campaign(CampaignEvent),
    /// About a workflow: `{"event": …, "workflow": …}`.
    Workflow(WorkflowEvent),
    /// Any other JSON object, kept as it came.
    Unknown(FreeForm),
}

impl Webhook {
    /// Parses a body of any family.
    ///
    /// # Errors
    ///
    /// If the bytes are not one JSON object, or a modelled member has another JSON type
    /// than it may have, or is given twice.
    pub fn from_slice(bytes: &[u8]) -> Result<Self, ParseError> {
        Self::from_str(parse_error::check_utf8::<Self>(bytes)?)
    }

    /// Parses a body of any family, see [`Webhook::from_slice`].
    ///
    /// # Errors
    ///
    /// As [`Webhook::from_slice`].
    #[allow(clippy::should_implement_trait, reason = "it is implemented too; this needs no import")]
    pub fn from_str(text: &str) -> Result<Self, ParseError> {
        match family_of(text.as_bytes()) {
            Family::ServerMessage => parse_error::from_str(text).map(Self::ServerMessage),
            Family::Campaign => parse_error::from_str(text).map(Self::Campaign),
            Family::Workflow => parse_error::from_str(text).map(Self::Workflow),
            Family::Unknown => parse_error::from_str(text),
        }
    }

    /// Parses a body of any family and keeps what does not fit beside it, see
    /// [`crate::lenient`].
    ///
    /// # Errors
    ///
    /// If the bytes are not one JSON object, cut off, or nested deeper than 128 levels.
    pub fn from_slice_lenient(bytes: &[u8]) -> Result<Lenient<Self>, ParseError> {
        lenient::from_slice(bytes, Self::from_slice)
    }

    /// The family.
    #[must_use]
    pub fn family(&self) -> Family {
        match self {
            Self::ServerMessage(_) => Family::ServerMessage,
            Self::Campaign(_) => Family::Campaign,
            Self::Workflow(_) => Family::Workflow,
            Self::Unknown(_) => Family::Unknown,
        }
    }

    /// The event's name on the wire: `message.type`, or `event`. For an unknown body `event`
    /// or else `type`, if it is a string.
    #[must_use]
    pub fn event_name(&self) -> Option<&str> {
        match self {
            Self::ServerMessage(request) => request.message.kind.as_ref().map(MessageType::as_str),
            Self::Campaign(event) => event.event.as_ref().map(CampaignEventName::as_str),
            Self::Workflow(event) => event.event.as_ref().map(WorkflowEventName::as_str),
            Self::Unknown(body) => ["event", "type"].iter().find_map(|name| body.get(*name)?.as_str()),
        }
    }

    /// The message, if this is about a call.
    #[must_use]
    pub fn as_server_message(&self) -> Option<&ServerMessage> {
        match self {
            Self::ServerMessage(request) => Some(&request.message),
            _ => None,
        }
    }

    /// The event, if this is about a campaign.
    #[must_use]
    pub fn as_campaign(&self) -> Option<&CampaignEvent> {
        match self {
            Self::Campaign(event) => Some(event),
            _ => None,
        }
    }

    /// The event, if this is about a workflow.
    #[must_use]
    pub fn as_workflow(&self) -> Option<&WorkflowEvent> {
        match self {
            Self::Workflow(event) => Some(event),
            _ => None,
        }
    }

    /// What the platform added: members and values of this body that the crate does not
    /// know, with their places.
    #[must_use]
    pub fn drift(&self) -> Vec<Drift> {
        drift::of(self)
    }

    /// A copy of the same shape in which placeholders stand for personal data, credentials
    /// and the places of audio; see [`crate::privacy`]. The trait [`crate::Redact`] has the
    /// same for every part of a body.
    #[must_use]
    pub fn redacted(&self) -> Self {
        redact::redacted(self)
    }
}

impl Redact for Webhook {
    fn redacted(&self) -> Self {
        redact::redacted(self)
    }
}

impl FromStr for Webhook {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::from_str(text)
    }
}

impl Serialize for Webhook {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::ServerMessage(request) => request.serialize(serializer),
            Self::Campaign(event) => event.serialize(serializer),
            Self::Workflow(event) => event.serialize(serializer),
            Self::Unknown(body) => body.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Webhook {
    /// Reads the body in one pass: the message is typed as it comes; small bodies without
    /// one are typed at the end, when it is known that there is none. In those, unlike in
    /// [`Webhook::from_slice`], the last of two members of one name below the top level counts.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WebhookVisitor;

        impl<'de> Visitor<'de> for WebhookVisitor {
            type Value = Webhook;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Webhook, A::Error> {
                let mut message = None;
                let mut others = Map::new();
                while let Some(key) = map.next_key::<String>()? {
                    if is_number_in_disguise(&key) {
                        return Err(refused("a number", &self));
                    }
                    if others.contains_key(&key) || (key == "message" && message.is_some()) {
                        return Err(A::Error::custom("this member is given twice"));
                    }
                    if key == "message" {
                        message = Some(map.next_value()?);
                    } else {
                        others.insert(key, map.next_value()?);
                    }
                }
                let Some(message) = message else { return typed(others).map_err(A::Error::custom) };
                Ok(Webhook::ServerMessage(ServerMessageRequest { message, extra: others.into() }))
            }

            refuse!(boolean number text null list);
        }

        deserializer.deserialize_any(WebhookVisitor)
    }
}

/// Types a body without `message`.
fn typed(body: Map<String, Value>) -> Result<Webhook, ParseError> {
    fn read<T: Member + DeserializeOwned>(body: Map<String, Value>) -> Result<T, ParseError> {
        serde_path_to_error::deserialize(Value::Object(body)).map_err(|error| {
            let pointer = parse_error::pointer_of(error.path(), T::members());
            ParseError::new(pointer, problem_of(error.inner()), None)
        })
    }
    if body.contains_key("campaign") {
        read(body).map(Webhook::Campaign)
    } else if body.contains_key("workflow") {
        read(body).map(Webhook::Workflow)
    } else {
        Ok(Webhook::Unknown(body.into()))
    }
}

impl Member for Webhook {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    fn salvage(value: Value, at: &Path<'_>, salvage: &mut Salvage) -> Option<Self> {
        // The presence of the deciding member decides; if it is damaged, the rest is typed.
        let has = |name| value.get(name).is_some();
        if has("message") {
            Member::salvage(value, at, salvage).map(Self::ServerMessage)
        } else if has("campaign") {
            Member::salvage(value, at, salvage).map(Self::Campaign)
        } else if has("workflow") {
            Member::salvage(value, at, salvage).map(Self::Workflow)
        } else {
            Member::salvage(value, at, salvage).map(Self::Unknown)
        }
    }

    fn walk<V: Visit>(&self, at: &Path<'_>, visit: &mut V) {
        match self {
            Self::ServerMessage(request) => request.walk(at, visit),
            Self::Campaign(event) => event.walk(at, visit),
            Self::Workflow(event) => event.walk(at, visit),
            Self::Unknown(body) => {
                for (name, value) in body.iter() {
                    visit.unknown_member(&at.member(name), value);
                }
            }
        }
    }

    fn redact(&mut self, class: Class, with: &mut Redactor) {
        match self {
            Self::ServerMessage(request) => request.redact(class, with),
            Self::Campaign(event) => event.redact(class, with),
            Self::Workflow(event) => event.redact(class, with),
            Self::Unknown(body) => with.unknown_members(body),
        }
    }

    fn show(&self, _: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }

    fn members() -> Option<&'static [Info]> {
        // The families share no member whose value is an object.
        static MEMBERS: LazyLock<Vec<Info>> = LazyLock::new(|| {
            [ServerMessageRequest::MEMBERS, CampaignEvent::MEMBERS, WorkflowEvent::MEMBERS].concat()
        });
        Some(&MEMBERS)
    }
}

impl Validate for Webhook {
    fn validate(&self) -> Report {
        validate::of(self, false)
    }
}

#[cfg(test)]
mod tests;
