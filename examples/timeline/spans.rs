//! Who spoke when.

use std::collections::{HashMap, VecDeque};

use interactly_webhooks::CallRecord;
use interactly_webhooks::message::call::{BotTurn, TurnsStats, UserTurn};
use interactly_webhooks::message::{Message, Role};
use interactly_webhooks::wire::Number;

use crate::call::Clock;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Speaker {
    Person,
    Assistant,
    /// A role that the crate does not know, or none.
    Other,
}

impl Speaker {
    pub(crate) const ALL: [Self; 3] = [Self::Person, Self::Assistant, Self::Other];

    pub(crate) fn of(message: &Message) -> Self {
        match &message.role {
            Some(Role::User) => Self::Person,
            Some(Role::Assistant) => Self::Assistant,
            _ => Self::Other,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::Assistant => "Assistant",
            Self::Other => "Other",
        }
    }
}

/// Where the times of a span come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Source {
    /// The turns of `callStats`.
    Turns,
    /// The metrics of the message.
    Metrics,
    /// The time of the message, which is some time after what the person said.
    Timestamp,
    /// Nothing: the place in the conversation.
    Order,
}

/// Something said.
pub(crate) struct Span<'a> {
    pub(crate) speaker: Speaker,
    pub(crate) start: f64,
    /// Absent where nothing says how long it took.
    pub(crate) end: Option<f64>,
    /// Whether the person cut it short.
    pub(crate) is_cut: bool,
    /// How long the sound is that was made.
    pub(crate) made: Option<f64>,
    /// Of the person the id of the message, of the assistant the one that it answers.
    pub(crate) key: Option<&'a str>,
    pub(crate) message: Option<&'a Message>,
    pub(crate) source: Source,
}

impl Span<'_> {
    /// The last position that is known.
    pub(crate) fn last(&self) -> f64 {
        self.end.unwrap_or(self.start)
    }
}

/// The turns of both sides as the statistics have them, and what they lack from the messages.
pub(crate) fn of<'a>(record: &'a CallRecord, clock: &Clock) -> Vec<Span<'a>> {
    let stats = record.call().and_then(|call| call.stats()).and_then(|stats| stats.turns_stats.as_deref());
    let users = stats.and_then(|stats: &TurnsStats| stats.user_turns.as_deref()).unwrap_or_default();
    let bots = stats.and_then(|stats: &TurnsStats| stats.bot_turns.as_deref()).unwrap_or_default();
    let mut said = Said::of(record);
    let mut spans: Vec<_> = users.iter().map(|turn| said.user(turn)).collect();
    spans.extend(bots.iter().map(|turn| said.bot(turn)));
    let (mut key, mut free) = (None, f64::NEG_INFINITY);
    for message in record.messages() {
        let speaker = Speaker::of(message);
        if speaker == Speaker::Person {
            key = message.message_id.as_deref();
        }
        let is_told = match speaker {
            Speaker::Person => !users.is_empty(),
            Speaker::Assistant => !bots.is_empty(),
            Speaker::Other => false,
        };
        if !is_told {
            let mut span = of_message(message, clock);
            span.key = key;
            // Sentences are ready before they are played: one waits for the other.
            if speaker == Speaker::Assistant && span.source == Source::Metrics {
                let length = span.last() - span.start;
                span.start = span.start.max(free);
                span.end = span.end.map(|_| span.start + length);
                free = span.last();
            } else if speaker == Speaker::Person {
                free = f64::NEG_INFINITY;
            }
            spans.push(span);
        }
    }
    spans
}

/// The messages in their order, a second each, for want of times.
pub(crate) fn in_order(record: &CallRecord) -> Vec<Span<'_>> {
    let places = std::iter::successors(Some(0.0), |place| Some(place + 1000.0));
    let spans = record.messages().iter().zip(places).map(|(message, start)| Span {
        start,
        end: Some(start + 1000.0),
        source: Source::Order,
        ..blank(Speaker::of(message), Some(message))
    });
    spans.collect()
}

fn of_message<'a>(message: &'a Message, clock: &Clock) -> Span<'a> {
    let mut span = blank(Speaker::of(message), Some(message));
    let metrics = message.metrics.as_deref();
    if let Some(elapsed) = Clock::elapsed(message) {
        let heard = metrics.and_then(|metrics| metrics.stt.as_ref()?.duration_ms);
        let made = metrics.and_then(|metrics| metrics.tts.as_ref()?.audio_duration_ms);
        (span.start, span.source) = (elapsed, Source::Metrics);
        if span.speaker == Speaker::Person {
            // The time is that of the end.
            span.start = elapsed - heard.map_or(0.0, Number::as_f64).max(0.0);
            span.end = heard.map(|_| elapsed);
        } else {
            span.end = made.map(|made| elapsed + made.as_f64());
        }
    } else {
        // Without a time it is outside, and counted as such.
        span.start = clock.position(message.timestamp.as_ref()).unwrap_or(f64::INFINITY);
    }
    span
}

fn blank(speaker: Speaker, message: Option<&Message>) -> Span<'_> {
    let source = Source::Timestamp;
    Span { speaker, start: 0.0, end: None, is_cut: false, made: None, key: None, message, source }
}

/// Which message belongs to which turn.
struct Said<'a> {
    users: HashMap<&'a str, &'a Message>,
    /// The answers that are not given away yet, by the message that they answer.
    answers: HashMap<&'a str, VecDeque<&'a Message>>,
}

impl<'a> Said<'a> {
    fn of(record: &'a CallRecord) -> Self {
        let mut said = Self { users: HashMap::new(), answers: HashMap::new() };
        let mut last = None;
        for message in record.messages() {
            let id = message.message_id.as_deref();
            match Speaker::of(message) {
                Speaker::Person => {
                    last = id;
                    said.users.extend(id.map(|id| (id, message)));
                }
                // What comes before the person spoke answers itself.
                Speaker::Assistant => {
                    let Some(key) = last.or(id) else { continue };
                    said.answers.entry(key).or_default().push_back(message);
                }
                Speaker::Other => {}
            }
        }
        said
    }

    fn user(&self, turn: &'a UserTurn) -> Span<'a> {
        let key = turn.message_id.as_deref();
        let message = key.and_then(|key| self.users.get(key)).copied();
        let (start, end) = between(turn.start, turn.end);
        Span { start, end, key, source: Source::Turns, ..blank(Speaker::Person, message) }
    }

    fn bot(&mut self, turn: &'a BotTurn) -> Span<'a> {
        let key = turn.user_message_id.as_deref();
        let message = key.and_then(|key| self.answers.get_mut(key)?.pop_front());
        let (start, end) = between(turn.start, turn.end);
        Span {
            start,
            end,
            key,
            is_cut: turn.interrupted == Some(true),
            made: turn.audio_duration.map(|seconds| seconds.as_f64() * 1000.0),
            source: Source::Turns,
            ..blank(Speaker::Assistant, message)
        }
    }
}

/// Start and end of a turn. One of them alone is a point; none is outside.
fn between(start: Option<Number>, end: Option<Number>) -> (f64, Option<f64>) {
    let (start, end) = (start.map(Number::as_f64), end.map(Number::as_f64));
    (start.or(end).unwrap_or(f64::INFINITY), start.and(end))
}
