//! The transcriber and the voices: which settings and models belong to which vendor.

use super::{Check, code};
use crate::assistant::{Stt, SttModel, SttVendor, TtsConfig, TtsData, TtsModel, TtsVendor};
use crate::wire::{Member as _, Segment};

/// The model, at either place, must be one of the vendor's.
pub(crate) fn stt(stt: &Stt, check: &mut Check<'_>) {
    let Some(vendor) = &stt.vendor else { return };
    let mut model = |below: &[&str], model: Option<&SttModel>| {
        let Some(model) = model else { return };
        if !transcribes(vendor, model) {
            let message =
                format!("found {}, expected a model of the vendor {}", model.as_str(), vendor.as_str());
            let below = below.iter().copied().map(Segment::Member);
            check.found(below, &code::STT_MODEL_MISMATCH, message);
        }
    };
    model(&["model"], stt.model.as_ref());
    // The block is Deepgram's own: beside another vendor it is left over, and not read.
    if matches!(vendor, SttVendor::Deepgram | SttVendor::DeepgramSelfHosted) {
        let options = stt.deepgram_options.as_ref();
        model(&["deepgramOptions", "model"], options.and_then(|options| options.model.as_ref()));
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
        // None of the known models is listed for the others.
        _ => false,
    }
}

/// A voice: its model, and the settings that are bounded for its vendor only.
pub(crate) fn voice(voice: &TtsData, check: &mut Check<'_>) {
    let Some(vendor) = &voice.vendor else { return };
    // Deepgram's voice ids name the model.
    let id = voice.voice.as_deref().unwrap_or_default();
    if *vendor == TtsVendor::Deepgram && !id.is_empty() && !id.starts_with("aura-") {
        let message = "found another text, expected an aura voice: the vendor is deepgram".to_owned();
        check.member("voice", &code::VOICE_MODEL_MISMATCH, message);
    }
    let Some(config) = voice.config.as_deref() else { return };
    if let Some(model) = &config.model_id
        && !speaks(vendor, model)
    {
        let message = format!("found {}, expected a model of the vendor {}", model.as_str(), vendor.as_str());
        let below = [Segment::Member("config"), Segment::Member("modelId")];
        check.found(below, &code::VOICE_MODEL_MISMATCH, message);
    }
    if matches!(vendor, TtsVendor::ElevenLabs | TtsVendor::ElevenLabsStream) {
        check.bounded::<TtsConfig>("stability", &["config"], config.stability.extent());
        check.bounded::<TtsConfig>("similarityBoost", &["config"], config.similarity_boost.extent());
        check.bounded::<TtsConfig>("styleExaggeration", &["config"], config.style_exaggeration.extent());
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
