//! The times of a call, its cost and its figures.

use super::{BotTurn, Call, CallStats, Cost, TtsStats, UserTurn};
use crate::message::messages::repeated_ids;
use crate::model::{Found, Rules};
use crate::validate::bounds::{COST_TOLERANCE, DURATION_TOLERANCE};
use crate::validate::code;
use crate::validate::time::{offsets, times};
use crate::wire::{Number, Timestamp};

impl Rules for Call {
    fn check(&self, found: &mut dyn Found) {
        times(("startAt", self.start_at.as_ref()), ("endAt", self.end_at.as_ref()), found);
        if let Some(elapsed) = elapsed(self.start_at.as_ref(), self.end_at.as_ref()) {
            // It is 0 until the call ends.
            let assistant = self.assistant_call_duration.map(Number::as_f64);
            if let Some(duration) = assistant.filter(|duration| *duration > 0.0) {
                about(&["assistantCallDuration"], duration, (1000.0, "ms"), elapsed, found);
            }
            let billed = self.cost.as_ref().and_then(|cost| cost.call_duration).map(Number::as_f64);
            if let Some(duration) = billed.filter(|duration| *duration >= 0.0) {
                about(&["cost", "callDuration"], duration, (1.0, "s"), elapsed, found);
            }
        }
        repeated_ids(self.messages.as_deref().unwrap_or_default(), found);
    }
}

/// The seconds from `start` to `end`, if it is not before.
fn elapsed(start: Option<&Timestamp>, end: Option<&Timestamp>) -> Option<f64> {
    let elapsed = end?.at()? - start?.at()?;
    Some(elapsed.as_seconds_f64()).filter(|seconds| *seconds >= 0.0)
}

/// A duration must be about `elapsed` seconds; the unit comes with how many of it are a second.
fn about(below: &[&str], duration: f64, (of_second, unit): (f64, &str), elapsed: f64, found: &mut dyn Found) {
    if (duration / of_second - elapsed).abs() > DURATION_TOLERANCE {
        let expected = rounded(elapsed * of_second);
        let message = format!(
            "found {duration} {unit}, expected about {expected} {unit}, the time from startAt to endAt"
        );
        found.found(below, &code::DURATION_MISMATCH, message);
    }
}

/// Without the tail that sums of doubles have, for a message.
fn rounded(number: f64) -> f64 {
    (number * 1e9).round() / 1e9
}

impl Rules for Cost {
    /// The total is the sum of the parts. Abbreviated bodies leave out the cost of the analysis;
    /// where another part is absent there is nothing to compare.
    fn check(&self, found: &mut dyn Found) {
        let fees = [
            self.interactly_cost,
            self.phone_cost,
            self.tts_vendor_cost,
            self.stt_vendor_cost,
            self.llm_vendor_cost,
        ];
        let fees: Option<f64> = fees.into_iter().map(|fee| fee.map(Number::as_f64)).sum();
        let (Some(total), Some(fees)) = (self.total_cost, fees) else { return };
        let analysis = self.analysis.as_ref().and_then(|analysis| analysis.total);
        let sum = fees + analysis.map_or(0.0, Number::as_f64);
        if (total.as_f64() - sum).abs() > COST_TOLERANCE {
            let sum = rounded(sum);
            let message =
                format!("found {total}, expected {sum}, the sum of the parts, give or take {COST_TOLERANCE}");
            found.found(&["totalCost"], &code::COST_TOTAL, message);
        }
    }
}

impl Rules for CallStats {
    /// The numbers of turns are those of the turns in the arrays.
    fn check(&self, found: &mut dyn Found) {
        let (Some(turns), Some(arrays)) = (self.turns.as_deref(), self.turns_stats.as_deref()) else {
            return;
        };
        let mut count = |name: &str, array: &str, count: Option<i64>, length: Option<usize>| {
            let (Some(count), Some(length)) = (count, length) else { return };
            if usize::try_from(count) != Ok(length) {
                let message = format!("found {count}, expected {length}, the elements of turnsStats/{array}");
                found.found(&["turns", name], &code::TURN_COUNT, message);
            }
        };
        count("user", "userTurns", turns.user, arrays.user_turns.as_ref().map(Vec::len));
        count("bot", "botTurns", turns.bot, arrays.bot_turns.as_ref().map(Vec::len));
    }
}

impl Rules for UserTurn {
    fn check(&self, found: &mut dyn Found) {
        offsets(("start", self.start), ("end", self.end), found);
    }
}

impl Rules for BotTurn {
    fn check(&self, found: &mut dyn Found) {
        offsets(("start", self.start), ("end", self.end), found);
    }
}

impl Rules for TtsStats {
    /// All requests are those to the vendor and those to the cache.
    fn check(&self, found: &mut dyn Found) {
        let (Some(total), Some(api), Some(cache)) =
            (self.total_requests, self.api_requests, self.cache_requests)
        else {
            return;
        };
        let sum = api.saturating_add(cache);
        if total != sum {
            let message = format!("found {total}, expected {sum}, apiRequests and cacheRequests together");
            found.found(&["totalRequests"], &code::TTS_REQUESTS, message);
        }
    }
}
