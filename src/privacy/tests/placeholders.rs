//! Placeholders: what is put in the place of what is personal.

use serde_json::{Map, Value, json};

use super::redaction::printed;
use crate::Webhook;

#[test]
fn placeholders_are_as_documented() {
    // Callers' keys are in their order here, so that the numbers are the same where
    // another crate of the build makes `serde_json` keep the order that came.
    let body = json!({
        "message": {
            "type": "speech-update",
            "timestamp": "yesterday",
            "call": {
                "id": "call-7",
                "userNumber": "+15555550123",
                "metadata": { "alpha": { "n": 2.5, "zeta": 3 }, "b": [3, true, null, ""], "zeta": "+15555550123" },
                "recording": { "s3Bucket": "bucket", "path": "" },
                "monitor": { "controlUrl": "HTTPS://control.example.com/7" },
            },
            "assistant": { "assistantServer": {
                "url": "http://127.0.0.1/hook",
                "secret": "s3cret",
                "headers": { "X-Key": "s3cret", "A-Key": "other" },
            } },
            "newMember": { "inner": "new" },
        },
    });
    let webhook: Webhook = serde_json::from_value(body).expect("parses");
    let expected = json!({
        "message": {
            "type": "unknown-1",
            "timestamp": "text-1",
            "call": {
                "id": "call-7",
                "userNumber": "text-2",
                "metadata": { "key-3": { "key-6": 1.5, "key-7": 2 }, "key-4": [2, true, null, ""], "key-7": "text-2" },
                "recording": { "s3Bucket": "location-1", "path": "" },
                "monitor": { "controlUrl": "https://redacted.example/1" },
            },
            "assistant": { "assistantServer": {
                "url": "https://redacted.example/2",
                "secret": "secret-1",
                "headers": { "key-1": "secret-2", "key-2": "secret-1" },
            } },
            "newMember": { "key-5": "text-3" },
        },
    });
    assert_eq!(printed(&webhook.redacted()), expected);
}

#[test]
fn placeholders_keep_the_order_of_many_keys() {
    let keys = (0..120).map(|number| (format!("name {number}"), Value::from(number)));
    let body = json!({ "message": { "call": { "metadata": keys.collect::<Map<_, _>>() } } });
    let webhook: Webhook = serde_json::from_value(body).expect("parses");
    let copy = webhook.redacted();
    assert_eq!(copy.redacted(), copy);
    let text = printed(&copy).to_string();
    assert!(text.contains("\"key-001\":") && text.contains("\"key-120\":"), "{text}");
}
