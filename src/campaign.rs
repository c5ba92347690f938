//! Campaign events: bodies with a `campaign` member, posted without the `message` wrapper.

mod call;
mod facts;
mod report;
mod rules;
mod webhook;

pub use call::{CampaignCall, CampaignCallStatus};
pub use report::CampaignReport;
pub use webhook::{CampaignHeader, CampaignWebhookConfig};

use crate::payload::{entry_points, facts, object, open_enum};
use crate::wire::Timestamp;

object! {
    /// A whole campaign body: what happened, in which campaign, and the part that belongs to the event.
    ///
    /// `call` comes with `call_status`, `report` with `campaign_report`, `status` with `campaign_status`.
    pub struct CampaignEvent {
        /// What happened. Decides which of `call`, `report` and `status` is present.
        #[wire("event", Clear)]
        pub event: Option<CampaignEventName>,
        /// The campaign that the event belongs to. Present in every event.
        #[wire("campaign", Nested)]
        pub campaign: Box<Campaign>,
        /// The call that was settled. Absent outside `call_status`.
        #[wire("call", Nested)]
        pub call: Option<Box<CampaignCall>>,
        /// The totals of the campaign. Absent outside `campaign_report`.
        #[wire("report", Nested)]
        pub report: Option<Box<CampaignReport>>,
        /// The new state of the campaign. Absent outside `campaign_status`.
        #[wire("status", Clear)]
        pub status: Option<CampaignStatus>,
    }
}

entry_points! { CampaignEvent CampaignWebhookConfig }

facts! { CampaignEvent }

open_enum! {
    /// Name of a campaign event, from `event`; also the entries of the webhook configuration's `events`.
    #[values(complete)]
    pub enum CampaignEventName {
        /// A call of the campaign was completed or failed.
        CallStatus = "call_status",
        /// The totals, sent when the campaign is over.
        CampaignReport = "campaign_report",
        /// The campaign was launched, resumed, paused or aborted. Sent since 2026-06-30.
        CampaignStatus = "campaign_status",
    }
}

open_enum! {
    /// State of a campaign, from the top-level `status` of `campaign_status`.
    pub enum CampaignStatus {
        /// Launched or resumed: calls are being placed.
        Processing = "processing",
        /// Paused, may be resumed.
        Paused = "paused",
        /// Stopped for good.
        Aborted = "aborted",
        /// Over. The docs name it in prose; no published example of the event carries it.
        Completed = "completed",
    }
}

object! {
    /// The campaign itself, from `campaign`. All campaign events carry it.
    #[object(rules)]
    pub struct Campaign {
        /// Id of the campaign: 24 hexadecimal digits in the dashboard, `cmp_` and a suffix in the docs.
        #[wire("id", Clear)]
        pub id: Option<String>,
        /// Id of the organisation; `team_` and a suffix in the docs.
        #[wire("teamId", Clear)]
        pub team_id: Option<String>,
        /// Name given by whoever set the campaign up.
        #[wire("name", Personal)]
        pub name: Option<String>,
        /// When the campaign was created.
        #[wire("createdAt", Clear)]
        pub created_at: Option<Timestamp>,
        /// When the campaign was last changed.
        #[wire("updatedAt", Clear)]
        pub updated_at: Option<Timestamp>,
        /// When the campaign was launched, resumed and completed.
        #[wire("processTimings", Nested)]
        pub process_timings: Option<ProcessTimings>,
    }
}

object! {
    /// Milestones of a campaign, from `campaign.processTimings`.
    #[object(rules)]
    pub struct ProcessTimings {
        /// When the first calls went out. `null` or absent: not launched.
        #[wire("launchAt", Clear)]
        pub launch_at: Option<Timestamp>,
        /// When the campaign was resumed after a pause. `null` in every published example.
        #[wire("resumeAt", Clear)]
        pub resume_at: Option<Timestamp>,
        /// When the last call was settled. May be `null` even in `campaign_report`.
        #[wire("completedAt", Clear)]
        pub completed_at: Option<Timestamp>,
    }
}
