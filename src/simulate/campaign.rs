//! Campaigns: their calls, their status and their report.

use time::OffsetDateTime;

use super::bodies::{Bodies, Changes, changes};
use super::clock::{self, DAY, FIRST_DAY, Milliseconds};
use super::node::{Node, node};
use super::random::{Purpose, Random};
use super::story::Story;
use super::{Call, SimulateError};
use crate::family::Family;

/// The most calls that a campaign can have.
const MOST_CALLS: usize = 10_000;

/// A campaign, from its launch to its report.
///
/// ```
/// use interactly_webhooks::simulate::Campaign;
///
/// let campaign = Campaign::from_seed(3).calls(5);
/// let bodies: Vec<_> = campaign.bodies()?.collect();
///
/// let report = bodies.last().expect("a body").webhook().expect("sound");
/// let event = report.as_campaign().expect("of a campaign");
/// let report = event.report.as_deref().expect("the report");
/// assert_eq!(report.total_calls, Some(5));
/// # Ok::<(), interactly_webhooks::simulate::SimulateError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Campaign {
    seed: u64,
    calls: Option<usize>,
    start: Option<OffsetDateTime>,
    changes: Changes,
}

changes! { Campaign }

impl Campaign {
    /// The campaign of this seed: the same on every machine, in every build.
    #[must_use]
    pub fn from_seed(seed: u64) -> Self {
        Self { seed, calls: None, start: None, changes: Changes::default() }
    }

    /// How many people are called; 1 to 10,000.
    #[must_use]
    pub fn calls(mut self, calls: usize) -> Self {
        self.calls = Some(calls);
        self
    }

    /// When the campaign is launched; a fraction of a millisecond is left out.
    #[must_use]
    pub fn starts_at(mut self, start: OffsetDateTime) -> Self {
        self.start = Some(start);
        self
    }

    /// The bodies in the order of their delivery.
    ///
    /// # Errors
    ///
    /// If the number of calls is out of range, the start is not a possible time for a campaign, a mishap is not one of
    /// campaigns, or a value was set at a place that no body has.
    pub fn bodies(&self) -> Result<Bodies, SimulateError> {
        let mut steps: Vec<_> =
            self.rows()?.into_iter().map(|row| (row.end, Step::Call(Box::new(row)))).collect();
        steps.sort_by_key(|(time, _)| *time);
        let mut random = Random::new(self.seed, Purpose::Campaign);
        let launched = self.launch()?;
        let last = steps.last().map_or(launched, |(time, _)| *time);
        if random.percent(30) && steps.len() > 1 {
            // People who are being called are called to the end, so calls go on while it is paused.
            let paused = random.between(launched + 1, last - 1);
            let resumed = random.between(paused, last);
            steps.extend([(paused, Step::Status("paused")), (resumed, Step::Status("processing"))]);
        }
        steps.push((launched, Step::Status("processing")));
        steps.sort_by_key(|(time, _)| *time);
        steps.push((last + random.between(800, 9_000), Step::Report));
        let created = launched - random.between(60_000, 3 * DAY);
        let mut ids = Random::new(self.seed, Purpose::CampaignIds);
        let story = CampaignStory {
            id: ids.hex(24),
            team: ids.hex(24),
            created,
            launched,
            events: with_updates(steps),
        };
        Bodies::new(story, self.seed, &self.changes)
    }

    /// The calls that were answered. Their server messages have the ids that the campaign's events name.
    ///
    /// # Errors
    ///
    /// As [`Campaign::bodies`].
    pub fn conversations(&self) -> Result<Vec<Call>, SimulateError> {
        Ok(self.rows()?.into_iter().filter_map(|row| row.conversation).collect())
    }

    fn launch(&self) -> Result<Milliseconds, SimulateError> {
        match self.start {
            Some(start) => clock::start(start),
            None => {
                Ok(FIRST_DAY + Random::new(self.seed, Purpose::CampaignLaunch).between(4 * DAY, 180 * DAY))
            }
        }
    }

    fn rows(&self) -> Result<Vec<Row>, SimulateError> {
        let launched = self.launch()?;
        let mut random = Random::new(self.seed, Purpose::CampaignCalls);
        let calls = self.calls.unwrap_or_else(|| 3 + random.below(10));
        if !(1..=MOST_CALLS).contains(&calls) {
            return Err(SimulateError::Count { what: "calls", found: calls, most: MOST_CALLS });
        }
        let assistant = random.own_telephone();
        let mut created = launched;
        (0..calls)
            .map(|_| {
                created += random.between(2_000, 90_000);
                Row::new(created, &assistant, &mut random)
            })
            .collect()
    }
}

/// A person who was called.
struct Row {
    id: String,
    status: &'static str,
    outcome: &'static str,
    conversation_id: String,
    conversation: Option<Call>,
    assistant: String,
    person: String,
    name: &'static str,
    zip: i64,
    created: Milliseconds,
    end: Milliseconds,
}

impl Row {
    fn new(created: Milliseconds, assistant: &str, random: &mut Random) -> Result<Self, SimulateError> {
        let start = OffsetDateTime::from_unix_timestamp_nanos(i128::from(created + 1_500) * 1_000_000);
        let person = random.telephone();
        let call = Call::from_seed(random.seed())
            .starts_at(start.map_err(|_| SimulateError::Start)?)
            .between(person.clone(), assistant.to_owned());
        let facts = call.facts()?;
        let (status, outcome) = match random.below(10) {
            0..7 => ("completed", random.pick(&["confirmed", "rescheduled", "voicemail", "left a message"])),
            7..9 => ("completed", "no_answer"),
            _ => ("failed", "busy"),
        };
        let is_answered = status == "completed" && outcome != "no_answer";
        Ok(Self {
            id: random.hex(24),
            status,
            outcome,
            conversation_id: facts.id,
            conversation: is_answered.then_some(call),
            assistant: assistant.to_owned(),
            person,
            name: facts.customer,
            zip: random.between(10_000, 99_999),
            created,
            end: if is_answered { facts.end } else { created + 1_500 } + random.between(400, 45_000),
        })
    }

    fn node(&self) -> Node {
        node!({
            "id": self.id.clone(),
            "status": self.status,
            "outcome": self.outcome,
            "conversationId": self.conversation_id.clone(),
            "assistantNumber": self.assistant.clone(),
            "phoneNumber": self.person.clone(),
            "collectedInformation": node!({"leadName": self.name, "zip": self.zip.to_string()}),
            "errorCode": Node::Null,
            "errorMessage": Node::Null,
            "createdAt": clock::text(self.created),
            "updatedAt": clock::text(self.end),
        })
    }
}

/// A campaign that has happened.
struct CampaignStory {
    id: String,
    team: String,
    created: Milliseconds,
    launched: Milliseconds,
    /// The events, each with the time of the campaign's last update.
    events: Vec<(Milliseconds, Step)>,
}

enum Step {
    Status(&'static str),
    Call(Box<Row>),
    Report,
}

/// The campaign is updated when its status changes, and at the end.
fn with_updates(steps: Vec<(Milliseconds, Step)>) -> Vec<(Milliseconds, Step)> {
    let mut latest = Milliseconds::MIN;
    let updated = steps.into_iter().map(|(time, step)| {
        if !matches!(step, Step::Call(_)) {
            latest = time;
        }
        (latest, step)
    });
    updated.collect()
}

impl CampaignStory {
    /// How many calls have this status, or any.
    fn count(&self, status: Option<&str>) -> i64 {
        let is_counted = |step: &&(Milliseconds, Step)| match &step.1 {
            Step::Call(row) => status.is_none_or(|status| row.status == status),
            _ => false,
        };
        i64::try_from(self.events.iter().filter(is_counted).count()).unwrap_or(i64::MAX)
    }
}

impl Story for CampaignStory {
    fn family(&self) -> Family {
        Family::Campaign
    }

    fn len(&self) -> usize {
        self.events.len()
    }

    fn body(&self, index: usize) -> Node {
        let (updated, step) = &self.events[index];
        let campaign = node!({
            "id": self.id.clone(),
            "teamId": self.team.clone(),
            "name": "Spring checkups",
            "createdAt": clock::text(self.created),
            "updatedAt": clock::text(*updated),
            "processTimings": node!({
                "launchAt": clock::text(self.launched),
                "resumeAt": Node::Null,
                "completedAt": Node::Null,
            }),
        });
        match step {
            Step::Status(status) => {
                node!({"event": "campaign_status", "campaign": campaign, "status": *status})
            }
            Step::Call(row) => node!({"event": "call_status", "campaign": campaign, "call": row.node()}),
            Step::Report => node!({
                "event": "campaign_report",
                "campaign": campaign,
                "report": node!({
                    "totalCalls": self.count(None),
                    "completedCalls": self.count(Some("completed")),
                    "failedCalls": self.count(Some("failed")),
                }),
            }),
        }
    }
}
