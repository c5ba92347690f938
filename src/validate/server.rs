//! Who is posted to: the assistant's server, a campaign's webhook, a workflow subscription.

use super::text::is_http_url;
use super::{Check, code};
use crate::assistant::AssistantServer;
use crate::campaign::CampaignWebhookConfig;
use crate::control::{ControlRequest, ControlType};
use crate::wire::Member as _;
use crate::workflow::WorkflowSubscription;

/// A server that is switched on needs a URL and an event; one that is off needs nothing.
pub(crate) fn assistant_server(server: &AssistantServer, check: &mut Check<'_>) {
    match server.enabled {
        Some(true) => {}
        Some(false) => return,
        None => {
            let message = "found nothing, expected true or false".to_owned();
            return check.member("enabled", &code::SERVER_ENABLED_MISSING, message);
        }
    }
    match server.url.as_deref() {
        None | Some("") => {
            let message = "found no URL, expected an http or https URL".to_owned();
            check.member("url", &code::SERVER_URL_MISSING, message);
        }
        Some(url) if !is_http_url(url) => {
            let message = "found another text, expected an http or https URL".to_owned();
            check.member("url", &code::SERVER_URL_SCHEME, message);
        }
        Some(_) => {}
    }
    let events = server.messages.extent().or(Some((0.0, 0.0)));
    check.bounded::<AssistantServer>("messages", &[], events);
}

/// No source states what a campaign's webhook requires, so nothing here is an error.
pub(crate) fn campaign_webhook(webhook: &CampaignWebhookConfig, check: &mut Check<'_>) {
    if webhook.enabled != Some(true) {
        return;
    }
    if webhook.url.as_deref().unwrap_or_default().is_empty() {
        let message = "found no URL, expected one: the webhook is switched on".to_owned();
        check.member("url", &code::WEBHOOK_INCOMPLETE, message);
    }
    url_scheme("url", webhook.url.as_deref(), check);
    if webhook.events.as_deref().unwrap_or_default().is_empty() {
        let message = "found no event, expected at least 1: the webhook is switched on".to_owned();
        check.member("events", &code::WEBHOOK_INCOMPLETE, message);
    }
}

/// The lengths and ranges of a subscription are in the table of bounds.
pub(crate) fn subscription(subscription: &WorkflowSubscription, check: &mut Check<'_>) {
    url_scheme("url", subscription.url.as_deref(), check);
}

/// Only the form of `say` is documented.
pub(crate) fn control_request(request: &ControlRequest, check: &mut Check<'_>) {
    if request.kind == Some(ControlType::Say) && request.message.is_none() {
        let message = "found nothing, expected the text to say".to_owned();
        check.member("message", &code::SAY_MESSAGE_MISSING, message);
    }
}

/// A URL that is there and is called is http or https.
pub(super) fn url_scheme(member: &str, url: Option<&str>, check: &mut Check<'_>) {
    if url.is_some_and(|url| !url.is_empty() && !is_http_url(url)) {
        let message = "found another text, expected an http or https URL".to_owned();
        check.member(member, &code::URL_SCHEME, message);
    }
}
