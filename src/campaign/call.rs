//! `call` of a campaign event.

use crate::payload::{object, open_enum};
use crate::wire::{FreeForm, Timestamp};
use serde_json::Value;

object! {
    /// One call of a campaign, from `call` of the event `call_status`.
    ///
    /// This is the campaign's record of the call, not the call record of the server messages:
    /// `conversationId` leads to that one.
    #[object(rules)]
    pub struct CampaignCall {
        /// Id of the call within the campaign.
        #[wire("id", Clear)]
        pub id: Option<String>,
        /// How far the call is. The event is sent at `completed` and at `failed`.
        #[wire("status", Clear)]
        pub status: Option<CampaignCallStatus>,
        /// Outcome of the call: `no_answer` or free text. Does not follow from `status`: a call that
        /// nobody answered counts as completed.
        #[wire("outcome", Personal)]
        pub outcome: Option<String>,
        /// Id of the conversation: `message.call.id` of the server messages about the same call.
        #[wire("conversationId", Clear)]
        pub conversation_id: Option<String>,
        /// Number that the assistant called from, in E.164 form.
        #[wire("assistantNumber", Personal)]
        pub assistant_number: Option<String>,
        /// Number that was called, in E.164 form.
        #[wire("phoneNumber", Personal)]
        pub phone_number: Option<String>,
        /// What the assistant found out, under the caller's own keys.
        #[wire("collectedInformation", Personal)]
        pub collected_information: Option<FreeForm>,
        /// Code of the failure. Only `null` was ever published, so any JSON is accepted.
        #[wire("errorCode", Personal)]
        pub error_code: Option<Value>,
        /// Text of the failure. Only `null` was ever published, so any JSON is accepted.
        #[wire("errorMessage", Personal)]
        pub error_message: Option<Value>,
        /// When the call was added to the campaign.
        #[wire("createdAt", Clear)]
        pub created_at: Option<Timestamp>,
        /// When the record last changed.
        #[wire("updatedAt", Clear)]
        pub updated_at: Option<Timestamp>,
    }
}

open_enum! {
    /// How far a campaign call is, from `call.status` of `call_status`.
    ///
    /// The event itself is sent at the last two; the others are the states on the way.
    #[values(complete)]
    pub enum CampaignCallStatus {
        /// Accepted with the upload.
        Received = "received",
        /// May be placed.
        Ready = "ready",
        /// Waits for a free line.
        Queued = "queued",
        /// Rings at the person's end.
        Ringing = "ringing",
        /// The conversation is going on.
        Processing = "processing",
        /// Hung up, not settled yet.
        Ended = "ended",
        /// Settled.
        Completed = "completed",
        /// Could not be placed, or broke off.
        Failed = "failed",
    }
}
