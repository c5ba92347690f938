//! What the call, the assistant and the messages of a server message say together.

use std::collections::BTreeSet;

use super::assistant::{AssistantOverrides, CallForwardData};
use super::messages::repeated_ids;
use super::{Assistant, CallStatus, MessageType, ServerMessage};
use crate::model::{Found, Rules};
use crate::validate::code;
use crate::validate::text::variables;
use crate::wire::Loose;

impl Rules for ServerMessage {
    fn check(&self, found: &mut dyn Found) {
        if let Some(assistant) = self.assistant.as_deref() {
            used_variables(self, assistant, found);
            forward_data(self, assistant, found);
        }
        repeated_ids(self.messages(), found);
    }
}

/// Each variable in the prompt and the first message needs a value, from the call or from
/// the assistant. Their names are the caller's, so only their number is told.
fn used_variables(message: &ServerMessage, assistant: &Assistant, found: &mut dyn Found) {
    let of_call = message.call.as_ref().and_then(|call| call.assistant_overrides.as_deref());
    let overrides: [Option<&AssistantOverrides>; 2] = [of_call, assistant.assistant_overrides.as_deref()];
    let is_given = |name: &str| {
        let mut given = overrides.into_iter().flatten().filter_map(|own| own.dynamic_variables.as_ref());
        given.any(|variables| variables.contains_key(name))
    };
    for (member, text) in [
        ("assistantSystemPrompt", &assistant.assistant_system_prompt),
        ("welcomeMessage", &assistant.welcome_message),
    ] {
        let used = variables(text.as_deref().unwrap_or_default());
        let missing: BTreeSet<_> = used.filter(|name| !is_given(name)).collect();
        let (count, plural) = (missing.len(), if missing.len() == 1 { "variable" } else { "variables" });
        if count > 0 {
            let message = format!("found {count} {plural} without a value, expected one in dynamicVariables");
            found.found(&["assistant", member], &code::VARIABLE_MISSING, message);
        }
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

/// Whether `target` names a number, or has another shape, for then it may.
fn may_be_target(target: &Loose<CallForwardData>) -> bool {
    target
        .as_object()
        .is_none_or(|target| target.phone_number.as_ref().is_some_and(|number| !number.is_empty()))
}
