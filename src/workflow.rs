//! Workflow events: bodies with a `workflow` member, posted without the `message` wrapper.

mod run;
mod subscription;

pub use run::{RunStatus, RunTrigger, WorkflowRun};
pub use subscription::WorkflowSubscription;

use crate::wire::{Timestamp, object, open_enum};

object! {
    /// A whole workflow body: what happened, to which workflow, and the run that it concerns.
    ///
    /// Delivered at least once: the same event may come again.
    pub struct WorkflowEvent {
        /// What happened.
        #[wire("event", clear)]
        pub event: Option<WorkflowEventName>,
        /// The workflow that the event belongs to. Present in every event.
        #[wire("workflow", nested)]
        pub workflow: Box<Workflow>,
        /// The run. Absent outside `workflow_run_started` and `workflow_run_completed`.
        #[wire("run", nested)]
        pub run: Option<Box<WorkflowRun>>,
    }
}

open_enum! {
    /// Name of a workflow event, from `event`; also the entries of a subscription's `actions`.
    pub enum WorkflowEventName {
        /// A workflow was created.
        Created = "workflow_created",
        /// A workflow was changed.
        Updated = "workflow_updated",
        /// A workflow was deleted.
        Deleted = "workflow_deleted",
        /// A run began.
        RunStarted = "workflow_run_started",
        /// A run is over, well or not: a failed run has no event of its own, see `run.status`.
        RunCompleted = "workflow_run_completed",
    }
}

object! {
    /// The workflow itself, from `workflow`. All workflow events carry it, the run events only its `id`,
    /// `teamId` and `name`.
    #[rules(crate::validate::event::workflow)]
    pub struct Workflow {
        /// Id of the workflow; `wf_` and a suffix in the docs.
        #[wire("id", clear)]
        pub id: Option<String>,
        /// Id of the organisation.
        #[wire("teamId", clear)]
        pub team_id: Option<String>,
        /// Name given by whoever built the workflow.
        #[wire("name", personal)]
        pub name: Option<String>,
        /// Number of the version that new runs use; 0 right after creation. Absent outside
        /// `workflow_created` and `workflow_updated`.
        #[wire("activeVersionNumber", clear)]
        pub active_version_number: Option<i64>,
        /// When the workflow was created. Absent outside `workflow_created` and `workflow_updated`.
        #[wire("createdAt", clear)]
        pub created_at: Option<Timestamp>,
        /// When the workflow was last changed. Absent outside `workflow_created` and `workflow_updated`.
        #[wire("updatedAt", clear)]
        pub updated_at: Option<Timestamp>,
        /// When the workflow was deleted. Absent outside `workflow_deleted`.
        #[wire("deletedAt", clear)]
        pub deleted_at: Option<Timestamp>,
    }
}
