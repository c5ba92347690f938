//! The assistant: who spoke, how, and where its events are sent.

mod assistant_analysis;
mod assistant_model;
mod assistant_outcome;
mod assistant_overrides;
mod assistant_predefined_tools;
mod assistant_provider;
mod assistant_server;
mod call_forward_data;
mod config;
mod noise_suppressor_config;
mod persist_history;
mod rules;
mod sms_configuration;
mod start_speaking_options;
mod stop_speaking_options;
mod user_interruption_ack_plan;
mod welcome_message_mode;

pub use assistant_analysis::{AnalysisPlan, AssistantAnalysis, Rubric};
pub use assistant_model::AssistantModel;
pub use assistant_outcome::AssistantOutcome;
pub use assistant_overrides::{AssistantOverrides, VariableValidation};
pub use assistant_predefined_tools::AssistantPredefinedTools;
pub use assistant_provider::AssistantProvider;
pub use assistant_server::AssistantServer;
pub use call_forward_data::CallForwardData;
pub use config::{
    AssistantConfig, DeepgramOptions, Language, Speech, Stt, SttFallback, SttModel, SttVendor, TtsConfig,
    TtsData, TtsModel, TtsVendor,
};
pub use noise_suppressor_config::NoiseSuppressorConfig;
pub use persist_history::PersistHistory;
pub(in crate::message) use rules::used_variables;
pub use sms_configuration::SmsConfiguration;
pub use start_speaking_options::{SmartEndpointing, StartSpeakingOptions};
pub use stop_speaking_options::StopSpeakingOptions;
pub use user_interruption_ack_plan::UserInterruptionAckPlan;
pub use welcome_message_mode::WelcomeMessageMode;

use crate::model::Bound;
use crate::payload::{entry_points, object, open_enum};
use crate::validate::bounds::{COUNT, DURATION};
use crate::validate::code;
use crate::wire::{Loose, Number, OneOrMany, Timestamp};

entry_points! { Assistant AssistantServer }

object! {
    /// The configuration of the assistant at the time of the event, from `message.assistant`.
    ///
    /// Every event may carry it, whole, cut down to a few members or as `{}`; only status updates were seen
    /// with all of it. The same object is written to the platform to create or update an assistant.
    #[object(configuration, rules)]
    pub struct Assistant {
        /// Id of the assistant, 24 hex digits in all samples.
        #[wire("_id", Clear)]
        pub id: Option<String>,
        /// Display name.
        #[wire("name", Personal)]
        pub name: Option<String>,
        /// Organisation that owns the assistant. Only the documented sample has it.
        #[wire("teamId", Clear)]
        pub team_id: Option<String>,
        /// When the assistant was created. Only the documented sample has it.
        #[wire("createdAt", Clear)]
        pub created_at: Option<Timestamp>,
        /// When the assistant was last changed. Only the documented sample has it.
        #[wire("updatedAt", Clear)]
        pub updated_at: Option<Timestamp>,
        /// First thing the assistant says.
        #[wire("welcomeMessage", Personal)]
        pub welcome_message: Option<String>,
        /// Who opens the conversation.
        #[wire("welcomeMessageMode", Clear)]
        pub welcome_message_mode: Option<WelcomeMessageMode>,
        /// Whether the person may cut the welcome message short. Samples show `false`.
        #[wire("welcomeMessageInterruptionsEnabled", Clear)]
        pub welcome_message_interruptions_enabled: Option<bool>,
        /// Who serves the language model.
        #[wire("assistantProvider", Clear)]
        pub assistant_provider: Option<AssistantProvider>,
        /// The language model that the assistant speaks with.
        #[wire("assistantModel", Clear)]
        pub assistant_model: Option<AssistantModel>,
        /// Base URL of your own model, read for provider `custom-llm`; the platform appends `/chat/completions`
        /// and must be able to reach it. `""` for other providers.
        #[wire("assistantLLMUrl", Location)]
        pub assistant_llm_url: Option<String>,
        /// System prompt; may hold `{{variable}}` placeholders and line breaks.
        #[wire("assistantSystemPrompt", Personal)]
        pub assistant_system_prompt: Option<String>,
        /// Sampling temperature, documented range 0.0 to 1.0.
        #[wire("assistantTemperature", Clear, bound(Bound::new(&code::TEMPERATURE_RANGE).from(0.0).to(1.0)))]
        pub assistant_temperature: Option<Number>,
        /// Maximum number of tokens in one answer.
        #[wire("assistantMaxTokens", Clear, bound(COUNT))]
        pub assistant_max_tokens: Option<i64>,
        /// Delimiter at which an answer is cut into several messages. `""` was seen.
        #[wire("assistantResponseSplitter", Personal)]
        pub assistant_response_splitter: Option<String>,
        /// Whether the assistant makes listening sounds while the person talks. Samples show `false`.
        #[wire("assistantBackchannelingEnabled", Clear)]
        pub assistant_backchanneling_enabled: Option<bool>,
        /// How the assistant is built.
        #[wire("assistantType", Clear)]
        pub assistant_type: Option<AssistantType>,
        /// Speech settings: transcriber, its backup and the voices.
        #[wire("config", Nested)]
        pub config: Option<Box<AssistantConfig>>,
        /// Words that the transcriber should expect. Captured bodies have them at `config.speech.stt.hints`.
        #[wire("hints", Personal)]
        pub hints: Option<Vec<String>>,
        /// Sound behind the voice: a text on the wire, not a boolean.
        #[wire("backgroundSound", Clear)]
        pub background_sound: Option<BackgroundSound>,
        /// Loudness of the background sound; 50 in the samples, range not stated.
        #[wire("backgroundSoundVolume", Clear, bound(Bound::new(&code::VOLUME_NEGATIVE).from(0.0)))]
        pub background_sound_volume: Option<Number>,
        /// Whether spoken audio is cached. Samples show `false`.
        #[wire("ttsCacheEnabled", Clear)]
        pub tts_cache_enabled: Option<bool>,
        /// Who shares the cached audio. Seen only in a request to create a call.
        #[wire("ttsAudioCacheScope", Clear)]
        pub tts_audio_cache_scope: Option<TtsAudioCacheScope>,
        /// Whether key presses count as input. Samples show `false`.
        #[wire("dtmfInputEnabled", Clear)]
        pub dtmf_input_enabled: Option<bool>,
        /// Maximum length of a call; 900 in the samples, unit not stated.
        #[wire("maxCallDuration", Clear, bound(DURATION))]
        pub max_call_duration: Option<Number>,
        /// Silence after which the person counts as idle; 20 in the samples, unit not stated.
        #[wire("idleTimeout", Clear, bound(DURATION))]
        pub idle_timeout: Option<Number>,
        /// Maximum number of idle messages in a row.
        #[wire("maxIdleMessagesInSequence", Clear, bound(COUNT))]
        pub max_idle_messages_in_sequence: Option<i64>,
        /// When the assistant starts to speak.
        #[wire("startSpeakingOptions", Nested)]
        pub start_speaking_options: Option<Box<StartSpeakingOptions>>,
        /// When the assistant falls silent because the person talks.
        #[wire("stopSpeakingOptions", Nested)]
        pub stop_speaking_options: Option<Box<StopSpeakingOptions>>,
        /// How the assistant acknowledges an interruption.
        #[wire("userInterruptionAckPlan", Nested)]
        pub user_interruption_ack_plan: Option<Box<UserInterruptionAckPlan>>,
        /// Whether the person may interrupt. Captured bodies have it, the documented sample does not.
        #[wire("bargeInEnabled", Clear)]
        pub barge_in_enabled: Option<bool>,
        /// Ids of the tools that the assistant may call. Only `[]` was seen.
        #[wire("assistantToolIds", Clear)]
        pub assistant_tool_ids: Option<Vec<String>>,
        /// Those tools with their servers. Named in older docs (2025); its shape was never seen.
        #[wire("assistantToolServers", Personal)]
        pub assistant_tool_servers: Option<serde_json::Value>,
        /// Built-in tools, each on or off.
        #[wire("assistantPredefinedTools", Nested)]
        pub assistant_predefined_tools: Option<Box<AssistantPredefinedTools>>,
        /// Ids of the knowledge bases that the assistant reads. Only `[]` was seen.
        #[wire("assistantKnowledgeBaseIds", Clear)]
        pub assistant_knowledge_base_ids: Option<Vec<String>>,
        /// Last thing the assistant says. `""` was seen.
        #[wire("endCallMessage", Personal)]
        pub end_call_message: Option<String>,
        /// Tells the model when to end the call. `""` was seen.
        #[wire("endCallToolDescription", Personal)]
        pub end_call_tool_description: Option<String>,
        /// Phrases that hang up, spelled as typed.
        #[wire("endCallPhrases", Personal)]
        pub end_call_phrases: Option<Vec<String>>,
        /// Where calls are forwarded: one target in the documented sample, an array (only `[]`) in captured
        /// bodies.
        #[wire("callForwardData", Nested)]
        pub call_forward_data: Option<OneOrMany<Loose<CallForwardData>>>,
        /// What is analysed after the call.
        #[wire("assistantAnalysis", Nested)]
        pub assistant_analysis: Option<Box<AssistantAnalysis>>,
        /// Receiver of the events. Captured bodies echo its secret and header values back.
        #[wire("assistantServer", Nested)]
        pub assistant_server: Option<Box<AssistantServer>>,
        /// Overrides kept with the assistant; those of one call are at `message.call.assistantOverrides`.
        #[wire("assistantOverrides", Nested)]
        pub assistant_overrides: Option<Box<AssistantOverrides>>,
        /// What counts as the outcome of a call.
        #[wire("assistantOutcome", Nested)]
        pub assistant_outcome: Option<Vec<AssistantOutcome>>,
        /// Text messages of the assistant.
        #[wire("smsConfiguration", Nested)]
        pub sms_configuration: Option<Box<SmsConfiguration>>,
        /// Memory across conversations.
        #[wire("persistHistory", Nested)]
        pub persist_history: Option<Box<PersistHistory>>,
        /// Noise suppression, since release notes v1.2.0; not seen in a body.
        #[wire("noiseSuppressorConfig", Nested)]
        pub noise_suppressor_config: Option<Box<NoiseSuppressorConfig>>,
        /// Old switch of the noise suppression, replaced by `noiseSuppressorConfig`. Release notes v1.2.0
        /// call it removed and still working for a time.
        #[wire("noiseSuppressor", Clear, deprecated)]
        pub noise_suppressor: Option<bool>,
        /// Former strength of the noise suppression, replaced by `noiseSuppressorConfig.knobValue`.
        #[wire("noiseSuppressionKnob", Clear, deprecated)]
        pub noise_suppression_knob: Option<Number>,
    }
}

impl Assistant {
    /// An assistant with only a name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), ..Self::default() }
    }

    /// The voices, `config.speech.ttsData`; empty where there are none.
    #[must_use]
    pub fn voices(&self) -> &[TtsData] {
        let speech = self.config.as_ref().and_then(|config| config.speech.as_ref());
        speech.and_then(|speech| speech.tts_data.as_deref()).unwrap_or_default()
    }

    /// The voices to change, `config.speech.ttsData`; empty where there are none.
    ///
    /// ```
    /// use interactly_webhooks::message::Assistant;
    ///
    /// let mut assistant: Assistant = serde_json::from_str(
    ///     r#"{"config":{"speech":{"ttsData":[{"vendor":"eleven-labs"}]}}}"#,
    /// )?;
    /// for voice in assistant.voices_mut() {
    ///     voice.config_mut().stability = Some(0.5.into());
    /// }
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn voices_mut(&mut self) -> &mut [TtsData] {
        let speech = self.config.as_mut().and_then(|config| config.speech.as_mut());
        speech.and_then(|speech| speech.tts_data.as_deref_mut()).unwrap_or_default()
    }
}

open_enum! {
    /// How an assistant is built, from `assistant.assistantType`.
    pub enum AssistantType {
        /// One prompt for the whole conversation.
        SinglePrompt = "single_prompt",
    }
}

open_enum! {
    /// Sound behind the voice, from `assistant.backgroundSound`.
    pub enum BackgroundSound {
        /// Switched on. The spelling of "off" was never seen.
        Enable = "enable",
    }
}

open_enum! {
    /// Who shares cached audio, from `assistant.ttsAudioCacheScope`.
    pub enum TtsAudioCacheScope {
        /// This assistant alone.
        Assistant = "assistant",
        /// All assistants of the team. Named in release notes v1.0.0, not seen in a body.
        Team = "team",
    }
}
