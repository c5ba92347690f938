//! The contract's rule of equality.

use serde_json::{Number, Value};

/// The first place where `printed` is not what the contract allows for `original`: a `null`
/// member of a modelled object may be dropped, and `1.0` may become `1`.
///
/// The JSON does not say which objects are modelled; `keeps_nulls` says by the pointer where a
/// dropped `null` is a loss.
pub(crate) fn difference(
    original: &Value,
    printed: &Value,
    keeps_nulls: &dyn Fn(&str) -> bool,
) -> Option<String> {
    fn differ(a: &Value, b: &Value, at: &str, keeps_nulls: &dyn Fn(&str) -> bool) -> Option<String> {
        match (a, b) {
            (Value::Object(a), Value::Object(b)) => {
                let appeared = b.keys().find(|key| !a.contains_key(*key));
                if let Some(key) = appeared {
                    return Some(format!("{at}/{key} appeared"));
                }
                a.iter().find_map(|(key, value)| {
                    let at = format!("{at}/{key}");
                    match b.get(key) {
                        Some(printed) => differ(value, printed, &at, keeps_nulls),
                        None if value.is_null() && !keeps_nulls(&at) => None,
                        None => Some(format!("{at} was lost")),
                    }
                })
            }
            (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
                let mut pairs = a.iter().zip(b).enumerate();
                pairs.find_map(|(index, (a, b))| differ(a, b, &format!("{at}/{index}"), keeps_nulls))
            }
            (Value::Number(a), Value::Number(b)) if same_number(a, b) => None,
            (a, b) if a == b => None,
            (a, b) => Some(format!("{at}: {a} came back as {b}")),
        }
    }
    differ(original, printed, "", keeps_nulls)
}

fn same_number(a: &Number, b: &Number) -> bool {
    // Integers must be the same to the digit; only where one side is a float may they
    // differ in form.
    a == b || ((a.is_f64() || b.is_f64()) && a.as_f64() == b.as_f64())
}

/// Asserts that `printed` is `original` by the contract's rule, nulls of modelled objects
/// aside.
pub(crate) fn assert_same(original: &Value, printed: &Value, what: &str) {
    if let Some(difference) = difference(original, printed, &|_| false) {
        panic!("{what}: {difference}");
    }
}

/// Whether the value at `at`, a pointer into a body, has a shape of the customer's own or of a
/// member that the crate does not model (in the tests their names start with `x`).
pub(crate) fn is_free(at: &str) -> bool {
    const FREE: [&str; 9] = [
        "/analysis/guardrails/",
        "/analysis/structuredData/",
        "/assistantToolServers/",
        "/collectedInformation/",
        "/dynamicVariables/",
        "/metadata/",
        "/run/output/",
        "/stopSpeakingReason/",
        "/structuredData/schema/",
    ];
    let at = format!("{at}/");
    at.contains("/x") || FREE.iter().any(|free| at.contains(free))
}

/// Whether a `null` at `at` must be printed again: those of modelled objects may be dropped.
pub(crate) fn keeps_null(at: &str) -> bool {
    at.rsplit_once('/').is_some_and(|(parent, name)| is_free(parent) || name.starts_with('x'))
}
