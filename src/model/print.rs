//! Objects printed to a `Value`, by their views: `serde_json::to_value` would be compiled for every type.

use serde_json::{Map, Value};

use super::{Object, View};

/// What `object` prints.
pub(crate) fn value_of(object: &dyn Object) -> Value {
    let mut members = Map::new();
    object.each(&mut |form, value| {
        members.insert(form.wire.to_owned(), printed(value));
    });
    members.extend(object.extra().iter().map(|(name, value)| (name.clone(), value.clone())));
    members.into()
}

fn printed(value: View<'_>) -> Value {
    match value {
        View::Absent => Value::Null,
        View::Boolean(value) => value.into(),
        View::Count(count) => count.into(),
        View::Number(number) => serde_json::to_value(number).unwrap_or_default(),
        View::Text(text) | View::Word(text) | View::Secret(text) | View::Known(text) => text.into(),
        View::Time(time) => serde_json::to_value(time).unwrap_or_default(),
        View::Unknown(value) => value.as_str().into(),
        View::Object(object) => value_of(object),
        View::Array(array) => {
            let mut elements = Vec::with_capacity(array.len());
            array.each(&mut |value| elements.push(printed(value)));
            elements.into()
        }
        View::Map(map) => {
            let mut entries = Map::new();
            map.each(&mut |key, value| {
                entries.insert(key.to_owned(), printed(value));
            });
            entries.into()
        }
        View::Distribution(counts) => serde_json::to_value(counts).unwrap_or_default(),
        View::FreeObject(data) => serde_json::to_value(data).unwrap_or_default(),
        View::Any(value) | View::Other(value) => value.clone(),
    }
}
