//! Lenient reading of any bytes: nothing panics, and what was read prints as it came.

#![no_main]

#[allow(dead_code, reason = "the other targets and tests use the rest")]
#[path = "../../support/compare.rs"]
mod compare;
#[path = "../src/given.rs"]
mod given;
#[path = "../src/spans.rs"]
mod spans;

use compare::assert_same;
use given::Given;
use interactly_webhooks::campaign::CampaignEvent;
use interactly_webhooks::workflow::WorkflowEvent;
use interactly_webhooks::{Lenient, ServerMessageRequest, Webhook};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    spans::mutate(data, size, max_size, seed)
});

/// What the names begin with that `serde_json` keeps for itself.
const PRIVATE: &[u8] = b"$serde_json::private::";

/// The redacted copy of what one type reads is its own redacted copy, its deviations included.
macro_rules! redacts {
    ($bytes:ident $($body:ty)*) => { $(
        if let Ok(read) = <$body>::from_slice_lenient($bytes) {
            let redacted = read.redacted();
            assert_eq!(redacted.redacted(), redacted);
            let printed = |body: &Lenient<$body>| serde_json::to_string(body).expect("prints");
            assert_eq!(printed(&redacted.redacted()), printed(&redacted));
        }
    )* };
}

fuzz_target!(|bytes: &[u8]| {
    let original = Given::read(bytes).ok();
    let strict = Webhook::from_slice(bytes);
    let lenient = match Webhook::from_slice_lenient(bytes) {
        Ok(lenient) => lenient,
        Err(error) => {
            let _ = (error.to_string(), format!("{error:?}"));
            assert!(strict.is_err());
            assert!(!original.is_some_and(|original| original.value.is_object()), "{error}");
            return;
        }
    };
    let deviations = lenient.deviations();
    assert_eq!(strict.is_ok(), deviations.is_empty(), "{:?}, {deviations:?}", strict.as_ref().err());
    if let Ok(strict) = strict {
        assert_eq!(strict, lenient.value);
        // Its private names stand for numbers where its own reader gives them.
        if !bytes.windows(PRIVATE.len()).any(|window| window == PRIVATE) {
            let plain: Webhook = serde_json::from_slice(bytes).expect("serde_json's reader takes it too");
            assert_eq!(plain, strict);
        }
    }
    for deviation in deviations {
        let _ = (deviation.to_string(), format!("{deviation:?}"), deviation.text(), deviation.bytes());
    }

    let printed = serde_json::to_string(&lenient).expect("prints");
    if let Some(original) = original {
        let again = Given::read(printed.as_bytes()).expect("prints JSON");
        assert_same(&original.value, &again.value, "printed as text");
        assert_same(&original.value, &serde_json::to_value(&lenient).expect("prints"), "printed as a value");
        assert_eq!(again.twice, original.twice, "{printed}");
    }
    // What was sound stays sound.
    let sound = serde_json::to_string(&lenient.value).expect("prints");
    assert_eq!(Webhook::from_str(&sound).expect("is sound"), lenient.value);

    let value = &lenient.value;
    let _ = (value.drift(), value.validate(), value.delivery_key(), format!("{lenient:?}"));
    let _ = (value.summary().to_string(), format!("{:#}", value.summary()));
    if let Some(message) = value.as_server_message() {
        let _ = (message.event(), message.results(), message.transcript().to_string());
    }
    let redacted = value.redacted();
    assert_eq!(redacted.redacted(), redacted);
    redacts! { bytes ServerMessageRequest CampaignEvent WorkflowEvent }
});
