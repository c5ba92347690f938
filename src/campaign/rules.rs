//! The times of a campaign and its calls, and what an enabled webhook needs.

use super::{Campaign, CampaignCall, CampaignWebhookConfig, ProcessTimings};
use crate::model::{Found, Rules};
use crate::validate::code;
use crate::validate::text::url_scheme;
use crate::validate::time::times;

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
        url_scheme("url", self.url.as_deref(), found);
        if self.events.as_deref().unwrap_or_default().is_empty() {
            let message = "found no event, expected at least 1: the webhook is enabled".to_owned();
            found.found(&["events"], &code::WEBHOOK_INCOMPLETE, message);
        }
    }
}
