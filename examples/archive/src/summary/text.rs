//! The summary for people.

use std::fmt;

use super::Summary;
use crate::counts::{Place, Sights, Words};
use crate::measure::Measure;

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.interrupted {
            writeln!(f, "interrupted: this is what was read so far")?;
        }
        let bodies = &self.bodies;
        write!(f, "bodies: {}, {} bytes", bodies.count, bodies.bytes)?;
        for (family, events) in bodies.by_event {
            for (event, count) in events {
                let name = format!("{family} {event}");
                write!(f, "\n  {name:<44} {count:>10}")?;
            }
        }
        if bodies.without_call > 0 {
            write!(f, "\n  server messages that name no call            {:>10}", bodies.without_call)?;
        }
        let calls = &self.calls;
        write!(f, "\ncalls: {}, {} ended", calls.count, calls.ended)?;
        words(f, calls.by_status)?;
        measure(f, "length in seconds", calls.seconds)?;
        measure(f, "cost", calls.cost)?;
        measure(f, "wait for an answer in ms", calls.response_ms)?;
        write!(f, "\n  barge-ins {} in {} calls", calls.barge_ins, calls.with_barge_ins)?;
        f.write_str("\nlatencies of turns in ms")?;
        for (part, vendors) in self.latencies {
            for (vendor, times) in vendors {
                measure(f, &format!("{part} {vendor}"), times)?;
            }
        }
        f.write_str("\nfindings")?;
        words(f, self.findings)?;
        f.write_str("\ndrift")?;
        sights(f, self.drift)?;
        f.write_str("\ndeviations")?;
        sights(f, self.deviations)?;
        write!(f, "\nunreadable: {}", self.unreadable.count)?;
        for failure in &self.unreadable.places {
            write!(f, "\n  {}: {}", Shown(&failure.place), failure.message)?;
        }
        Ok(())
    }
}

fn words(f: &mut fmt::Formatter<'_>, words: &Words) -> fmt::Result {
    words.iter().try_for_each(|(word, count)| write!(f, "\n  {word:<44} {count:>10}"))
}

/// A line; nothing for what was never measured.
fn measure(f: &mut fmt::Formatter<'_>, name: &str, measure: &Measure) -> fmt::Result {
    let (Some(p50), Some(p95)) = (measure.percentile(0.5), measure.percentile(0.95)) else { return Ok(()) };
    let (count, sum) = (measure.count(), measure.sum());
    write!(f, "\n  {name:<34} of {count:>8}: sum {sum:.4}, p50 {p50:.4}, p95 {p95:.4}")
}

fn sights(f: &mut fmt::Formatter<'_>, sights: &Sights) -> fmt::Result {
    for (name, sight) in &sights.by_name {
        write!(f, "\n  {name} {} first at {}", sight.count, Shown(&sight.first))?;
    }
    if sights.others > 0 {
        write!(f, "\n  others {}", sights.others)?;
    }
    Ok(())
}

/// `file:line`, and in an array the element.
struct Shown<'a>(&'a Place);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.file)?;
        self.0.line.map_or(Ok(()), |line| write!(f, ":{line}"))?;
        self.0.element.map_or(Ok(()), |index| write!(f, " /{index}"))
    }
}
