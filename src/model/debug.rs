//! `Debug` of every value: nothing sensitive, as its class says.

use std::fmt::{self, Debug as _};

use super::{Class, Object, View};
use crate::wire::{Hidden, show_json};

/// Writes an object as `Debug` shows it: the members that are there.
pub(crate) fn show_object(object: &dyn Object, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut shown = f.debug_struct(object.form().name);
    object.each(&mut |form, value| {
        shown.field(form.rust, &Shown(value, form.class));
    });
    if !object.extra().is_empty() {
        shown.field("extra", object.extra());
    }
    shown.finish()
}

/// A value as `Debug` shows it.
struct Shown<'a>(View<'a>, Class);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show_view(self.0, self.1, f)
    }
}

/// Writes a value of the class as `Debug` shows it.
pub(crate) fn show_view(value: View<'_>, class: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value {
        View::Absent => f.write_str("None"),
        View::Boolean(value) => value.fmt(f),
        View::Count(count) => count.fmt(f),
        View::Number(number) => fmt::Display::fmt(&number, f),
        View::Text(text) if class == Class::Clear => fmt::Debug::fmt(text, f),
        View::Text(text) | View::Word(text) => Hidden(text).fmt(f),
        View::Secret("") => f.write_str("secret(empty)"),
        View::Secret(_) => f.write_str("secret"),
        View::Time(time) => time.fmt(f),
        View::Known(text) => text.fmt(f),
        View::Unknown(text) => text.fmt(f),
        View::Object(object) => show_object(object, f),
        View::Array(array) => {
            let mut shown = f.debug_list();
            array.each(&mut |value| {
                shown.entry(&Shown(value, class));
            });
            shown.finish()
        }
        View::Map(map) => write!(f, "map({} entries)", map.len()),
        View::Distribution(distribution) => distribution.fmt(f),
        View::FreeObject(data) => data.fmt(f),
        View::Any(value) | View::Other(value) => show_json(value, f),
    }
}
