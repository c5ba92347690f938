//! `{"message": …}`: what the platform posts about a call, and everything below it.
//!
//! The modules mirror the JSON: `message.call.cost` is declared in `src/message/call/cost.rs`.

pub mod analysis;
pub mod assistant;
pub mod call;
pub mod customer;
pub mod error;
pub mod messages;
pub mod phone;

mod facts;
mod rules;

use crate::payload::{entry_points, facts, object, open_enum};
use crate::wire::Timestamp;

pub use self::analysis::Analysis;
pub use self::assistant::Assistant;
pub use self::call::{Call, CallStatus};
pub use self::customer::Customer;
pub use self::error::CallError;
pub use self::messages::{Message, Role};
pub use self::phone::Phone;

object! {
    /// The body of an assistant webhook: one object with one member, `message`.
    ///
    /// It is posted once, without retry. Parse it with [`ServerMessageRequest::from_slice`]
    /// or, so that an odd member does not cost the record, with
    /// [`ServerMessageRequest::from_slice_lenient`]; a web framework's JSON extractor works
    /// too.
    pub struct ServerMessageRequest {
        /// What happened, and to which call.
        #[wire("message", Nested)]
        pub message: ServerMessage,
    }
}

object! {
    /// What happened in a call, from `message`.
    ///
    /// Every event has the same members, so this is one struct; [`ServerMessage::event`]
    /// gives a view to match on. The documented sample has neither `type` nor `timestamp`,
    /// and is read too.
    #[object(rules)]
    pub struct ServerMessage {
        /// Which event this is. Absent in the documented sample; never guessed.
        #[doc(alias = "type")]
        #[wire("type", Clear)]
        pub kind: Option<MessageType>,
        /// When the event was produced: epoch milliseconds. May be earlier than the newest
        /// message's. Absent in the documented sample and in older docs.
        #[wire("timestamp", Clear)]
        pub timestamp: Option<Timestamp>,
        /// The call's status as older docs (2025) had it; today it is `call.status`.
        #[wire("status", Clear, deprecated)]
        pub status: Option<MessageStatus>,
        /// The call. In every complete body.
        #[wire("call", Nested)]
        pub call: Option<Box<Call>>,
        /// The assistant's configuration: complete in status updates, cut down to a few
        /// members or to `{}` in other events.
        #[wire("assistant", Nested)]
        pub assistant: Option<Box<Assistant>>,
        /// The whole conversation since the start, repeated in every event but status
        /// updates, where it is absent.
        #[wire("messages", Nested)]
        pub messages: Option<Vec<Message>>,
        /// The telephony provider. Absent in the documented sample.
        #[wire("phone", Nested)]
        pub phone: Option<Box<Phone>>,
        /// The person on the phone. Absent at status `initiated`.
        #[wire("customer", Nested)]
        pub customer: Option<Box<Customer>>,
        /// What the analysis after the call found; `{}` before the end. See
        /// [`ServerMessage::results`].
        #[wire("analysis", Nested)]
        pub analysis: Option<Box<Analysis>>,
        /// What failed; only in `error` events.
        #[wire("error", Nested)]
        pub error: Option<Box<CallError>>,
    }
}

entry_points! { ServerMessageRequest ServerMessage }

facts! { ServerMessageRequest ServerMessage }

open_enum! {
    /// The events of a call, from `message.type` and `assistantServer.messages`.
    #[values(complete)]
    pub enum MessageType {
        /// The call's status changed; the only event with the complete assistant.
        #[doc(alias = "status-update")]
        StatusUpdate = "status-update",
        /// Somebody said something: sent after each turn, with all messages so far.
        #[doc(alias = "conversation-update")]
        ConversationUpdate = "conversation-update",
        /// The assistant was silent for five seconds or more; the call goes on.
        Hang = "hang",
        /// A language model or a transcriber failed.
        Error = "error",
        /// The call is over: analysis, cost and metrics.
        #[doc(alias = "end-of-call-report")]
        EndOfCallReport = "end-of-call-report",
    }
}

open_enum! {
    /// The status that older docs (2025) put at `message.status`.
    pub enum MessageStatus {
        /// The line is being reached.
        Trying = "trying",
        /// Audio before the answer.
        #[doc(alias = "early-media")]
        EarlyMedia = "early-media",
        /// It rings.
        Ringing = "ringing",
        /// The call goes on.
        #[doc(alias = "in-progress")]
        InProgress = "in-progress",
        /// The line was busy.
        Busy = "busy",
        /// Nobody answered.
        #[doc(alias = "no-answer")]
        NoAnswer = "no-answer",
        /// The call failed.
        Failed = "failed",
        /// The call is over.
        Completed = "completed",
        /// The call is over, in the spelling of another version.
        Ended = "ended",
    }
}

impl ServerMessage {
    /// The conversation so far; empty where the event carries none.
    #[must_use]
    pub fn messages(&self) -> &[Message] {
        self.messages.as_deref().unwrap_or_default()
    }

    /// The messages after the one with the id `seen`: events repeat all of them.
    ///
    /// Ids are not always unique: where several messages have the id, those after the first
    /// of them are given, so that some may come again and none is missed. If no message has
    /// it, all are given.
    #[must_use]
    pub fn messages_after(&self, seen: &str) -> &[Message] {
        let messages = self.messages();
        let found = messages.iter().position(|message| message.message_id.as_deref() == Some(seen));
        found.map_or(messages, |index| &messages[index + 1..])
    }
}

#[cfg(test)]
mod tests {
    use super::ServerMessageRequest;

    fn ids(body: &str, seen: &str) -> Vec<String> {
        let request = ServerMessageRequest::from_slice(body.as_bytes()).expect("parses");
        let messages = request.message.messages_after(seen).iter();
        messages.filter_map(|message| message.message_id.clone()).collect()
    }

    #[test]
    fn no_message_is_missed_where_ids_repeat() {
        let body = r#"{"message":{"messages":[{"messageId":"a"},{"messageId":"b"},{"messageId":"b"},{"messageId":"c"}]}}"#;
        assert_eq!(ids(body, "a"), ["b", "b", "c"]);
        assert_eq!(ids(body, "b"), ["b", "c"]);
        assert_eq!(ids(body, "c"), [""; 0]);
        assert_eq!(ids(body, "z"), ["a", "b", "b", "c"]);
    }

    #[test]
    fn the_newer_place_of_the_status_counts() {
        let status = |body: &str| {
            let request = ServerMessageRequest::from_slice(body.as_bytes()).expect("parses");
            request.message.status().map(str::to_owned)
        };
        assert_eq!(status(r#"{"message":{"status":"ended"}}"#).as_deref(), Some("ended"));
        assert_eq!(
            status(r#"{"message":{"status":"ended","call":{"status":"ongoing"}}}"#).as_deref(),
            Some("ongoing")
        );
        assert_eq!(status(r#"{"message":{}}"#), None);
    }

    #[test]
    fn a_request_needs_its_message() {
        let error = ServerMessageRequest::from_slice(b"{}").expect_err("no message");
        assert_eq!(error.to_string(), "the body: missing field `message` (line 1, column 2)");
        let lenient = ServerMessageRequest::from_slice_lenient(b"{}").expect("is an object");
        assert_eq!(lenient.deviations()[0].to_string(), "/message: this member is missing");
        assert_eq!(serde_json::to_string(&lenient).expect("prints"), "{}");
    }
}
