//! A message with its metrics.

use super::conversation::{Answer, Utterance};
use crate::simulate::node::{Node, node};

/// A chunk of audio, in milliseconds; audio is received in whole chunks.
const CHUNK: i64 = 16;

/// The audio received until the user's stream is this old, in milliseconds.
pub(super) fn audio_until(elapsed: i64) -> i64 {
    (elapsed + CHUNK) / CHUNK * CHUNK
}

/// What the person said.
pub(super) fn of_user(said: &Utterance) -> Node {
    let offset = said.elapsed - said.previous_elapsed;
    let audio = said.audio - said.previous_audio;
    let (delay, delay_in_all) = (offset - audio, said.elapsed - said.audio);
    node!({
        "messageId": said.id.clone(),
        "role": "user",
        "text": said.text,
        "timestamp": said.time,
        "metrics": node!({
            "timeline": node!({"offsetFromPreviousTurnMs": offset, "totalElapsedTimeMs": said.elapsed}),
            "audio": node!({
                "delayedPacketsPerTurnCount": packets(delay),
                "delayedPacketsCumulativeCount": packets(delay_in_all),
                "lostPacketsCumulativeCount": 0_i64,
                "audioDelayPerTurnMs": delay,
                "audioDelayCumulativeMs": delay_in_all,
                "offsetFromPreviousTurnMs": audio,
                "totalAudioReceivedMs": said.audio,
            }),
            "stt": node!({
                "timestampMs": said.transcribed,
                "startOffsetMs": said.start,
                "endOffsetMs": said.audio - said.latency,
                "durationMs": said.audio - said.latency - said.start,
                "vadMs": said.vad,
                "relativeLatencyMs": said.latency,
                "confidence": Node::Decimal(said.confidence, 7),
            }),
            "interactlyEOU": node!({"turnDetectionTimeMs": said.detection, "queueLatencyMs": said.queue}),
        }),
        "skippedAssistantMessages": node!([]),
    })
}

/// Delayed chunks in this much delay, to the nearest; a half goes up.
fn packets(delay: i64) -> i64 {
    (delay + CHUNK / 2).div_euclid(CHUNK)
}

/// What the assistant said.
pub(super) fn of_assistant(said: &Answer) -> Node {
    let llm = said.llm.as_ref().map_or_else(
        || node!({}),
        |llm| node!({"timestampMs": llm.time, "queueLatencyMs": llm.queue, "responseLatencyMs": llm.latency}),
    );
    node!({
        "messageId": said.id.clone(),
        "role": "assistant",
        "text": said.text.clone(),
        "timestamp": said.time,
        "metrics": node!({
            "timeline": node!({"totalElapsedTimeMs": said.elapsed}),
            "audio": node!({"totalAudioReceivedMs": audio_until(said.elapsed)}),
            "llm": llm,
            "tts": node!({
                "audioDurationMs": said.audio_duration,
                "queueLatencyMs": said.queue,
                "generationTimeMs": said.generation,
                "isCachePlaying": said.is_cached,
            }),
            "interactlyPlayer": node!({"waitTimeMs": said.generation - i64::from(said.llm.is_some())}),
        }),
    })
}
