//! `run` of a workflow event.

use crate::model::{object, open_enum};
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
        /// Where the run stands. A failed run comes with `workflow_run_completed` too: tell by this member.
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
        /// What the run brought out, commonly under `collectedInformation`; the keys are the workflow's own.
        /// Absent before the end.
        #[wire("output", Personal)]
        pub output: Option<FreeForm>,
    }
}

open_enum! {
    /// Where a run stands, from `run.status`.
    ///
    /// The events were documented with the first four; the others are the states of the workflow service,
    /// named by its software kit.
    #[values(complete)]
    pub enum RunStatus {
        /// Going on, as the events say it.
        InProgress = "in_progress",
        /// Over, went well.
        Completed = "completed",
        /// Over, went wrong.
        Failed = "failed",
        /// Stopped from outside.
        Cancelled = "cancelled",
        /// Set up, not begun.
        NotStarted = "not_started",
        /// Waits to begin.
        Pending = "pending",
        /// Has just begun.
        Started = "started",
        /// Going on, as the service says it.
        Running = "running",
        /// Halted, may go on.
        Paused = "paused",
        /// Waits for a person's answer.
        WaitingForUserInput = "waiting_for_user_input",
        /// Stopped by the service because it seemed to go in circles.
        AbortedLoopingRisk = "aborted_looping_risk",
    }
}

open_enum! {
    /// What set a run going, from `run.triggeredBy`.
    pub enum RunTrigger {
        /// A person.
        Manual = "manual",
        /// The clock. Named in prose only.
        Scheduled = "scheduled",
        /// Another event. Named in prose only.
        Triggered = "triggered",
    }
}
