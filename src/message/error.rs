//! What went wrong during a call, `message.error`.

use crate::payload::{object, open_enum};
use crate::validate::bounds::{COUNT, PROBABILITY};
use crate::wire::{Number, Timestamp};

open_enum! {
    /// Which part failed, from `error.type`.
    pub enum ErrorType {
        /// The language model.
        #[doc(alias = "llm_error")]
        Llm = "llm_error",
        /// Speech to text.
        #[doc(alias = "stt_error")]
        Stt = "stt_error",
    }
}

open_enum! {
    /// Why it failed, from `error.code`.
    pub enum ErrorCode {
        /// Too many requests to the vendor.
        RateLimitExceeded = "rate_limit_exceeded",
        /// The sound was too poor to be understood.
        AudioQualityInsufficient = "audio_quality_insufficient",
        /// The vendor refused the credentials.
        AuthenticationFailed = "authentication_failed",
        /// The account's allowance is used up. Named in the public docs' sample code only.
        QuotaExceeded = "quota_exceeded",
        /// The vendor cannot be reached. Named in the public docs' sample code only.
        ServiceUnavailable = "service_unavailable",
    }
}

open_enum! {
    /// Vendor whose service failed, from `error.provider`: of language models or of speech to text.
    pub enum ErrorProvider {
        /// `OpenAI`.
        OpenAi = "openai",
        /// Anthropic.
        Anthropic = "anthropic",
        /// Deepgram.
        Deepgram = "deepgram",
    }
}

object! {
    /// What went wrong, from `message.error`. Only in events of type `error`.
    ///
    /// Known from the public docs alone: no body of this event has been captured, so expect other values.
    pub struct CallError {
        /// Which part failed.
        #[doc(alias = "type")]
        #[wire("type", Clear)]
        pub kind: Option<ErrorType>,
        /// Why it failed.
        #[wire("code", Clear)]
        pub code: Option<ErrorCode>,
        /// The same in words, for people.
        #[wire("message", Personal)]
        pub message: Option<String>,
        /// Vendor whose service failed. Need not be the assistant's `assistantProvider`.
        #[wire("provider", Clear)]
        pub provider: Option<ErrorProvider>,
        /// Whether trying again can help.
        #[wire("retryable", Clear)]
        pub retryable: Option<bool>,
        /// Details; which members are present depends on `code`.
        #[wire("details", Nested)]
        pub details: Option<Box<ErrorDetails>>,
    }
}

object! {
    /// Details of an error, from `message.error.details`.
    ///
    /// Snake case, unlike the rest of the body. Members come in groups, one for each error code.
    pub struct ErrorDetails {
        /// Which limit was hit, such as `requests_per_minute`. With `rate_limit_exceeded`.
        #[wire("limit_type", Personal)]
        pub limit_type: Option<String>,
        /// How much was used, in the unit of `limit_type`. With `rate_limit_exceeded`.
        #[wire("current_usage", Clear, bound(COUNT))]
        pub current_usage: Option<Number>,
        /// How much is allowed, in the unit of `limit_type`. With `rate_limit_exceeded`.
        #[wire("limit", Clear, bound(COUNT))]
        pub limit: Option<Number>,
        /// When the limit resets. With `rate_limit_exceeded`; absent in abbreviated bodies.
        #[wire("reset_time", Clear)]
        pub reset_time: Option<Timestamp>,
        /// Confidence in the recognised text, from 0 to 1. With `audio_quality_insufficient`.
        #[wire("confidence_score", Clear, bound(PROBABILITY))]
        pub confidence_score: Option<Number>,
        /// How noisy it was, in a word such as `high`. With `audio_quality_insufficient`.
        #[wire("noise_level", Personal)]
        pub noise_level: Option<String>,
        /// Signal-to-noise ratio, presumably in dB; negative when the noise is louder. With
        /// `audio_quality_insufficient`; absent in abbreviated bodies.
        #[wire("signal_to_noise_ratio", Clear)]
        pub signal_to_noise_ratio: Option<Number>,
        /// What to do about it, such as `request_user_repeat`. With `audio_quality_insufficient`.
        #[wire("suggested_action", Personal)]
        pub suggested_action: Option<String>,
        /// What is wrong with the credentials, in a word. With `authentication_failed`.
        #[wire("api_key_status", Personal)]
        pub api_key_status: Option<String>,
        /// When the credentials expire or expired, without milliseconds. With `authentication_failed`.
        #[wire("expiry_date", Clear)]
        pub expiry_date: Option<Timestamp>,
    }
}
