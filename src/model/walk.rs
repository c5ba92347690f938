//! The walk through a value, one to look and one to change.

use std::fmt::Write as _;

use serde_json::Value;

use super::{MemberForm, Object, View, ViewMut};
use crate::wire::FreeForm;

/// Sees the parts of a body that [`walk`] comes by, each at its place.
pub(crate) trait Visit<'a> {
    /// What it knows of the objects around, and puts aside while it is in one.
    type Around;

    /// An object, before its members.
    fn object(&mut self, at: &Path<'_>, object: &'a dyn Object) -> Self::Around;

    /// An object, after its members.
    fn object_end(&mut self, _around: Self::Around) {}

    /// Whether it wants to see a value that is not an object. Asked of every value, which is most of what a
    /// walk costs: the place is made up only for what is wanted.
    fn wants(&self, form: &'static MemberForm, value: View<'a>) -> bool;

    /// Whether it wants to see the value of a member.
    #[inline]
    fn wants_member(&self, form: &'static MemberForm, value: View<'a>) -> bool {
        self.wants(form, value)
    }

    /// A value that is there, before what is in it; `form` declares the member that it is, or that
    /// holds it.
    fn value(&mut self, _at: &Path<'_>, _form: &'static MemberForm, _value: View<'a>) {}

    /// The value of a member, likewise; what is in an array or a map is not a member.
    fn member(&mut self, at: &Path<'_>, form: &'static MemberForm, value: View<'a>) {
        self.value(at, form, value);
    }

    /// A key that is the caller's, of a map with typed values.
    fn key(&mut self, _key: &'a str) {}

    /// A member that the crate does not model.
    fn unknown_member(&mut self, _at: &Path<'_>, _value: &'a Value) {}
}

/// Shows `visit` everything from `object` down.
pub(crate) fn walk<'a, V: Visit<'a>>(at: &Path<'_>, object: &'a dyn Object, visit: &mut V) {
    let around = visit.object(at, object);
    object.each(&mut |form, value| {
        let is_wanted = visit.wants_member(form, value);
        if is_wanted || value.is_nested() {
            walk_member(at, form, &value, is_wanted, visit);
        }
    });
    if !object.extra().is_empty() {
        for (name, value) in object.extra().iter() {
            visit.unknown_member(&at.member(name), value);
        }
    }
    visit.object_end(around);
}

/// Outlined, so that passing over a value takes few registers.
#[inline(never)]
fn walk_member<'a, V: Visit<'a>>(
    at: &Path<'_>,
    form: &'static MemberForm,
    value: &View<'a>,
    is_wanted: bool,
    visit: &mut V,
) {
    let at = at.member(form.wire);
    if let View::Object(object) = value {
        return walk(&at, *object, visit);
    }
    if is_wanted {
        visit.member(&at, form, *value);
    }
    walk_inside(&at, form, *value, visit);
}

fn walk_inside<'a, V: Visit<'a>>(at: &Path<'_>, form: &'static MemberForm, value: View<'a>, visit: &mut V) {
    match value {
        View::Array(array) => {
            let mut index = 0;
            array.each(&mut |value| {
                walk_element(&at.index(index), form, value, visit);
                index += 1;
            });
        }
        // The keys are the caller's, so places stop at the map.
        View::Map(map) => map.each(&mut |key, value| {
            visit.key(key);
            walk_element(at, form, value, visit);
        }),
        _ => {}
    }
}

#[inline]
fn walk_element<'a, V: Visit<'a>>(at: &Path<'_>, form: &'static MemberForm, value: View<'a>, visit: &mut V) {
    if let View::Object(object) = value {
        return walk(at, object, visit);
    }
    if visit.wants(form, value) {
        visit.value(at, form, value);
    }
    if value.is_nested() {
        walk_inside(at, form, value, visit);
    }
}

/// Changes the parts of a body that [`walk_mut`] comes by.
pub(crate) trait VisitMut {
    /// A value that is not an object, an array or free JSON; `form` declares the member that holds it.
    fn value(&mut self, form: &'static MemberForm, value: ViewMut<'_>);

    /// Free JSON.
    fn free(&mut self, value: &mut Value);

    /// A key that is the caller's, of a map with typed values.
    fn key(&mut self, key: &mut String);

    /// The members of an object that the crate does not model.
    fn unknown_members(&mut self, members: &mut FreeForm);
}

/// Gives `visit` everything from `object` down to change.
pub(crate) fn walk_mut<V: VisitMut>(object: &mut dyn Object, visit: &mut V) {
    object.each_mut(&mut |form, value| {
        if !matches!(value, ViewMut::Plain) {
            walk_value_mut(form, value, visit);
        }
    });
    visit.unknown_members(object.extra_mut());
}

fn walk_value_mut<V: VisitMut>(form: &'static MemberForm, value: ViewMut<'_>, visit: &mut V) {
    match value {
        ViewMut::Object(object) => walk_mut(object, visit),
        ViewMut::Array(array) => array.each_mut(&mut |value| walk_value_mut(form, value, visit)),
        ViewMut::Map(map) => map.each_mut(&mut |key, value| {
            visit.key(key);
            walk_value_mut(form, value, visit);
        }),
        ViewMut::Any(value) => visit.free(value),
        ViewMut::Plain => {}
        other => visit.value(form, other),
    }
}

/// One step from an object or an array to a part of it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Segment<'a> {
    /// A member of an object, by its wire name.
    Member(&'a str),
    /// An element of an array, by its index.
    Index(usize),
}

/// A place in a body: a chain of segments on the stack, so that a walk allocates nothing until
/// somebody asks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Path<'a> {
    last: Option<(&'a Path<'a>, Segment<'a>)>,
}

impl<'a> Path<'a> {
    /// The body itself.
    pub(crate) const ROOT: Path<'static> = Path { last: None };

    /// The member `name` of the object here.
    pub(crate) fn member(&'a self, name: &'a str) -> Self {
        Self { last: Some((self, Segment::Member(name))) }
    }

    /// The element `index` of the array here.
    pub(crate) fn index(&'a self, index: usize) -> Self {
        Self { last: Some((self, Segment::Index(index))) }
    }

    /// Whether this is the body itself.
    pub(crate) fn is_root(&self) -> bool {
        self.last.is_none()
    }

    /// The segments from the root to here.
    pub(crate) fn segments(&self) -> Vec<Segment<'a>> {
        let mut segments = Vec::new();
        let mut at = *self;
        while let Some((parent, segment)) = at.last {
            segments.push(segment);
            at = *parent;
        }
        segments.reverse();
        segments
    }

    /// This place as an RFC 6901 JSON pointer; names are cut as [`push_segment`] says.
    pub(crate) fn to_pointer(self) -> String {
        let mut pointer = String::new();
        for segment in self.segments() {
            push_segment(&mut pointer, segment);
        }
        pointer
    }
}

/// The longest name, in bytes, that a pointer or a text of this crate shows whole.
pub(crate) const NAME_LIMIT: usize = 128;

/// `name`, cut to [`NAME_LIMIT`] bytes, and whether something was cut.
pub(crate) fn cut(name: &str) -> (&str, bool) {
    if name.len() <= NAME_LIMIT {
        return (name, false);
    }
    let end = (0..=NAME_LIMIT).rev().find(|end| name.is_char_boundary(*end)).unwrap_or(0);
    (&name[..end], true)
}

/// A character that neither ends a line nor changes the rest of it: U+FFFD in the place of
/// control characters, of those that separate lines, and of those that turn the direction of writing.
pub(crate) fn harmless(character: char) -> char {
    let moves = matches!(
        character,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    if moves || character.is_control() { char::REPLACEMENT_CHARACTER } else { character }
}

/// Appends one segment to an RFC 6901 JSON pointer. A name may be an enemy's, and pointers go to logs and
/// terminals: one longer than [`NAME_LIMIT`] bytes is cut and ends in `…`, and of all only
/// [harmless] characters are shown.
pub(crate) fn push_segment(pointer: &mut String, segment: Segment<'_>) {
    pointer.push('/');
    match segment {
        Segment::Member(name) => {
            let (name, is_cut) = cut(name);
            for character in name.chars() {
                match character {
                    '~' => pointer.push_str("~0"),
                    '/' => pointer.push_str("~1"),
                    other => pointer.push(harmless(other)),
                }
            }
            if is_cut {
                pointer.push('…');
            }
        }
        Segment::Index(index) => {
            // Writing to a `String` cannot fail.
            let _ = write!(pointer, "{index}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn a_pointer_escapes_what_rfc_6901_says() {
        let message = Path::ROOT.member("message");
        let array = message.member("a/b~c");
        assert_eq!(array.index(3).to_pointer(), "/message/a~1b~0c/3");
        assert_eq!(Path::ROOT.to_pointer(), "");
    }

    #[test]
    fn a_name_ends_no_line_and_moves_no_cursor() {
        let name = "a\u{1b}[2J\r\n\0\u{7f}\u{9b}\u{85}\u{2028}\u{202e}\u{2069}é b";
        let shown = format!("/a\u{fffd}[2J{}é b", "\u{fffd}".repeat(9));
        assert_eq!(Path::ROOT.member(name).to_pointer(), shown);
    }

    #[test]
    fn a_long_name_is_cut() {
        let name = "é".repeat(65);
        assert_eq!(Path::ROOT.member(&name).to_pointer(), format!("/{}…", "é".repeat(64)));
        let name = "x".repeat(128);
        assert_eq!(Path::ROOT.member(&name).to_pointer(), format!("/{name}"));
    }
}
