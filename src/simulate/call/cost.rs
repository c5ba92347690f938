//! `call.cost`, in billionths of the currency, so that the parts add up to the last digit.

use super::stats::Stats;
use crate::simulate::node::{Node, node};

/// The cost of a call of this many milliseconds.
pub(super) fn cost(duration: i64, stats: &Stats) -> Node {
    // A hundredth a minute.
    let platform = duration * 1_000 / 6;
    let phone = 16_500_000 * (duration / 60_000 + 1);
    let tts = stats.generated_characters * 90_000;
    let stt = duration * 128_333 / 1_000;
    let llm = stats.input_tokens * 500 + stats.output_tokens * 3_000;
    let money = |billionths: i64| Node::Decimal(billionths, 9);
    node!({
        "analysis": node!({"total": 0_i64}),
        "callDuration": Node::Decimal(duration, 3),
        "ttsGenCharsTotal": stats.generated_characters,
        "inputTokensTotal": stats.input_tokens,
        "outputTokensTotal": stats.output_tokens,
        "interactlyCost": money(platform),
        "phoneCost": money(phone),
        "ttsVendorCost": money(tts),
        "sttVendorCost": money(stt),
        "llmVendorCost": money(llm),
        "totalCost": money(platform + phone + tts + stt + llm),
    })
}
