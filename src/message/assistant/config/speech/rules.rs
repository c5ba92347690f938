//! The transcriber and the voices: which settings and models belong to which vendor.

use super::tts_data::{LATENCY, SEED};
use super::{Stt, SttModel, SttVendor, TtsData, TtsModel, TtsVendor};
use crate::model::{Ask, Condition, Found, Member as _, Rules, within};
use crate::validate::bounds::SHARE;
use crate::validate::code;

impl Rules for Stt {
    /// The model, at either place, must be one of the vendor's.
    fn check(&self, found: &mut dyn Found) {
        let Some(vendor) = &self.vendor else { return };
        let mut model = |below: &[&str], model: Option<&SttModel>| {
            let Some(model) = model else { return };
            if !transcribes(vendor, model) {
                let message =
                    format!("found {}, expected a model of the vendor {}", model.as_str(), vendor.as_str());
                found.found(below, &code::STT_MODEL_MISMATCH, message);
            }
        };
        model(&["model"], self.model.as_ref());
        // The block is Deepgram's own: beside another vendor it is left over, and not read.
        if matches!(vendor, SttVendor::Deepgram | SttVendor::DeepgramSelfHosted) {
            let options = self.deepgram_options.as_ref();
            model(&["deepgramOptions", "model"], options.and_then(|options| options.model.as_ref()));
        }
    }
}

/// Whether the vendor has the model; what is not known is passed over.
fn transcribes(vendor: &SttVendor, model: &SttModel) -> bool {
    match (vendor, model) {
        (SttVendor::Unknown(_), _)
        | (_, SttModel::Unknown(_))
        | (SttVendor::ElevenLabs, SttModel::ScribeV2Realtime)
        | (SttVendor::DeepgramSelfHosted, SttModel::Nova3 | SttModel::Nova2) => true,
        (SttVendor::Deepgram, model) => *model != SttModel::ScribeV2Realtime,
        // No source gives the others any of the known models.
        _ => false,
    }
}

impl Rules for TtsData {
    const CONDITIONS: &'static [Condition] = &[
        Condition {
            member: "vendor",
            values: &[r#""eleven-labs""#, r#""eleven-labs-stream""#],
            reason: "The shares of an ElevenLabs voice.",
            asks: &[
                Ask::Within(&["config", "stability"], &SHARE),
                Ask::Within(&["config", "similarityBoost"], &SHARE),
                Ask::Within(&["config", "styleExaggeration"], &SHARE),
            ],
        },
        Condition {
            member: "config",
            values: &[],
            reason: "The settings of any voice.",
            asks: &[
                Ask::Within(&["config", "optimizeStreamingLatency"], &LATENCY),
                Ask::Within(&["config", "seed"], &SEED),
            ],
        },
    ];

    /// The model must be one of the vendor's, and some settings have bounds for some vendors only.
    fn check(&self, found: &mut dyn Found) {
        if let Some(config) = self.config.as_deref() {
            let latency = config.optimize_streaming_latency.view();
            within(found, &LATENCY, &["config", "optimizeStreamingLatency"], latency);
            within(found, &SEED, &["config", "seed"], config.seed.view());
        }
        let Some(vendor) = &self.vendor else { return };
        // Deepgram's voice ids name the model.
        let id = self.voice.as_deref().unwrap_or_default();
        if *vendor == TtsVendor::Deepgram && !id.is_empty() && !id.starts_with("aura-") {
            let message = "not the id of an aura voice: the vendor is deepgram".to_owned();
            found.found(&["voice"], &code::VOICE_MODEL_MISMATCH, message);
        }
        let Some(config) = self.config.as_deref() else { return };
        if let Some(model) = &config.model_id
            && !speaks(vendor, model)
        {
            let message =
                format!("found {}, expected a model of the vendor {}", model.as_str(), vendor.as_str());
            found.found(&["config", "modelId"], &code::VOICE_MODEL_MISMATCH, message);
        }
        if matches!(vendor, TtsVendor::ElevenLabs | TtsVendor::ElevenLabsStream) {
            within(found, &SHARE, &["config", "stability"], config.stability.view());
            within(found, &SHARE, &["config", "similarityBoost"], config.similarity_boost.view());
            within(found, &SHARE, &["config", "styleExaggeration"], config.style_exaggeration.view());
        }
    }
}

/// Whether the vendor has the model; what is not known is passed over.
fn speaks(vendor: &TtsVendor, model: &TtsModel) -> bool {
    let of_cartesia =
        matches!(model, TtsModel::Sonic | TtsModel::Sonic2024_12_12 | TtsModel::Sonic2024_10_19);
    match (vendor, model) {
        (TtsVendor::Unknown(_), _) | (_, TtsModel::Unknown(_)) => true,
        (TtsVendor::Cartesia, _) => of_cartesia,
        (TtsVendor::ElevenLabs | TtsVendor::ElevenLabsStream, _) => !of_cartesia,
        _ => false,
    }
}
