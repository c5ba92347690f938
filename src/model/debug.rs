//! `Debug` of every value: nothing sensitive, as its class says, and one line of bounded length.
//!
//! `{:#?}` shows everything; `{:?}` is for logs: it stops at [`DEPTH`] and at [`ELEMENTS`], so that
//! the report of an hour's call is not a page.

use std::fmt::{self, Debug as _};

use super::{Class, Object, View, count_members, cut};
use crate::wire::{Hidden, show_json};

/// How deep objects are nested before `{:?}` shows only how many members one has.
const DEPTH: usize = 4;

/// The same for configurations: an assistant in a body says nothing of the event.
const CONFIGURATION_DEPTH: usize = 2;

/// The longest array that `{:?}` shows; of an array of objects it shows the length only.
const ELEMENTS: usize = 4;

/// A sequence as `Debug` shows it: `{:?}` the first elements, and how many more there are.
pub(crate) struct First<'a, T>(pub(crate) &'a [T]);

impl<T: fmt::Debug> fmt::Debug for First<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = if f.alternate() { self.0.len() } else { ELEMENTS.min(self.0.len()) };
        let (first, rest) = self.0.split_at(shown);
        let mut list = f.debug_list();
        list.entries(first);
        if !rest.is_empty() {
            list.entry(&format_args!("{} more", rest.len()));
        }
        list.finish()
    }
}

/// Writes an object as `Debug` shows it: the members that are there.
pub(crate) fn show_object(object: &dyn Object, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    show_below(object, 1, f)
}

fn show_below(object: &dyn Object, depth: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let form = object.form();
    let name = form.name;
    let deepest = if form.configuration { CONFIGURATION_DEPTH } else { DEPTH };
    if depth > deepest && !f.alternate() {
        return write!(f, "{name}({} members)", count_members(object));
    }
    let mut shown = f.debug_struct(name);
    object.each(&mut |form, value| {
        shown.field(form.rust, &Shown(value, form.class, depth));
    });
    if !object.extra().is_empty() {
        shown.field("extra", object.extra());
    }
    shown.finish()
}

/// A value as `Debug` shows it, below so many objects.
struct Shown<'a>(View<'a>, Class, usize);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(value, class, depth) = *self;
        match value {
            View::Object(object) => show_below(object, depth + 1, f),
            View::Array(array)
                if !f.alternate() && array.len() > if class == Class::Nested { 0 } else { ELEMENTS } =>
            {
                write!(f, "array({} elements)", array.len())
            }
            View::Array(array) => {
                let mut shown = f.debug_list();
                array.each(&mut |value| {
                    shown.entry(&Shown(value, class, depth));
                });
                shown.finish()
            }
            other => show_view(other, class, f),
        }
    }
}

/// Writes a value of the class as `Debug` shows it.
pub(crate) fn show_view(value: View<'_>, class: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value {
        View::Absent => f.write_str("None"),
        View::Boolean(value) => value.fmt(f),
        View::Count(count) => count.fmt(f),
        View::Number(number) => fmt::Display::fmt(&number, f),
        View::Text(text) if class == Class::Clear => match cut(text) {
            (text, false) => text.fmt(f),
            (text, true) => write!(f, "{text:?}…"),
        },
        View::Text(text) | View::Word(text) => Hidden(text).fmt(f),
        View::Secret("") => f.write_str("secret(empty)"),
        View::Secret(_) => f.write_str("secret"),
        View::Time(time) => time.fmt(f),
        View::Known(text) => text.fmt(f),
        View::Unknown(text) => text.fmt(f),
        View::Object(_) | View::Array(_) => Shown(value, class, 0).fmt(f),
        View::Map(map) => write!(f, "map({} entries)", map.len()),
        View::Distribution(distribution) => distribution.fmt(f),
        View::FreeObject(data) => data.fmt(f),
        View::Any(value) | View::Other(value) => show_json(value, f),
    }
}
