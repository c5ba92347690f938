//! The table `deliveries`: a row for each body.

use interactly_webhooks::wire::Timestamp;
use interactly_webhooks::{Lenient, Report, Webhook};
use serde::Serialize;

use super::Kind::{Text, Time, Whole};
use super::{Column, count, word};
use crate::take::From;
use crate::words::{event, status};

pub(super) const COLUMNS: &[Column] = &[
    Column("file", Text, false),
    Column("line", Whole, true),
    Column("bytes", Whole, false),
    Column("family", Text, false),
    Column("event", Text, true),
    Column("event_at", Time, true),
    Column("status", Text, true),
    Column("call_id", Text, true),
    Column("campaign_id", Text, true),
    Column("workflow_id", Text, true),
    Column("run_id", Text, true),
    Column("messages", Whole, true),
    Column("errors", Whole, false),
    Column("warnings", Whole, false),
    Column("deviations", Whole, false),
    Column("drift", Whole, false),
    Column("element", Whole, true),
];

#[derive(Serialize)]
pub(crate) struct Delivery {
    file: String,
    line: Option<u64>,
    bytes: i64,
    family: &'static str,
    event: Option<String>,
    event_at: Option<i64>,
    status: Option<String>,
    call_id: Option<String>,
    campaign_id: Option<String>,
    workflow_id: Option<String>,
    run_id: Option<String>,
    messages: Option<i64>,
    errors: i64,
    warnings: i64,
    deviations: i64,
    drift: i64,
    element: Option<u64>,
}

impl Delivery {
    pub(crate) fn of(
        from: From<'_>,
        length: usize,
        body: &Lenient<Webhook>,
        report: &Report,
        drift: usize,
    ) -> Self {
        let value = &body.value;
        let messages = value.as_server_message().and_then(|message| message.messages.as_ref());
        let workflow = value.as_workflow();
        Self {
            file: from.file.to_owned(),
            line: from.line,
            bytes: count(length),
            family: value.family().as_str(),
            event: word(event(value)),
            event_at: value.event_time().and_then(Timestamp::unix_milliseconds),
            status: word(status(value)),
            call_id: value.call_id().map(str::to_owned),
            campaign_id: value.as_campaign().and_then(|event| event.campaign.id.clone()),
            workflow_id: workflow.and_then(|event| event.workflow.id.clone()),
            run_id: workflow.and_then(|event| event.run.as_deref()?.id.clone()),
            messages: messages.map(|messages| count(messages.len())),
            errors: count(report.errors().count()),
            warnings: count(report.warnings().count()),
            deviations: count(body.deviations().len()),
            drift: count(drift),
            element: from.element,
        }
    }
}
