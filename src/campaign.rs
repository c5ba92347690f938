//! Campaign events: bodies with a `campaign` member, posted without the `message` wrapper.

mod call;
mod report;
mod webhook;

pub use call::{CampaignCall, CampaignCallStatus};
pub use report::CampaignReport;
pub use webhook::{CampaignHeader, CampaignWebhookConfig};

use crate::wire::{Timestamp, object, open_enum};

object! {
    /// A whole campaign body: what happened, in which campaign, and the part that belongs to the event.
    ///
    /// `call` comes with `call_status`, `report` with `campaign_report`, `status` with `campaign_status`.
    pub struct CampaignEvent {
        /// What happened. Decides which of `call`, `report` and `status` is present.
        #[wire("event", clear)]
        pub event: Option<CampaignEventName>,
        /// The campaign that the event belongs to. Present in every event.
        #[wire("campaign", nested)]
        pub campaign: Box<Campaign>,
        /// The call that was settled. Absent outside `call_status`.
        #[wire("call", nested)]
        pub call: Option<Box<CampaignCall>>,
        /// The totals of the campaign. Absent outside `campaign_report`.
        #[wire("report", nested)]
        pub report: Option<Box<CampaignReport>>,
        /// The new state of the campaign. Absent outside `campaign_status`.
        #[wire("status", clear)]
        pub status: Option<CampaignStatus>,
    }
}

open_enum! {
    /// Name of a campaign event, from `event`; also the entries of the webhook configuration's `events`.
    pub enum CampaignEventName {
        /// A call of the campaign was completed or failed.
        CallStatus = "call_status",
        /// The totals, sent when the campaign is through.
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
        /// Halted, may be resumed.
        Paused = "paused",
        /// Stopped for good.
        Aborted = "aborted",
        /// Through. The docs speak of it in prose; no published example of the event carries it.
        Completed = "completed",
    }
}

object! {
    /// The campaign itself, from `campaign`. All campaign events carry it.
    #[rules(crate::validate::event::campaign)]
    pub struct Campaign {
        /// Id of the campaign: 24 hexadecimal digits in the dashboard, `cmp_` and a suffix in the docs.
        #[wire("id", clear)]
        pub id: Option<String>,
        /// Id of the organisation; `team_` and a suffix in the docs.
        #[wire("teamId", clear)]
        pub team_id: Option<String>,
        /// Name given by whoever set the campaign up.
        #[wire("name", personal)]
        pub name: Option<String>,
        /// When the campaign was created.
        #[wire("createdAt", clear)]
        pub created_at: Option<Timestamp>,
        /// When the campaign was last changed.
        #[wire("updatedAt", clear)]
        pub updated_at: Option<Timestamp>,
        /// When the campaign was launched, resumed and completed.
        #[wire("processTimings", nested)]
        pub process_timings: Option<ProcessTimings>,
    }
}

object! {
    /// Milestones of a campaign, from `campaign.processTimings`.
    #[rules(crate::validate::event::process_timings)]
    pub struct ProcessTimings {
        /// When the first calls went out. `null` or absent: not launched.
        #[wire("launchAt", clear)]
        pub launch_at: Option<Timestamp>,
        /// When the campaign was resumed after a pause. `null` in every published example.
        #[wire("resumeAt", clear)]
        pub resume_at: Option<Timestamp>,
        /// When the last call was settled. May be `null` even in `campaign_report`.
        #[wire("completedAt", clear)]
        pub completed_at: Option<Timestamp>,
    }
}
