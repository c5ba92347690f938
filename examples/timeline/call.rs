//! What the picture of a call shows.

use std::time::Duration;

use interactly_webhooks::CallRecord;
use interactly_webhooks::message::Message;
use interactly_webhooks::wire::{Number, Timestamp};

use crate::answers::{self, Answer};
use crate::marks::{self, Kind, Mark};
use crate::spans::{self, Source, Span};

/// So much of the time after a call was forwarded is drawn, in milliseconds: nothing is known of it.
const FORWARDED: f64 = 20_000.0;

/// No position is further from the start of a call than this, in milliseconds: 31 days.
const LIMIT: f64 = 31.0 * 86_400_000.0;

/// A call as lanes and segments. All times are milliseconds from the start of the call.
pub(crate) struct Call<'a> {
    /// What else is known.
    pub(crate) record: &'a CallRecord,
    /// Who spoke when, by start.
    pub(crate) spans: Vec<Span<'a>>,
    /// How long the person waited for each answer, by time.
    pub(crate) answers: Vec<Answer>,
    /// What happened besides, by time.
    pub(crate) marks: Vec<Mark>,
    /// When it ended, as far as is known.
    pub(crate) end: f64,
    /// How far the time axis goes; more than 0.
    pub(crate) extent: f64,
    /// Whether no time came, so that the messages are in their order, a second each.
    pub(crate) is_timeless: bool,
    /// How many turns and events have no place on the axis.
    pub(crate) left_out: usize,
}

impl<'a> Call<'a> {
    pub(crate) fn of(record: &'a CallRecord) -> Self {
        let clock = Clock::of(record);
        let (mut spans, mut marks) = (spans::of(record, &clock), marks::of(record, &clock));
        let found = spans.len() + marks.len();
        let of_messages = spans.iter().filter(|span| span.source != Source::Turns).count();
        spans.retain_mut(|span| clock.fit(span));
        marks.retain(|mark| mark.at >= 0.0 && mark.at <= clock.last);
        let mut left_out = found - spans.len() - marks.len();
        let is_timeless = spans.is_empty() && !record.messages().is_empty();
        if is_timeless {
            spans = spans::in_order(record);
            left_out = left_out - of_messages + marks.len();
            marks.clear();
        }
        spans.sort_by(|a, b| a.start.total_cmp(&b.start));
        marks.sort_by(|a, b| a.at.total_cmp(&b.at));
        let ends = spans.iter().map(Span::last).chain(marks.iter().map(|mark| mark.at));
        let told = ends.fold(1000.0, f64::max);
        let end = clock.length.filter(|_| !is_timeless).map_or(told, |length| length.max(told));
        let is_forwarded = marks.iter().any(|mark| mark.kind == Kind::Forwarded);
        let extent = if is_forwarded { end.min(told + FORWARDED) } else { end };
        Self { record, answers: answers::of(&spans), spans, marks, end, extent, is_timeless, left_out }
    }
}

/// Where the times of a call come from.
pub(crate) struct Clock {
    /// When the call started.
    start: Option<Timestamp>,
    /// How long it took, if that makes sense.
    length: Option<f64>,
    /// The last position that makes sense.
    last: f64,
}

impl Clock {
    fn of(record: &CallRecord) -> Self {
        let call = record.call();
        let start = call.and_then(|call| call.start_at.clone()).filter(|start| start.at().is_some());
        let earliest = || {
            let times = record.messages().iter().filter_map(|message| message.timestamp.as_ref());
            times.filter(|time| time.at().is_some()).min_by_key(|time| time.at()).cloned()
        };
        let length = call.and_then(interactly_webhooks::message::Call::duration).map(milliseconds);
        let length = length.filter(|length| *length <= LIMIT);
        // Clocks differ, and sentences may outlast the call; but not for long.
        let last = length.map_or(LIMIT, |length| 2.0 * length + 60_000.0);
        Self { start: start.or_else(earliest), length, last }
    }

    /// Where a point in time is in the call.
    pub(crate) fn position(&self, time: Option<&Timestamp>) -> Option<f64> {
        let start = self.start.as_ref()?.unix_milliseconds()?;
        let elapsed = time?.unix_milliseconds()?.checked_sub(start)?;
        Some(Number::from(elapsed).as_f64())
    }

    /// Where a message says that it is in the call.
    pub(crate) fn elapsed(message: &Message) -> Option<f64> {
        let timeline = message.metrics.as_deref()?.timeline.as_ref()?;
        timeline.total_elapsed_time_ms.map(Number::as_f64)
    }

    /// Moves a span within the axis, unless it is wholly outside. An end before the start does not count.
    fn fit(&self, span: &mut Span) -> bool {
        span.end = span.end.filter(|end| *end >= span.start);
        let is_inside = span.last() >= 0.0 && span.start <= self.last;
        span.start = span.start.max(0.0);
        span.end = span.end.map(|end| end.min(self.last));
        is_inside
    }
}

pub(crate) fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
