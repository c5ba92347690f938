//! Findings name places that are there, hold no text of the body, and are the same for what is printed.

use interactly_webhooks::{Report, Webhook};
use serde_json::Value;

use super::{MARKER, said};

pub fn check(bytes: &[u8]) -> bool {
    let Ok(body) = Webhook::from_slice(bytes) else { return false };
    let report = body.validate();
    let printed = serde_json::to_value(&body).expect("prints");
    told(&report, &printed);
    // A finding is about a value or two: there are not more of them than the body has bytes.
    assert!(report.len() <= 8 + bytes.len(), "{} findings", report.len());
    let again = Webhook::from_str(&printed.to_string()).expect("reads what it prints");
    assert_eq!(again.validate(), report);
    true
}

fn told(report: &Report, body: &Value) {
    for finding in report {
        let text = finding.to_string();
        said(&text);
        // A member that is not modelled is named by its place.
        let names = finding.code() == "unknown-member";
        assert!(!finding.message().contains(MARKER) && (names || !text.contains(MARKER)), "{text}");
        assert!(is_place(body, finding.pointer()), "{text}");
    }
    let errors = report.errors().count();
    assert_eq!(report.clone().into_result().is_ok(), errors == 0);
    let _ = (report.to_string(), format!("{report:?}"));
}

/// Whether a pointer names a value, or a member that should be there, as far as objects go.
fn is_place(body: &Value, pointer: &str) -> bool {
    let (mut at, mut names) = (body, pointer.split('/').skip(1));
    for name in names.by_ref() {
        let name = name.replace("~1", "/").replace("~0", "~");
        let next = match at {
            Value::Object(members) => match members.get(&name) {
                Some(member) => Some(member),
                None => return names.all(|name| name.parse::<usize>().is_err()),
            },
            Value::Array(elements) => name.parse().ok().and_then(|index: usize| elements.get(index)),
            _ => None,
        };
        let Some(next) = next else { return false };
        at = next;
    }
    true
}
