//! The server message: what the call, the assistant and the messages say together.

use super::text::variables;
use super::time::offsets;
use super::{Check, code};
use crate::assistant::{Assistant, AssistantOverrides};
use crate::call::CallStatus;
use crate::message::{MessageType, ServerMessage};
use crate::messages::{Message, TurnStt};
use crate::wire::{FreeForm, Loose, Segment};

pub(crate) fn server_message(message: &ServerMessage, check: &mut Check<'_>) {
    if let Some(assistant) = message.assistant.as_deref() {
        used_variables(message, assistant, check);
        forward_data(message, assistant, check);
    }
    repeated_ids(message.messages.as_deref(), check);
}

/// Each variable in the prompt and the first message needs a value, from the call or from
/// the assistant. Their names are the caller's, so only their number is told.
fn used_variables(message: &ServerMessage, assistant: &Assistant, check: &mut Check<'_>) {
    let of_call = message.call.as_ref().and_then(|call| call.assistant_overrides.as_deref());
    let given: [Option<&FreeForm>; 2] =
        [of_call, assistant.assistant_overrides.as_deref()].map(|overrides| {
            overrides.and_then(|overrides: &AssistantOverrides| overrides.dynamic_variables.as_ref())
        });
    let is_given = |name: &str| given.into_iter().flatten().any(|variables| variables.contains_key(name));
    for (member, text) in [
        ("assistantSystemPrompt", &assistant.assistant_system_prompt),
        ("welcomeMessage", &assistant.welcome_message),
    ] {
        let mut missing: Vec<_> =
            variables(text.as_deref().unwrap_or_default()).filter(|name| !is_given(name)).collect();
        missing.sort_unstable();
        missing.dedup();
        let (count, plural) = (missing.len(), if missing.len() == 1 { "variable" } else { "variables" });
        if count > 0 {
            let message = format!("found {count} {plural} without a value, expected one in dynamicVariables");
            check.found(
                [Segment::Member("assistant"), Segment::Member(member)],
                &code::VARIABLE_MISSING,
                message,
            );
        }
    }
}

/// A call is forwarded to a target that the assistant names. Only status updates carry the
/// whole assistant; in other events an absent member says nothing.
fn forward_data(message: &ServerMessage, assistant: &Assistant, check: &mut Check<'_>) {
    let status = message.call.as_ref().and_then(|call| call.status.as_ref());
    if status != Some(&CallStatus::Forwarded) {
        return;
    }
    let found = match &assistant.call_forward_data {
        Some(targets) if targets.as_slice().is_empty() => "an empty list",
        Some(targets) => {
            // A target of another shape may be one.
            let names_number = |target: &Loose<crate::assistant::CallForwardData>| {
                let number = target.as_object().map(|target| target.phone_number.as_deref());
                number.is_none_or(|number| number.is_some_and(|number| !number.is_empty()))
            };
            if targets.iter().any(names_number) {
                return;
            }
            "no number"
        }
        None if message.kind == Some(MessageType::StatusUpdate) => "nothing",
        None => return,
    };
    let message = format!("found {found}, expected a target: the call was forwarded");
    check.found(
        [Segment::Member("assistant"), Segment::Member("callForwardData")],
        &code::FORWARD_DATA_MISSING,
        message,
    );
}

/// Ids of messages tell them apart. Older docs (2025) show one twice, so this is no error.
pub(super) fn repeated_ids(messages: Option<&[Message]>, check: &mut Check<'_>) {
    let ids = messages.unwrap_or_default().iter().map(|message| message.message_id.as_deref().unwrap_or(""));
    // Sorted, for that costs a third of what a hash map does; by their ends first, which
    // differ where the beginnings are the same (`user-1-response-1772702480281`).
    let end = |id: &str| u64::from_ne_bytes(id.as_bytes().last_chunk().copied().unwrap_or_default());
    let mut ids: Vec<_> =
        ids.zip(0_usize..).filter(|(id, _)| !id.is_empty()).map(|(id, index)| (end(id), id, index)).collect();
    ids.sort_unstable();
    let mut repeated: Vec<_> = Vec::new();
    for same in ids.chunk_by(|(_, one, _), (_, other, _)| one == other) {
        if let [(.., first), others @ ..] = same {
            repeated.extend(others.iter().map(|(.., index)| (*index, *first)));
        }
    }
    repeated.sort_unstable();
    for (index, first) in repeated {
        let text = format!("found the id of message {first}, expected one of its own");
        let below = [Segment::Member("messages"), Segment::Index(index), Segment::Member("messageId")];
        check.found(below, &code::MESSAGE_ID_REPEATED, text);
    }
}

pub(crate) fn turn_stt(stt: &TurnStt, check: &mut Check<'_>) {
    offsets(("startOffsetMs", stt.start_offset_ms), ("endOffsetMs", stt.end_offset_ms), check);
}
