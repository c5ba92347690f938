//! Campaign and workflow events: their times.

use super::Check;
use super::time::times;
use crate::campaign::{Campaign, CampaignCall, ProcessTimings};
use crate::workflow::{Workflow, WorkflowRun};

pub(crate) fn campaign(campaign: &Campaign, check: &mut Check<'_>) {
    times(("createdAt", &campaign.created_at), ("updatedAt", &campaign.updated_at), check);
}

pub(crate) fn process_timings(timings: &ProcessTimings, check: &mut Check<'_>) {
    times(("launchAt", &timings.launch_at), ("completedAt", &timings.completed_at), check);
}

pub(crate) fn campaign_call(call: &CampaignCall, check: &mut Check<'_>) {
    times(("createdAt", &call.created_at), ("updatedAt", &call.updated_at), check);
}

pub(crate) fn workflow(workflow: &Workflow, check: &mut Check<'_>) {
    times(("createdAt", &workflow.created_at), ("updatedAt", &workflow.updated_at), check);
}

pub(crate) fn run(run: &WorkflowRun, check: &mut Check<'_>) {
    times(("startedAt", &run.started_at), ("completedAt", &run.completed_at), check);
}
