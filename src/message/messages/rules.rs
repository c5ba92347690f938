//! What the messages of a conversation say together, and the times of a turn.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{Message, TurnStt};
use crate::model::{Found, Rules};
use crate::validate::code;
use crate::validate::time::offsets;

impl Rules for TurnStt {
    fn check(&self, found: &mut dyn Found) {
        offsets(("startOffsetMs", self.start_offset_ms), ("endOffsetMs", self.end_offset_ms), found);
    }
}

/// Whether an id comes twice. Sorting them costs less than a table of them.
fn is_repeated(messages: &[Message]) -> bool {
    let ids = messages.iter().filter_map(|message| message.message_id.as_deref());
    let mut ids: Vec<_> = ids.filter(|id| !id.is_empty()).collect();
    ids.sort_unstable();
    ids.windows(2).any(|pair| pair[0] == pair[1])
}

/// Ids of messages tell them apart. Older docs (2025) show one twice, so this is not an error.
pub(in crate::message) fn repeated_ids(messages: &[Message], found: &mut dyn Found) {
    if !is_repeated(messages) {
        return;
    }
    let mut first_with = HashMap::new();
    for (index, message) in messages.iter().enumerate() {
        let Some(id) = message.message_id.as_deref().filter(|id| !id.is_empty()) else { continue };
        match first_with.entry(id) {
            Entry::Vacant(place) => {
                place.insert(index);
            }
            Entry::Occupied(first) => {
                let message = format!("found the id of message {}, expected one of its own", first.get());
                let below = ["messages", &index.to_string(), "messageId"];
                found.found(&below, &code::MESSAGE_ID_REPEATED, message);
            }
        }
    }
}
