//! The form of the documented sample.

use super::older::{configuration, time_in_text};
use crate::simulate::clock;
use crate::simulate::node::{Node, node};

/// Makes a report the documented sample: without `type` and `timestamp`, messages timed in text, the results
/// in the call too, and the complete assistant.
pub(super) fn make(body: &mut Node, whole: Option<(&Node, &'static str)>) {
    let Some(message) = body.get_mut("message") else { return };
    for member in ["type", "timestamp", "phone", "error"] {
        message.remove(member);
    }
    time_in_text(message, "messages");
    let results = message
        .get("analysis")
        .map(|results| results.only(&["summary", "successEvaluation", "structuredData"]));
    if let Some(call) = message.get_mut("call") {
        let id = call.get("id").and_then(Node::as_text).unwrap_or_default();
        let url = format!("https://control.example.com/calls/v1/conversations/{id}/control");
        call.insert("monitor", node!({"controlUrl": url}));
        call.insert("analysis", results.into());
        for member in [
            "phoneCallStatusReason",
            "assistantCallDuration",
            "recording",
            "cost",
            "assistantOverrides",
            "metadata",
            "metrics",
        ] {
            call.remove(member);
        }
    }
    let team = message.at(&["call", "teamId"]).cloned();
    let Some((assistant, name)) = whole else { return };
    if let Some(customer) = message.get_mut("customer") {
        add(customer, &node!({"name": name}));
    }
    if let Some(own) = message.get_mut("assistant") {
        add(own, assistant);
        add(own, &beside(team));
        configuration(own);
        if let Some(speech) = own.get_mut("config").and_then(|config| config.get_mut("speech")) {
            add(
                speech,
                &node!({"sttFallback": node!({"enabled": false, "vendor": "microsoft", "languages": "en-US"})}),
            );
            if let Some(Node::Array(voices)) = speech.get_mut("ttsData").map(Node::bare_mut) {
                for voice in voices {
                    add(voice, &node!({"enabled": true}));
                }
            }
        }
    }
}

/// Adds the members that `object` lacks.
fn add(object: &mut Node, members: &Node) {
    for (name, value) in members.members() {
        if object.get(name).is_none() {
            object.insert(name, value.clone());
        }
    }
}

/// What the assistant has in the sample alone.
fn beside(team: Option<Node>) -> Node {
    let changed = clock::text(clock::FIRST_DAY - clock::DAY);
    node!({
        "hints": node!(["checkup", "tetanus"]),
        "backgroundSound": "enable",
        "backgroundSoundVolume": 15_i64,
        "ttsCacheEnabled": true,
        "dtmfInputEnabled": false,
        "maxCallDuration": 600_i64,
        "idleTimeout": 10_i64,
        "maxIdleMessagesInSequence": 3_i64,
        "startSpeakingOptions": node!({
            "waitSeconds": Node::Decimal(4, 1),
            "smartEndpointing": "Interactly",
            "onPunctuationSeconds": Node::Decimal(1, 1),
            "onNoPunctuationSeconds": 1_i64,
            "onNumberSeconds": Node::Decimal(5, 1),
            "LiveKitBaseValue": 90_i64,
            "LiveKitScaleValue": 1_100_i64,
        }),
        "stopSpeakingOptions": node!({"numberOfWords": 2_i64, "voiceSeconds": Node::Decimal(2, 1)}),
        "userInterruptionAckPlan": node!({
            "enabled": true,
            "count": 1_i64,
            "words": 2_i64,
            "phrases": node!(["Yes?"]),
        }),
        "assistantPredefinedTools": node!({
            "knowledgeBase": false,
            "endCall": true,
            "appointment": true,
            "volumeControl": false,
            "waitList": false,
            "callForward": true,
        }),
        "assistantType": "single_prompt",
        "assistantOverrides": node!({}),
        "assistantOutcome": node!([]),
        "smsConfiguration": node!({"enabled": false, "sameAsAssistant": true, "smsPrompt": ""}),
        "persistHistory": node!({
            "enabled": true,
            "call": true,
            "sms": false,
            "retentionPeriod": 30_i64,
        }),
        "teamId": team,
        "createdAt": changed.clone(),
        "updatedAt": changed,
    })
}
