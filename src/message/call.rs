//! The call record, `message.call`, and everything below it.

mod cost;
mod metrics;
mod monitor;
mod recording;
mod rules;

pub use cost::{AnalysisCost, Cost};
pub use metrics::{
    BotTurn, CallMetrics, CallStats, LatencyInterval, LlmStats, SttStats, TtsStats, Turns, TurnsStats,
    UserAudio, UserTurn,
};
pub use monitor::Monitor;
pub use recording::Recording;

use std::time::Duration;

use crate::message::analysis::Analysis;
use crate::message::assistant::AssistantOverrides;
use crate::message::messages::Message;
use crate::payload::{object, open_enum};
use crate::validate::bounds::DURATION;
use crate::wire::{FreeForm, Number, Timestamp};

open_enum! {
    /// Channel of a call, from `call.callType`.
    pub enum CallType {
        /// From a browser, over the web widget or SDK.
        Web = "web",
        /// Over the telephone network.
        Phone = "phone",
    }
}

open_enum! {
    /// Who placed the call, from `call.direction`.
    #[values(complete)]
    pub enum Direction {
        /// The person called the assistant.
        Inbound = "inbound",
        /// The assistant called the person.
        Outbound = "outbound",
        /// Not known yet: sent at status `initiated`.
        Empty = "",
    }
}

open_enum! {
    /// Where the call is in its life, from `call.status`.
    ///
    /// Usual order: initiated, queued, ongoing, finished; a forwarded call goes from ongoing to forwarded
    /// and ends as finished.
    pub enum CallStatus {
        /// First of all, before `queued`. On the wire since 2026-06-25.
        Initiated = "initiated",
        /// Waiting to begin.
        Queued = "queued",
        /// The assistant and the person are connected.
        Ongoing = "ongoing",
        /// Over, whatever came of it.
        Finished = "finished",
        /// Handed over to a person or another number.
        Forwarded = "forwarded",
        /// Did not take place. Release notes v1.7.0 hint at it for calls refused by the concurrency limit;
        /// no body shows it.
        Failed = "failed",
    }
}

impl CallStatus {
    /// How far on a call with this status is: `initiated` 0, `queued` 1, `ongoing` 2, `forwarded` 3, and 4 for
    /// what is [final](Self::is_final). A status that this crate does not know counts as `ongoing`: the
    /// call has begun, and its end may still come.
    ///
    /// ```
    /// use interactly_webhooks::message::CallStatus;
    ///
    /// assert!(CallStatus::Queued.rank() < CallStatus::Ongoing.rank());
    /// assert!(CallStatus::Finished.is_final() && !CallStatus::Forwarded.is_final());
    /// ```
    #[must_use]
    pub fn rank(&self) -> u8 {
        match self {
            Self::Initiated => 0,
            Self::Queued => 1,
            Self::Ongoing | Self::Unknown(_) => 2,
            Self::Forwarded => 3,
            Self::Finished | Self::Failed => 4,
        }
    }

    /// Whether no other status follows: `finished` and `failed`.
    #[must_use]
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Finished | Self::Failed)
    }
}

open_enum! {
    /// State of the telephone leg, from `call.phoneCallStatus`. Web calls carry it too.
    ///
    /// Need not agree with `call.status`: the documented sample has a finished call that is `ringing`.
    #[values(complete)]
    pub enum PhoneCallStatus {
        /// Being set up.
        Trying = "trying",
        /// Sound may flow before the call is answered.
        #[doc(alias = "early-media")]
        EarlyMedia = "early-media",
        /// The other side is being rung.
        Ringing = "ringing",
        /// Answered.
        #[doc(alias = "in-progress")]
        InProgress = "in-progress",
        /// The line was busy.
        Busy = "busy",
        /// Nobody answered.
        #[doc(alias = "no-answer")]
        NoAnswer = "no-answer",
        /// Could not be connected.
        Failed = "failed",
        /// Ended after it had been answered.
        Completed = "completed",
        /// Not known yet: sent at status `initiated`.
        Empty = "",
    }
}

open_enum! {
    /// Who ended the call, from `call.callEndTriggerBy`.
    pub enum CallEndTrigger {
        /// The person hung up.
        User = "user",
        /// The assistant hung up, as the API reference spells it; means the same as `bot`.
        Assistant = "assistant",
        /// The assistant hung up, as captured bodies spell it.
        Bot = "bot",
        /// The platform ended it.
        System = "system",
        /// The call has not ended.
        Empty = "",
    }
}

object! {
    /// The call that a server message is about, from `message.call`.
    ///
    /// Every event carries it. Page fragments in the public docs show only a few of its members.
    #[object(rules)]
    pub struct Call {
        /// Id of the call; treat it as opaque. Always sent. Seen: a bare UUID, `WC-` and a UUID (web), `CC-`
        /// and a UUID (answer of connect-call), `CA` and 32 hex digits (telephone).
        #[wire("id", Clear)]
        pub id: Option<String>,
        /// Id of the organisation, 24 hex digits. Absent in abbreviated bodies.
        #[wire("teamId", Clear)]
        pub team_id: Option<String>,
        /// Id of the assistant that talks, 24 hex digits. Absent in abbreviated bodies.
        #[wire("assistantId", Clear)]
        pub assistant_id: Option<String>,
        /// Channel of the call. Absent in abbreviated bodies.
        #[wire("callType", Clear)]
        pub call_type: Option<CallType>,
        /// Who placed the call. Empty at status `initiated`; absent in abbreviated bodies.
        #[wire("direction", Clear)]
        pub direction: Option<Direction>,
        /// When the call started. Changes between events of one call: the value at `queued` is earlier than the
        /// one at `ongoing`, so do not join on it.
        #[wire("startAt", Clear)]
        pub start_at: Option<Timestamp>,
        /// When the call ended. Sent with the end-of-call report; `null` at `initiated`, else absent before.
        #[wire("endAt", Clear)]
        pub end_at: Option<Timestamp>,
        /// Address of the person: an E.164 number, or for web calls `web-` and a display name, which may hold
        /// spaces. Absent in abbreviated bodies.
        #[wire("userNumber", Personal)]
        pub user_number: Option<String>,
        /// Address of the assistant: an E.164 number, or the assistant's id for web calls. Absent in
        /// abbreviated bodies.
        #[wire("assistantNumber", Personal)]
        pub assistant_number: Option<String>,
        /// Where the call is in its life. Always sent.
        #[wire("status", Clear)]
        pub status: Option<CallStatus>,
        /// State of the telephone leg. Empty at status `initiated`; absent in abbreviated bodies.
        #[wire("phoneCallStatus", Clear)]
        pub phone_call_status: Option<PhoneCallStatus>,
        /// `phoneCallStatus` in a sentence, for people. May be empty; absent in the documented
        /// sample.
        #[wire("phoneCallStatusReason", Personal)]
        pub phone_call_status_reason: Option<String>,
        /// Who ended the call. Empty until it has ended; absent in abbreviated bodies.
        #[wire("callEndTriggerBy", Clear)]
        pub call_end_trigger_by: Option<CallEndTrigger>,
        /// How long the assistant was on the call, in milliseconds. 0 before the end in captured bodies,
        /// 15000 in the public docs' `hang` and `error` examples; at the end some ms off `endAt` - `startAt`.
        /// Absent in the documented sample.
        #[wire("assistantCallDuration", Clear, bound(DURATION))]
        pub assistant_call_duration: Option<Number>,
        /// Control of the running call. Documented, but absent in all captured bodies.
        #[wire("monitor", Nested)]
        pub monitor: Option<Box<Monitor>>,
        /// Results of the analysis. In captured end-of-call reports its texts are empty and the results are
        /// in `message.analysis`; the documented sample fills both.
        #[wire("analysis", Nested)]
        pub analysis: Option<Box<Analysis>>,
        /// Where the recording is. Absent in the documented sample.
        #[wire("recording", Nested)]
        pub recording: Option<Box<Recording>>,
        /// What the call cost. Sent with the end-of-call report; `null` at `initiated`, else absent before.
        #[wire("cost", Nested)]
        pub cost: Option<Box<Cost>>,
        /// What was set differently from the assistant for this call; `{}` if nothing was.
        #[wire("assistantOverrides", Nested)]
        pub assistant_overrides: Option<Box<AssistantOverrides>>,
        /// What the caller attached when the call was created; comes back in every event. A campaign row's
        /// `override_metadata` arrives here as well. `{}` if nothing was attached.
        #[wire("metadata", Personal)]
        pub metadata: Option<FreeForm>,
        /// Quality figures. Sent with the end-of-call report; `{}` at `initiated`, else absent before.
        #[wire("metrics", Nested)]
        pub metrics: Option<Box<CallMetrics>>,
        /// The conversation. Not in today's webhooks, where it is in `message.messages`: part of the
        /// API's answers about a call and, by older docs (2025), of the conversation update.
        #[wire("messages", Nested)]
        pub messages: Option<Vec<Message>>,
    }
}

impl Call {
    /// How long the call took, from the first of these that gives a sound value:
    ///
    /// 1. `assistantCallDuration`, milliseconds, if it is above 0 (it is 0 until the call ends);
    /// 2. `cost.callDuration`, seconds;
    /// 3. `endAt` - `startAt`.
    ///
    /// `None` if there is none. Values that are negative or too large for a duration are passed over. During
    /// a call the first one can already be set, and then tells how long the call has lasted so far.
    #[must_use]
    pub fn duration(&self) -> Option<Duration> {
        self.assistant_duration().or_else(|| self.billed_duration()).or_else(|| self.elapsed())
    }

    fn assistant_duration(&self) -> Option<Duration> {
        self.assistant_call_duration?.as_milliseconds().filter(|duration| !duration.is_zero())
    }

    fn billed_duration(&self) -> Option<Duration> {
        self.cost.as_ref()?.call_duration?.as_seconds()
    }

    fn elapsed(&self) -> Option<Duration> {
        let elapsed = self.end_at.as_ref()?.at()? - self.start_at.as_ref()?.at()?;
        Duration::try_from(elapsed).ok()
    }
}
