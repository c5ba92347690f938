//! The events of a call in their order: when each comes.

use super::conversation::{Conversation, Incident};
use super::faults;
use super::plan::{Ending, Plan};
use crate::simulate::clock::Milliseconds;
use crate::simulate::node::Node;
use crate::simulate::random::Random;

/// An event.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) time: Milliseconds,
    pub(super) event: Event,
    /// The number of messages that it carries.
    pub(super) messages: usize,
}

#[derive(Clone, Debug)]
pub(super) enum Event {
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
    pub(super) fn name(&self) -> &'static str {
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

    pub(super) fn status(&self) -> &'static str {
        match self {
            Self::Initiated => "initiated",
            Self::Queued => "queued",
            Self::Ongoing | Self::Update | Self::Hang | Self::Error(_) => "ongoing",
            Self::Forwarded => "forwarded",
            Self::Finished | Self::Report => "finished",
        }
    }

    /// The members of the assistant that the event carries; `None` for all.
    pub(super) fn assistant(&self) -> Option<&'static [&'static str]> {
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

/// The events in the order of their times, and when the call ended.
pub(super) fn steps(
    plan: &Plan,
    conversation: &Conversation,
    random: &mut Random,
) -> (Vec<Step>, Milliseconds) {
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
    let mut end = latest.max(plan.start + conversation.end);
    match plan.ending {
        Ending::User => end += random.between(400, 2_500),
        Ending::Assistant => end += random.between(250, 900),
        Ending::System => end += random.between(500, 1_500),
        Ending::Forwarded => {
            let forwarded = end + random.between(100, 600);
            steps.push(step(forwarded, Event::Forwarded, count));
            end = forwarded + random.between(4_000, 180_000);
        }
    }
    let finished = end + random.between(12, 90);
    steps.push(step(finished, Event::Finished, count));
    steps.push(step(finished + random.between(700, 6_000), Event::Report, count));
    (steps, end)
}
