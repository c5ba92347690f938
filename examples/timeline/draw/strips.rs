//! The lanes: who spoke when, and the delays between them.

use svg::Node as _;
use svg::node::element::Group;

use super::pen::{CLOSE, LEFT, Pen, RIGHT, block, hover, label, line};
use super::rows::{Row, Rows};
use super::{marks, words};
use crate::answers::{Answer, PARTS};
use crate::call::Call;
use crate::figures;
use crate::marks::Kind;
use crate::spans::{Source, Span, Speaker};

/// How high a lane is, and the delays between the first two.
const LANE: f64 = 16.0;
const DELAY: f64 = 8.0;

pub(crate) fn draw(pen: &mut Pen, call: &Call, with_words: bool) {
    let rows = Rows::of(call.extent);
    let has_other = call.spans.iter().any(|span| span.speaker == Speaker::Other);
    for row in rows.each() {
        let marks = call.marks.iter().filter(|mark| row.part(mark.at, mark.at).is_some());
        let marks: Vec<_> = marks.collect();
        let top = pen.y + 16.0;
        let height = LANE * 2.0 + DELAY + 4.0 + if has_other { LANE + 4.0 } else { 0.0 };
        pen.put(block("lanes", (LEFT, top - 3.0, row.x(row.to) - LEFT, height + 6.0)).set("rx", 3));
        for tick in rows.ticks(row) {
            let x = row.x(tick);
            pen.put(line("tick", x, top - 3.0, top + height + 3.0));
            if !call.is_timeless {
                let is_last = x > RIGHT - 8.0;
                let (class, x) = if is_last { ("axis end", RIGHT + 12.0) } else { ("axis", x) };
                pen.put(label(class, x, top - 7.0, figures::clock(tick)));
            }
        }
        handed_over(pen, call, row, (top - 3.0, height + 6.0));
        for (speaker, y) in Speaker::ALL.into_iter().zip([0.0, LANE + DELAY + 4.0, 2.0 * LANE + DELAY + 8.0])
        {
            if speaker != Speaker::Other || has_other {
                pen.put(label("lane", LEFT - 8.0, top + y + 12.0, speaker.name()));
                let spans = call.spans.iter().filter(|span| span.speaker == speaker);
                lane(pen, &spans.collect::<Vec<_>>(), row, top + y, with_words);
            }
        }
        delays(pen, &call.answers, row, top + LANE + 2.0);
        pen.y = top + height + 3.0;
        if !marks.is_empty() {
            marks::draw(pen, &marks, call.end, row, top - 3.0);
        }
        pen.y += 12.0;
    }
    pen.y += 4.0;
}

/// Something drawn: where, what is first in it, and how much.
struct Drawn<'a> {
    x: f64,
    right: f64,
    first: &'a Span<'a>,
    count: usize,
    last: f64,
}

fn lane(pen: &mut Pen, spans: &[&Span], row: Row, y: f64, with_words: bool) {
    let mut drawn: Vec<Drawn> = Vec::new();
    let mut unplayed = Vec::new();
    for (index, span) in spans.iter().enumerate() {
        let Some((x, width)) = row.part(span.start, span.last()) else { continue };
        // A lane has no room for what was not played once the next sentence begins.
        let next = spans.get(index + 1).map_or(f64::INFINITY, |next| next.start);
        match drawn.last_mut() {
            Some(last) if x - last.x < CLOSE => {
                last.right = last.right.max(x + width);
                last.last = last.last.max(span.last());
                last.count += 1;
            }
            _ => {
                drawn.push(Drawn { x, right: x + width, first: span, count: 1, last: span.last() });
            }
        }
        if span.is_cut {
            unplayed.push((*span, next));
        }
    }
    let mut free = f64::NEG_INFINITY;
    for (span, next) in unplayed {
        let (from, to) = (span.last(), (span.start + span.made.unwrap_or(0.0)).min(next));
        let Some((x, width)) = row.part(from, to).filter(|(x, _)| from < to && *x >= free) else { continue };
        free = x + CLOSE;
        let made = block("unplayed", (x, y + 1.0, width, LANE - 2.0)).set("rx", 2);
        pen.put(made.add(hover("Made, but not played")));
    }
    for one in drawn {
        let class = if one.first.speaker == Speaker::Person { "person" } else { "assistant" };
        let is_point = one.first.end.is_none() && one.count == 1;
        let (x, width) =
            if is_point { (one.x - 4.0, 8.0) } else { (one.x, (one.right - one.x - 1.0).max(1.5)) };
        let (top, height) = if is_point { (y + 4.0, 8.0) } else { (y, LANE) };
        let shape = block(class, (x, top, width, height)).set("rx", if is_point { 4 } else { 2 });
        pen.put(shape.add(hover(about(&one, with_words))));
        if one.first.is_cut && one.first.last() <= row.to {
            pen.put(block("cut", (one.right - 1.0, y - 2.0, 2.0, LANE + 4.0)));
        }
    }
}

/// What is told of a block where the mouse rests.
fn about(drawn: &Drawn, with_words: bool) -> String {
    let span = drawn.first;
    let (name, from) = (span.speaker.name(), figures::position(span.start));
    if drawn.count > 1 {
        return format!("{name}: {} turns, {from} to {}", drawn.count, figures::position(drawn.last));
    }
    let mut told = vec![match (span.source, span.end) {
        (Source::Order, _) => format!("{name}: time not known"),
        (_, Some(end)) => {
            let length = figures::seconds(end - span.start);
            format!("{name}: {from} to {}, {length}", figures::position(end))
        }
        (_, None) => format!("{name}: {from}"),
    }];
    if span.is_cut {
        let made = span.made.map(|made| format!(" of {} s that were made", figures::short(made / 1000.0, 1)));
        told.push(format!("cut short{}", made.unwrap_or_default()));
    }
    let metrics = span.message.and_then(|message| message.metrics.as_deref());
    if let Some(confidence) = metrics.and_then(|metrics| metrics.stt.as_ref()?.confidence) {
        told.push(format!("confidence {}", figures::short(confidence.as_f64(), 2)));
    }
    if metrics.and_then(|metrics| metrics.tts.as_ref()?.is_cache_playing) == Some(true) {
        told.push("from the cache".to_owned());
    }
    let words = span.message.filter(|_| with_words).map(|message| format!("\n{}", words::cut(message)));
    told.join(", ") + &words.unwrap_or_default()
}

fn delays(pen: &mut Pen, answers: &[Answer], row: Row, y: f64) {
    let mut free = f64::NEG_INFINITY;
    for answer in answers {
        let end = answer.at + answer.delay;
        let Some((x, width)) = row.part(answer.at, end).filter(|(x, width)| *width >= 0.5 && *x >= free)
        else {
            continue;
        };
        free = x + CLOSE;
        let about = super::bars::about(answer);
        let mut whole = Group::new().add(hover(about));
        if answer.shares().is_none() {
            whole.append(block("whole", (x, y, width, DELAY)));
        }
        let mut from = answer.at;
        for ((class, _), share) in PARTS.into_iter().zip(answer.shares().into_iter().flatten()) {
            if let Some((x, width)) = row.part(from, from + share).filter(|(_, width)| *width >= 0.1) {
                whole.append(block(class, (x, y, width, DELAY)));
            }
            from += share;
        }
        pen.put(whole);
    }
}

/// The time after the call was forwarded, in which nobody of the platform listens.
fn handed_over(pen: &mut Pen, call: &Call, row: Row, (y, height): (f64, f64)) {
    let Some(mark) = call.marks.iter().find(|mark| mark.kind == Kind::Forwarded) else { return };
    let Some((x, width)) = row.part(mark.at, call.extent) else { return };
    let text = format!("Forwarded from {} to {}", figures::position(mark.at), figures::position(call.end));
    pen.put(block("handed", (x, y, width, height)).set("rx", 3).add(hover(text)));
}
