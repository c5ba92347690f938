//! The kinds of findings.

use crate::model::{Code, Severity};

const fn error(name: &'static str, meaning: &'static str) -> Code {
    Code::new(name, Severity::Error, meaning)
}

const fn warning(name: &'static str, meaning: &'static str) -> Code {
    Code::new(name, Severity::Warning, meaning)
}

/// Declares the codes and the table of all of them.
macro_rules! codes {
    ($(static $name:ident: Code = $code:expr;)+) => {
        $(pub(crate) static $name: Code = $code;)+

        /// All codes, errors first.
        pub static CODES: &[&Code] = &[$(&$name),+];
    };
}

// A code that is about the bound of members states neither what is expected nor where: the
// members do.
codes! {
    static SERVER_URL_MISSING: Code = error("server-url-missing", "An enabled server has no URL")
        .expected("http or https URL")
        .at(&["/message/assistant/assistantServer/url"])
        .because("The public docs require a URL where the server is enabled");
    static SERVER_URL_SCHEME: Code =
        error("server-url-scheme", "The URL of an enabled server is neither http nor https")
            .expected("http or https URL")
            .at(&["/message/assistant/assistantServer/url"])
            .because("The public docs name http and https");
    static SERVER_MESSAGES_MISSING: Code =
        error("server-messages-missing", "An enabled server subscribes to no events")
            .because("The public docs ask for at least one event where the server is enabled");
    static TIMEOUT_NOT_POSITIVE: Code = error("timeout-not-positive", "A time limit is zero or negative")
        .because("No answer can arrive in zero time");
    static DURATION_NEGATIVE: Code = error("duration-negative", "A length of time is negative")
        .because("A length of time cannot be negative");
    static COUNT_NEGATIVE: Code = error("count-negative", "A count is negative where that is not normal")
        .because("A count cannot be negative; those that were captured below zero have no such bound");
    static VOLUME_NEGATIVE: Code =
        error("volume-negative", "A loudness is negative").because("A loudness cannot be negative");
    static PROBABILITY_RANGE: Code =
        error("probability-range", "A confidence or probability is outside its range")
            .because("A probability is between 0 and 1");
    static VOICE_SHARE_RANGE: Code = error(
        "voice-share-range",
        "A share in the settings of an `eleven-labs` voice is outside its range, often a percentage",
    )
    .because("Bodies carry shares; the vendor's guide speaks of percentages");
    static VOICE_SEED_RANGE: Code = error("voice-seed-range", "A voice's seed is outside its range")
        .because("The vendor's guide states the range");
    static VOICE_LATENCY_RANGE: Code =
        error("voice-latency-range", "A voice's streaming latency is outside its range")
            .because("Release notes v1.3.0 state the range");
    static NOISE_KNOB_RANGE: Code =
        error("noise-knob-range", "The strength of noise suppression is outside its range")
            .because("Release notes v1.2.0 state the range");
    static SUBSCRIPTION_NAME_LENGTH: Code =
        error("subscription-name-length", "The name of a workflow subscription is empty or too long")
            .because("The subscription API states the range");
    static SUBSCRIPTION_URL_LENGTH: Code =
        error("subscription-url-length", "The URL of a workflow subscription is empty or too long")
            .because("The subscription API states the range");
    static SUBSCRIPTION_TOKEN_LENGTH: Code =
        error("subscription-token-length", "The token of a workflow subscription is too long")
            .because("The subscription API states the range");
    static SUBSCRIPTION_TIMEOUT_RANGE: Code =
        error("subscription-timeout-range", "The time limit of a workflow subscription is outside its range")
            .because("The subscription API states the range");
    static SUBSCRIPTION_RETRIES_RANGE: Code = error(
        "subscription-retries-range",
        "The number of retries of a workflow subscription is outside its range",
    )
    .because("The subscription API states the range");
    static SUBSCRIPTION_BACKOFF_RANGE: Code = error(
        "subscription-backoff-range",
        "The pause before retries of a workflow subscription is outside its range",
    )
    .because("The subscription API states the range");
    static SAY_MESSAGE_MISSING: Code =
        error("say-message-missing", "A control request of type `say` has no text")
            .expected("text")
            .at(&["ControlRequest /message"])
            .because("The API reference requires it");

    static TEMPERATURE_RANGE: Code =
        warning("temperature-range", "The temperature is outside its documented range").because(
            "A table of the public docs states the range; the API reference does not, and models take more",
        );
    static SERVER_ENABLED_MISSING: Code =
        warning("server-enabled-missing", "A server does not say whether it is enabled")
            .expected("true or false")
            .at(&["/message/assistant/assistantServer/enabled"])
            .because("The public docs list it as required; bodies cut down may lack it");
    static WEBHOOK_INCOMPLETE: Code =
        warning("webhook-incomplete", "An enabled campaign webhook lacks its URL or its events")
            .expected("URL and at least 1 event")
            .at(&["CampaignWebhookConfig /url", "CampaignWebhookConfig /events"])
            .because("Nothing could be posted");
    static URL_SCHEME: Code = warning("url-scheme", "A URL that will be called is neither http nor https")
        .expected("http or https URL")
        .at(&[
            "/message/assistant/assistantLLMUrl",
            "CampaignWebhookConfig /url",
            "WorkflowSubscription /url",
        ])
        .because("The platform calls it over HTTP");
    static URL_AUTHORITY: Code = warning("url-authority",
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
    static HEADER_REFUSED: Code =
        warning("header-refused", "A header has a name or a value that HTTP refuses")
            .expected("name and value of a header")
            .at(&["/message/assistant/assistantServer/headers", "CampaignWebhookConfig /headers/*/key"])
            .because("RFC 9110 does not allow it, so it cannot be sent");
    static SUBSCRIPTION_EMPTY: Code =
        warning("subscription-empty", "A workflow subscription asks for no event")
            .expected("at least 1 event")
            .at(&["WorkflowSubscription /actions"])
            .because("Nothing would be posted");
    static SAY_MESSAGE_EMPTY: Code =
        warning("say-message-empty", "A control request of type `say` has a text without words")
            .expected("text")
            .at(&["ControlRequest /message"])
            .because("Nothing would be said");
    static STRUCTURED_SCHEMA_MISSING: Code =
        warning("structured-schema-missing", "Structured data is enabled and has no schema")
            .expected("JSON Schema")
            .at(&["/message/assistant/assistantAnalysis/structuredData/schema"])
            .because("The schema says what to look for");
    static STRUCTURED_SCHEMA_INVALID: Code =
        warning("structured-schema-invalid", "The schema of the structured data is not a JSON Schema")
            .expected("JSON Schema")
            .at(&["/message/assistant/assistantAnalysis/structuredData/schema"])
            .because("Its keywords have values that JSON Schema does not allow them");
    static OUTCOME_FIELD_UNKNOWN: Code =
        warning("outcome-field-unknown", "An outcome names no property of the structured data's schema")
            .expected("property of the schema")
            .at(&["/message/assistant/assistantOutcome/*/field"])
            .because("The dashboard offers the properties of the structured data");
    static TIMEOUT_TWICE: Code = warning("timeout-twice", "A time limit is given in both spellings")
        .expected("`timeoutSeconds` alone")
        .at(&["/message/assistant/assistantAnalysis/*/timeoutInSecs"])
        .because("Which of them counts is not documented; the API reference has `timeoutSeconds`");
    static LLM_URL_EMPTY: Code = warning("llm-url-empty", "Provider `custom-llm` has no URL")
        .expected("http or https URL")
        .at(&["/message/assistant/assistantLLMUrl"])
        .because("The API reference reads the URL for this provider; there is no other place to call");
    static LLM_MODEL_MISMATCH: Code =
        warning("llm-model-mismatch", "The provider does not have the language model")
            .expected("model of the provider")
            .at(&["/message/assistant/assistantModel", "/message/assistant/assistantAnalysis/*/model"])
            .because("The public docs' table of vendors lists the models of each");
    static STT_MODEL_MISMATCH: Code =
        warning("stt-model-mismatch", "The vendor does not have the transcriber's model")
            .expected("model of the vendor")
            .at(&[
                "/message/assistant/config/speech/stt/model",
                "/message/assistant/config/speech/stt/deepgramOptions/model",
            ])
            .because("The public docs' table of vendors lists the models of each");
    static VOICE_MODEL_MISMATCH: Code =
        warning("voice-model-mismatch", "The vendor does not have the voice's model")
            .expected("model of the vendor")
            .at(&[
                "/message/assistant/config/speech/ttsData/*/config/modelId",
                "/message/assistant/config/speech/ttsData/*/voice",
            ])
            .because("The public docs' table of vendors lists the models of each");
    static VARIABLE_MISSING: Code = warning(
        "variable-missing",
        "A text uses variables to which neither the call nor the assistant gives a value",
    )
    .expected("value in `dynamicVariables`")
    .at(&["/message/assistant/assistantSystemPrompt", "/message/assistant/welcomeMessage"])
    .because(
        "The text would be spoken or prompted with its braces; the platform may have variables of its own",
    );
    static UNKNOWN_VALUE: Code =
        warning("unknown-value", "A value is not among the known ones, in a configuration")
            .expected("known value")
            .at(&["any member with a set of values"])
            .because("It may be a typing error, or newer than this crate");
    static UNKNOWN_MEMBER: Code = warning("unknown-member", "A configuration has an unknown member")
        .expected("known member")
        .at(&["any configuration"])
        .because(
            "It may be a typing error, or newer than this crate; the platform is not known to refuse it",
        );
    static PLACEHOLDER: Code =
        warning("placeholder", "A sample's placeholder was left where a value belongs")
            .expected("value")
            .at(&["any text and any secret"])
            .because("The API reference's samples have such texts");
    static TIMESTAMP_FORM: Code =
        warning("timestamp-form", "A time is neither RFC 3339 text nor epoch milliseconds")
            .expected("RFC 3339 text, epoch milliseconds, or empty text")
            .at(&["any time"])
            .because("Those are the forms that were seen; ISO 8601 has more");
    static TIMESTAMP_SECONDS: Code = warning("timestamp-seconds", "A time is given in seconds, it seems")
        .expected("epoch milliseconds")
        .at(&["any time"])
        .because("The platform counts milliseconds; read so, the time would be of early 1970");
    static END_BEFORE_START: Code =
        warning("end-before-start", "Something ends, or was changed, before it began")
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
    static DURATION_MISMATCH: Code =
        warning("duration-mismatch", "The call's duration is not the time between its start and its end")
            .expected("`endAt` - `startAt`, give or take 1 s")
            .at(&["/message/call/assistantCallDuration", "/message/call/cost/callDuration"])
            .because("Captured reports agree to some milliseconds");
    static COST_TOTAL: Code = warning("cost-total", "The total cost is not the sum of its parts")
        .expected("sum of the parts, give or take 0.00001")
        .at(&["/message/call/cost/totalCost"])
        .because("Captured sums are exact, those of the public docs rounded");
    static COST_NEGATIVE: Code =
        warning("cost-negative", "An amount of money is negative").because("No source speaks of refunds");
    static REPORT_COUNT: Code =
        warning("report-count", "A campaign has fewer calls than completed and failed ones")
            .expected("`completedCalls` + `failedCalls`, or more")
            .at(&["/report/totalCalls"])
            .because("No call is completed and failed at once");
    static TURN_COUNT: Code =
        warning("turn-count", "A number of turns is not the length of the array of those turns")
            .expected("elements of the array in `turnsStats`")
            .at(&["/message/call/metrics/callStats/turns/user", "/message/call/metrics/callStats/turns/bot"])
            .because("Captured reports agree");
    static TTS_REQUESTS: Code = warning(
        "tts-requests",
        "The total of speech requests is not the sum of those to the vendor and to the cache",
    )
    .expected("`apiRequests` + `cacheRequests`")
    .at(&["/message/call/metrics/callStats/ttsStats/totalRequests"])
    .because("Captured reports agree");
    static FORWARD_DATA_MISSING: Code =
        warning("forward-data-missing", "A call was forwarded, and the assistant names no target")
            .expected("target")
            .at(&["/message/assistant/callForwardData"])
            .because("The call went somewhere");
    static MESSAGE_ID_REPEATED: Code = warning("message-id-repeated", "Two messages have the same id")
        .expected("id of its own")
        .at(&["/message/messages/*/messageId", "/message/call/messages/*/messageId"])
        .because("Ids tell messages apart; older docs (2025) repeat one");
}
