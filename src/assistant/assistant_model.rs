//! `assistant.assistantModel`.

use crate::wire::open_enum;

open_enum! {
    /// Language model, from `assistant.assistantModel` and the `model` of analysis plans.
    ///
    /// Which provider serves a model is said with each; for `custom-llm` any name may stand here.
    pub enum AssistantModel {
        /// For `openai` and `azure`.
        Gpt4_1 = "gpt-4.1",
        /// For `openai` and `azure`.
        Gpt4_1Mini = "gpt-4.1-mini",
        /// For `openai` and `azure`.
        Gpt4_1Nano = "gpt-4.1-nano",
        /// For `openai` and `azure`.
        Gpt4o = "gpt-4o",
        /// For `openai` and `azure`.
        Gpt4oMini = "gpt-4o-mini",
        /// For `openai` and `azure`.
        Gpt4 = "gpt-4",
        /// For `openai`.
        Gpt3_5Turbo = "gpt-3.5-turbo",
        /// For `openai`: realtime.
        GptRealtime = "gpt-realtime",
        /// For `openai`: realtime, named in a usage note.
        Gpt4oMiniRealtimePreview = "gpt-4o-mini-realtime-preview",
        /// For `openai`: realtime, since release notes v1.13.0.
        GptRealtime1_5 = "gpt-realtime-1.5",
        /// For `gemini`: not in the vendor table, but in captured bodies.
        Gemini3FlashPreview = "gemini-3-flash-preview",
        /// For `gemini`.
        Gemini2_5Pro = "gemini-2.5-pro",
        /// For `gemini`.
        Gemini2_5Flash = "gemini-2.5-flash",
        /// For `gemini`.
        Gemini2_0Flash = "gemini-2.0-flash",
        /// For `gemini`.
        Gemini2_0FlashLite = "gemini-2.0-flash-lite",
        /// For `gemini`.
        Gemini1_5FlashLatest = "gemini-1.5-flash-latest",
        /// For `gemini`.
        Gemini1_5ProLatest = "gemini-1.5-pro-latest",
        /// For `gemini`.
        Gemini1_5Flash = "gemini-1.5-flash",
        /// For `bedrock`.
        Claude3_5Sonnet = "anthropic.claude-3-5-sonnet",
        /// For `bedrock`.
        Claude3_5Haiku = "anthropic.claude-3-5-haiku",
        /// For `bedrock`.
        Llama3_1_8bInstruct = "meta.llama3-1-8b-instruct",
        /// For `deepseek`: in the API reference only.
        DeepSeekV3 = "V3",
        /// None chosen: what analysis plans carried in captured bodies.
        Empty = "",
    }
}
