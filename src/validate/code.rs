//! The kinds of findings.

use super::Severity;
use super::bounds::{self, Bound};

/// A kind of finding: what [`Finding::code`](super::Finding::code) names.
#[derive(Clone, PartialEq, Eq)]
pub struct Code {
    name: &'static str,
    severity: Severity,
    bound: &'static str,
    places: &'static [&'static str],
    meaning: &'static str,
}

impl Code {
    /// The code itself.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        self.name
    }

    /// How bad such a finding is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// What it means.
    #[must_use]
    pub fn meaning(&self) -> &'static str {
        self.meaning.trim()
    }

    /// What is expected.
    #[must_use]
    pub fn bound(&self) -> String {
        match self.bounds().next() {
            Some((_, bound)) => bound.to_string(),
            None => self.bound.to_owned(),
        }
    }

    /// Where it may be found: JSON pointers from the root of a body, or of a configuration
    /// that is part of no body (they are named before the pointer). `*` stands for any
    /// index, and for either of the lists and objects that have such a member.
    #[must_use]
    pub fn places(&self) -> Vec<String> {
        let bounded = self.bounds().map(|(at, bound)| format!("{at}/{}", bound.member));
        self.places.iter().map(|place| (*place).to_owned()).chain(bounded).collect()
    }

    fn bounds(&self) -> impl Iterator<Item = (&'static str, &'static Bound)> {
        let all = bounds::BOUNDS.iter();
        all.flat_map(|(_, at, bounds)| bounds.iter().map(move |bound| (*at, bound)))
            .filter(move |(_, bound)| bound.code == self)
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Code({} {})", self.severity, self.name)
    }
}

/// Declares the codes and the table of all of them. What is expected and where is stated
/// here for rules of their own; for bounds it is read from [`bounds::BOUNDS`].
macro_rules! codes {
    ($(
        #[doc = $meaning:literal]
        $name:ident = $severity:ident $code:literal $(($bound:literal, [$($place:literal),+ $(,)?] $(,)?))?;
    )+) => {
        $(
            #[doc = $meaning]
            pub(super) static $name: Code = Code {
                name: $code,
                severity: Severity::$severity,
                bound: concat!($($bound)?),
                places: &[$($($place),+)?],
                meaning: $meaning,
            };
        )+

        /// All codes, errors first.
        pub static CODES: &[&Code] = &[$(&$name),+];
    };
}

codes! {
    /// A server that is switched on has no URL
    SERVER_URL_MISSING = Error "server-url-missing"
        ("http or https URL", ["/message/assistant/assistantServer/url"]);
    /// The URL of a server that is switched on is neither http nor https
    SERVER_URL_SCHEME = Error "server-url-scheme"
        ("http or https URL", ["/message/assistant/assistantServer/url"]);
    /// A server that is switched on is sent no event
    SERVER_MESSAGES_MISSING = Error "server-messages-missing";
    /// A time limit is zero or negative
    TIMEOUT_NOT_POSITIVE = Error "timeout-not-positive";
    /// A length of time is negative
    DURATION_NEGATIVE = Error "duration-negative";
    /// A count is negative where that is not normal
    COUNT_NEGATIVE = Error "count-negative";
    /// A loudness is negative
    VOLUME_NEGATIVE = Error "volume-negative";
    /// A confidence or probability is outside its range
    PROBABILITY_RANGE = Error "probability-range";
    /// A share in the settings of an `eleven-labs` voice is outside its range, often a percentage
    VOICE_SHARE_RANGE = Error "voice-share-range";
    /// A voice's seed is outside its range
    VOICE_SEED_RANGE = Error "voice-seed-range";
    /// A voice's streaming latency is outside its range
    VOICE_LATENCY_RANGE = Error "voice-latency-range";
    /// The strength of noise suppression is outside its range
    NOISE_KNOB_RANGE = Error "noise-knob-range";
    /// The name of a workflow subscription is empty or too long
    SUBSCRIPTION_NAME_LENGTH = Error "subscription-name-length";
    /// The URL of a workflow subscription is empty or too long
    SUBSCRIPTION_URL_LENGTH = Error "subscription-url-length";
    /// The token of a workflow subscription is too long
    SUBSCRIPTION_TOKEN_LENGTH = Error "subscription-token-length";
    /// The time limit of a workflow subscription is outside its range
    SUBSCRIPTION_TIMEOUT_RANGE = Error "subscription-timeout-range";
    /// The number of retries of a workflow subscription is outside its range
    SUBSCRIPTION_RETRIES_RANGE = Error "subscription-retries-range";
    /// The pause before retries of a workflow subscription is outside its range
    SUBSCRIPTION_BACKOFF_RANGE = Error "subscription-backoff-range";
    /// A control request of type `say` has no text
    SAY_MESSAGE_MISSING = Error "say-message-missing" ("text", ["ControlRequest /message"]);

    /// The temperature is outside its documented range
    TEMPERATURE_RANGE = Warning "temperature-range";
    /// A server does not say whether it is switched on
    SERVER_ENABLED_MISSING = Warning "server-enabled-missing"
        ("true or false", ["/message/assistant/assistantServer/enabled"]);
    /// A campaign's webhook is switched on and lacks its URL or its events
    WEBHOOK_INCOMPLETE = Warning "webhook-incomplete"
        ("URL and at least 1 event", ["CampaignWebhookConfig /url", "CampaignWebhookConfig /events"]);
    /// A URL that will be called is neither http nor https
    URL_SCHEME = Warning "url-scheme" (
        "http or https URL",
        ["/message/assistant/assistantLLMUrl", "CampaignWebhookConfig /url", "WorkflowSubscription /url"],
    );
    /// Provider `custom-llm` has an empty URL
    LLM_URL_EMPTY = Warning "llm-url-empty" ("http or https URL", ["/message/assistant/assistantLLMUrl"]);
    /// The language model is not one of its provider's
    LLM_MODEL_MISMATCH = Warning "llm-model-mismatch" (
        "model of the provider",
        ["/message/assistant/assistantModel", "/message/assistant/assistantAnalysis/*/model"],
    );
    /// The transcriber's model is not one of its vendor's
    STT_MODEL_MISMATCH = Warning "stt-model-mismatch" (
        "model of the vendor",
        [
            "/message/assistant/config/speech/stt/model",
            "/message/assistant/config/speech/stt/deepgramOptions/model",
        ],
    );
    /// The voice's model is not one of its vendor's
    VOICE_MODEL_MISMATCH = Warning "voice-model-mismatch" (
        "model of the vendor",
        [
            "/message/assistant/config/speech/ttsData/*/config/modelId",
            "/message/assistant/config/speech/ttsData/*/voice",
        ],
    );
    /// A text uses variables that are given neither by the call nor by the assistant
    VARIABLE_MISSING = Warning "variable-missing" (
        "value in `dynamicVariables`",
        ["/message/assistant/assistantSystemPrompt", "/message/assistant/welcomeMessage"],
    );
    /// A value is not among the known ones, in a configuration
    UNKNOWN_VALUE = Warning "unknown-value" ("known value", ["any member with a set of values"]);
    /// A sample's placeholder was left where a value belongs
    PLACEHOLDER = Warning "placeholder" ("value", ["any text"]);
    /// A time is neither RFC 3339 text nor epoch milliseconds
    TIMESTAMP_FORM = Warning "timestamp-form"
        ("RFC 3339 text, epoch milliseconds, or empty text", ["any time"]);
    /// Something ends, or was changed, before it began
    END_BEFORE_START = Warning "end-before-start" (
        "the beginning, or later",
        [
            "/message/call/endAt",
            "/message/call/metrics/callStats/turnsStats/*/*/end",
            "/message/messages/*/metrics/stt/endOffsetMs",
            "/message/assistant/updatedAt",
            "/campaign/updatedAt",
            "/campaign/processTimings/completedAt",
            "/call/updatedAt",
            "/workflow/updatedAt",
            "/run/completedAt",
        ],
    );
    /// The call's duration is not the time between its start and its end
    DURATION_MISMATCH = Warning "duration-mismatch" (
        "`endAt` - `startAt`, give or take 1 s",
        ["/message/call/assistantCallDuration", "/message/call/cost/callDuration"],
    );
    /// The total cost is not the sum of its parts
    COST_TOTAL = Warning "cost-total"
        ("sum of the parts, give or take 0.00001", ["/message/call/cost/totalCost"]);
    /// The number of turns is not that of the turns listed
    TURN_COUNT = Warning "turn-count" (
        "elements of the list in `turnsStats`",
        ["/message/call/metrics/callStats/turns/user", "/message/call/metrics/callStats/turns/bot"],
    );
    /// The speech requests are not those to the vendor and to the cache together
    TTS_REQUESTS = Warning "tts-requests" (
        "`apiRequests` + `cacheRequests`",
        ["/message/call/metrics/callStats/ttsStats/totalRequests"],
    );
    /// A call was forwarded, and the assistant has nowhere to forward to
    FORWARD_DATA_MISSING = Warning "forward-data-missing"
        ("target", ["/message/assistant/callForwardData"]);
    /// Two messages have the same id
    MESSAGE_ID_REPEATED = Warning "message-id-repeated" (
        "id of its own",
        ["/message/messages/*/messageId", "/message/call/messages/*/messageId"],
    );
}
