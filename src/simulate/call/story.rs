//! The events of a call, and what each of them carries.

use super::conversation::{Conversation, Incident, Said};
use super::plan::{Asked, Ending, Plan};
use super::stats::Stats;
use super::{cost, faults, message, results};
use crate::Family;
use crate::simulate::bodies::Story;
use crate::simulate::clock::{self, Milliseconds};
use crate::simulate::node::{Node, node};
use crate::simulate::random::{Purpose, Random};
use crate::simulate::speech::characters;

/// A call that has happened.
#[derive(Debug)]
pub(crate) struct CallStory {
    plan: Plan,
    /// All messages, each printed once.
    messages: Vec<Node>,
    steps: Vec<Step>,
    /// When the call ended.
    end: Milliseconds,
    stats: Stats,
    /// The members that stay the same, each printed once.
    phone: Node,
    customer: Node,
    results: Node,
}

/// What a campaign says of a call.
pub(in crate::simulate) struct CallFacts {
    pub(in crate::simulate) id: String,
    pub(in crate::simulate) end: Milliseconds,
    pub(in crate::simulate) customer: &'static str,
}

/// An event.
#[derive(Clone, Debug)]
struct Step {
    time: Milliseconds,
    event: Event,
    /// The number of messages that it carries.
    messages: usize,
}

#[derive(Clone, Debug)]
enum Event {
    Initiated,
    Queued,
    Ongoing,
    Update,
    Hang,
    Error(Node),
    Forwarded,
    Finished,
    Report,
}

impl Event {
    fn name(&self) -> &'static str {
        match self {
            Self::Initiated | Self::Queued | Self::Ongoing | Self::Forwarded | Self::Finished => {
                "status-update"
            }
            Self::Update => "conversation-update",
            Self::Hang => "hang",
            Self::Error(_) => "error",
            Self::Report => "end-of-call-report",
        }
    }

    fn status(&self) -> &'static str {
        match self {
            Self::Initiated => "initiated",
            Self::Queued => "queued",
            Self::Ongoing | Self::Update | Self::Hang | Self::Error(_) => "ongoing",
            Self::Forwarded => "forwarded",
            Self::Finished | Self::Report => "finished",
        }
    }

    /// The members of the assistant that the event carries; `None` for all.
    fn assistant(&self) -> Option<&'static [&'static str]> {
        match self {
            Self::Initiated => Some(&["_id", "name", "welcomeMessage"]),
            Self::Queued | Self::Ongoing | Self::Forwarded | Self::Finished => None,
            Self::Update => Some(&["_id", "name", "welcomeMessage", "assistantProvider", "assistantModel"]),
            Self::Hang => Some(&[
                "_id",
                "name",
                "welcomeMessage",
                "assistantProvider",
                "assistantModel",
                "assistantSystemPrompt",
                "assistantTemperature",
                "assistantMaxTokens",
            ]),
            Self::Error(_) => {
                Some(&["_id", "name", "assistantProvider", "assistantModel", "assistantSystemPrompt"])
            }
            Self::Report => Some(&["_id", "name"]),
        }
    }
}

impl CallStory {
    pub(super) fn new(seed: u64, asked: &Asked, start: Option<Milliseconds>) -> Self {
        let plan = Plan::new(seed, asked, start);
        let conversation = Conversation::new(seed, &plan);
        let mut random = Random::new(seed, Purpose::Figures);
        let (mut steps, end) = steps(&plan, &conversation, &mut random);
        let sends = |step: &Step| plan.configuration.sends(step.event.name());
        steps.retain(sends);
        let duration = end - plan.start;
        let whole = &plan.configuration.whole;
        let prompt = whole.get("assistantSystemPrompt").and_then(Node::as_text).map_or(0, characters);
        let audio = (duration - random.between(300, 700)).max(0);
        let stats = Stats::new(&conversation, audio, prompt, &mut random);
        let messages = conversation.said.iter().map(|said| match said {
            Said::User(said) => message::of_user(said).shared(),
            Said::Assistant(said) => message::of_assistant(said).shared(),
        });
        let provider = if plan.is_web { "" } else { "twilio" };
        Self {
            messages: messages.collect(),
            steps,
            end,
            stats,
            phone: node!({"provider": node!({"name": provider})}).shared(),
            customer: node!({"number": plan.user_number.clone()}).shared(),
            results: results::results(&plan, &mut Random::new(seed, Purpose::Results)).shared(),
            plan,
        }
    }

    pub(super) fn facts(&self) -> CallFacts {
        CallFacts { id: self.plan.id.clone(), end: self.end, customer: self.plan.customer }
    }

    fn call(&self, step: &Step) -> Node {
        let plan = &self.plan;
        let event = &step.event;
        let is_early = matches!(event, Event::Initiated | Event::Queued);
        let is_initiated = matches!(event, Event::Initiated);
        let is_over = matches!(event, Event::Finished | Event::Report);
        let is_report = matches!(event, Event::Report);
        let telephone = match event {
            Event::Initiated => ["", ""],
            Event::Queued if !plan.is_web => ["ringing", "Call is ringing"],
            Event::Finished | Event::Report => ["completed", "Call is completed"],
            _ => ["in-progress", "Call is in progress"],
        };
        let duration = match event {
            Event::Initiated | Event::Queued | Event::Ongoing | Event::Update => 0,
            Event::Hang | Event::Error(_) | Event::Forwarded => step.time - plan.start,
            // Measured apart from the times of the call, so it differs a little.
            Event::Finished | Event::Report => self.end - plan.start + 7,
        };
        let end_at = match event {
            Event::Initiated => Node::Null,
            Event::Report => clock::text(self.end),
            _ => Node::Absent,
        };
        let cost = match event {
            Event::Initiated => Node::Null,
            Event::Report => cost::cost(self.end - plan.start, &self.stats),
            _ => Node::Absent,
        };
        let metrics = match event {
            Event::Initiated => node!({}),
            Event::Report => self.stats.node(),
            _ => Node::Absent,
        };
        let path = format!("{}/{}.mp3", plan.team, plan.id);
        let (bucket, path) = if is_report { ("example-recordings-01", path) } else { ("", String::new()) };
        let configuration = &plan.configuration;
        node!({
            "id": plan.id.clone(),
            "teamId": plan.team.clone(),
            "assistantId": configuration.id.clone(),
            "callType": plan.call_type(),
            "direction": if is_initiated { "" } else { plan.direction },
            "startAt": clock::text(if is_early { plan.created } else { plan.start }),
            "endAt": end_at,
            "userNumber": plan.user_number.clone(),
            "assistantNumber": plan.assistant_number.clone(),
            "status": event.status(),
            "phoneCallStatus": telephone[0],
            "phoneCallStatusReason": telephone[1],
            "callEndTriggerBy": if is_over { ended_by(plan.ending) } else { "" },
            "assistantCallDuration": duration,
            "analysis": node!({
                "summary": "",
                "successEvaluation": "",
                "guardrails": is_report.then_some("DISABLED"),
            }),
            "recording": node!({"s3Bucket": bucket, "path": path}),
            "cost": cost,
            "assistantOverrides":
                if is_early { configuration.early_overrides.clone() } else { configuration.overrides.clone() },
            "metadata": node!({}),
            "metrics": metrics,
        })
    }
}

fn ended_by(ending: Ending) -> &'static str {
    match ending {
        Ending::User | Ending::Forwarded => "user",
        Ending::Assistant => "bot",
        Ending::System => "system",
    }
}

/// The events in the order of their times, and when the call ended.
fn steps(plan: &Plan, conversation: &Conversation, random: &mut Random) -> (Vec<Step>, Milliseconds) {
    let provider =
        plan.configuration.whole.get("assistantProvider").and_then(Node::as_text).unwrap_or_default();
    let step = |time, event, messages| Step { time, event, messages };
    let queued = (plan.created + random.between(150, 370)).min(plan.start);
    let mut steps = vec![
        step(plan.created + random.between(20, 140), Event::Initiated, 0),
        step(queued, Event::Queued, 0),
        step(plan.start + random.between(2, 12), Event::Ongoing, 0),
    ];
    for (index, said) in conversation.said.iter().enumerate() {
        steps.push(step(said.time() + random.between(1, 3), Event::Update, index + 1));
    }
    for (time, incident, messages) in &conversation.incidents {
        let event = match incident {
            Incident::Hang => Event::Hang,
            Incident::Error(fault) => Event::Error(faults::error(*fault, provider, *time, random)),
        };
        steps.push(step(*time, event, *messages));
    }
    // An event never comes before a message that it carries, and no two have one time.
    steps.sort_by_key(|step| (step.messages, step.time));
    let mut latest = Milliseconds::MIN;
    for step in &mut steps {
        step.time = step.time.max(latest + 1);
        latest = step.time;
    }
    let count = conversation.said.len();
    let mut end = plan.start + conversation.end;
    match plan.ending {
        Ending::User => end += random.between(400, 2_500),
        Ending::Assistant => end += random.between(250, 900),
        Ending::System => end += random.between(500, 1_500),
        Ending::Forwarded => {
            let forwarded = (end + random.between(100, 600)).max(latest + 1);
            steps.push(step(forwarded, Event::Forwarded, count));
            end = forwarded + random.between(4_000, 180_000);
        }
    }
    let end = end.max(latest + 1);
    let finished = end + random.between(12, 90);
    steps.push(step(finished, Event::Finished, count));
    steps.push(step(finished + random.between(700, 6_000), Event::Report, count));
    (steps, end)
}

impl Story for CallStory {
    fn family(&self) -> Family {
        Family::ServerMessage
    }

    fn len(&self) -> usize {
        self.steps.len()
    }

    fn assistant_and_customer(&self) -> Option<(&Node, &'static str)> {
        Some((&self.plan.configuration.whole, self.plan.customer))
    }

    fn body(&self, index: usize) -> Node {
        let step = &self.steps[index];
        let event = &step.event;
        let whole = &self.plan.configuration.whole;
        let assistant = event.assistant().map_or_else(|| whole.clone(), |names| whole.only(names));
        let is_initiated = matches!(event, Event::Initiated);
        let has_messages = event.name() != "status-update";
        let analysis = match event {
            Event::Initiated => Node::Absent,
            Event::Report => self.results.clone(),
            _ => node!({}),
        };
        let error = match event {
            Event::Error(error) => error.clone(),
            _ => Node::Absent,
        };
        node!({"message": node!({
            "timestamp": step.time,
            "type": event.name(),
            "call": self.call(step),
            "assistant": assistant,
            "messages": has_messages.then(|| Node::Array(self.messages[..step.messages].to_vec())),
            "phone": (!is_initiated).then(|| self.phone.clone()),
            "customer": (!is_initiated).then(|| self.customer.clone()),
            "analysis": analysis,
            "error": error,
        })})
    }
}
