//! The kinds of findings.

use crate::model::Code;
use crate::model::Severity::{Error, Warning};

/// Declares the codes and the table of all of them.
macro_rules! codes {
    ($(pub(crate) static $name:ident: Code = $code:expr;)+) => {
        $(pub(crate) static $name: Code = $code;)+

        /// All codes, errors first.
        pub static CODES: &[&Code] = &[$(&$name),+];
    };
}

// A code that is about the bound of members states neither what is expected nor where: the
// members do.
codes! {
    pub(crate) static SERVER_URL_MISSING: Code =
        Code::new("server-url-missing", Error, "An enabled server has no URL")
            .expected("http or https URL")
            .at(&["/message/assistant/assistantServer/url"])
            .because("The public docs require a URL where the server is enabled");
    pub(crate) static SERVER_URL_SCHEME: Code =
        Code::new("server-url-scheme", Error, "The URL of an enabled server is neither http nor https")
            .expected("http or https URL")
            .at(&["/message/assistant/assistantServer/url"])
            .because("The public docs name http and https");
    pub(crate) static SERVER_MESSAGES_MISSING: Code =
        Code::new("server-messages-missing", Error, "An enabled server subscribes to no events")
            .because("The public docs ask for at least one event where the server is enabled");
    pub(crate) static TIMEOUT_NOT_POSITIVE: Code =
        Code::new("timeout-not-positive", Error, "A time limit is zero or negative")
            .because("No answer can arrive in zero time");
    pub(crate) static DURATION_NEGATIVE: Code =
        Code::new("duration-negative", Error, "A length of time is negative")
            .because("A length of time cannot be negative");
    pub(crate) static COUNT_NEGATIVE: Code =
        Code::new("count-negative", Error, "A count is negative where that is not normal")
            .because("A count cannot be negative; those that were captured below zero have no such bound");
    pub(crate) static VOLUME_NEGATIVE: Code = Code::new("volume-negative", Error, "A loudness is negative")
        .because("A loudness cannot be negative");
    pub(crate) static PROBABILITY_RANGE: Code =
        Code::new("probability-range", Error, "A confidence or probability is outside its range")
            .because("A probability is between 0 and 1");
    pub(crate) static VOICE_SHARE_RANGE: Code = Code::new(
        "voice-share-range",
        Error,
        "A share in the settings of an `eleven-labs` voice is outside its range, often a percentage",
    )
    .because("Bodies carry shares; the vendor's guide speaks of percentages");
    pub(crate) static VOICE_SEED_RANGE: Code =
        Code::new("voice-seed-range", Error, "A voice's seed is outside its range")
            .because("The vendor's guide states the range");
    pub(crate) static VOICE_LATENCY_RANGE: Code =
        Code::new("voice-latency-range", Error, "A voice's streaming latency is outside its range")
            .because("Release notes v1.3.0 state the range");
    pub(crate) static NOISE_KNOB_RANGE: Code =
        Code::new("noise-knob-range", Error, "The strength of noise suppression is outside its range")
            .because("Release notes v1.2.0 state the range");
    pub(crate) static SUBSCRIPTION_NAME_LENGTH: Code = Code::new(
        "subscription-name-length",
        Error,
        "The name of a workflow subscription is empty or too long",
    )
    .because("The subscription API states the range");
    pub(crate) static SUBSCRIPTION_URL_LENGTH: Code = Code::new(
        "subscription-url-length",
        Error,
        "The URL of a workflow subscription is empty or too long",
    )
    .because("The subscription API states the range");
    pub(crate) static SUBSCRIPTION_TOKEN_LENGTH: Code =
        Code::new("subscription-token-length", Error, "The token of a workflow subscription is too long")
            .because("The subscription API states the range");
    pub(crate) static SUBSCRIPTION_TIMEOUT_RANGE: Code = Code::new(
        "subscription-timeout-range",
        Error,
        "The time limit of a workflow subscription is outside its range",
    )
    .because("The subscription API states the range");
    pub(crate) static SUBSCRIPTION_RETRIES_RANGE: Code = Code::new(
        "subscription-retries-range",
        Error,
        "The number of retries of a workflow subscription is outside its range",
    )
    .because("The subscription API states the range");
    pub(crate) static SUBSCRIPTION_BACKOFF_RANGE: Code = Code::new(
        "subscription-backoff-range",
        Error,
        "The pause before retries of a workflow subscription is outside its range",
    )
    .because("The subscription API states the range");
    pub(crate) static SAY_MESSAGE_MISSING: Code =
        Code::new("say-message-missing", Error, "A control request of type `say` has no text")
            .expected("text")
            .at(&["ControlRequest /message"])
            .because("The API reference requires it");

    pub(crate) static TEMPERATURE_RANGE: Code =
        Code::new("temperature-range", Warning, "The temperature is outside its documented range").because(
            "A table of the public docs states the range; the API reference does not, and models take more",
        );
    pub(crate) static SERVER_ENABLED_MISSING: Code =
        Code::new("server-enabled-missing", Warning, "A server does not say whether it is enabled")
            .expected("true or false")
            .at(&["/message/assistant/assistantServer/enabled"])
            .because("The public docs list it as required; bodies cut down may lack it");
    pub(crate) static WEBHOOK_INCOMPLETE: Code =
        Code::new("webhook-incomplete", Warning, "An enabled campaign webhook lacks its URL or its events")
            .expected("URL and at least 1 event")
            .at(&["CampaignWebhookConfig /url", "CampaignWebhookConfig /events"])
            .because("Nothing could be posted");
    pub(crate) static URL_SCHEME: Code =
        Code::new("url-scheme", Warning, "A URL that will be called is neither http nor https")
            .expected("http or https URL")
            .at(&[
                "/message/assistant/assistantLLMUrl",
                "CampaignWebhookConfig /url",
                "WorkflowSubscription /url",
            ])
            .because("The platform calls it over HTTP");
    pub(crate) static URL_AUTHORITY: Code = Code::new(
        "url-authority",
        Warning,
        "A URL that will be called has credentials, no host, an impossible port, or characters that URLs do not have",
    )
    .expected("URL with a host, a port up to 65535 if any, and no credentials")
    .at(&[
        "/message/assistant/assistantLLMUrl",
        "/message/assistant/assistantServer/url",
        "CampaignWebhookConfig /url",
        "WorkflowSubscription /url",
    ])
    .because("HTTP refuses it, and credentials in a URL end up in logs");
    pub(crate) static HEADER_REFUSED: Code =
        Code::new("header-refused", Warning, "A header has a name or a value that HTTP refuses")
            .expected("name and value of a header")
            .at(&["/message/assistant/assistantServer/headers", "CampaignWebhookConfig /headers/*/key"])
            .because("RFC 9110 does not allow it, so it cannot be sent");
    pub(crate) static SUBSCRIPTION_EMPTY: Code =
        Code::new("subscription-empty", Warning, "A workflow subscription asks for no event")
            .expected("at least 1 event")
            .at(&["WorkflowSubscription /actions"])
            .because("Nothing would be posted");
    pub(crate) static SAY_MESSAGE_EMPTY: Code =
        Code::new("say-message-empty", Warning, "A control request of type `say` has a text without words")
            .expected("text")
            .at(&["ControlRequest /message"])
            .because("Nothing would be said");
    pub(crate) static STRUCTURED_SCHEMA_MISSING: Code =
        Code::new("structured-schema-missing", Warning, "Structured data is enabled and has no schema")
            .expected("JSON Schema")
            .at(&["/message/assistant/assistantAnalysis/structuredData/schema"])
            .because("The schema says what to look for");
    pub(crate) static STRUCTURED_SCHEMA_INVALID: Code = Code::new(
        "structured-schema-invalid",
        Warning,
        "The schema of the structured data is not a JSON Schema",
    )
    .expected("JSON Schema")
    .at(&["/message/assistant/assistantAnalysis/structuredData/schema"])
    .because("Its keywords have values that JSON Schema does not allow them");
    pub(crate) static OUTCOME_FIELD_UNKNOWN: Code = Code::new(
        "outcome-field-unknown",
        Warning,
        "An outcome names no property of the structured data's schema",
    )
    .expected("property of the schema")
    .at(&["/message/assistant/assistantOutcome/*/field"])
    .because("The dashboard offers the properties of the structured data");
    pub(crate) static TIMEOUT_TWICE: Code =
        Code::new("timeout-twice", Warning, "A time limit is given in both spellings")
            .expected("`timeoutSeconds` alone")
            .at(&["/message/assistant/assistantAnalysis/*/timeoutInSecs"])
            .because("Which of them counts is not documented; the API reference has `timeoutSeconds`");
    pub(crate) static LLM_URL_EMPTY: Code =
        Code::new("llm-url-empty", Warning, "Provider `custom-llm` has no URL")
            .expected("http or https URL")
            .at(&["/message/assistant/assistantLLMUrl"])
            .because("The API reference reads the URL for this provider; there is no other place to call");
    pub(crate) static LLM_MODEL_MISMATCH: Code =
        Code::new("llm-model-mismatch", Warning, "The provider does not have the language model")
            .expected("model of the provider")
            .at(&["/message/assistant/assistantModel", "/message/assistant/assistantAnalysis/*/model"])
            .because("The public docs' table of vendors lists the models of each");
    pub(crate) static STT_MODEL_MISMATCH: Code =
        Code::new("stt-model-mismatch", Warning, "The vendor does not have the transcriber's model")
            .expected("model of the vendor")
            .at(&[
                "/message/assistant/config/speech/stt/model",
                "/message/assistant/config/speech/stt/deepgramOptions/model",
            ])
            .because("The public docs' table of vendors lists the models of each");
    pub(crate) static VOICE_MODEL_MISMATCH: Code =
        Code::new("voice-model-mismatch", Warning, "The vendor does not have the voice's model")
            .expected("model of the vendor")
            .at(&[
                "/message/assistant/config/speech/ttsData/*/config/modelId",
                "/message/assistant/config/speech/ttsData/*/voice",
            ])
            .because("The public docs' table of vendors lists the models of each");
    pub(crate) static VARIABLE_MISSING: Code = Code::new(
        "variable-missing",
        Warning,
        "A text uses variables to which neither the call nor the assistant gives a value",
    )
    .expected("value in `dynamicVariables`")
    .at(&["/message/assistant/assistantSystemPrompt", "/message/assistant/welcomeMessage"])
    .because(
        "The text would be spoken or prompted with its braces; the platform may have variables of its own",
    );
    pub(crate) static UNKNOWN_VALUE: Code =
        Code::new("unknown-value", Warning, "A value is not among the known ones, in a configuration")
            .expected("known value")
            .at(&["any member with a set of values"])
            .because("It may be a typing error, or newer than this crate");
    pub(crate) static UNKNOWN_MEMBER: Code =
        Code::new("unknown-member", Warning, "A configuration has an unknown member")
            .expected("known member")
            .at(&["any configuration"])
            .because(
                "It may be a typing error, or newer than this crate; the platform is not known to refuse it",
            );
    pub(crate) static PLACEHOLDER: Code =
        Code::new("placeholder", Warning, "A sample's placeholder was left where a value belongs")
            .expected("value")
            .at(&["any text and any secret"])
            .because("The API reference's samples have such texts");
    pub(crate) static TIMESTAMP_FORM: Code =
        Code::new("timestamp-form", Warning, "A time is neither RFC 3339 text nor epoch milliseconds")
            .expected("RFC 3339 text, epoch milliseconds, or empty text")
            .at(&["any time"])
            .because("Those are the forms that were seen; ISO 8601 has more");
    pub(crate) static TIMESTAMP_SECONDS: Code =
        Code::new("timestamp-seconds", Warning, "A time is given in seconds, it seems")
            .expected("epoch milliseconds")
            .at(&["any time"])
            .because("The platform counts milliseconds; read so, the time would be of early 1970");
    pub(crate) static END_BEFORE_START: Code =
        Code::new("end-before-start", Warning, "Something ends, or was changed, before it began")
            .expected("the beginning, or later")
            .at(&[
                "/message/call/endAt",
                "/message/call/metrics/callStats/turnsStats/*/*/end",
                "/message/messages/*/metrics/stt/endOffsetMs",
                "/message/assistant/updatedAt",
                "/campaign/updatedAt",
                "/campaign/processTimings/completedAt",
                "/call/updatedAt",
                "/workflow/updatedAt",
                "/run/completedAt",
            ])
            .because("Time runs forward; clocks of different machines may disagree");
    pub(crate) static DURATION_MISMATCH: Code = Code::new(
        "duration-mismatch",
        Warning,
        "The call's duration is not the time between its start and its end",
    )
    .expected("`endAt` - `startAt`, give or take 1 s")
    .at(&["/message/call/assistantCallDuration", "/message/call/cost/callDuration"])
    .because("Captured reports agree to some milliseconds");
    pub(crate) static COST_TOTAL: Code =
        Code::new("cost-total", Warning, "The total cost is not the sum of its parts")
            .expected("sum of the parts, give or take 0.00001")
            .at(&["/message/call/cost/totalCost"])
            .because("Captured sums are exact, those of the public docs rounded");
    pub(crate) static COST_NEGATIVE: Code =
        Code::new("cost-negative", Warning, "An amount of money is negative")
            .because("No source speaks of refunds");
    pub(crate) static REPORT_COUNT: Code =
        Code::new("report-count", Warning, "A campaign has fewer calls than completed and failed ones")
            .expected("`completedCalls` + `failedCalls`, or more")
            .at(&["/report/totalCalls"])
            .because("No call is completed and failed at once");
    pub(crate) static TURN_COUNT: Code =
        Code::new("turn-count", Warning, "A number of turns is not the length of the array of those turns")
            .expected("elements of the array in `turnsStats`")
            .at(&["/message/call/metrics/callStats/turns/user", "/message/call/metrics/callStats/turns/bot"])
            .because("Captured reports agree");
    pub(crate) static TTS_REQUESTS: Code = Code::new(
        "tts-requests",
        Warning,
        "The total of speech requests is not the sum of those to the vendor and to the cache",
    )
    .expected("`apiRequests` + `cacheRequests`")
    .at(&["/message/call/metrics/callStats/ttsStats/totalRequests"])
    .because("Captured reports agree");
    pub(crate) static FORWARD_DATA_MISSING: Code =
        Code::new("forward-data-missing", Warning, "A call was forwarded, and the assistant names no target")
            .expected("target")
            .at(&["/message/assistant/callForwardData"])
            .because("The call went somewhere");
    pub(crate) static MESSAGE_ID_REPEATED: Code =
        Code::new("message-id-repeated", Warning, "Two messages have the same id")
            .expected("id of its own")
            .at(&["/message/messages/*/messageId", "/message/call/messages/*/messageId"])
            .because("Ids tell messages apart; older docs (2025) repeat one");
}
