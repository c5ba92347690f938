//! How much a value says: one that says something counts before one that stands for "not yet".

use serde_json::Value;

use crate::model::View;

/// The weight of a value that says something.
pub(super) const SAYS_SOMETHING: u8 = 2;

/// How much a value says: 0 if it is absent, 1 if it stands for "not yet" (empty text, an empty object or
/// array, zero, and what consists of these), [`SAYS_SOMETHING`] otherwise.
pub(super) fn weight(value: View<'_>) -> u8 {
    match value {
        View::Absent => 0,
        other if says(other) => SAYS_SOMETHING,
        _ => 1,
    }
}

fn says(value: View<'_>) -> bool {
    match value {
        View::Absent => false,
        View::Boolean(_) => true,
        View::Count(count) => count != 0,
        View::Number(number) => number.as_f64() != 0.0,
        View::Text(text) | View::Word(text) | View::Secret(text) | View::Known(text) => !text.is_empty(),
        View::Unknown(value) => !value.as_str().is_empty(),
        View::Time(time) => !time.is_empty(),
        View::Object(object) => {
            let mut says_something = object.extra().values().any(json_says);
            object.each(&mut |_, value| says_something = says_something || says(value));
            says_something
        }
        View::Array(array) => {
            let mut says_something = false;
            array.each(&mut |value| says_something = says_something || says(value));
            says_something
        }
        View::Map(map) => map.len() > 0,
        View::Distribution(counts) => counts.iter().any(|(_, count)| count != 0),
        View::FreeObject(data) => !data.is_empty(),
        View::Any(value) | View::Other(value) => json_says(value),
    }
}

/// The same of JSON.
fn json_says(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(_) | Value::Number(_) => true,
        Value::String(text) => !text.is_empty(),
        Value::Array(values) => !values.is_empty(),
        Value::Object(members) => !members.is_empty(),
    }
}
