//! The times of a campaign and its calls, and what an enabled webhook needs.

use super::{Campaign, CampaignCall, CampaignHeader, CampaignReport, CampaignWebhookConfig, ProcessTimings};
use crate::model::{Found, Rules};
use crate::validate::time::times;
use crate::validate::{code, http};

impl Rules for Campaign {
    fn check(&self, found: &mut dyn Found) {
        times(("createdAt", self.created_at.as_ref()), ("updatedAt", self.updated_at.as_ref()), found);
    }
}

impl Rules for ProcessTimings {
    fn check(&self, found: &mut dyn Found) {
        times(("launchAt", self.launch_at.as_ref()), ("completedAt", self.completed_at.as_ref()), found);
    }
}

impl Rules for CampaignCall {
    fn check(&self, found: &mut dyn Found) {
        times(("createdAt", self.created_at.as_ref()), ("updatedAt", self.updated_at.as_ref()), found);
    }
}

impl Rules for CampaignReport {
    /// No call is completed and failed at once, and some may be neither.
    fn check(&self, found: &mut dyn Found) {
        let (Some(total), Some(completed), Some(failed)) =
            (self.total_calls, self.completed_calls, self.failed_calls)
        else {
            return;
        };
        let settled = completed.saturating_add(failed);
        if settled > total {
            let message =
                format!("found {total}, expected {settled} or more, the completed and failed calls");
            found.found(&["totalCalls"], &code::REPORT_COUNT, message);
        }
    }
}

impl Rules for CampaignHeader {
    fn check(&self, found: &mut dyn Found) {
        // An absent name is one that was cut out of an example.
        if let Some(key) = self.key.as_deref() {
            let value = self.value.as_ref().map_or("", |value| value.expose());
            http::headers("key", std::iter::once((key, value)), found);
        }
    }
}

impl Rules for CampaignWebhookConfig {
    /// No source states what a campaign's webhook requires, so nothing here is an error.
    fn check(&self, found: &mut dyn Found) {
        if self.enabled != Some(true) {
            return;
        }
        if self.url.as_deref().unwrap_or_default().is_empty() {
            let message = "found no URL, expected one: the webhook is enabled".to_owned();
            found.found(&["url"], &code::WEBHOOK_INCOMPLETE, message);
        }
        http::url("url", self.url.as_deref(), &code::URL_SCHEME, found);
        if self.events.as_deref().unwrap_or_default().is_empty() {
            let message = "found no event, expected at least 1: the webhook is enabled".to_owned();
            found.found(&["events"], &code::WEBHOOK_INCOMPLETE, message);
        }
    }
}
