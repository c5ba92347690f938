//! The events of a call, and what each of them carries.

use super::conversation::{Conversation, Said};
use super::plan::{Asked, Ending, Plan};
use super::stats::Stats;
use super::steps::{Event, Step, steps};
use super::{cost, message, results};
use crate::family::Family;
use crate::simulate::clock::{self, Milliseconds};
use crate::simulate::node::{Node, node};
use crate::simulate::random::{Purpose, Random};
use crate::simulate::speech::characters;
use crate::simulate::story::Story;

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
