//! What the call, the assistant and the messages of a server message say together.

use super::assistant::{CallForwardData, used_variables};
use super::messages::repeated_ids;
use super::{Assistant, CallStatus, MessageType, ServerMessage};
use crate::model::{Found, Rules};
use crate::validate::code;
use crate::wire::Loose;

impl Rules for ServerMessage {
    fn check(&self, found: &mut dyn Found) {
        if let Some(assistant) = self.assistant.as_deref() {
            let of_call = self.call.as_ref().and_then(|call| call.assistant_overrides.as_deref());
            used_variables(assistant, of_call, &["assistant"], found);
            forward_data(self, assistant, found);
        }
        repeated_ids(self.messages(), found);
    }
}

/// A call is forwarded to a target that the assistant names. Only status updates carry the
/// whole assistant; in other events an absent member says nothing.
fn forward_data(message: &ServerMessage, assistant: &Assistant, found: &mut dyn Found) {
    let status = message.call.as_ref().and_then(|call| call.status.as_ref());
    if status != Some(&CallStatus::Forwarded) {
        return;
    }
    let what = match &assistant.call_forward_data {
        Some(targets) if targets.as_slice().is_empty() => "an empty array",
        Some(targets) if targets.iter().any(may_be_target) => return,
        Some(_) => "no number",
        None if message.kind == Some(MessageType::StatusUpdate) => "nothing",
        None => return,
    };
    let message = format!("found {what}, expected a target: the call was forwarded");
    found.found(&["assistant", "callForwardData"], &code::FORWARD_DATA_MISSING, message);
}

/// Whether `target` names a number, or has another shape, as then it may.
fn may_be_target(target: &Loose<CallForwardData>) -> bool {
    target
        .as_object()
        .is_none_or(|target| target.phone_number.as_ref().is_some_and(|number| !number.is_empty()))
}
