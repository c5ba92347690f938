//! What of a message its call's record needs for figures and tables.
//!
//! Records of many calls are held at a time, and most of a body is configuration and statistics that nobody
//! asks for here. What stays is whole, so records merge with others that hold more. What people said
//! stays too, because it tells versions of a message apart.

use interactly_webhooks::message::assistant::{Stt, TtsData};
use interactly_webhooks::message::call::{CallMetrics, CallStats, TurnsStats};
use interactly_webhooks::message::{Assistant, Call, Message, ServerMessage};
use interactly_webhooks::wire::FreeForm;

/// Drops everything else; also what only the personal columns show, unless they are asked for.
pub(crate) fn slim(message: &mut ServerMessage, personal: bool) {
    message.phone = None;
    message.extra = FreeForm::default();
    if !personal {
        message.customer = None;
        message.analysis = None;
    }
    if let Some(assistant) = &mut message.assistant {
        **assistant = vendors(std::mem::take(assistant));
    }
    if let Some(call) = &mut message.call {
        slim_call(call, personal);
    }
    message.messages.iter_mut().flatten().for_each(slim_turn);
}

fn slim_call(call: &mut Call, personal: bool) {
    call.monitor = None;
    call.recording = None;
    call.assistant_overrides = None;
    call.extra = FreeForm::default();
    if !personal {
        call.phone_call_status_reason = None;
        call.user_number = None;
        call.assistant_number = None;
        call.analysis = None;
        call.metadata = None;
    }
    if let Some(cost) = &mut call.cost {
        cost.extra = FreeForm::default();
    }
    if let Some(stats) = call.metrics.take().and_then(|metrics| metrics.call_stats) {
        let mut kept = CallStats::default();
        kept.turns = stats.turns;
        kept.turns_stats = stats.turns_stats.map(|turns| {
            let mut kept = TurnsStats::default();
            kept.bot_response_time = turns.bot_response_time;
            kept.barge_in_count = turns.barge_in_count;
            Box::new(kept)
        });
        let mut metrics = CallMetrics::default();
        metrics.call_stats = Some(Box::new(kept));
        call.metrics = Some(Box::new(metrics));
    }
    call.messages.iter_mut().flatten().for_each(slim_turn);
}

/// The assistant, with nothing but who hears, thinks and speaks for it.
fn vendors(assistant: Box<Assistant>) -> Assistant {
    let mut kept = Assistant::default();
    kept.assistant_provider = assistant.assistant_provider;
    kept.assistant_model = assistant.assistant_model;
    kept.config = assistant.config;
    if let Some(config) = &mut kept.config {
        config.extra = FreeForm::default();
        if let Some(speech) = &mut config.speech {
            speech.extra = FreeForm::default();
            speech.stt_fallback = None;
            if let Some(stt) = &mut speech.stt {
                let vendor = stt.vendor.take();
                **stt = Stt::default();
                stt.vendor = vendor;
            }
            for voice in speech.tts_data.iter_mut().flatten() {
                let (vendor, default, enabled) = (voice.vendor.take(), voice.default, voice.enabled);
                *voice = TtsData::default();
                (voice.vendor, voice.default, voice.enabled) = (vendor, default, enabled);
            }
        }
    }
    kept
}

fn slim_turn(message: &mut Message) {
    message.skipped_assistant_messages = None;
    message.extra = FreeForm::default();
    let Some(metrics) = &mut message.metrics else { return };
    metrics.audio = None;
    metrics.interactly_player = None;
    metrics.extra = FreeForm::default();
    // One by one, as they are of different types.
    if let Some(part) = &mut metrics.timeline {
        part.extra = FreeForm::default();
    }
    if let Some(part) = &mut metrics.stt {
        part.extra = FreeForm::default();
    }
    if let Some(part) = &mut metrics.interactly_eou {
        part.extra = FreeForm::default();
    }
    if let Some(part) = &mut metrics.llm {
        part.extra = FreeForm::default();
    }
    if let Some(part) = &mut metrics.tts {
        part.extra = FreeForm::default();
    }
}
