//! The table `turns`: a row for each message of each call.

use interactly_webhooks::CallRecord;
use interactly_webhooks::wire::{Number, Timestamp};
use serde::Serialize;

use super::Kind::{Double, Text, Time, Truth, Whole};
use super::{Column, count, word};
use crate::words::{Vendors, word as known};

pub(super) const COLUMNS: &[Column] = &[
    Column("call_id", Text, false),
    Column("position", Whole, false),
    Column("message_id", Text, true),
    Column("role", Text, true),
    Column("said_at", Time, true),
    Column("elapsed_ms", Double, true),
    Column("stt_vendor", Text, true),
    Column("stt_ms", Double, true),
    Column("end_of_utterance_ms", Double, true),
    Column("llm_provider", Text, true),
    Column("llm_ms", Double, true),
    Column("tts_vendor", Text, true),
    Column("tts_ms", Double, true),
    Column("tts_cached", Truth, true),
];

pub(super) const PERSONAL: &[Column] = &[Column("text", Text, true)];

#[derive(Serialize)]
pub(crate) struct TurnRow {
    call_id: String,
    position: i64,
    message_id: Option<String>,
    role: Option<String>,
    said_at: Option<i64>,
    elapsed_ms: Option<f64>,
    stt_vendor: Option<String>,
    stt_ms: Option<f64>,
    end_of_utterance_ms: Option<f64>,
    llm_provider: Option<String>,
    llm_ms: Option<f64>,
    tts_vendor: Option<String>,
    tts_ms: Option<f64>,
    tts_cached: Option<bool>,
    text: Option<String>,
}

impl TurnRow {
    pub(crate) fn all<'a>(
        call: &'a str,
        record: &'a CallRecord,
        personal: bool,
    ) -> impl Iterator<Item = Self> + 'a {
        let vendors = Vendors::of(record);
        record.conversation().map(move |(position, message)| {
            let times = message.latencies();
            let metrics = message.metrics.as_deref();
            let elapsed = metrics.and_then(|metrics| metrics.timeline.as_ref()?.total_elapsed_time_ms);
            Self {
                call_id: call.to_owned(),
                position: count(position),
                message_id: message.message_id.clone(),
                role: word(known!(message.role.as_ref())),
                said_at: message.timestamp.as_ref().and_then(Timestamp::unix_milliseconds),
                elapsed_ms: elapsed.map(Number::as_f64),
                stt_vendor: word(vendors.stt),
                stt_ms: times.stt.map(Number::as_f64),
                end_of_utterance_ms: times.end_of_utterance.map(Number::as_f64),
                llm_provider: word(vendors.llm),
                llm_ms: times.llm.map(Number::as_f64),
                tts_vendor: word(vendors.tts),
                tts_ms: times.tts.map(Number::as_f64),
                tts_cached: metrics.and_then(|metrics| metrics.tts.as_ref()?.is_cache_playing),
                text: message.text.clone().filter(|_| personal),
            }
        })
    }
}
