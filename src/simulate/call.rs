//! Calls: their server messages in order.

mod assistant;
mod conversation;
mod cost;
mod faults;
mod message;
mod plan;
mod results;
mod sample;
mod stats;
mod steps;
mod story;

use time::OffsetDateTime;

use self::plan::Asked;
pub(super) use self::story::CallFacts;
use self::story::CallStory;
use super::bodies::{Bodies, Changes, changes};
use super::{SimulateError, clock};
use crate::message::Assistant;

/// The most turns that a call can have.
pub(super) const MOST_TURNS: usize = 10_000;

/// A call, from its first status update to its report.
///
/// The seed decides what is not set: channel and direction, who speaks which language and says what,
/// how many turns there are, whether the person interrupts, whether the assistant falls silent (`hang`),
/// something fails (`error`) or the call is forwarded, who ends it, and what the analysis finds.
///
/// ```
/// use interactly_webhooks::simulate::Call;
/// use serde_json::json;
///
/// let call = Call::from_seed(7)
///     .turns(3)
///     .set("/message/call/metadata", json!({"patient": 7}));
/// let bodies: Vec<_> = call.bodies()?.collect();
///
/// let report = bodies.last().expect("a body").webhook().expect("sound");
/// let message = report.as_server_message().expect("it is about a call");
/// let call = message.call.as_deref().expect("the call");
/// assert_eq!(call.metadata.as_ref().unwrap()["patient"], 7);
/// assert!(report.validate().is_empty() && report.drift().is_empty());
/// # Ok::<(), interactly_webhooks::simulate::SimulateError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Call {
    seed: u64,
    asked: Asked,
    changes: Changes,
}

changes! { Call }

impl Call {
    /// The call of this seed: the same on every machine, in every build.
    #[must_use]
    pub fn from_seed(seed: u64) -> Self {
        Self { seed, asked: Asked::default(), changes: Changes::default() }
    }

    /// How many times the person speaks; 1 to 10,000.
    #[must_use]
    pub fn turns(mut self, turns: usize) -> Self {
        self.asked.turns = Some(turns);
        self
    }

    /// The assistant that is called. What it says about its welcome message, interruptions, languages,
    /// analysis, forwarding and variables is followed. It gets an id and a name if it has none. Where its
    /// server names events, only these are posted.
    #[must_use]
    pub fn assistant(mut self, assistant: Assistant) -> Self {
        self.asked.assistant = Some(Box::new(assistant));
        self
    }

    /// The call's id.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.asked.id = Some(id.into());
        self
    }

    /// When the call begins; a fraction of a millisecond is left out.
    #[must_use]
    pub fn starts_at(mut self, start: OffsetDateTime) -> Self {
        self.asked.start = Some(start);
        self
    }

    /// Lets the assistant fall silent for more than five seconds, which gives a `hang`.
    #[must_use]
    pub fn with_hang(mut self) -> Self {
        self.asked.hang = true;
        self
    }

    /// Lets the language model or the transcriber fail, which gives an `error`.
    #[must_use]
    pub fn with_error(mut self) -> Self {
        self.asked.error = true;
        self
    }

    /// Lets the call be forwarded to a person. An assistant of the caller's own without a number to forward
    /// to does not forward.
    #[must_use]
    pub fn forwarded(mut self) -> Self {
        self.asked.forwarded = true;
        self
    }

    /// The bodies in the order of their delivery.
    ///
    /// # Errors
    ///
    /// If the number of turns is out of range, the start is not a possible time for a call, or a value was set at a
    /// place that no body has.
    pub fn bodies(&self) -> Result<Bodies, SimulateError> {
        Bodies::new(self.story()?, self.seed, &self.changes)
    }

    /// An outbound call over the telephone, from the second number to the first.
    pub(super) fn between(mut self, person: String, assistant: String) -> Self {
        self.asked.numbers = Some((person, assistant));
        self
    }

    /// The id, when the call ended, and whom it was with.
    pub(super) fn facts(&self) -> Result<CallFacts, SimulateError> {
        Ok(self.story()?.facts())
    }

    fn story(&self) -> Result<CallStory, SimulateError> {
        let turns = self.asked.turns;
        if let Some(found) = turns.filter(|turns| !(1..=MOST_TURNS).contains(turns)) {
            return Err(SimulateError::Count { what: "turns", found, most: MOST_TURNS });
        }
        let start = self.asked.start.map(clock::start).transpose()?;
        Ok(CallStory::new(self.seed, &self.asked, start))
    }
}
