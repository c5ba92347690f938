//! `assistant.assistantModel`.

use crate::payload::open_enum;

open_enum! {
    /// Language model, from `assistant.assistantModel` and the `model` of analysis plans.
    ///
    /// Which provider serves a model is stated at each value; with `custom-llm` any name is allowed.
    pub enum AssistantModel {
        /// For `openai` and `azure`.
        #[doc(alias = "gpt-4.1")]
        Gpt4_1 = "gpt-4.1",
        /// For `openai` and `azure`.
        #[doc(alias = "gpt-4.1-mini")]
        Gpt4_1Mini = "gpt-4.1-mini",
        /// For `openai` and `azure`.
        #[doc(alias = "gpt-4.1-nano")]
        Gpt4_1Nano = "gpt-4.1-nano",
        /// For `openai` and `azure`.
        #[doc(alias = "gpt-4o")]
        Gpt4o = "gpt-4o",
        /// For `openai` and `azure`.
        #[doc(alias = "gpt-4o-mini")]
        Gpt4oMini = "gpt-4o-mini",
        /// For `openai` and `azure`.
        #[doc(alias = "gpt-4")]
        Gpt4 = "gpt-4",
        /// For `openai`.
        #[doc(alias = "gpt-3.5-turbo")]
        Gpt3_5Turbo = "gpt-3.5-turbo",
        /// For `openai`: realtime.
        #[doc(alias = "gpt-realtime")]
        GptRealtime = "gpt-realtime",
        /// For `openai`: realtime, named in a usage note.
        #[doc(alias = "gpt-4o-mini-realtime-preview")]
        Gpt4oMiniRealtimePreview = "gpt-4o-mini-realtime-preview",
        /// For `openai`: realtime, since release notes v1.13.0.
        #[doc(alias = "gpt-realtime-1.5")]
        GptRealtime1_5 = "gpt-realtime-1.5",
        /// For `gemini`: not in the vendor table, but in captured bodies.
        #[doc(alias = "gemini-3-flash-preview")]
        Gemini3FlashPreview = "gemini-3-flash-preview",
        /// For `gemini`.
        #[doc(alias = "gemini-2.5-pro")]
        Gemini2_5Pro = "gemini-2.5-pro",
        /// For `gemini`.
        #[doc(alias = "gemini-2.5-flash")]
        Gemini2_5Flash = "gemini-2.5-flash",
        /// For `gemini`.
        #[doc(alias = "gemini-2.0-flash")]
        Gemini2_0Flash = "gemini-2.0-flash",
        /// For `gemini`.
        #[doc(alias = "gemini-2.0-flash-lite")]
        Gemini2_0FlashLite = "gemini-2.0-flash-lite",
        /// For `gemini`.
        #[doc(alias = "gemini-1.5-flash-latest")]
        Gemini1_5FlashLatest = "gemini-1.5-flash-latest",
        /// For `gemini`.
        #[doc(alias = "gemini-1.5-pro-latest")]
        Gemini1_5ProLatest = "gemini-1.5-pro-latest",
        /// For `gemini`.
        #[doc(alias = "gemini-1.5-flash")]
        Gemini1_5Flash = "gemini-1.5-flash",
        /// For `bedrock`.
        #[doc(alias = "anthropic.claude-3-5-sonnet")]
        Claude3_5Sonnet = "anthropic.claude-3-5-sonnet",
        /// For `bedrock`.
        #[doc(alias = "anthropic.claude-3-5-haiku")]
        Claude3_5Haiku = "anthropic.claude-3-5-haiku",
        /// For `bedrock`.
        #[doc(alias = "meta.llama3-1-8b-instruct")]
        Llama3_1_8bInstruct = "meta.llama3-1-8b-instruct",
        /// For `deepseek`: in the API reference only.
        #[doc(alias = "V3")]
        DeepSeekV3 = "V3",
        /// None chosen: what analysis plans carried in captured bodies.
        Empty = "",
    }
}
