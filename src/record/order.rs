//! A total order of values, so that of two events which nothing else tells apart the same one counts
//! on every machine.

use std::cmp::Ordering;
use std::fmt::Write as _;

use serde_json::{Number, Value};

use crate::model::{Member, Object, View, ViewMut, VisitMut, walk_mut};
use crate::wire::FreeForm;

/// How much a value says: 0 if it is absent, 1 if it stands for "not yet" (empty text, an empty object or
/// array, zero, and what consists of these), 2 if it says something.
pub(super) fn weight(value: View<'_>) -> u8 {
    match value {
        View::Absent => 0,
        other => 1 + u8::from(says(other)),
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

/// Compares values that are not equal, by all that is in them.
pub(super) fn compare(a: View<'_>, b: View<'_>) -> Ordering {
    let (mut first, mut second) = (String::new(), String::new());
    ink(a, &mut first);
    ink(b, &mut second);
    // The one that says more counts, if nothing else decides.
    first.len().cmp(&second.len()).then_with(|| first.cmp(&second))
}

/// Writes a value so that different values are written differently.
fn ink(value: View<'_>, to: &mut String) {
    // Writing to a `String` cannot fail.
    let _ = match value {
        View::Absent => write!(to, "-"),
        View::Boolean(value) => write!(to, "{value}"),
        View::Count(count) => write!(to, "{count}"),
        View::Number(number) => write!(to, "{number}"),
        View::Text(text) | View::Word(text) | View::Secret(text) | View::Known(text) => text_ink(text, to),
        View::Unknown(value) => text_ink(value.as_str(), to),
        View::Time(time) => match time.as_number() {
            Some(number) => write!(to, "{number}"),
            None => text_ink(time.as_text().unwrap_or_default(), to),
        },
        View::Object(object) => {
            to.push('{');
            object.each(&mut |form, value| {
                to.push_str(form.wire);
                to.push('=');
                ink(value, to);
            });
            ink(View::FreeObject(object.extra()), to);
            write!(to, "}}")
        }
        View::Array(array) => {
            to.push('[');
            array.each(&mut |value| {
                ink(value, to);
                to.push(',');
            });
            write!(to, "]")
        }
        View::Map(map) => {
            to.push('{');
            map.each(&mut |key, value| {
                let _ = text_ink(key, to);
                ink(value, to);
            });
            write!(to, "}}")
        }
        View::Distribution(counts) => {
            to.push('{');
            for (key, count) in counts.iter() {
                let _ = text_ink(key, to);
                let _ = write!(to, "{count};");
            }
            write!(to, "}}")
        }
        View::FreeObject(data) => {
            members_ink(data, to);
            Ok(())
        }
        View::Any(value) | View::Other(value) => {
            json_ink(value, to);
            Ok(())
        }
    };
}

/// Text with its length in front, so that no text runs into what follows.
fn text_ink(text: &str, to: &mut String) -> std::fmt::Result {
    write!(to, "{}:{text}", text.len())
}

fn members_ink(members: &serde_json::Map<String, Value>, to: &mut String) {
    // A neighbour's `preserve_order` leaves them in any order.
    let mut sorted: Vec<_> = members.iter().collect();
    sorted.sort_unstable_by_key(|(name, _)| *name);
    to.push('{');
    for (name, value) in sorted {
        let _ = text_ink(name, to);
        json_ink(value, to);
    }
    to.push('}');
}

fn json_ink(value: &Value, to: &mut String) {
    match value {
        Value::Null => to.push('n'),
        Value::Bool(value) => to.push(if *value { 't' } else { 'f' }),
        Value::Number(number) => {
            let _ = write!(to, "{number};");
        }
        Value::String(text) => {
            let _ = text_ink(text, to);
        }
        Value::Array(values) => {
            to.push('[');
            for value in values {
                json_ink(value, to);
            }
            to.push(']');
        }
        Value::Object(members) => members_ink(members, to),
    }
}

/// A copy that prints as all its equals print: members of free data in order, minus zero as zero.
pub(super) fn settled<T: Member + Clone>(value: &T) -> T {
    let mut copy = value.clone();
    settle(copy.view_mut());
    copy
}

fn settle(value: ViewMut<'_>) {
    match value {
        ViewMut::Object(object) => settle_object(object),
        ViewMut::Array(array) => array.each_mut(&mut settle),
        ViewMut::FreeObject(data) => Settler.unknown_members(data),
        ViewMut::Any(value) => Settler.free(value),
        _ => {}
    }
}

/// Makes an object print as all its equals print.
pub(super) fn settle_object(object: &mut dyn Object) {
    walk_mut(object, &mut Settler);
}

struct Settler;

impl VisitMut for Settler {
    fn value(&mut self, _: &'static crate::model::MemberForm, value: ViewMut<'_>) {
        if let ViewMut::FreeObject(data) = value {
            self.unknown_members(data);
        }
    }

    fn free(&mut self, value: &mut Value) {
        match value {
            Value::Number(number) if number.as_f64() == Some(0.0) && number.is_f64() => {
                *number = Number::from_f64(0.0).unwrap_or_else(|| 0.into());
            }
            Value::Array(values) => values.iter_mut().for_each(|value| self.free(value)),
            Value::Object(members) => {
                members.sort_keys();
                members.values_mut().for_each(|value| self.free(value));
            }
            _ => {}
        }
    }

    fn key(&mut self, _: &mut String) {}

    fn unknown_members(&mut self, members: &mut FreeForm) {
        if members.is_empty() {
            return;
        }
        members.sort_keys();
        members.values_mut().for_each(|value| self.free(value));
    }
}
