//! Workflows: how they are made, changed, run and deleted.

use time::OffsetDateTime;

use super::bodies::{Bodies, Changes, changes};
use super::clock::{self, DAY, FIRST_DAY, Milliseconds};
use super::node::{Node, node};
use super::random::{Purpose, Random};
use super::story::Story;
use super::{SimulateError, speech};
use crate::family::Family;

/// The most runs that a workflow can have.
const MOST_RUNS: usize = 100_000;

/// A workflow, from its creation to its last run or its deletion.
///
/// ```
/// use interactly_webhooks::simulate::Workflow;
///
/// let workflow = Workflow::from_seed(5).runs(2);
/// let completed = workflow.bodies()?.filter(|body| {
///     let webhook = body.webhook().expect("it is sound");
///     webhook.event_name() == Some("workflow_run_completed")
/// });
/// assert_eq!(completed.count(), 2);
/// # Ok::<(), interactly_webhooks::simulate::SimulateError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Workflow {
    seed: u64,
    runs: Option<usize>,
    start: Option<OffsetDateTime>,
    changes: Changes,
}

changes! { Workflow }

impl Workflow {
    /// The workflow of this seed: the same on every machine, in every build.
    #[must_use]
    pub fn from_seed(seed: u64) -> Self {
        Self { seed, runs: None, start: None, changes: Changes::default() }
    }

    /// How often it runs; 1 to 100,000.
    #[must_use]
    pub fn runs(mut self, runs: usize) -> Self {
        self.runs = Some(runs);
        self
    }

    /// When the workflow is created; a fraction of a millisecond is left out.
    #[must_use]
    pub fn starts_at(mut self, start: OffsetDateTime) -> Self {
        self.start = Some(start);
        self
    }

    /// The bodies in the order of their delivery. Runs can overlap.
    ///
    /// # Errors
    ///
    /// If the number of runs is out of range, the start is not a possible time for a workflow, a mishap is not one of
    /// workflows, or a value was set at a place that no body has.
    pub fn bodies(&self) -> Result<Bodies, SimulateError> {
        let mut random = Random::new(self.seed, Purpose::Workflow);
        let mut ids = Random::new(self.seed, Purpose::WorkflowIds);
        let created = match self.start {
            Some(start) => clock::start(start)?,
            None => FIRST_DAY + random.between(0, 180 * DAY),
        };
        let runs = self.runs.unwrap_or_else(|| 1 + random.below(6));
        if !(1..=MOST_RUNS).contains(&runs) {
            return Err(SimulateError::Count { what: "runs", found: runs, most: MOST_RUNS });
        }
        let mut steps = vec![(created, Step::Saved("workflow_created", 0))];
        let mut time = created;
        for version in 1..=random.between(1, 3) {
            time += random.between(60_000, DAY);
            steps.push((time, Step::Saved("workflow_updated", version)));
        }
        let version = match steps.last() {
            Some((_, Step::Saved(_, version))) => *version,
            _ => 0,
        };
        for _ in 0..runs {
            time += random.between(5_000, 600_000);
            let run = Run::new(time, version, ids.hex(24), &mut random);
            steps.push((time, Step::Started(run.clone())));
            steps.push((run.completed, Step::Completed(run)));
        }
        steps.sort_by_key(|(time, _)| *time);
        if random.percent(30) {
            let last = steps.last().map_or(time, |(time, _)| *time);
            steps.push((last + random.between(60_000, DAY), Step::Deleted));
        }
        let story = WorkflowStory { id: ids.hex(24), team: ids.hex(24), created, steps };
        Bodies::new(story, self.seed, &self.changes)
    }
}

/// A run.
#[derive(Clone)]
struct Run {
    id: String,
    version: i64,
    status: &'static str,
    trigger: &'static str,
    started: Milliseconds,
    completed: Milliseconds,
    found: Node,
}

impl Run {
    fn new(started: Milliseconds, version: i64, id: String, random: &mut Random) -> Self {
        let status = match random.below(10) {
            0..7 => "completed",
            7..9 => "failed",
            _ => "cancelled",
        };
        let speech = speech::any(random);
        let (name, day) = (random.pick(speech.names), clock::day(started + random.between(1, 60) * DAY));
        Self {
            id,
            version,
            status,
            trigger: random.pick(&["manual", "scheduled", "triggered"]),
            started,
            completed: started + random.between(900, 900_000),
            found: if status == "completed" {
                node!({"patientName": name, "appointmentDate": day})
            } else {
                node!({})
            },
        }
    }

    fn node(&self, is_over: bool) -> Node {
        node!({
            "id": self.id.clone(),
            "versionNumber": self.version,
            "status": if is_over { self.status } else { "in_progress" },
            "triggeredBy": self.trigger,
            "startedAt": clock::text(self.started),
            "completedAt": is_over.then(|| clock::text(self.completed)),
            "output": is_over.then(|| node!({"collectedInformation": self.found.clone()})),
        })
    }
}

enum Step {
    /// The event, and the version that is active then.
    Saved(&'static str, i64),
    Started(Run),
    Completed(Run),
    Deleted,
}

/// A workflow that has happened.
struct WorkflowStory {
    id: String,
    team: String,
    created: Milliseconds,
    /// The events with their times.
    steps: Vec<(Milliseconds, Step)>,
}

impl Story for WorkflowStory {
    fn family(&self) -> Family {
        Family::Workflow
    }

    fn len(&self) -> usize {
        self.steps.len()
    }

    fn body(&self, index: usize) -> Node {
        let (time, step) = &self.steps[index];
        let (name, version) = match step {
            Step::Saved(name, version) => (*name, Some(*version)),
            Step::Started(_) => ("workflow_run_started", None),
            Step::Completed(_) => ("workflow_run_completed", None),
            Step::Deleted => ("workflow_deleted", None),
        };
        let workflow = node!({
            "id": self.id.clone(),
            "teamId": self.team.clone(),
            "name": "Reminder after a missed visit",
            "activeVersionNumber": version,
            "createdAt": version.map(|_| clock::text(self.created)),
            "updatedAt": version.map(|_| clock::text(*time)),
            "deletedAt": matches!(step, Step::Deleted).then(|| clock::text(*time)),
        });
        let run = match step {
            Step::Started(run) => run.node(false),
            Step::Completed(run) => run.node(true),
            _ => Node::Absent,
        };
        node!({"event": name, "workflow": workflow, "run": run})
    }
}
