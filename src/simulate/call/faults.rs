//! What an `error` says.

use super::plan::Fault;
use crate::simulate::clock::{self, DAY, Milliseconds};
use crate::simulate::node::{Node, node};
use crate::simulate::random::Random;

/// The error that a fault gives; `provider` is the assistant's.
pub(super) fn error(fault: Fault, provider: &str, at: Milliseconds, random: &mut Random) -> Node {
    // Errors are known to name these two only.
    let provider = if provider == "anthropic" { "anthropic" } else { "openai" };
    match fault {
        Fault::RateLimit => {
            let limit = random.pick(&[60, 100, 500]);
            let next_minute = (at / 60_000 + 1) * 60_000;
            node!({
                "type": "llm_error",
                "code": "rate_limit_exceeded",
                "message": "The language model takes no more requests in this minute",
                "provider": provider,
                "retryable": true,
                "details": node!({
                    "limit_type": "requests_per_minute",
                    "current_usage": limit + random.between(1, 40),
                    "limit": limit,
                    "reset_time": clock::text_of_second(next_minute),
                }),
            })
        }
        Fault::Audio => node!({
            "type": "stt_error",
            "code": "audio_quality_insufficient",
            "message": "There is too much noise to understand the speaker",
            "provider": "deepgram",
            "retryable": false,
            "details": node!({
                "confidence_score": Node::Decimal(random.between(5, 30), 2),
                "noise_level": "high",
                "signal_to_noise_ratio": random.between(-12, 4),
                "suggested_action": "request_user_repeat",
            }),
        }),
        Fault::Authentication => node!({
            "type": "llm_error",
            "code": "authentication_failed",
            "message": "The language model refused the key",
            "provider": provider,
            "retryable": false,
            "details": node!({
                "api_key_status": "expired",
                "expiry_date": clock::text_of_second(at - at % DAY),
            }),
        }),
    }
}
