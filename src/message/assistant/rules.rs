//! The assistant: its language model and its texts, what is worked out after the call, and the server
//! that its events are posted to.

use serde_json::Value;

use super::{
    AnalysisPlan, Assistant, AssistantAnalysis, AssistantModel, AssistantOverrides, AssistantProvider,
    AssistantServer,
};
use crate::model::{Ask, Condition, Found, Member as _, Rules, within};
use crate::validate::bounds::SERVER_EVENTS;
use crate::validate::text::{placeholder, variables};
use crate::validate::time::times;
use crate::validate::{code, http};

impl Rules for Assistant {
    fn check(&self, found: &mut dyn Found) {
        let provider = self.assistant_provider.as_ref();
        model("assistantModel", provider, self.assistant_model.as_ref(), found);
        if provider == Some(&AssistantProvider::CustomLlm) {
            let url = self.assistant_llm_url.as_deref();
            http::url("assistantLLMUrl", url, &code::URL_SCHEME, found);
            // In a body an absent one says nothing: most events carry a few members of the assistant only.
            if url == Some("") || url.is_none() && found.is_whole() {
                let message = "found no URL, expected one: the provider is custom-llm".to_owned();
                found.found(&["assistantLLMUrl"], &code::LLM_URL_EMPTY, message);
            }
        }
        if found.is_whole() {
            used_variables(self, None, &[], found);
        }
        outcomes(self, found);
        times(("createdAt", self.created_at.as_ref()), ("updatedAt", self.updated_at.as_ref()), found);
    }
}

/// Each variable in the prompt and the first message needs a value, from the call or from
/// the assistant. Their names are the caller's, so only their number is reported.
pub(in crate::message) fn used_variables(
    assistant: &Assistant,
    of_call: Option<&AssistantOverrides>,
    way: &[&str],
    found: &mut dyn Found,
) {
    let overrides = [of_call, assistant.assistant_overrides.as_deref()];
    let is_given = |name: &str| {
        let mut given = overrides.into_iter().flatten().filter_map(|own| own.dynamic_variables.as_ref());
        given.any(|variables| variables.contains_key(name))
    };
    for (member, text) in [
        ("assistantSystemPrompt", &assistant.assistant_system_prompt),
        ("welcomeMessage", &assistant.welcome_message),
    ] {
        let used = variables(text.as_deref().unwrap_or_default());
        let mut missing: Vec<_> = used.filter(|name| !is_given(name)).collect();
        missing.sort_unstable();
        missing.dedup();
        let (count, plural) = (missing.len(), if missing.len() == 1 { "variable" } else { "variables" });
        if count > 0 {
            let message = format!("found {count} {plural} without a value, expected one in dynamicVariables");
            found.found(&[way, &[member]].concat(), &code::VARIABLE_MISSING, message);
        }
    }
}

/// An outcome is read from a property of the structured data.
fn outcomes(assistant: &Assistant, found: &mut dyn Found) {
    let analysis = assistant.assistant_analysis.as_deref();
    let plan = analysis.and_then(|analysis| analysis.structured_data.as_deref());
    // One that is switched off finds no data for any outcome.
    let schema = plan.filter(|plan| plan.enabled != Some(false)).and_then(|plan| plan.schema.as_ref());
    let Some(Value::Object(properties)) = schema.and_then(|schema| schema.get("properties")) else { return };
    for (index, outcome) in assistant.assistant_outcome.iter().flatten().enumerate() {
        let field = outcome.field.as_deref().unwrap_or_default();
        if placeholder(field).is_none() && !properties.contains_key(field) {
            let what = if field.is_empty() { "nothing" } else { "an unknown name" };
            let message = format!("found {what}, expected a property of the structured data's schema");
            let below = ["assistantOutcome", &index.to_string(), "field"];
            found.found(&below, &code::OUTCOME_FIELD_UNKNOWN, message);
        }
    }
}

impl Rules for AssistantAnalysis {
    /// Structured data needs a schema that says what to look for.
    fn check(&self, found: &mut dyn Found) {
        let Some(plan) = self.structured_data.as_deref().filter(|plan| plan.enabled == Some(true)) else {
            return;
        };
        let below = ["structuredData", "schema"];
        match plan.schema.as_ref().filter(|schema| !schema.is_empty()) {
            None => {
                let message = "found no schema, expected one: structured data is enabled".to_owned();
                found.found(&below, &code::STRUCTURED_SCHEMA_MISSING, message);
            }
            #[cfg(not(feature = "structured"))]
            Some(schema) => {
                if let Some(fault) = crate::validate::json_schema::fault(schema) {
                    found.found(&below, &code::STRUCTURED_SCHEMA_INVALID, fault);
                }
            }
            #[cfg(feature = "structured")]
            Some(schema) => crate::validate::structured::check_schema(schema, &below, found),
        }
    }
}

impl Rules for AnalysisPlan {
    fn check(&self, found: &mut dyn Found) {
        model("model", self.provider.as_ref(), self.model.as_ref(), found);
        if self.timeout_seconds.is_some() && self.timeout_in_secs.is_some() {
            let message = "found both spellings of the time limit, expected timeoutSeconds alone".to_owned();
            found.found(&["timeoutInSecs"], &code::TIMEOUT_TWICE, message);
        }
    }
}

impl Rules for AssistantServer {
    const CONDITIONS: &'static [Condition] = &[Condition {
        member: "enabled",
        values: &["true"],
        reason: "An enabled server needs a URL and an event.",
        asks: &[Ask::Url(&["url"]), Ask::PresentWithin(&["messages"], &SERVER_EVENTS)],
    }];

    /// An enabled server needs a URL and an event; one that is not needs nothing.
    fn check(&self, found: &mut dyn Found) {
        if self.enabled.is_none() {
            let message = "found nothing, expected true or false".to_owned();
            return found.found(&["enabled"], &code::SERVER_ENABLED_MISSING, message);
        }
        if self.url.as_deref().unwrap_or_default().is_empty() {
            let message = "found no URL, expected an http or https URL".to_owned();
            found.found(&["url"], &code::SERVER_URL_MISSING, message);
        }
        http::url("url", self.url.as_deref(), &code::SERVER_URL_SCHEME, found);
        let headers = self.headers.iter().flatten().map(|(name, value)| (name.as_str(), value.expose()));
        http::headers("headers", headers, found);
        let none = Vec::new();
        within(found, &SERVER_EVENTS, &["messages"], self.messages.as_ref().unwrap_or(&none).view());
    }
}

/// Whether the provider has the model; unknown values are findings of their own.
fn model(
    member: &'static str,
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
        // Customers name their own models.
        P::CustomLlm => return found.any_value(member),
        P::Empty | P::Unknown(_) => return,
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
