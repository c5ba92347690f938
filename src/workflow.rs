//! Workflow events: bodies with a `workflow` member, posted without the `message` wrapper.

mod facts;
mod rules;
mod run;
mod subscription;

pub use run::{RunStatus, RunTrigger, WorkflowRun};
pub use subscription::WorkflowSubscription;

use crate::payload::{entry_points, facts, object, open_enum};
use crate::wire::Timestamp;

object! {
    /// A whole workflow body: what happened, to which workflow, and the run that it concerns.
    ///
    /// Delivered at least once: the same event may come again.
    pub struct WorkflowEvent {
        /// What happened.
        #[wire("event", Clear)]
        pub event: Option<WorkflowEventName>,
        /// The workflow that the event belongs to. Present in every event.
        #[wire("workflow", Nested)]
        pub workflow: Box<Workflow>,
        /// The run. Absent outside `workflow_run_started` and `workflow_run_completed`.
        #[wire("run", Nested)]
        pub run: Option<Box<WorkflowRun>>,
    }
}

entry_points! { WorkflowEvent WorkflowSubscription }

facts! { WorkflowEvent }

open_enum! {
    /// Name of a workflow event, from `event`; also the entries of a subscription's `actions`.
    #[values(complete)]
    pub enum WorkflowEventName {
        /// A workflow was created.
        #[doc(alias = "workflow_created")]
        Created = "workflow_created",
        /// A workflow was changed.
        #[doc(alias = "workflow_updated")]
        Updated = "workflow_updated",
        /// A workflow was deleted.
        #[doc(alias = "workflow_deleted")]
        Deleted = "workflow_deleted",
        /// A run began.
        #[doc(alias = "workflow_run_started")]
        RunStarted = "workflow_run_started",
        /// A run is over, well or not: a failed run has no event of its own, see `run.status`.
        #[doc(alias = "workflow_run_completed")]
        RunCompleted = "workflow_run_completed",
    }
}

object! {
    /// The workflow itself, from `workflow`. All workflow events carry it, the run events only its `id`,
    /// `teamId` and `name`.
    #[object(rules)]
    pub struct Workflow {
        /// Id of the workflow; `wf_` and a suffix in the docs.
        #[wire("id", Clear)]
        pub id: Option<String>,
        /// Id of the organisation.
        #[wire("teamId", Clear)]
        pub team_id: Option<String>,
        /// Name given by whoever built the workflow.
        #[wire("name", Personal)]
        pub name: Option<String>,
        /// Number of the version that new runs use; 0 right after creation. Absent outside
        /// `workflow_created` and `workflow_updated`.
        #[wire("activeVersionNumber", Clear)]
        pub active_version_number: Option<i64>,
        /// When the workflow was created. Absent outside `workflow_created` and `workflow_updated`.
        #[wire("createdAt", Clear)]
        pub created_at: Option<Timestamp>,
        /// When the workflow was last changed. Absent outside `workflow_created` and `workflow_updated`.
        #[wire("updatedAt", Clear)]
        pub updated_at: Option<Timestamp>,
        /// When the workflow was deleted. Absent outside `workflow_deleted`.
        #[wire("deletedAt", Clear)]
        pub deleted_at: Option<Timestamp>,
    }
}
