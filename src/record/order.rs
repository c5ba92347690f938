//! A total order of values, so that of two events which differ in nothing else the same one counts
//! on every machine.

use std::cmp::Ordering;
use std::fmt::{Display, Write as _};

use serde_json::{Map, Value};

use crate::model::View;

/// Compares values that are not equal, by all that is in them.
pub(super) fn compare(a: View<'_>, b: View<'_>) -> Ordering {
    let (mut first, mut second) = (String::new(), String::new());
    write_canonical(a, &mut first);
    write_canonical(b, &mut second);
    // The one that says more counts, if nothing else decides.
    first.len().cmp(&second.len()).then_with(|| first.cmp(&second))
}

/// Writes a value so that different values are written differently.
fn write_canonical(value: View<'_>, to: &mut String) {
    match value {
        View::Absent => to.push('-'),
        View::Boolean(value) => write(to, value),
        View::Count(count) => write(to, count),
        View::Number(number) => write(to, number),
        View::Text(text) | View::Word(text) | View::Secret(text) | View::Known(text) => write_text(text, to),
        View::Unknown(value) => write_text(value.as_str(), to),
        View::Time(time) => match time.as_number() {
            Some(number) => write(to, number),
            None => write_text(time.as_text().unwrap_or_default(), to),
        },
        View::Object(object) => {
            to.push('{');
            object.each(&mut |form, value| {
                to.extend([form.wire, "="]);
                write_canonical(value, to);
            });
            write_members(object.extra(), to);
            to.push('}');
        }
        View::Array(array) => {
            to.push('[');
            array.each(&mut |value| {
                write_canonical(value, to);
                to.push(',');
            });
            to.push(']');
        }
        View::Map(map) => {
            to.push('{');
            map.each(&mut |key, value| {
                write_text(key, to);
                write_canonical(value, to);
            });
            to.push('}');
        }
        View::Distribution(counts) => {
            to.push('{');
            for (key, count) in counts.iter() {
                write_text(key, to);
                write(to, format_args!("{count};"));
            }
            to.push('}');
        }
        View::FreeObject(data) => write_members(data, to),
        View::Any(value) | View::Other(value) => write_json(value, to),
    }
}

fn write(to: &mut String, value: impl Display) {
    // Writing to a `String` cannot fail.
    let _ = write!(to, "{value}");
}

/// Text with its length in front, so that no text runs into what follows.
fn write_text(text: &str, to: &mut String) {
    write(to, format_args!("{}:{text}", text.len()));
}

fn write_members(members: &Map<String, Value>, to: &mut String) {
    // A neighbour's `preserve_order` leaves them in any order.
    let mut sorted: Vec<_> = members.iter().collect();
    sorted.sort_unstable_by_key(|(name, _)| *name);
    to.push('{');
    for (name, value) in sorted {
        write_text(name, to);
        write_json(value, to);
    }
    to.push('}');
}

fn write_json(value: &Value, to: &mut String) {
    match value {
        Value::Null => to.push('n'),
        Value::Bool(value) => to.push(if *value { 't' } else { 'f' }),
        Value::Number(number) => write(to, format_args!("{number};")),
        Value::String(text) => write_text(text, to),
        Value::Array(values) => {
            to.push('[');
            for value in values {
                write_json(value, to);
            }
            to.push(']');
        }
        Value::Object(members) => write_members(members, to),
    }
}
