//! The edges of rules: what is just not a finding, and what just is one.

use interactly_webhooks::Webhook;
use serde_json::{Value, json};

/// The findings about a body: code and place.
fn found(body: &Value) -> Vec<String> {
    let body: Webhook = serde_json::from_value(body.clone()).expect("a body");
    body.validate().iter().map(|finding| format!("{} {}", finding.code(), finding.pointer())).collect()
}

fn message(message: &Value) -> Vec<String> {
    found(&json!({"message": message}))
}

#[test]
fn what_a_bad_time_is_before_is_found_in_every_family() {
    let (early, late) = ("2026-03-05T09:21:20Z", "2026-03-05T09:21:21Z");
    let body = |event: &str, subject: &str, from: &str, to: &str| json!({"event": event, subject: {"id": "x", "createdAt": from, "updatedAt": to}});
    for (event, subject) in [("campaign_status", "campaign"), ("workflow_updated", "workflow")] {
        assert_eq!(found(&body(event, subject, early, late)), [""; 0]);
        assert_eq!(found(&body(event, subject, early, early)), [""; 0]);
        assert_eq!(
            found(&body(event, subject, late, early)),
            [format!("end-before-start /{subject}/updatedAt")]
        );
    }
    let call = json!({"event": "call_status", "campaign": {"id": "x"},
        "call": {"createdAt": late, "updatedAt": early}});
    assert_eq!(found(&call), ["end-before-start /call/updatedAt"]);
}

#[test]
fn a_turn_ends_after_its_start() {
    let turns = |array: &str, start: f64, end: f64| {
        message(
            &json!({"call": {"metrics": {"callStats": {"turnsStats": {array: [{"start": start, "end": end}]}}}}}),
        )
    };
    for array in ["userTurns", "botTurns"] {
        let place = format!("end-before-start /message/call/metrics/callStats/turnsStats/{array}/0/end");
        assert_eq!(turns(array, 2.0, 2.0), [""; 0]);
        assert_eq!(turns(array, 2.0, 1.5), [place]);
    }
}

#[test]
fn a_forwarded_call_has_a_target() {
    let missing = "forward-data-missing /message/assistant/callForwardData";
    let forwarded = |kind: &str, targets: Value| {
        let assistant = if targets.is_null() { json!({}) } else { json!({"callForwardData": targets}) };
        message(&json!({"type": kind, "call": {"status": "forwarded"}, "assistant": assistant}))
    };
    let target = json!([{"phoneNumber": ""}, {"phoneNumber": "+15550100123"}]);
    for (kind, targets, expected) in [
        ("status-update", Value::Null, &[missing][..]),
        ("conversation-update", Value::Null, &[]),
        ("conversation-update", json!([]), &[missing]),
        ("conversation-update", json!([{}]), &[missing]),
        ("conversation-update", json!([{"phoneNumber": ""}]), &[missing]),
        ("conversation-update", target, &[]),
        ("conversation-update", json!(["+15550100123"]), &[]),
    ] {
        assert_eq!(forwarded(kind, targets.clone()), expected, "{kind} {targets}");
    }
}

/// What the total of a call's cost may differ by from its parts.
const TOLERANCE: f64 = 0.000_01;

#[test]
fn durations_and_totals_may_differ_by_their_tolerance() {
    let call = |assistant: Value, billed: Value| {
        message(&json!({"call": {
            "startAt": 1_772_702_480_000_i64, "endAt": 1_772_702_490_000_i64,
            "assistantCallDuration": assistant, "cost": {"callDuration": billed},
        }}))
    };
    // None yet, or none at all.
    assert_eq!(call(json!(0), json!(10)), [""; 0]);
    assert_eq!(call(json!(10_000), json!(0)), ["duration-mismatch /message/call/cost/callDuration"]);
    let total = |total: f64| {
        let cost = json!({"totalCost": total, "interactlyCost": 0, "phoneCost": 0, "ttsVendorCost": 0,
            "sttVendorCost": 0, "llmVendorCost": 0});
        message(&json!({"call": {"cost": cost}}))
    };
    assert_eq!((total(0.0), total(TOLERANCE)), (Vec::new(), Vec::new()));
    assert_eq!(total(2.0 * TOLERANCE), ["cost-total /message/call/cost/totalCost"]);
    assert_eq!(call(json!(1), json!(10)), ["duration-mismatch /message/call/assistantCallDuration"]);
}

#[test]
fn providers_serve_their_own_models_only() {
    let served = |provider: &str, model: &str| {
        message(&json!({"assistant": {"assistantProvider": provider, "assistantModel": model}})).is_empty()
    };
    for (provider, model, expected) in [
        ("openai", "gpt-4o", true),
        ("openai", "gpt-realtime", true),
        ("openai", "gemini-2.5-pro", false),
        ("azure", "gpt-4o", true),
        ("azure", "gpt-realtime", false),
        ("azure", "gpt-3.5-turbo", false),
        ("azure", "gemini-2.5-pro", false),
        ("gemini", "gemini-2.5-pro", true),
        ("gemini", "gpt-4o", false),
        ("bedrock", "anthropic.claude-3-5-sonnet", true),
        ("bedrock", "gpt-4o", false),
        ("deepseek", "V3", true),
        ("deepseek", "gpt-4o", false),
        ("anthropic", "gpt-4o", false),
        ("openai", "of tomorrow", false),
    ] {
        let report = message(&json!({"assistant": {"assistantProvider": provider, "assistantModel": model}}));
        assert!(
            !report.iter().any(|finding| finding.starts_with("unknown-value")) || model == "of tomorrow",
            "{provider} {model}: {report:?}"
        );
        assert_eq!(served(provider, model), expected, "{provider} {model}: {report:?}");
    }
}

#[test]
fn placeholders_are_whole() {
    let secret = |secret: &str| {
        message(&json!({"assistant": {"assistantServer": {"enabled": true, "url": "https://example.com/x",
            "messages": ["hang"], "secret": secret}}}))
    };
    let placeholder = ["placeholder /message/assistant/assistantServer/secret"];
    assert_eq!(secret("<x>"), placeholder);
    for text in ["<>", "<x", "x>", "x<y>z"] {
        assert_eq!(secret(text), [""; 0], "{text}");
    }
    let prompt = |text: &str| message(&json!({"assistant": {"welcomeMessage": text}}));
    for text in ["hello <name>, welcome", "h<x>", "https://example.com/x", "https://example.com/x and <x>"] {
        assert_eq!(prompt(text), [""; 0], "{text}");
    }
    // What is switched off need not be filled in.
    let off = json!({"assistant": {"assistantServer": {"enabled": false, "url": "https://<host>/x", "secret": "<x>"}}});
    assert_eq!(message(&off), [""; 0]);
}

/// An enemy's body may be full of unknown names, and comparing each with the known ones is work.
#[test]
fn suggestions_are_bounded() {
    let nearest = |assistant: &Value| {
        let body: Webhook =
            serde_json::from_value(json!({"message": {"assistant": assistant}})).expect("a body");
        let report = body.validate();
        (report.len(), report.iter().filter(|finding| finding.message().contains("nearest")).count())
    };
    let names =
        |count: usize| (0..count).map(|n| (format!("welcomeMessage{n:03}"), json!(1))).collect::<Value>();
    assert_eq!(nearest(&names(100)), (100, 100));
    assert_eq!(nearest(&names(120)), (120, 100));
    // The longest name that is compared has 64 bytes; of a longer one nobody meant a known one.
    let long = |length: usize| json!({"assistantKnowledgeBaseIds".repeat(3)[..length].to_owned(): 1});
    assert_eq!((nearest(&long(26)), nearest(&long(65))), ((1, 1), (1, 0)));
}
