//! `assistant.assistantProvider`.

use crate::payload::open_enum;

open_enum! {
    /// Who serves the language model, from `assistant.assistantProvider`.
    ///
    /// Also the `provider` of analysis plans. The sources name different sets; these are all of them.
    pub enum AssistantProvider {
        /// The vendor of the GPT models.
        OpenAi = "openai",
        /// GPT models hosted on Azure.
        Azure = "azure",
        /// Models by Google.
        Gemini = "gemini",
        /// In the API reference only.
        DeepSeek = "deepseek",
        /// Models hosted on Amazon Bedrock.
        Bedrock = "bedrock",
        /// Your own endpoint, at `assistantLLMUrl`.
        #[doc(alias = "custom-llm")]
        CustomLlm = "custom-llm",
        /// In the public docs only, not in the API reference.
        Anthropic = "anthropic",
        /// None chosen: what analysis plans carried in captured bodies.
        Empty = "",
    }
}
