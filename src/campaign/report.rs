//! `report` of a campaign event.

use crate::wire::object;

object! {
    /// Totals of a campaign, from `report` of the event `campaign_report`.
    pub struct CampaignReport {
        /// Number of calls in the campaign.
        #[wire("totalCalls", clear)]
        pub total_calls: Option<i64>,
        /// Number of calls that were completed, those that nobody answered among them.
        #[wire("completedCalls", clear)]
        pub completed_calls: Option<i64>,
        /// Number of calls that failed.
        #[wire("failedCalls", clear)]
        pub failed_calls: Option<i64>,
    }
}
