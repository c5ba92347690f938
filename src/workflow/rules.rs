//! The times of a workflow and its runs, and the URL of a subscription.

use super::{Workflow, WorkflowRun, WorkflowSubscription};
use crate::model::{Found, Rules};
use crate::validate::time::times;
use crate::validate::{code, http};

impl Rules for Workflow {
    fn check(&self, found: &mut dyn Found) {
        times(("createdAt", self.created_at.as_ref()), ("updatedAt", self.updated_at.as_ref()), found);
    }
}

impl Rules for WorkflowRun {
    fn check(&self, found: &mut dyn Found) {
        times(("startedAt", self.started_at.as_ref()), ("completedAt", self.completed_at.as_ref()), found);
    }
}

impl Rules for WorkflowSubscription {
    /// Lengths and ranges are bounds of the members.
    fn check(&self, found: &mut dyn Found) {
        http::url("url", self.url.as_deref(), &code::URL_SCHEME, found);
        let is_on = self.enabled != Some(false);
        // In an update, absent `actions` means unchanged.
        if is_on && self.actions.as_ref().map_or(*self == Self::default(), Vec::is_empty) {
            let message = "found no event, expected at least 1".to_owned();
            found.found(&["actions"], &code::SUBSCRIPTION_EMPTY, message);
        }
    }
}
