//! The bounds of numbers and lengths: one table for the rules, the schema and the docs.

use std::fmt;
use std::ops::RangeInclusive;

use super::{Code, code};

/// What a bound is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Measure {
    /// The number itself, or each count of a histogram.
    Value,
    /// The length of a text.
    Characters,
    /// The length of a list.
    Elements,
}

impl Measure {
    /// The unit, as a message says it behind `number`.
    pub(super) fn unit(self, number: f64) -> &'static str {
        let one = number.to_bits() == 1.0_f64.to_bits();
        match (self, one) {
            (Self::Value, _) => "",
            (Self::Characters, true) => " character",
            (Self::Characters, false) => " characters",
            (Self::Elements, true) => " element",
            (Self::Elements, false) => " elements",
        }
    }
}

/// The bounds of one member.
#[derive(Debug)]
pub(crate) struct Bound {
    /// The member's name on the wire.
    pub(crate) member: &'static str,
    /// What is bounded.
    pub(crate) measure: Measure,
    /// The least value allowed, or the one that must be exceeded.
    pub(crate) minimum: Option<f64>,
    /// Whether `minimum` itself is too small.
    pub(crate) exclusive: bool,
    /// The greatest value allowed.
    pub(crate) maximum: Option<f64>,
    /// The code of a finding; it states the severity.
    pub(crate) code: &'static Code,
    /// When the bounds hold, if not always; then a rule of the object applies them.
    pub(crate) condition: Option<&'static str>,
}

impl Bound {
    const fn new(member: &'static str, code: &'static Code) -> Self {
        Self {
            member,
            measure: Measure::Value,
            minimum: None,
            exclusive: false,
            maximum: None,
            code,
            condition: None,
        }
    }

    const fn from(mut self, minimum: f64) -> Self {
        self.minimum = Some(minimum);
        self
    }

    const fn to(mut self, maximum: f64) -> Self {
        self.maximum = Some(maximum);
        self
    }

    const fn of(mut self, measure: Measure) -> Self {
        self.measure = measure;
        self
    }

    const fn when(mut self, condition: &'static str) -> Self {
        self.condition = Some(condition);
        self
    }

    /// Whether `number` lies within.
    #[inline]
    pub(super) fn admits(&self, number: f64) -> bool {
        let enough = |least| if self.exclusive { number > least } else { number >= least };
        self.minimum.is_none_or(enough) && self.maximum.is_none_or(|most| number <= most)
    }
}

impl fmt::Display for Bound {
    /// The bounds in words: `0 to 1`, `0 or more`, `1 to 150 characters`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = match (self.minimum, self.maximum) {
            (Some(least), Some(most)) => {
                write!(f, "{least} to {most}")?;
                most
            }
            (Some(least), None) if self.exclusive => {
                write!(f, "more than {least}")?;
                least
            }
            (Some(least), None) => {
                return write!(f, "{least}{} or more", self.measure.unit(least));
            }
            (None, Some(most)) => {
                write!(f, "at most {most}")?;
                most
            }
            (None, None) => return f.write_str("anything"),
        };
        f.write_str(self.measure.unit(last))
    }
}

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

/// Milliseconds since the Unix epoch that are a time: the years -9999 to 9999.
pub(super) const MILLISECONDS: RangeInclusive<f64> = -377_705_116_800_000.0..=253_402_300_799_999.0;

/// How far a call's duration may be from the time between start and end, in seconds. They
/// are measured apart: captured reports differ by some milliseconds.
pub(super) const DURATION_TOLERANCE: f64 = 1.0;

/// How far a total cost may be from the sum of its parts. Captured sums are exact; the parts
/// that the public docs print are rounded to a millionth each.
pub(super) const COST_TOLERANCE: f64 = 0.00001;

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
    ("InteractlyEou", "/message/messages/*/metrics/interactlyEOU", INTERACTLY_EOU),
    ("TurnLlm", "/message/messages/*/metrics/llm", TURN_LLM),
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
const INTERACTLY_EOU: &[Bound] = &[duration("queueLatencyMs")];
const TURN_LLM: &[Bound] = &[duration("queueLatencyMs"), duration("responseLatencyMs")];
const TURN_TTS: &[Bound] =
    &[duration("audioDurationMs"), duration("queueLatencyMs"), duration("generationTimeMs")];
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

/// The bounds of the members of the type `object`.
pub(crate) const fn of_object(object: &str) -> &'static [Bound] {
    let mut rest = BOUNDS;
    while let [(name, _, bounds), others @ ..] = rest {
        if same(name, object) {
            return bounds;
        }
        rest = others;
    }
    &[]
}

/// The bounds of `member` of the type `object`.
pub(crate) fn of(object: &str, member: &str) -> Option<&'static Bound> {
    of_object(object).iter().find(|bound| bound.member == member)
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}
