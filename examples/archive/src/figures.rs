//! What is summed up call by call, once all that is known of a call is together.

use std::collections::BTreeMap;

use interactly_webhooks::CallRecord;
use interactly_webhooks::wire::Number;

use crate::counts::{Words, add};
use crate::measure::Measure;
use crate::words::{NONE, Vendors, status_of};

/// The parts of an answer that are timed.
pub(crate) const PARTS: [&str; 4] = ["stt", "end_of_utterance", "llm", "tts"];

/// Figures of calls. Those of parts add up to those of the whole, in any order.
#[derive(Clone, Default)]
pub(crate) struct Figures {
    pub(crate) calls: u64,
    pub(crate) ended: u64,
    pub(crate) by_status: Words,
    /// How long calls took, in seconds.
    pub(crate) length: Measure,
    /// What they cost in all.
    pub(crate) cost: Measure,
    /// How often people interrupted.
    pub(crate) barge_ins: u64,
    pub(crate) calls_with_barge_ins: u64,
    /// How long people waited for an answer, in milliseconds.
    pub(crate) response: Measure,
    /// How long a part of a turn took, in milliseconds, by part and vendor.
    pub(crate) latencies: BTreeMap<&'static str, BTreeMap<String, Measure>>,
}

impl Figures {
    /// Adds a call.
    pub(crate) fn call(&mut self, record: &CallRecord) {
        self.calls += 1;
        self.ended += u64::from(record.is_ended());
        add(&mut self.by_status, status_of(record.message()), 1);
        if let Some(call) = record.call() {
            if let Some(length) = call.duration() {
                self.length.add(length.as_secs_f64());
            }
            if let Some(cost) = call.cost.as_deref().and_then(|cost| cost.total_cost) {
                self.cost.add(cost.as_f64());
            }
            let barge_ins = call.barge_ins().and_then(|count| u64::try_from(count).ok()).unwrap_or(0);
            self.barge_ins += barge_ins;
            self.calls_with_barge_ins += u64::from(barge_ins > 0);
            call.response_times().iter().for_each(|time| self.response.add(time.as_f64()));
        }
        let vendors = Vendors::of(record);
        for message in record.messages() {
            let times = message.latencies();
            let times: [(Option<Number>, &str); 4] = [
                (times.stt, vendors.stt),
                // The platform notices it itself.
                (times.end_of_utterance, NONE),
                (times.llm, vendors.llm),
                (times.tts, vendors.tts),
            ];
            for (part, (time, vendor)) in PARTS.into_iter().zip(times) {
                if let Some(time) = time {
                    measure(self.latencies.entry(part).or_default(), vendor).add(time.as_f64());
                }
            }
        }
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.calls += other.calls;
        self.ended += other.ended;
        other.by_status.iter().for_each(|(status, count)| add(&mut self.by_status, status, *count));
        self.length.merge(&other.length);
        self.cost.merge(&other.cost);
        self.barge_ins += other.barge_ins;
        self.calls_with_barge_ins += other.calls_with_barge_ins;
        self.response.merge(&other.response);
        for (part, vendors) in &other.latencies {
            let mine = self.latencies.entry(part).or_default();
            for (vendor, times) in vendors {
                measure(mine, vendor).merge(times);
            }
        }
    }
}

fn measure<'a>(vendors: &'a mut BTreeMap<String, Measure>, vendor: &str) -> &'a mut Measure {
    vendors.entry(vendor.to_owned()).or_default()
}
