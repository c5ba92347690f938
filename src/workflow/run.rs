//! `run` of a workflow event.

use crate::payload::{object, open_enum};
use crate::wire::{FreeForm, Timestamp};

object! {
    /// One run of a workflow, from `run` of `workflow_run_started` and `workflow_run_completed`.
    #[object(rules)]
    pub struct WorkflowRun {
        /// Id of the run; `run_` and a suffix in the docs.
        #[wire("id", Clear)]
        pub id: Option<String>,
        /// Number of the workflow version that runs.
        #[wire("versionNumber", Clear)]
        pub version_number: Option<i64>,
        /// How far the run is. A failed run comes with `workflow_run_completed` too: only this member shows it.
        #[wire("status", Clear)]
        pub status: Option<RunStatus>,
        /// What set the run going.
        #[wire("triggeredBy", Clear)]
        pub triggered_by: Option<RunTrigger>,
        /// When the run began.
        #[wire("startedAt", Clear)]
        pub started_at: Option<Timestamp>,
        /// When the run was over. Absent before.
        #[wire("completedAt", Clear)]
        pub completed_at: Option<Timestamp>,
        /// Output of the run, usually under `collectedInformation`; the keys are the workflow's own.
        /// Absent before the end.
        #[wire("output", Personal)]
        pub output: Option<FreeForm>,
    }
}

open_enum! {
    /// How far a run is, from `run.status`.
    ///
    /// The events were documented with the first four; the others are the states of the workflow service,
    /// named by its software kit.
    #[values(complete)]
    pub enum RunStatus {
        /// Running, as the events call it.
        InProgress = "in_progress",
        /// Completed.
        Completed = "completed",
        /// Failed.
        Failed = "failed",
        /// Cancelled from outside.
        Cancelled = "cancelled",
        /// Created, not started.
        NotStarted = "not_started",
        /// Waiting to start.
        Pending = "pending",
        /// Just started.
        Started = "started",
        /// Running, as the service calls it.
        Running = "running",
        /// Paused, may be resumed.
        Paused = "paused",
        /// Waiting for a person's answer.
        WaitingForUserInput = "waiting_for_user_input",
        /// Stopped by the service because it seemed to loop.
        AbortedLoopingRisk = "aborted_looping_risk",
    }
}

open_enum! {
    /// What set a run going, from `run.triggeredBy`.
    pub enum RunTrigger {
        /// A person.
        Manual = "manual",
        /// A schedule. Named in prose only.
        Scheduled = "scheduled",
        /// Another event. Named in prose only.
        Triggered = "triggered",
    }
}
