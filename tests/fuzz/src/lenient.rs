//! Lenient reading of any bytes: nothing panics, and what was read prints as it came.

use interactly_webhooks::Webhook;

use super::compare::assert_same;
use super::given::Given;
use super::said;

pub fn check(bytes: &[u8]) -> bool {
    let original = Given::read(bytes).ok();
    let strict = Webhook::from_slice(bytes);
    let lenient = match Webhook::from_slice_lenient(bytes) {
        Ok(lenient) => lenient,
        Err(error) => {
            said(&error.to_string());
            said(&format!("{error:?}"));
            assert!(strict.is_err());
            assert!(!original.is_some_and(|original| original.value.is_object()), "{error}");
            return true;
        }
    };
    let deviations = lenient.deviations();
    assert_eq!(strict.is_ok(), deviations.is_empty(), "{:?}, {deviations:?}", strict.as_ref().err());
    match strict {
        Ok(strict) => {
            assert_eq!(strict, lenient.value);
            let plain: Webhook = serde_json::from_slice(bytes).expect("serde_json's reader takes it too");
            assert_eq!(plain, strict);
        }
        Err(error) => said(&error.to_string()),
    }
    for deviation in deviations {
        said(&deviation.to_string());
        let _ = (deviation.text(), deviation.bytes());
    }
    said(&format!("{lenient:?}"));

    let printed = serde_json::to_string(&lenient).expect("prints");
    if let Some(original) = original {
        let again = Given::read(printed.as_bytes()).expect("prints JSON");
        assert_same(&original.value, &again.value, "printed as text");
        assert_same(&original.value, &serde_json::to_value(&lenient).expect("prints"), "printed as a value");
        assert_eq!(again.twice, original.twice, "{printed}");
    }
    if !deviations.is_empty() {
        // What was sound stays sound.
        let sound = serde_json::to_string(&lenient.value).expect("prints");
        assert_eq!(Webhook::from_str(&sound).expect("is sound"), lenient.value);
    }

    let value = &lenient.value;
    let _ = (value.delivery_key(), lenient.delivery_key());
    value.drift().iter().for_each(|drift| said(&drift.to_string()));
    said(&value.summary().to_string());
    said(&format!("{:#}", value.summary()));
    if let Some(message) = value.as_server_message() {
        let _ = (message.event(), message.results());
        message.transcript().to_string().lines().for_each(said);
    }
    true
}
