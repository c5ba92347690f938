//! A redacted copy parses, is its own redacted copy, is no less valid than its original, and shows no text
//! that `Debug` does not show; names of members only where they are not modelled.

use interactly_webhooks::campaign::CampaignEvent;
use interactly_webhooks::workflow::WorkflowEvent;
use interactly_webhooks::{Deviation, Drift, Lenient, ServerMessageRequest, Webhook};
use serde_json::Value;

use super::MARKER;

fn times(text: &str) -> usize {
    text.matches(MARKER).count()
}

/// How often the marker stands in texts of a value. Names with it must stand at one of the places.
fn shown(value: &Value, at: &str, places: Option<&[Drift]>) -> usize {
    let below = |name: &str, value| shown(value, &format!("{at}/{name}"), places);
    match value {
        Value::String(text) => times(text),
        Value::Array(values) => {
            values.iter().enumerate().map(|(index, value)| below(&index.to_string(), value)).sum()
        }
        Value::Object(members) => {
            let mut all = 0;
            for (name, value) in members {
                if let Some(places) = places.filter(|_| name == MARKER) {
                    let at = format!("{at}/{name}");
                    assert!(places.iter().any(|drift| drift.pointer() == at), "{at}");
                }
                all += below(&name.replace('~', "~0").replace('/', "~1"), value);
            }
            all
        }
        _ => 0,
    }
}

/// The redacted copy of what one type reads is its own redacted copy, its deviations included.
macro_rules! redacts {
    ($bytes:ident $($body:ty)*) => { $(
        if let Ok(read) = <$body>::from_slice_lenient($bytes) {
            let redacted = read.redacted();
            let again = redacted.redacted();
            assert_eq!(again, redacted);
            let printed = |body: &Lenient<$body>| serde_json::to_string(body).expect("prints");
            assert_eq!(printed(&again), printed(&redacted));
        }
    )* };
}

pub fn check(bytes: &[u8]) -> bool {
    let Ok(lenient) = Webhook::from_slice_lenient(bytes) else { return false };
    let copy = lenient.redacted();
    let printed = serde_json::to_string(&copy).expect("prints");
    let as_value: Value = serde_json::from_str(&printed).unwrap_or_default();
    // Names that are not modelled are the platform's, and stay.
    let drift = lenient.value.drift();
    let places = lenient.is_sound().then_some(&*drift);
    assert!(shown(&as_value, "", places) <= times(&format!("{lenient:#?}")), "{printed}");
    let read = Webhook::from_slice_lenient(printed.as_bytes()).expect("a redacted copy parses");
    assert_eq!(read.value, copy.value);
    // What was moved out is so in the copy; what was repaired is replaced.
    let is_moved_out = |deviation: &Deviation| deviation.reason().starts_with("found ");
    if lenient.is_sound() || lenient.deviations().iter().any(is_moved_out) {
        assert_eq!(read.is_sound(), lenient.is_sound(), "{printed}");
    }

    let (value, copy) = (&lenient.value, lenient.value.redacted());
    assert_eq!(copy.redacted(), copy);
    let printed = serde_json::to_string(&copy).expect("prints");
    assert_eq!(Webhook::from_str(&printed).expect("a redacted copy parses"), copy);
    let (before, after) = (value.validate(), copy.validate());
    for error in after.errors() {
        let same = before.errors().any(|old| (old.pointer(), old.code()) == (error.pointer(), error.code()));
        assert!(same, "{error}");
    }
    redacts! { bytes ServerMessageRequest CampaignEvent WorkflowEvent }
    true
}
