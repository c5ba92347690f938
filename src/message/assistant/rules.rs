//! The assistant: its language model, and the server that its events are posted to.

use super::{AnalysisPlan, Assistant, AssistantModel, AssistantProvider, AssistantServer};
use crate::model::{Ask, Condition, Found, Member as _, Rules, within};
use crate::validate::bounds::SERVER_EVENTS;
use crate::validate::code;
use crate::validate::text::{is_http_url, url_scheme};
use crate::validate::time::times;

impl Rules for Assistant {
    fn check(&self, found: &mut dyn Found) {
        let provider = self.assistant_provider.as_ref();
        model("assistantModel", provider, self.assistant_model.as_ref(), found);
        if provider == Some(&AssistantProvider::CustomLlm) {
            let url = self.assistant_llm_url.as_deref();
            url_scheme("assistantLLMUrl", url, found);
            // Absent it says nothing: most events carry a few members of the assistant only.
            if url == Some("") {
                let message = "found an empty text, expected a URL: the provider is custom-llm".to_owned();
                found.found(&["assistantLLMUrl"], &code::LLM_URL_EMPTY, message);
            }
        }
        times(("createdAt", self.created_at.as_ref()), ("updatedAt", self.updated_at.as_ref()), found);
    }
}

impl Rules for AnalysisPlan {
    fn check(&self, found: &mut dyn Found) {
        model("model", self.provider.as_ref(), self.model.as_ref(), found);
        #[cfg(feature = "structured")]
        if let Some(schema) = &self.schema {
            crate::validate::structured::check_schema(schema, found);
        }
    }
}

impl Rules for AssistantServer {
    const CONDITIONS: &'static [Condition] = &[Condition {
        member: "enabled",
        values: &["true"],
        reason: "A server that is switched on needs a URL and an event.",
        asks: &[Ask::Url(&["url"]), Ask::PresentWithin(&["messages"], &SERVER_EVENTS)],
    }];

    /// An enabled server needs a URL and an event; one that is not needs nothing.
    fn check(&self, found: &mut dyn Found) {
        match self.enabled {
            Some(true) => {}
            Some(false) => return,
            None => {
                let message = "found nothing, expected true or false".to_owned();
                return found.found(&["enabled"], &code::SERVER_ENABLED_MISSING, message);
            }
        }
        match self.url.as_deref() {
            None | Some("") => {
                let message = "found no URL, expected an http or https URL".to_owned();
                found.found(&["url"], &code::SERVER_URL_MISSING, message);
            }
            Some(url) if !is_http_url(url) => {
                let message = "not an http or https URL".to_owned();
                found.found(&["url"], &code::SERVER_URL_SCHEME, message);
            }
            Some(_) => {}
        }
        let none = Vec::new();
        within(found, &SERVER_EVENTS, &["messages"], self.messages.as_ref().unwrap_or(&none).view());
    }
}

/// Whether the provider has the model; unknown values are findings of their own.
fn model(
    member: &str,
    provider: Option<&AssistantProvider>,
    model: Option<&AssistantModel>,
    found: &mut dyn Found,
) {
    use AssistantProvider as P;
    let (Some(provider), Some(model)) = (provider, model) else { return };
    let served = match provider {
        P::OpenAi => openai(model),
        // Azure has the same models, but for this one and the realtime ones.
        P::Azure => openai(model) && !realtime(model) && *model != AssistantModel::Gpt3_5Turbo,
        P::Gemini => gemini(model),
        P::Bedrock => bedrock(model),
        P::DeepSeek => *model == AssistantModel::DeepSeekV3,
        // No source names its models, but all that are known belong to others.
        P::Anthropic => false,
        P::CustomLlm | P::Empty | P::Unknown(_) => return,
    };
    if !served && !matches!(model, AssistantModel::Empty | AssistantModel::Unknown(_)) {
        let message =
            format!("found {}, expected a model of the provider {}", model.as_str(), provider.as_str());
        found.found(&[member], &code::LLM_MODEL_MISMATCH, message);
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
