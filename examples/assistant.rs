//! Builds the configuration of an assistant in code, validates it and prints it.
//!
//! `cargo run --example assistant` prints the JSON that the platform's API takes. Findings go to
//! standard error; exit 1 if one is an error.

use std::error::Error;

use interactly_webhooks::message::MessageType;
use interactly_webhooks::message::assistant::{
    AnalysisPlan, Assistant, AssistantAnalysis, AssistantConfig, AssistantModel, AssistantOutcome,
    AssistantOverrides, AssistantProvider, AssistantServer, Language, Speech, Stt, SttVendor, TtsData,
    TtsModel, TtsVendor, WelcomeMessageMode,
};
use interactly_webhooks::wire::{FreeForm, NotAnObject};
use serde_json::json;

fn main() -> Result<(), Box<dyn Error>> {
    let assistant = clinic()?;
    let report = assistant.validate();
    for finding in &report {
        eprintln!("{finding}");
    }
    report.into_result()?;
    println!("{}", serde_json::to_string_pretty(&assistant)?);
    Ok(())
}

/// The front desk of a clinic that does not exist.
fn clinic() -> Result<Assistant, NotAnObject> {
    let mut assistant = Assistant::new("Harbor View front desk");
    assistant.welcome_message = Some("Good morning, this is Harbor View Clinic.".into());
    assistant.welcome_message_mode = Some(WelcomeMessageMode::AssistantSpeaksFirst);
    assistant.assistant_provider = Some(AssistantProvider::OpenAi);
    assistant.assistant_model = Some(AssistantModel::Gpt4_1Mini);
    assistant.assistant_temperature = Some(0.2.into());
    assistant.assistant_system_prompt = Some("You book appointments for {{clinic_site}}.".into());
    let variables = AssistantOverrides::new([("clinic_site", "Harbor View")]);
    assistant.assistant_overrides = Some(variables.into());

    let stt = Stt::new(SttVendor::Deepgram, [Language::EnUs, Language::Es]);
    let voice = TtsData::new(TtsVendor::ElevenLabs, "vQ7nExampleVoice01", Language::EnUs);
    assistant.config = Some(Box::new(AssistantConfig::new(Speech::new(stt, [voice]))));
    for voice in assistant.voices_mut() {
        let settings = voice.config_mut();
        settings.model_id = Some(TtsModel::ElevenFlashV2_5);
        settings.stability = Some(0.5.into());
        settings.similarity_boost = Some(0.75.into());
    }

    let schema = FreeForm::try_from(json!({
        "type": "object",
        "properties": {
            "visit reason": { "type": "string" },
            "first visit": { "type": "boolean" },
        },
        "required": ["visit reason"],
    }))?;
    let mut analysis = AssistantAnalysis::default();
    analysis.summary = Some(AnalysisPlan::new("Say in two sentences what the caller wanted.").into());
    let mut data = AnalysisPlan::new("Find what the schema asks for.");
    data.schema = Some(schema);
    analysis.structured_data = Some(data.into());
    assistant.assistant_analysis = Some(analysis.into());
    assistant.assistant_outcome = Some(vec![AssistantOutcome::new("structured_data", "visit reason")]);

    let events = [MessageType::StatusUpdate, MessageType::EndOfCallReport];
    let mut server = AssistantServer::new("https://hooks.example.com/voice/events", events);
    server.secret = Some("example-secret-7".into());
    assistant.assistant_server = Some(server.into());
    Ok(assistant)
}
