//! The table of bounds.

use super::{Bound, Measure};
use crate::validate::{Code, code};

/// An object's type, where it stands, and the bounds of its members.
pub(crate) type Bounded = (&'static str, &'static str, &'static [Bound]);

/// All bounds, by the object that has the member.
pub(crate) static BOUNDS: &[Bounded] = &[
    ("Assistant", "/message/assistant", ASSISTANT),
    ("AnalysisPlan", "/message/assistant/assistantAnalysis/*", ANALYSIS_PLAN),
    ("AssistantServer", "/message/assistant/assistantServer", ASSISTANT_SERVER),
    ("DeepgramOptions", "/message/assistant/config/speech/stt/deepgramOptions", DEEPGRAM_OPTIONS),
    ("NoiseSuppressorConfig", "/message/assistant/noiseSuppressorConfig", NOISE_SUPPRESSOR_CONFIG),
    ("PersistHistory", "/message/assistant/persistHistory", PERSIST_HISTORY),
    ("StartSpeakingOptions", "/message/assistant/startSpeakingOptions", START_SPEAKING_OPTIONS),
    ("StopSpeakingOptions", "/message/assistant/stopSpeakingOptions", STOP_SPEAKING_OPTIONS),
    ("TtsConfig", "/message/assistant/config/speech/ttsData/*/config", TTS_CONFIG),
    ("UserInterruptionAckPlan", "/message/assistant/userInterruptionAckPlan", ACK_PLAN),
    ("Call", "/message/call", CALL),
    ("Cost", "/message/call/cost", COST),
    ("UserAudio", "/message/call/metrics/callStats/userAudio", USER_AUDIO),
    ("LatencyInterval", "/message/call/metrics/callStats/userAudio/latencyIntervals/*", LATENCY_INTERVAL),
    ("Turns", "/message/call/metrics/callStats/turns", TURNS),
    ("TurnsStats", "/message/call/metrics/callStats/turnsStats", TURNS_STATS),
    ("BotTurn", "/message/call/metrics/callStats/turnsStats/botTurns/*", BOT_TURN),
    ("TtsStats", "/message/call/metrics/callStats/ttsStats", TTS_STATS),
    ("LlmStats", "/message/call/metrics/callStats/llmStats", LLM_STATS),
    ("SttStats", "/message/call/metrics/callStats/sttStats", STT_STATS),
    ("Timeline", "/message/messages/*/metrics/timeline", TIMELINE),
    ("TurnAudio", "/message/messages/*/metrics/audio", TURN_AUDIO),
    ("TurnStt", "/message/messages/*/metrics/stt", TURN_STT),
    ("TurnTts", "/message/messages/*/metrics/tts", TURN_TTS),
    ("InteractlyPlayer", "/message/messages/*/metrics/interactlyPlayer", INTERACTLY_PLAYER),
    ("ErrorDetails", "/message/error/details", ERROR_DETAILS),
    ("CampaignReport", "/report", CAMPAIGN_REPORT),
    ("WorkflowSubscription", "WorkflowSubscription ", WORKFLOW_SUBSCRIPTION),
];

const ASSISTANT: &[Bound] = &[
    Bound::new("assistantTemperature", &code::TEMPERATURE_RANGE).from(0.0).to(1.0),
    count("assistantMaxTokens"),
    Bound::new("backgroundSoundVolume", &code::VOLUME_NEGATIVE).from(0.0),
    duration("maxCallDuration"),
    duration("idleTimeout"),
    count("maxIdleMessagesInSequence"),
];
const ANALYSIS_PLAN: &[Bound] = &[timeout("timeoutSeconds"), timeout("timeoutInSecs")];
const ASSISTANT_SERVER: &[Bound] = &[
    timeout("timeoutSeconds"),
    Bound::new("messages", &code::SERVER_MESSAGES_MISSING)
        .from(1.0)
        .of(Measure::Elements)
        .when("for a server that is switched on"),
];
const DEEPGRAM_OPTIONS: &[Bound] = &[timeout("eotTimeoutMs")];
const NOISE_SUPPRESSOR_CONFIG: &[Bound] =
    &[Bound::new("knobValue", &code::NOISE_KNOB_RANGE).from(0.0).to(100.0)];
const PERSIST_HISTORY: &[Bound] = &[duration("retentionPeriod")];
const START_SPEAKING_OPTIONS: &[Bound] = &[
    duration("waitSeconds"),
    duration("onPunctuationSeconds"),
    duration("onNoPunctuationSeconds"),
    duration("onNumberSeconds"),
];
const STOP_SPEAKING_OPTIONS: &[Bound] = &[count("numberOfWords"), duration("voiceSeconds")];
const TTS_CONFIG: &[Bound] = &[
    share("stability"),
    share("similarityBoost"),
    share("styleExaggeration"),
    Bound::new("seed", &code::VOICE_SEED_RANGE).from(0.0).to(4_294_967_295.0),
    Bound::new("optimizeStreamingLatency", &code::VOICE_LATENCY_RANGE).from(0.0).to(4.0),
];
const ACK_PLAN: &[Bound] = &[count("count"), count("words")];
const CALL: &[Bound] = &[duration("assistantCallDuration")];
const COST: &[Bound] = &[
    duration("callDuration"),
    count("ttsGenCharsTotal"),
    count("inputTokensTotal"),
    count("outputTokensTotal"),
];
const USER_AUDIO: &[Bound] = &[duration("cumulativeDuration"), count("droppedChunksCount")];
const LATENCY_INTERVAL: &[Bound] = &[duration("duration"), duration("cumulativeDuration")];
const TURNS: &[Bound] =
    &[count("user"), count("bot"), count("played"), count("interrupted"), count("skipped")];
const TURNS_STATS: &[Bound] = &[count("bargeInCount")];
const BOT_TURN: &[Bound] = &[duration("playedDuration"), duration("audioDuration")];
const TTS_STATS: &[Bound] = &[
    count("responseTimeDistribution"),
    count("totalRequests"),
    count("errors"),
    count("retries"),
    count("apiRequests"),
    count("cacheRequests"),
];
const LLM_STATS: &[Bound] = &[
    count("responseCount"),
    count("errors"),
    count("hangups"),
    count("responseTimeDistribution"),
    count("inputTokens"),
    count("outputTokens"),
    count("inputTokensAvg"),
    count("outputTokensAvg"),
];
const STT_STATS: &[Bound] = &[
    count("responseTimeDistribution"),
    count("responseCount"),
    probability("confidenceAvg"),
    count("connectionRetries"),
    count("errors"),
    count("confidenceDistribution"),
    count("eouProbabilityDistribution"),
];
const TIMELINE: &[Bound] = &[duration("totalElapsedTimeMs")];
const TURN_AUDIO: &[Bound] = &[duration("totalAudioReceivedMs")];
const TURN_STT: &[Bound] = &[duration("durationMs"), probability("confidence")];
// Latencies have no bounds: they are differences of two clocks, and negative ones were captured.
const TURN_TTS: &[Bound] = &[duration("audioDurationMs"), duration("generationTimeMs")];
const INTERACTLY_PLAYER: &[Bound] = &[duration("waitTimeMs")];
const ERROR_DETAILS: &[Bound] = &[count("current_usage"), count("limit"), probability("confidence_score")];
const CAMPAIGN_REPORT: &[Bound] = &[count("totalCalls"), count("completedCalls"), count("failedCalls")];
const WORKFLOW_SUBSCRIPTION: &[Bound] = &[
    text("name", &code::SUBSCRIPTION_NAME_LENGTH, 150.0),
    text("url", &code::SUBSCRIPTION_URL_LENGTH, 2048.0),
    Bound::new("bearer_token", &code::SUBSCRIPTION_TOKEN_LENGTH).to(2000.0).of(Measure::Characters),
    Bound::new("timeout_seconds", &code::SUBSCRIPTION_TIMEOUT_RANGE).from(1.0).to(60.0),
    Bound::new("max_retries", &code::SUBSCRIPTION_RETRIES_RANGE).from(0.0).to(10.0),
    Bound::new("retry_backoff_seconds", &code::SUBSCRIPTION_BACKOFF_RANGE).from(1.0).to(300.0),
];

/// A time limit: more than nothing.
const fn timeout(member: &'static str) -> Bound {
    let mut bound = Bound::new(member, &code::TIMEOUT_NOT_POSITIVE).from(0.0);
    bound.exclusive = true;
    bound
}

/// A length of time, in any unit.
const fn duration(member: &'static str) -> Bound {
    Bound::new(member, &code::DURATION_NEGATIVE).from(0.0)
}

/// A count that is never negative. Counts of packets and what is like them are.
const fn count(member: &'static str) -> Bound {
    Bound::new(member, &code::COUNT_NEGATIVE).from(0.0)
}

const fn probability(member: &'static str) -> Bound {
    Bound::new(member, &code::PROBABILITY_RANGE).from(0.0).to(1.0)
}

/// A share of a voice's settings, which only `eleven-labs` voices are known to have.
const fn share(member: &'static str) -> Bound {
    let bound = Bound::new(member, &code::VOICE_SHARE_RANGE).from(0.0).to(1.0);
    bound.when("for the vendors eleven-labs and eleven-labs-stream")
}

/// Characters of a text, at least one.
const fn text(member: &'static str, code: &'static Code, most: f64) -> Bound {
    Bound::new(member, code).from(1.0).to(most).of(Measure::Characters)
}
