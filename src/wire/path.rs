//! Where a walk through a body stands, without allocating until somebody asks.

use std::fmt::Write as _;

/// One step from an object or a list to a part of it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Segment<'a> {
    /// A member of an object, by its wire name.
    Member(&'a str),
    /// An element of a list, by its index.
    Index(usize),
}

/// A place in a body: a chain of segments on the stack.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Path<'a> {
    last: Option<(&'a Path<'a>, Segment<'a>)>,
}

impl<'a> Path<'a> {
    /// The body itself.
    pub(crate) const ROOT: Path<'static> = Path { last: None };

    /// The member `name` of the object that stands here.
    pub(crate) fn member(&'a self, name: &'a str) -> Self {
        Self { last: Some((self, Segment::Member(name))) }
    }

    /// The element `index` of the list that stands here.
    pub(crate) fn index(&'a self, index: usize) -> Self {
        Self { last: Some((self, Segment::Index(index))) }
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

    /// This place as an RFC 6901 JSON pointer.
    pub(crate) fn to_pointer(self) -> String {
        let mut pointer = String::new();
        for segment in self.segments() {
            push_segment(&mut pointer, segment);
        }
        pointer
    }
}

/// Appends one segment to an RFC 6901 JSON pointer.
pub(crate) fn push_segment(pointer: &mut String, segment: Segment<'_>) {
    pointer.push('/');
    match segment {
        Segment::Member(name) => {
            for character in name.chars() {
                match character {
                    '~' => pointer.push_str("~0"),
                    '/' => pointer.push_str("~1"),
                    other => pointer.push(other),
                }
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
        let list = message.member("a/b~c");
        assert_eq!(list.index(3).to_pointer(), "/message/a~1b~0c/3");
        assert_eq!(Path::ROOT.to_pointer(), "");
    }
}
