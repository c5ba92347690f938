//! Any bytes: no panic; what parses prints, and what prints parses to the same.
//!
//! From the root of the repository, with a nightly toolchain and cargo-fuzz:
//!
//! ```sh
//! cargo +nightly fuzz run --fuzz-dir tests/fuzz parse tests/fuzz/corpus/parse tests/fixtures
//! ```

#![no_main]

#[allow(dead_code, reason = "other tests use the rest of it")]
#[path = "../../support/compare.rs"]
mod compare;

use compare::assert_same;
use interactly_webhooks::{ServerMessageRequest, Webhook};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    let strict = Webhook::from_slice(bytes);
    if let Ok(webhook) = &strict {
        let printed = serde_json::to_string(webhook).expect("what parses prints");
        let again = Webhook::from_str(&printed).expect("what prints parses");
        assert_eq!(&again, webhook);
        let plain: Webhook = serde_json::from_slice(bytes).expect("plain serde accepts it too");
        assert_eq!(&plain, webhook);
        let _ = (webhook.drift(), webhook.delivery_key(), format!("{webhook:?}"), webhook.redacted());
        if let Some(message) = webhook.as_server_message() {
            let _ = (message.event(), message.results(), message.transcript().to_string());
            let _ = message.call.as_ref().map(|call| call.duration());
        }
    } else if let Err(error) = &strict {
        // "Second sight": the parser refused what the look for the place of the error accepts.
        assert!(std::str::from_utf8(bytes).is_err() || !error.to_string().contains("second sight"));
    }
    let lenient = Webhook::from_slice_lenient(bytes);
    match &lenient {
        Ok(lenient) => {
            assert_eq!(strict.is_ok(), lenient.deviations().is_empty());
            // Where nothing was repaired, everything comes back.
            if let Ok(original) = serde_json::from_slice::<Value>(bytes)
                && lenient.deviations().iter().all(|deviation| deviation.is_put_back())
            {
                let printed = serde_json::to_value(lenient).expect("prints");
                assert_same(&original, &printed, "bytes");
            }
        }
        // Nothing that is a JSON object is refused.
        Err(_) => assert!(!serde_json::from_slice::<Value>(bytes).is_ok_and(|value| value.is_object())),
    }
    let _ = ServerMessageRequest::from_slice_lenient(bytes);
});
