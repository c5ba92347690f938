//! What receivers store of a server message.

use super::{MessageType, ServerMessage, ServerMessageRequest};
use crate::drift;
use crate::facts::{Facts, Parts, Tells, id, part};
use crate::family::Family;

impl Tells for ServerMessage {
    fn facts(&self) -> Facts<'_> {
        let call = self.call.as_deref();
        let status = call.and_then(|call| call.status.as_ref());
        Facts {
            family: Family::ServerMessage,
            event: self.kind.as_ref().map(Into::into),
            call_id: call.and_then(|call| id(call.id.as_ref())),
            status: status.map(Into::into).or_else(|| self.status.as_ref().map(Into::into)),
            time: self.timestamp.as_ref(),
            messages: self.messages.as_ref().map(Vec::len),
        }
    }

    fn key_parts(&self) -> Option<Parts> {
        let id = self.call_id()?.to_owned();
        if self.kind == Some(MessageType::EndOfCallReport) {
            return Some(Parts { id, is_exact: true, others: Vec::new() });
        }
        let count = self.messages.as_ref().map(Vec::len);
        let others = vec![part(self.status()), part(self.timestamp.as_ref()), part(count)];
        Some(Parts { id, is_exact: false, others })
    }

    fn unknown_members(&self) -> usize {
        drift::unknown_members(self)
    }
}

impl Tells for ServerMessageRequest {
    fn facts(&self) -> Facts<'_> {
        self.message.facts()
    }

    fn key_parts(&self) -> Option<Parts> {
        self.message.key_parts()
    }

    fn unknown_members(&self) -> usize {
        drift::unknown_members(self)
    }
}
