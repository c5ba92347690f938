//! The call record: its times, its cost and its figures.

use super::bounds::{COST_TOLERANCE, DURATION_TOLERANCE};
use super::time::{offsets, times};
use super::{Check, code, message};
use crate::call::{BotTurn, Call, CallStats, Cost, TtsStats, UserTurn};
use crate::wire::{Number, Segment, Timestamp};

pub(crate) fn call(call: &Call, check: &mut Check<'_>) {
    times(("startAt", &call.start_at), ("endAt", &call.end_at), check);
    if let Some(elapsed) = elapsed(call.start_at.as_ref(), call.end_at.as_ref()) {
        // It is 0 until the call ends.
        let assistant = call.assistant_call_duration.map(Number::as_f64).filter(|duration| *duration > 0.0);
        duration(
            &["assistantCallDuration"],
            assistant.map(|duration| (duration, 1000.0, "ms")),
            elapsed,
            check,
        );
        let billed = call.cost.as_ref().and_then(|cost| cost.call_duration).map(Number::as_f64);
        let billed = billed.filter(|duration| *duration >= 0.0);
        duration(&["cost", "callDuration"], billed.map(|duration| (duration, 1.0, "s")), elapsed, check);
    }
    message::repeated_ids(call.messages.as_deref(), check);
}

/// The seconds from `start` to `end`, if it is not before.
fn elapsed(start: Option<&Timestamp>, end: Option<&Timestamp>) -> Option<f64> {
    let elapsed = end?.at()? - start?.at()?;
    Some(elapsed.as_seconds_f64()).filter(|seconds| *seconds >= 0.0)
}

/// A duration, given with how many of its unit are a second, must be about `elapsed`.
fn duration(below: &[&str], duration: Option<(f64, f64, &str)>, elapsed: f64, check: &mut Check<'_>) {
    let Some((duration, of_second, unit)) = duration else { return };
    if (duration / of_second - elapsed).abs() > DURATION_TOLERANCE {
        let expected = rounded(elapsed * of_second);
        let message = format!(
            "found {duration} {unit}, expected about {expected} {unit}, the time from startAt to endAt"
        );
        check.found(below.iter().copied().map(Segment::Member), &code::DURATION_MISMATCH, message);
    }
}

/// Without the tail that sums of doubles have, for a message.
fn rounded(number: f64) -> f64 {
    (number * 1e9).round() / 1e9
}

/// The total is the sum of the parts. Abbreviated bodies leave out the cost of the analysis;
/// where another part is absent there is nothing to compare.
pub(crate) fn cost(cost: &Cost, check: &mut Check<'_>) {
    let fees = [
        cost.interactly_cost,
        cost.phone_cost,
        cost.tts_vendor_cost,
        cost.stt_vendor_cost,
        cost.llm_vendor_cost,
    ];
    let fees: Option<f64> = fees.into_iter().map(|fee| fee.map(Number::as_f64)).sum();
    let (Some(total), Some(fees)) = (cost.total_cost, fees) else { return };
    let analysis = cost.analysis.as_ref().and_then(|analysis| analysis.total);
    let sum = fees + analysis.map_or(0.0, Number::as_f64);
    if (total.as_f64() - sum).abs() > COST_TOLERANCE {
        let sum = rounded(sum);
        let message =
            format!("found {total}, expected {sum}, the sum of the parts, give or take {COST_TOLERANCE}");
        check.member("totalCost", &code::COST_TOTAL, message);
    }
}

/// The numbers of turns are those of the turns listed.
pub(crate) fn stats(stats: &CallStats, check: &mut Check<'_>) {
    let (Some(turns), Some(lists)) = (stats.turns.as_deref(), stats.turns_stats.as_deref()) else { return };
    let mut count = |name: &str, list: &str, count: Option<i64>, listed: Option<usize>| {
        let (Some(count), Some(listed)) = (count, listed) else { return };
        if usize::try_from(count) != Ok(listed) {
            let message = format!("found {count}, expected {listed}, the elements of turnsStats/{list}");
            check.found([Segment::Member("turns"), Segment::Member(name)], &code::TURN_COUNT, message);
        }
    };
    count("user", "userTurns", turns.user, lists.user_turns.as_ref().map(Vec::len));
    count("bot", "botTurns", turns.bot, lists.bot_turns.as_ref().map(Vec::len));
}

pub(crate) fn user_turn(turn: &UserTurn, check: &mut Check<'_>) {
    offsets(("start", turn.start), ("end", turn.end), check);
}

pub(crate) fn bot_turn(turn: &BotTurn, check: &mut Check<'_>) {
    offsets(("start", turn.start), ("end", turn.end), check);
}

/// All requests are those to the vendor and those to the cache.
pub(crate) fn tts(stats: &TtsStats, check: &mut Check<'_>) {
    let (Some(total), Some(api), Some(cache)) =
        (stats.total_requests, stats.api_requests, stats.cache_requests)
    else {
        return;
    };
    let sum = api.saturating_add(cache);
    if total != sum {
        let message = format!("found {total}, expected {sum}, apiRequests and cacheRequests together");
        check.member("totalRequests", &code::TTS_REQUESTS, message);
    }
}
