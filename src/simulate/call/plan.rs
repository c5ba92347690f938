//! What a call is like before anybody speaks.

use time::OffsetDateTime;

use super::assistant::Configuration;
use crate::message::Assistant;
use crate::simulate::clock::{DAY, FIRST_DAY, Milliseconds};
use crate::simulate::random::{Purpose, Random};
use crate::simulate::speech::{self, Speech};

/// What the caller asked for.
#[derive(Clone, Default, Debug)]
pub(super) struct Asked {
    pub(super) turns: Option<usize>,
    pub(super) assistant: Option<Box<Assistant>>,
    pub(super) id: Option<String>,
    pub(super) start: Option<OffsetDateTime>,
    pub(super) hang: bool,
    pub(super) error: bool,
    pub(super) forwarded: bool,
    /// The numbers of the person and of the assistant; the assistant calls.
    pub(super) numbers: Option<(String, String)>,
}

/// How a call ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ending {
    User,
    Assistant,
    /// The platform gives up.
    System,
    /// Another person took over.
    Forwarded,
}

/// What fails.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fault {
    /// The language model has had too many requests; the next attempt succeeds.
    RateLimit,
    /// The transcriber did not understand; the person says it again.
    Audio,
    /// The language model refuses the key: the call ends.
    Authentication,
}

#[derive(Debug)]
pub(super) struct Plan {
    pub(super) id: String,
    pub(super) team: String,
    pub(super) is_web: bool,
    pub(super) direction: &'static str,
    pub(super) customer: &'static str,
    pub(super) user_number: String,
    pub(super) assistant_number: String,
    pub(super) speech: &'static Speech,
    pub(super) configuration: Configuration,
    /// The start as it is said before the call is answered.
    pub(super) created: Milliseconds,
    /// The start from then on.
    pub(super) start: Milliseconds,
    pub(super) turns: usize,
    pub(super) ending: Ending,
    /// The turn after which the assistant is silent, from 1.
    pub(super) hang: Option<usize>,
    /// The turn at which something fails.
    pub(super) fault: Option<(usize, Fault)>,
    /// In how many of a hundred cases the person interrupts, where they may.
    pub(super) interrupts: usize,
}

impl Plan {
    pub(super) fn new(seed: u64, asked: &Asked, start: Option<Milliseconds>) -> Self {
        let mut ids = Random::new(seed, Purpose::Ids);
        let mut random = Random::new(seed, Purpose::Plan);
        let is_web = random.percent(40) && asked.numbers.is_none();
        let is_outbound = !is_web && random.percent(45) || asked.numbers.is_some();
        let id = match (is_web, is_outbound) {
            (true, _) => format!("WC-{}", ids.uuid()),
            (_, true) if ids.percent(40) => format!("CC-{}", ids.uuid()),
            _ => format!("CA{}", ids.hex(32)),
        };
        let team = ids.hex(24);
        let numbers = (ids.telephone(), ids.own_telephone());
        let (user, number) = asked.numbers.clone().unwrap_or(numbers);

        let wanted = if random.percent(15) || asked.forwarded { Some(Ending::Forwarded) } else { None };
        let mut figures = Random::new(seed, Purpose::Assistant);
        let configuration = match asked.assistant.as_deref() {
            Some(own) => Configuration::of(own, &mut figures),
            None => Configuration::any(speech::any(&mut random), wanted.is_some(), &mut figures),
        };
        let speech = configuration.speech;
        let customer = random.pick(speech.names);

        let turns = asked.turns.unwrap_or_else(|| 2 + random.below(8));
        let hang = (random.percent(25) || asked.hang).then(|| 1 + random.below(turns));
        let mut fault = (random.percent(20) || asked.error)
            .then(|| (1 + random.below(turns), random.pick(&[Fault::RateLimit, Fault::Audio])));
        let mut ending = random.pick(&[Ending::User, Ending::Assistant]);
        if wanted.is_some() && configuration.can_forward {
            ending = Ending::Forwarded;
        }
        // An assistant that is silent at the last turn has to answer later.
        if fault.is_some() && ending != Ending::Forwarded && hang != Some(turns) && random.percent(25) {
            ending = Ending::System;
            fault = Some((turns, Fault::Authentication));
        }
        let created = start.unwrap_or_else(|| FIRST_DAY + random.between(0, 180 * DAY));
        Self {
            id: asked.id.clone().unwrap_or(id),
            team: configuration.team.clone().unwrap_or(team),
            is_web,
            direction: if is_outbound { "outbound" } else { "inbound" },
            customer,
            user_number: if is_web { format!("web-{customer}") } else { user },
            assistant_number: if is_web { configuration.id.clone() } else { number },
            speech,
            created,
            start: created + random.between(380, 4_200),
            turns,
            ending,
            hang,
            fault,
            interrupts: if configuration.may_interrupt { random.pick(&[0, 10, 25]) } else { 0 },
            configuration,
        }
    }

    /// `call.callType`: `web` or `phone`.
    pub(super) fn call_type(&self) -> &'static str {
        if self.is_web { "web" } else { "phone" }
    }
}
