//! The payloads: which types have a schema of their own.

use crate::campaign::{CampaignEvent, CampaignWebhookConfig};
use crate::message::analysis::Analysis;
use crate::message::assistant::{Assistant, AssistantServer};
use crate::message::call::Call;
use crate::message::messages::Message;
use crate::message::{ServerMessage, ServerMessageRequest};
use crate::model::{ObjectForm, Record};
use crate::outgoing::{ControlRequest, ControlResponse, ServerMessageResponse, ToolResult};
use crate::workflow::{WorkflowEvent, WorkflowSubscription};

/// Gives what is known of a type.
type Form = fn() -> &'static ObjectForm;

/// The types with a schema of their own, each with the name of its file.
pub(super) const TYPES: [(&str, Form); 15] = [
    ("server-message-request", form::<ServerMessageRequest>),
    ("server-message", form::<ServerMessage>),
    ("campaign-event", form::<CampaignEvent>),
    ("workflow-event", form::<WorkflowEvent>),
    ("call", form::<Call>),
    ("analysis", form::<Analysis>),
    ("message", form::<Message>),
    ("assistant", form::<Assistant>),
    ("assistant-server", form::<AssistantServer>),
    ("server-message-response", form::<ServerMessageResponse>),
    ("tool-result", form::<ToolResult>),
    ("campaign-webhook-config", form::<CampaignWebhookConfig>),
    ("workflow-subscription", form::<WorkflowSubscription>),
    ("control-request", form::<ControlRequest>),
    ("control-response", form::<ControlResponse>),
];

fn form<T: Record>() -> &'static ObjectForm {
    T::OBJECT
}
