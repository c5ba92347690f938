//! Telling deliveries apart.

use std::fmt;

use crate::campaign::{CampaignCallStatus, CampaignEvent, CampaignEventName, CampaignStatus};
use crate::message::{MessageType, ServerMessage};
use crate::webhook::Webhook;
use crate::wire::UnknownValue;
use crate::workflow::{WorkflowEvent, WorkflowEventName};

/// What identifies the event of a body, to recognise the same event when it comes again.
///
/// Campaign and workflow deliveries may repeat; server messages are sent once. No body has
/// an id of its own, so the key is made of what tells events apart:
///
/// | family | event | key |
/// |---|---|---|
/// | server message | `end-of-call-report` | `call.id` (exact: once a call) |
/// | | every other, none | `call.id`, status, `timestamp`, number of messages |
/// | campaign | `call_status` | `campaign.id`, `call.id`, `call.status`, `call.updatedAt` |
/// | | every other | `campaign.id`, `status`, `campaign.updatedAt` |
/// | workflow | `workflow_run_started`, `workflow_run_completed` | `run.id` (exact) |
/// | | every other | `workflow.id`, `activeVersionNumber`, `updatedAt`, `deletedAt` |
///
/// The event's name is always part of it. Where the key is not exact
/// ([`DeliveryKey::is_exact`]), two events that differ in none of these have the same key.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DeliveryKey {
    parts: Vec<String>,
    exact: bool,
}

/// The places of the family and of the identifying id among the parts; between them
/// stands the event.
const FAMILY: usize = 0;
const ID: usize = 2;

impl DeliveryKey {
    /// Whether the parts name one event and no other, by what the platform documents.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.exact
    }
}

impl fmt::Display for DeliveryKey {
    /// The parts with a slash between them; slashes and percent signs inside a part are
    /// escaped, so different keys print differently.
    ///
    /// Made to be stored: event, status and times stand in it as they came, and where the
    /// crate does not know them, nobody knows what they say. Log `Debug` instead.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.parts.iter().enumerate() {
            let slash = if index == 0 { "" } else { "/" };
            write!(f, "{slash}{}", part.replace('%', "%25").replace('/', "%2F"))?;
        }
        Ok(())
    }
}

impl fmt::Debug for DeliveryKey {
    /// The family and the identifying id; of the other parts the length, for they may be
    /// anything.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_tuple("DeliveryKey");
        for (index, part) in self.parts.iter().enumerate() {
            if index == FAMILY || index == ID {
                shown.field(part);
            } else {
                shown.field(&UnknownValue::new(part.as_str()));
            }
        }
        shown.finish()
    }
}

impl Webhook {
    /// The key of this body's event; `None` where nothing identifies it: without ids, and
    /// for unknown bodies.
    ///
    /// ```
    /// use interactly_webhooks::Webhook;
    ///
    /// let body = br#"{"event":"workflow_run_started","workflow":{"id":"wf_1"},"run":{"id":"run_7"}}"#;
    /// let key = Webhook::from_slice(body)?.delivery_key().unwrap();
    /// assert_eq!(key.to_string(), "workflow/workflow_run_started/run_7");
    /// assert!(key.is_exact());
    /// # Ok::<(), interactly_webhooks::ParseError>(())
    /// ```
    #[must_use]
    pub fn delivery_key(&self) -> Option<DeliveryKey> {
        let (id, exact, others) = match self {
            Self::ServerMessage(request) => of_message(&request.message)?,
            Self::Campaign(event) => of_campaign(event)?,
            Self::Workflow(event) => of_workflow(event)?,
            Self::Unknown(_) => return None,
        };
        let mut parts = vec![self.family().as_str().to_owned()];
        parts.push(self.event_name().unwrap_or_default().to_owned());
        parts.push(id.to_owned());
        parts.extend(others);
        Some(DeliveryKey { parts, exact })
    }
}

/// The identifying id, whether it is enough, and what else tells events apart.
type Parts<'a> = (&'a str, bool, Vec<String>);

fn text(part: Option<impl ToString>) -> String {
    part.map(|part| part.to_string()).unwrap_or_default()
}

fn of_message(message: &ServerMessage) -> Option<Parts<'_>> {
    let call_id = message.call.as_ref()?.id.as_deref()?;
    if message.kind == Some(MessageType::EndOfCallReport) {
        return Some((call_id, true, Vec::new()));
    }
    let count = message.messages.as_ref().map(Vec::len);
    Some((call_id, false, vec![text(message.status()), text(message.timestamp.as_ref()), text(count)]))
}

fn of_campaign(event: &CampaignEvent) -> Option<Parts<'_>> {
    let id = event.campaign.id.as_deref()?;
    let call = event.call.as_deref();
    let others = if event.event == Some(CampaignEventName::CallStatus) {
        let status = call.and_then(|call| call.status.as_ref()).map(CampaignCallStatus::as_str);
        let updated_at = call.and_then(|call| call.updated_at.as_ref());
        vec![text(call.and_then(|call| call.id.as_ref())), text(status), text(updated_at)]
    } else {
        let status = event.status.as_ref().map(CampaignStatus::as_str);
        vec![text(status), text(event.campaign.updated_at.as_ref())]
    };
    Some((id, false, others))
}

fn of_workflow(event: &WorkflowEvent) -> Option<Parts<'_>> {
    if matches!(event.event, Some(WorkflowEventName::RunStarted | WorkflowEventName::RunCompleted)) {
        return Some((event.run.as_deref()?.id.as_deref()?, true, Vec::new()));
    }
    let workflow = &event.workflow;
    let times = [workflow.updated_at.as_ref(), workflow.deleted_at.as_ref()];
    let others = [text(workflow.active_version_number)].into_iter().chain(times.map(text)).collect();
    Some((workflow.id.as_deref()?, false, others))
}
