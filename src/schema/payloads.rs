//! The payloads: which types and which events have a schema of their own.

use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::text;
use crate::Webhook;
use crate::campaign::{CampaignEvent, CampaignEventName, CampaignWebhookConfig};
use crate::message::analysis::Analysis;
use crate::message::assistant::{Assistant, AssistantServer};
use crate::message::call::Call;
use crate::message::messages::Message;
use crate::message::{MessageType, ServerMessage, ServerMessageRequest};
use crate::outgoing::{ControlRequest, ControlResponse, ServerMessageResponse};
use crate::webhook::Family;
use crate::wire::OpenEnum;
use crate::workflow::{WorkflowEvent, WorkflowEventName, WorkflowSubscription};

/// A payload with a schema of its own.
pub(super) struct Payload {
    /// Its name, also of its file.
    pub(super) name: String,
    /// Its definition.
    pub(super) definition: String,
    /// The event that it is, if it is one.
    pub(super) event: Option<Event>,
}

/// An event of a family.
#[derive(Clone, Copy)]
pub(super) struct Event {
    pub(super) family: Family,
    /// The event's name on the wire.
    pub(super) wire: &'static str,
    doc: &'static str,
}

impl Event {
    /// What the event tells, in a sentence or two.
    pub(super) fn description(&self) -> String {
        text::description(self.doc)
    }

    fn definition(&self) -> String {
        let mut name = String::new();
        for word in self.wire.split(['-', '_']) {
            name.extend(word.chars().take(1).map(|first| first.to_ascii_uppercase()));
            name.extend(word.chars().skip(1));
        }
        name + "Event"
    }

    /// A body of the family whose event is this one.
    fn schema(&self, family: &Schema) -> Value {
        let is_this = |member: &str, doc: &str| {
            json!({
                "type": "object",
                "required": [member],
                "properties": {member: {"description": doc, "const": self.wire}},
            })
        };
        let mut schema = if self.family == Family::ServerMessage {
            let message = json!({"$ref": "#/$defs/ServerMessage"});
            json!({
                "type": "object",
                "required": ["message"],
                "properties": {"message": {
                    "description": "The message.",
                    "allOf": [message, is_this("type", "Which event this is.")],
                }},
                "additionalProperties": true,
            })
        } else {
            json!({"allOf": [family, is_this("event", "What happened.")]})
        };
        schema["title"] = self.definition().into();
        schema["description"] = self.description().into();
        schema
    }
}

/// Makes a type a definition, and refers to it.
type Refer = fn(&mut SchemaGenerator) -> Schema;

/// The types with a schema of their own, with its name.
const TYPES: [(&str, Refer); 14] = [
    ("server-message-request", SchemaGenerator::subschema_for::<ServerMessageRequest>),
    ("server-message", SchemaGenerator::subschema_for::<ServerMessage>),
    ("campaign-event", SchemaGenerator::subschema_for::<CampaignEvent>),
    ("workflow-event", SchemaGenerator::subschema_for::<WorkflowEvent>),
    ("call", SchemaGenerator::subschema_for::<Call>),
    ("analysis", SchemaGenerator::subschema_for::<Analysis>),
    ("message", SchemaGenerator::subschema_for::<Message>),
    ("assistant", SchemaGenerator::subschema_for::<Assistant>),
    ("assistant-server", SchemaGenerator::subschema_for::<AssistantServer>),
    ("server-message-response", SchemaGenerator::subschema_for::<ServerMessageResponse>),
    ("campaign-webhook-config", SchemaGenerator::subschema_for::<CampaignWebhookConfig>),
    ("workflow-subscription", SchemaGenerator::subschema_for::<WorkflowSubscription>),
    ("control-request", SchemaGenerator::subschema_for::<ControlRequest>),
    ("control-response", SchemaGenerator::subschema_for::<ControlResponse>),
];

fn events() -> impl Iterator<Item = Event> {
    fn of<T: OpenEnum>(family: Family) -> impl Iterator<Item = Event> {
        T::KNOWN.iter().zip(T::KNOWN_DOCS).map(move |(wire, doc)| Event { family, wire, doc })
    }
    of::<MessageType>(Family::ServerMessage).chain(of::<CampaignEventName>(Family::Campaign)).chain(of::<
        WorkflowEventName,
    >(
        Family::Workflow,
    ))
}

/// Everything that has a schema of its own, and all definitions in the wire profile, that
/// of [`Webhook`] included.
pub(super) fn all() -> (Vec<Payload>, Map<String, Value>) {
    let mut generator = super::document::generator();
    generator.subschema_for::<Webhook>();
    let mut payloads = Vec::new();
    let mut of_events = Vec::new();
    for event in events() {
        let family = match event.family {
            Family::Campaign => generator.subschema_for::<CampaignEvent>(),
            Family::Workflow => generator.subschema_for::<WorkflowEvent>(),
            _ => generator.subschema_for::<ServerMessageRequest>(),
        };
        of_events.push((event.definition(), event.schema(&family)));
        let name = event.wire.replace('_', "-");
        payloads.push(Payload { name, definition: event.definition(), event: Some(event) });
    }
    for (name, schema) in TYPES {
        let reference = schema(&mut generator);
        let reference = reference.get("$ref").and_then(Value::as_str).unwrap_or_default();
        let definition = reference.rsplit('/').next().unwrap_or_default().to_owned();
        payloads.push(Payload { name: name.to_owned(), definition, event: None });
    }
    let mut definitions = generator.take_definitions(true);
    definitions.extend(of_events);
    (payloads, definitions)
}
