//! Title, legend and notes.

use interactly_webhooks::message::Call as WireCall;
use interactly_webhooks::message::call::{CallEndTrigger, CallStatus};

use super::pen::{MARGIN, Pen, block, label};
use crate::answers::{self, PARTS};
use crate::call::{self, Call};
use crate::figures;
use crate::marks::{self, Kind};
use crate::spans::{Source, Speaker};

/// Longer ids are cut.
const ID: usize = 48;

/// Draws the title and what the colours mean. Gives the title.
pub(crate) fn draw(pen: &mut Pen, call: &Call) -> String {
    let title = title(call);
    pen.y = 30.0;
    pen.write("title", MARGIN, &title);
    for line in [about(call), counts(call)] {
        pen.y += 18.0;
        pen.write("quiet", MARGIN, line);
    }
    pen.y += 18.0;
    legend(pen, call);
    pen.y += 14.0;
    title
}

fn title(call: &Call) -> String {
    let (record, wire) = (call.record, call.record.call());
    let known = wire.and_then(|call| call.status.as_ref()).filter(|status| !status.is_unknown());
    let status = known.map_or("of unknown status", CallStatus::as_str);
    let length = wire.and_then(WireCall::duration).map(call::milliseconds);
    let cost = wire.and_then(|call| call.cost.as_ref()?.total_cost);
    let mut parts = vec![format!("Call {status}")];
    if status != "forwarded"
        && record.events().iter().any(|event| marks::kind(event) == Some(Kind::Forwarded))
    {
        parts[0].push_str(", was forwarded");
    }
    parts.extend(length.filter(|length| *length < 1e12).map(figures::clock));
    parts.extend(cost.map(|cost| format!("cost {}", figures::short(cost.as_f64(), 4))));
    parts.join(" · ")
}

/// Which call it was.
fn about(call: &Call) -> String {
    let Some(wire) = call.record.call() else { return String::new() };
    let direction = wire.direction.as_ref().filter(|one| !one.is_unknown()).map(AsRef::as_ref);
    let kind = wire.call_type.as_ref().filter(|one| !one.is_unknown()).map(AsRef::as_ref);
    let words: Vec<_> = [direction, kind].into_iter().flatten().filter(|word| !word.is_empty()).collect();
    let ended = wire.call_end_trigger_by.as_ref().and_then(|by| match by {
        CallEndTrigger::User => Some("the person hung up"),
        CallEndTrigger::Assistant | CallEndTrigger::Bot => Some("the assistant hung up"),
        CallEndTrigger::System => Some("the platform ended it"),
        _ => None,
    });
    let id = call.record.call_id().map(|id| {
        let cut: String = id.chars().take(ID).map(super::words::harmless).collect();
        if cut.len() < id.len() { format!("{cut}…") } else { cut }
    });
    let words = (!words.is_empty()).then(|| format!("{} call", words.join(" ")));
    let parts: Vec<_> = [words, ended.map(str::to_owned), id].into_iter().flatten().collect();
    parts.join(" · ")
}

/// What happened in it, in figures.
fn counts(call: &Call) -> String {
    let by = |speaker| call.spans.iter().filter(move |span| span.speaker == speaker);
    let cut = by(Speaker::Assistant).filter(|span| span.is_cut).count();
    let events = |kind| call.record.events().iter().filter(|event| marks::kind(event) == Some(kind)).count();
    let (hangs, errors) = (events(Kind::Hang), events(Kind::Error));
    let mut parts = vec![
        format!("{} of the person", figures::count(by(Speaker::Person).count(), "turn", "turns")),
        format!("{} of the assistant", by(Speaker::Assistant).count()),
    ];
    parts.extend((cut > 0).then(|| format!("{cut} cut short")));
    parts.extend((hangs > 0).then(|| figures::count(hangs, "hang", "hangs")));
    parts.extend((errors > 0).then(|| figures::count(errors, "error", "errors")));
    parts.extend(
        answers::median(&call.answers)
            .map(|delay| format!("median answer after {}", figures::seconds(delay))),
    );
    parts.join(" · ")
}

fn legend(pen: &mut Pen, call: &Call) {
    let mut keys = vec![("person", "person"), ("assistant", "assistant")];
    if call.spans.iter().any(|span| span.is_cut) {
        keys.extend([("cut", "cut short"), ("unplayed", "not played")]);
    }
    if call.answers.iter().any(|answer| answer.shares().is_some()) {
        keys.extend(PARTS);
    }
    if call.answers.iter().any(|answer| answer.shares().is_none()) {
        keys.push(("whole", "wait, parts not known"));
    }
    let mut x = MARGIN;
    for (class, name) in keys {
        let width = if class == "cut" { 2.0 } else { 10.0 };
        pen.put(block(class, (x + 5.0 - width / 2.0, pen.y - 9.0, width, 10.0)).set("rx", width / 5.0));
        pen.put(label("small", x + 14.0, pen.y, name));
        x += 26.0 + 5.8 * f64::from(u8::try_from(name.len()).unwrap_or(u8::MAX));
    }
}

/// What the picture does not show, and where it had to guess.
pub(crate) fn notes(pen: &mut Pen, call: &Call) {
    let from = |source| call.spans.iter().any(|span| span.source == source);
    let mut notes = Vec::new();
    if call.spans.is_empty() {
        notes.push("Nothing was said, or nothing is told of it.".to_owned());
    } else if call.is_timeless {
        notes.push("There are no times: the messages are in their order.".to_owned());
    } else if from(Source::Timestamp) {
        notes.push("Dots: the time of a message is known, but not how long it took.".to_owned());
    } else if from(Source::Metrics) {
        notes.push("Times are from the metrics of the messages: what was cut short is not known.".to_owned());
    }
    if call.left_out > 0 {
        let turns = figures::count(call.left_out, "turn or event has", "turns or events have");
        notes.push(format!("Not drawn: {turns} no time within the call."));
    }
    for note in notes {
        pen.y += 16.0;
        pen.write("quiet", MARGIN, note);
    }
    pen.y += 10.0;
}
