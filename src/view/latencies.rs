//! Where the time of an answer went, and how often the person interrupted.

use crate::message::Message;
use crate::message::call::{Call, CallStats};
use crate::wire::Number;

/// How long each part of an answer took, in milliseconds.
///
/// `None` where the body does not say. Negative values come from the clocks of the
/// platform and mean "at once".
#[derive(Clone, Copy, PartialEq, Debug, Default)]
#[non_exhaustive]
pub struct Latencies {
    /// Speech to text. What it is measured from is not documented; negative values were captured.
    pub stt: Option<Number>,
    /// Noticing that the person had finished speaking (end of utterance).
    pub end_of_utterance: Option<Number>,
    /// The language model. Whether that is up to the first word or to the last is not documented.
    pub llm: Option<Number>,
    /// Text to speech: the making of the sound, not its length.
    pub tts: Option<Number>,
}

impl Message {
    /// How long the parts of this turn took, in milliseconds: `stt.relativeLatencyMs` and
    /// `interactlyEOU.turnDetectionTimeMs` of what the person said, `llm.responseLatencyMs` and
    /// `tts.generationTimeMs` of what the assistant said.
    ///
    /// Time in queues is counted apart (`queueLatencyMs` of each part); whether the parts overlap is not
    /// documented, so their sum is not a response time: see [`Call::response_times`].
    ///
    /// ```
    /// use interactly_webhooks::message::Message;
    ///
    /// let message: Message = serde_json::from_str(
    ///     r#"{"metrics":{"llm":{"responseLatencyMs":812.5},"tts":{}}}"#,
    /// )?;
    /// assert_eq!(message.latencies().llm, Some(812.5.into()));
    /// assert_eq!(message.latencies().tts, None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn latencies(&self) -> Latencies {
        let Some(metrics) = self.metrics.as_deref() else { return Latencies::default() };
        Latencies {
            stt: metrics.stt.as_ref().and_then(|stt| stt.relative_latency_ms),
            end_of_utterance: metrics.interactly_eou.as_ref().and_then(|eou| eou.turn_detection_time_ms),
            llm: metrics.llm.as_ref().and_then(|llm| llm.response_latency_ms),
            tts: metrics.tts.as_ref().and_then(|tts| tts.generation_time_ms),
        }
    }
}

impl Call {
    /// The figures over the whole call, `metrics.callStats`. Only in the end-of-call report.
    #[must_use]
    pub fn stats(&self) -> Option<&CallStats> {
        self.metrics.as_deref()?.call_stats.as_deref()
    }

    /// How often the person spoke while the assistant was speaking, `turnsStats.bargeInCount`. What counts as
    /// one is not documented: `turns.interrupted`, the answers that were cut short, may differ.
    #[must_use]
    pub fn barge_ins(&self) -> Option<i64> {
        self.stats()?.turns_stats.as_deref()?.barge_in_count
    }

    /// How long the person waited for each answer, in milliseconds, `turnsStats.botResponseTime`: from the
    /// end of what the person said to the first sentence. Empty where the body does not say. The
    /// platform does not say which answer a value is of; there are fewer than sentences.
    #[must_use]
    pub fn response_times(&self) -> &[Number] {
        let turns = self.stats().and_then(|stats| stats.turns_stats.as_deref());
        turns.and_then(|turns| turns.bot_response_time.as_deref()).unwrap_or_default()
    }

    /// How long the parts of all answers took together, in milliseconds:
    /// `sttStats.responseLatencyTotal`, `llmStats.responseLatencyTotal` and `ttsStats.latencyTotal`.
    ///
    /// The platform sends no total for the end of utterance, so that is always `None`; and the
    /// transcriber's total is not the sum of what [`Message::latencies`] gives: it counts every text that
    /// was recognised and is measured from another, undocumented point.
    #[must_use]
    pub fn latency_totals(&self) -> Latencies {
        let Some(stats) = self.stats() else { return Latencies::default() };
        Latencies {
            stt: stats.stt_stats.as_ref().and_then(|stt| stt.response_latency_total),
            end_of_utterance: None,
            llm: stats.llm_stats.as_ref().and_then(|llm| llm.response_latency_total),
            tts: stats.tts_stats.as_ref().and_then(|tts| tts.latency_total),
        }
    }
}
