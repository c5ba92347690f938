//! `report` of a campaign event.

use crate::payload::object;
use crate::validate::bounds::COUNT;

object! {
    /// Totals of a campaign, from `report` of the event `campaign_report`.
    #[object(rules)]
    pub struct CampaignReport {
        /// Number of calls in the campaign.
        #[wire("totalCalls", Clear, bound(COUNT))]
        pub total_calls: Option<i64>,
        /// Number of calls that were completed, including those that nobody answered.
        #[wire("completedCalls", Clear, bound(COUNT))]
        pub completed_calls: Option<i64>,
        /// Number of calls that failed.
        #[wire("failedCalls", Clear, bound(COUNT))]
        pub failed_calls: Option<i64>,
    }
}
