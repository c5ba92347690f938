//! The forms of older documents.

use crate::simulate::clock;
use crate::simulate::node::Node;

/// The forms of documents that are no longer public.
pub(super) fn make(body: &mut Node) {
    let Some(message) = body.get_mut("message") else { return };
    message.remove("timestamp");
    let status = message.at(&["call", "status"]).and_then(Node::as_text);
    let status = match status {
        Some("finished") => "completed",
        Some("initiated" | "queued") => "trying",
        _ => "in-progress",
    };
    message.insert("status", status.into());
    time_in_text(message, "messages");
    if let Some(assistant) = message.get_mut("assistant") {
        configuration(assistant);
    }
}

/// One language as text, and the time limits of the analysis under their older name.
pub(super) fn configuration(assistant: &mut Node) {
    let stt = ["config", "speech", "stt"].iter().try_fold(&mut *assistant, |node, name| node.get_mut(name));
    if let Some(stt) = stt {
        let first = stt.get("languages").and_then(|languages| languages.elements().first().cloned());
        if let Some(first) = first {
            stt.insert("languages", first);
        }
    }
    for plan in ["summary", "successEvaluation", "structuredData", "guardrails", "phiRedaction"] {
        let plan = assistant.get_mut("assistantAnalysis").and_then(|plans| plans.get_mut(plan));
        if let Some(plan) = plan
            && let Some(timeout) = plan.get("timeoutInSecs").cloned()
        {
            plan.remove("timeoutInSecs");
            plan.insert("timeoutSeconds", timeout);
        }
    }
}

/// The times of messages as text, and no metrics.
pub(super) fn time_in_text(message: &mut Node, messages: &str) {
    let Some(Node::Array(messages)) = message.get_mut(messages).map(Node::bare_mut) else { return };
    for message in messages {
        message.remove("metrics");
        message.remove("skippedAssistantMessages");
        if let Some(Node::Whole(time)) = message.get("timestamp").map(Node::bare) {
            let text = clock::text(*time);
            message.insert("timestamp", text);
        }
    }
}
