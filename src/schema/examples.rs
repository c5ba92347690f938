//! Examples, taken from the fixtures of the tests.

use crate::describe::Node;

/// An example body.
pub(super) struct Example {
    /// The fixture's name.
    pub(super) name: &'static str,
    pub(super) value: Node,
}

/// The examples of the payload `name`.
pub(super) fn of(name: &str) -> impl Iterator<Item = Example> {
    let own = EXAMPLES.iter().chain(ANSWERS).filter(move |(payload, ..)| *payload == name);
    own.filter_map(|(_, name, text, pointer)| {
        // A test ensures that every example is there.
        let value = Node::read(text).pointer(pointer)?.clone();
        Some(Example { name, value })
    })
}

/// The same for what is neither body nor configuration.
const ANSWERS: &[(&str, &str, &str, &str)] = &[
    ("server-message-response", "done", r#"{"message":"Done"}"#, ""),
    ("tool-result", "text", r#"{"result":"The next free hour is at ten."}"#, ""),
    ("control-response", "done", r#"{"message":"The assistant speaks.","data":{"success":true}}"#, ""),
];

macro_rules! examples {
    ($($payload:literal: $name:ident = $fixture:literal $pointer:literal;)*) => {
        /// Payload, name, text of a fixture, and the place of the example in it.
        const EXAMPLES: &[(&str, &str, &str, &str)] = &[$((
            $payload,
            stringify!($name),
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/", $fixture, ".json")),
            $pointer,
        ),)*];
    };
}

examples! {
    "status-update": full = "server-message/status-update/full" "";
    "status-update": sparse = "server-message/status-update/sparse" "";
    "conversation-update": full = "server-message/conversation-update/full" "";
    "conversation-update": sparse = "server-message/conversation-update/sparse" "";
    "hang": full = "server-message/hang/full" "";
    "hang": sparse = "server-message/hang/sparse" "";
    "end-of-call-report": full = "server-message/end-of-call-report/full" "";
    "end-of-call-report": sparse = "server-message/end-of-call-report/sparse" "";
    "error": full = "server-message/error/full" "";
    "error": sparse = "server-message/error/sparse" "";
    "error": audio_quality = "server-message/error/audio-quality" "";
    "error": authentication = "server-message/error/authentication" "";
    "call-status": full = "campaign/call-status/full" "";
    "call-status": sparse = "campaign/call-status/sparse" "";
    "campaign-report": full = "campaign/campaign-report/full" "";
    "campaign-report": sparse = "campaign/campaign-report/sparse" "";
    "campaign-status": full = "campaign/campaign-status/full" "";
    "campaign-status": sparse = "campaign/campaign-status/sparse" "";
    "workflow-created": full = "workflow/workflow-created/full" "";
    "workflow-updated": full = "workflow/workflow-updated/full" "";
    "workflow-deleted": full = "workflow/workflow-deleted/full" "";
    "workflow-run-started": full = "workflow/workflow-run-started/full" "";
    "workflow-run-completed": full = "workflow/workflow-run-completed/full" "";
    "server-message-request": untyped = "server-message/untyped/full" "";
    "server-message-request": report = "server-message/end-of-call-report/full" "";
    "server-message": hang = "server-message/hang/full" "/message";
    "campaign-event": call = "campaign/call-status/full" "";
    "workflow-event": run = "workflow/workflow-run-completed/full" "";
    "call": report = "server-message/end-of-call-report/full" "/message/call";
    "analysis": report = "server-message/end-of-call-report/full" "/message/analysis";
    "message": first = "server-message/conversation-update/full" "/message/messages/0";
    "message": second = "server-message/conversation-update/full" "/message/messages/1";
    "assistant": full = "server-message/status-update/full" "/message/assistant";
    "assistant": noise_suppressor_old = "server-message/status-update/noise-suppressor-old" "/message/assistant";
    "assistant-server": full = "config/assistant-server/full" "";
    "assistant-server": sparse = "config/assistant-server/sparse" "";
    "campaign-webhook-config": full = "config/campaign-webhook-config/full" "";
    "workflow-subscription": full = "config/workflow-subscription/full" "";
    "control-request": full = "config/control-request/full" "";
}
