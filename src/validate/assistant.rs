//! The assistant: its language model.

use super::server::url_scheme;
use super::time::times;
use super::{Check, code};
use crate::assistant::{AnalysisPlan, Assistant, AssistantModel, AssistantProvider};

pub(crate) fn assistant(assistant: &Assistant, check: &mut Check<'_>) {
    model("assistantModel", assistant.assistant_provider.as_ref(), assistant.assistant_model.as_ref(), check);
    if assistant.assistant_provider == Some(AssistantProvider::CustomLlm) {
        let url = assistant.assistant_llm_url.as_deref();
        url_scheme("assistantLLMUrl", url, check);
        // Absent it says nothing: most events carry a few members of the assistant only.
        if url == Some("") {
            let message = "found an empty text, expected a URL: the provider is custom-llm".to_owned();
            check.member("assistantLLMUrl", &code::LLM_URL_EMPTY, message);
        }
    }
    times(("createdAt", &assistant.created_at), ("updatedAt", &assistant.updated_at), check);
}

pub(crate) fn analysis_plan(plan: &AnalysisPlan, check: &mut Check<'_>) {
    model("model", plan.provider.as_ref(), plan.model.as_ref(), check);
}

/// Whether the provider has the model; unknown values are findings of their own.
fn model(
    member: &str,
    provider: Option<&AssistantProvider>,
    model: Option<&AssistantModel>,
    check: &mut Check<'_>,
) {
    use AssistantProvider as P;
    let (Some(provider), Some(model)) = (provider, model) else { return };
    let served = match provider {
        P::OpenAi => openai(model),
        // Azure is listed with the same models, but for this one and the realtime ones.
        P::Azure => openai(model) && !realtime(model) && *model != AssistantModel::Gpt3_5Turbo,
        P::Gemini => gemini(model),
        P::Bedrock => bedrock(model),
        P::DeepSeek => *model == AssistantModel::DeepSeekV3,
        // No models are listed, but all that are known belong to others.
        P::Anthropic => false,
        P::CustomLlm | P::Empty | P::Unknown(_) => return,
    };
    if !served && !matches!(model, AssistantModel::Empty | AssistantModel::Unknown(_)) {
        let message =
            format!("found {}, expected a model of the provider {}", model.as_str(), provider.as_str());
        check.member(member, &code::LLM_MODEL_MISMATCH, message);
    }
}

fn realtime(model: &AssistantModel) -> bool {
    use AssistantModel as M;
    matches!(model, M::GptRealtime | M::Gpt4oMiniRealtimePreview | M::GptRealtime1_5)
}

fn openai(model: &AssistantModel) -> bool {
    use AssistantModel as M;
    realtime(model)
        || matches!(
            model,
            M::Gpt4_1 | M::Gpt4_1Mini | M::Gpt4_1Nano | M::Gpt4o | M::Gpt4oMini | M::Gpt4 | M::Gpt3_5Turbo
        )
}

fn gemini(model: &AssistantModel) -> bool {
    use AssistantModel as M;
    matches!(
        model,
        M::Gemini3FlashPreview
            | M::Gemini2_5Pro
            | M::Gemini2_5Flash
            | M::Gemini2_0Flash
            | M::Gemini2_0FlashLite
            | M::Gemini1_5FlashLatest
            | M::Gemini1_5ProLatest
            | M::Gemini1_5Flash
    )
}

fn bedrock(model: &AssistantModel) -> bool {
    use AssistantModel as M;
    matches!(model, M::Claude3_5Sonnet | M::Claude3_5Haiku | M::Llama3_1_8bInstruct)
}
