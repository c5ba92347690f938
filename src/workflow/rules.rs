//! The times of a workflow and its runs, and the URL of a subscription.

use super::{Workflow, WorkflowRun, WorkflowSubscription};
use crate::model::{Found, Rules};
use crate::validate::text::url_scheme;
use crate::validate::time::times;

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
        url_scheme("url", self.url.as_deref(), found);
    }
}
