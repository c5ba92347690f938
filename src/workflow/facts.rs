//! What receivers store of a workflow event.

use super::{WorkflowEvent, WorkflowEventName};
use crate::drift;
use crate::facts::{Facts, Parts, Tells, id, part};
use crate::family::Family;

impl Tells for WorkflowEvent {
    fn facts(&self) -> Facts<'_> {
        let (run, workflow) = (self.run.as_deref(), &self.workflow);
        let of_run = run.and_then(|run| run.completed_at.as_ref().or(run.started_at.as_ref()));
        let of_workflow = [&workflow.deleted_at, &workflow.updated_at, &workflow.created_at];
        Facts {
            family: Family::Workflow,
            event: self.event.as_ref().map(Into::into),
            call_id: None,
            status: run.and_then(|run| run.status.as_ref()).map(Into::into),
            time: of_run.or_else(|| of_workflow.into_iter().find_map(Option::as_ref)),
            messages: None,
        }
    }

    fn key_parts(&self) -> Option<Parts> {
        use WorkflowEventName::{RunCompleted, RunStarted};
        if matches!(self.event, Some(RunStarted | RunCompleted)) {
            let id = id(self.run.as_deref()?.id.as_ref())?.to_owned();
            return Some(Parts { id, is_exact: true, others: Vec::new() });
        }
        let workflow = &self.workflow;
        let others = vec![
            part(workflow.active_version_number),
            part(workflow.updated_at.as_ref()),
            part(workflow.deleted_at.as_ref()),
        ];
        Some(Parts { id: id(workflow.id.as_ref())?.to_owned(), is_exact: false, others })
    }

    fn unknown_members(&self) -> usize {
        drift::unknown_members(self)
    }
}
