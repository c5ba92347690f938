//! The table `calls`: a row for each call, folded from all its bodies.

use interactly_webhooks::CallRecord;
use interactly_webhooks::message::Call;
use interactly_webhooks::message::call::Cost;
use interactly_webhooks::wire::{FreeForm, Number, Timestamp};
use serde::Serialize;

use super::Kind::{Double, Text, Time, Truth, Whole};
use super::{Column, count, word};
use crate::words::{Vendors, status_of, word as known};

pub(super) const COLUMNS: &[Column] = &[
    Column("call_id", Text, false),
    Column("team_id", Text, true),
    Column("assistant_id", Text, true),
    Column("call_type", Text, true),
    Column("direction", Text, true),
    Column("status", Text, true),
    Column("phone_call_status", Text, true),
    Column("ended", Truth, false),
    Column("ended_by", Text, true),
    Column("started_at", Time, true),
    Column("ended_at", Time, true),
    Column("seconds", Double, true),
    Column("total_cost", Double, true),
    Column("interactly_cost", Double, true),
    Column("phone_cost", Double, true),
    Column("stt_cost", Double, true),
    Column("llm_cost", Double, true),
    Column("tts_cost", Double, true),
    Column("analysis_cost", Double, true),
    Column("input_tokens", Whole, true),
    Column("output_tokens", Whole, true),
    Column("tts_characters", Whole, true),
    Column("stt_vendor", Text, true),
    Column("llm_provider", Text, true),
    Column("llm_model", Text, true),
    Column("tts_vendor", Text, true),
    Column("messages", Whole, false),
    Column("user_turns", Whole, true),
    Column("bot_turns", Whole, true),
    Column("interrupted", Whole, true),
    Column("barge_ins", Whole, true),
    Column("events", Whole, false),
    Column("hangs", Whole, false),
    Column("errors", Whole, false),
    Column("damaged", Whole, false),
];

pub(super) const PERSONAL: &[Column] = &[
    Column("user_number", Text, true),
    Column("assistant_number", Text, true),
    Column("customer_name", Text, true),
    Column("summary", Text, true),
    Column("success_evaluation", Text, true),
    Column("outcome", Text, true),
    Column("structured_data", Text, true),
    Column("metadata", Text, true),
];

#[derive(Serialize)]
pub(crate) struct CallRow {
    call_id: String,
    team_id: Option<String>,
    assistant_id: Option<String>,
    call_type: Option<String>,
    direction: Option<String>,
    status: Option<String>,
    phone_call_status: Option<String>,
    ended: bool,
    ended_by: Option<String>,
    started_at: Option<i64>,
    ended_at: Option<i64>,
    seconds: Option<f64>,
    total_cost: Option<f64>,
    interactly_cost: Option<f64>,
    phone_cost: Option<f64>,
    stt_cost: Option<f64>,
    llm_cost: Option<f64>,
    tts_cost: Option<f64>,
    analysis_cost: Option<f64>,
    input_tokens: Option<i64>,
    output_tokens: Option<i64>,
    tts_characters: Option<i64>,
    stt_vendor: Option<String>,
    llm_provider: Option<String>,
    llm_model: Option<String>,
    tts_vendor: Option<String>,
    messages: i64,
    user_turns: Option<i64>,
    bot_turns: Option<i64>,
    interrupted: Option<i64>,
    barge_ins: Option<i64>,
    events: i64,
    hangs: i64,
    errors: i64,
    damaged: i64,
    #[serde(flatten)]
    personal: Option<Personal>,
}

#[derive(Default, Serialize)]
struct Personal {
    user_number: Option<String>,
    assistant_number: Option<String>,
    customer_name: Option<String>,
    summary: Option<String>,
    success_evaluation: Option<String>,
    outcome: Option<String>,
    structured_data: Option<String>,
    metadata: Option<String>,
}

impl CallRow {
    pub(crate) fn of(id: &str, record: &CallRecord, personal: bool) -> Self {
        let call = record.call();
        let cost = call.and_then(|call| call.cost.as_deref());
        let fee = |fee: fn(&Cost) -> Option<Number>| cost.and_then(fee).map(Number::as_f64);
        let time =
            |time: Option<&Option<Timestamp>>| time.and_then(|time| time.as_ref()?.unix_milliseconds());
        let turns = call.and_then(Call::stats).and_then(|stats| stats.turns.as_deref());
        let vendors = Vendors::of(record);
        Self {
            call_id: id.to_owned(),
            team_id: call.and_then(|call| call.team_id.clone()),
            assistant_id: call.and_then(|call| call.assistant_id.clone()),
            call_type: word(known!(call.and_then(|call| call.call_type.as_ref()))),
            direction: word(known!(call.and_then(|call| call.direction.as_ref()))),
            status: word(status_of(record.message())),
            phone_call_status: word(known!(call.and_then(|call| call.phone_call_status.as_ref()))),
            ended: record.is_ended(),
            ended_by: word(known!(call.and_then(|call| call.call_end_trigger_by.as_ref()))),
            started_at: time(call.map(|call| &call.start_at)),
            ended_at: time(call.map(|call| &call.end_at)),
            seconds: call.and_then(Call::duration).map(|length| length.as_secs_f64()),
            total_cost: fee(|cost| cost.total_cost),
            interactly_cost: fee(|cost| cost.interactly_cost),
            phone_cost: fee(|cost| cost.phone_cost),
            stt_cost: fee(|cost| cost.stt_vendor_cost),
            llm_cost: fee(|cost| cost.llm_vendor_cost),
            tts_cost: fee(|cost| cost.tts_vendor_cost),
            analysis_cost: fee(|cost| cost.analysis.as_ref()?.total),
            input_tokens: cost.and_then(|cost| cost.input_tokens_total),
            output_tokens: cost.and_then(|cost| cost.output_tokens_total),
            tts_characters: cost.and_then(|cost| cost.tts_gen_chars_total),
            stt_vendor: word(vendors.stt),
            llm_provider: word(vendors.llm),
            llm_model: word(vendors.model),
            tts_vendor: word(vendors.tts),
            messages: count(record.messages().len()),
            user_turns: turns.and_then(|turns| turns.user),
            bot_turns: turns.and_then(|turns| turns.bot),
            interrupted: turns.and_then(|turns| turns.interrupted),
            barge_ins: call.and_then(Call::barge_ins),
            events: count(record.events().len()),
            hangs: count(record.hangs().count()),
            errors: count(record.errors().count()),
            damaged: count(record.damaged().count()),
            personal: personal.then(|| Personal::of(record)),
        }
    }
}

impl Personal {
    fn of(record: &CallRecord) -> Self {
        let (call, results) = (record.call(), record.results());
        let text = |text: Option<&str>| text.map(str::to_owned);
        let json = |data: Option<&FreeForm>| data.and_then(|data| serde_json::to_string(data).ok());
        Self {
            user_number: call.and_then(|call| call.user_number.clone()),
            assistant_number: call.and_then(|call| call.assistant_number.clone()),
            customer_name: record.message().customer.as_deref().and_then(|customer| customer.name.clone()),
            summary: text(results.summary),
            success_evaluation: text(results.success_evaluation),
            outcome: text(results.outcome),
            structured_data: json(results.structured_data),
            metadata: json(call.and_then(|call| call.metadata.as_ref())),
        }
    }
}
