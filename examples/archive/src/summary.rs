//! What is printed of an archive, for people and for machines. Nothing personal is in it: names of
//! events, values and vendors that the library does not know are `unknown`.

mod text;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::counts::{Counts, Sights, Unread, Words};
use crate::figures::Figures;
use crate::measure::Measure;

/// See the [module](self). Its JSON is what `--json` prints.
#[derive(Serialize)]
pub(crate) struct Summary<'a> {
    /// Whether Ctrl-C ended it early.
    interrupted: bool,
    bodies: Bodies<'a>,
    calls: Calls<'a>,
    /// Milliseconds, by part and vendor.
    latencies: &'a BTreeMap<&'static str, BTreeMap<String, Measure>>,
    findings: &'a Words,
    drift: &'a Sights,
    deviations: &'a Sights,
    unreadable: &'a Unread,
}

#[derive(Serialize)]
struct Bodies<'a> {
    count: u64,
    bytes: u64,
    without_call: u64,
    by_event: &'a BTreeMap<String, Words>,
}

#[derive(Serialize)]
struct Calls<'a> {
    count: u64,
    ended: u64,
    by_status: &'a Words,
    seconds: &'a Measure,
    cost: &'a Measure,
    response_ms: &'a Measure,
    barge_ins: u64,
    with_barge_ins: u64,
}

impl<'a> Summary<'a> {
    pub(crate) fn new(counts: &'a Counts, figures: &'a Figures, interrupted: bool) -> Self {
        Self {
            interrupted,
            bodies: Bodies {
                count: counts.all_bodies(),
                bytes: counts.bytes,
                without_call: counts.without_call,
                by_event: &counts.bodies,
            },
            calls: Calls {
                count: figures.calls,
                ended: figures.ended,
                by_status: &figures.by_status,
                seconds: &figures.length,
                cost: &figures.cost,
                response_ms: &figures.response,
                barge_ins: figures.barge_ins,
                with_barge_ins: figures.calls_with_barge_ins,
            },
            latencies: &figures.latencies,
            findings: &counts.findings,
            drift: &counts.drift,
            deviations: &counts.deviations,
            unreadable: &counts.unreadable,
        }
    }
}
