//! What a lenient reader notes: ranges of the text, twelve bytes each.

use super::{Expected, Kind, Problem};

/// What is noted of a range of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A value that was moved out because of its kind.
    Refused(Kind, Expected),
    /// A value that was moved out for another reason.
    RefusedOther,
    /// A number that was moved out because no double holds it.
    OutOfRange,
    /// At the start of an object (an empty range): a member it must have is missing. The index of
    /// its name in [`Notes::names`].
    Missing(u8),
    /// At the start of an object (an empty range): some members are given twice.
    Repeats,
    /// A string, with its quotes, whose lone surrogates were replaced.
    Surrogate,
    /// The same for a key.
    SurrogateKey,
    /// A number whose digits no double holds.
    Rounded,
    /// At one byte inside a string: what is not UTF-8 was replaced there. The caller's own note.
    Bytes,
    /// In [`Places`](super::Places) only: a value that another of the same name follows.
    Overridden,
}

/// A note of a range of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Note {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) what: What,
}

/// The notes of a text, each object's own after those of its members.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Notes {
    pub(crate) notes: Vec<Note>,
    /// The names that [`What::Missing`] means.
    pub(crate) names: Vec<&'static str>,
}

impl Notes {
    pub(crate) fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    #[cold]
    pub(super) fn push(&mut self, start: usize, end: usize, what: What) {
        if self.notes.len() == self.notes.capacity() {
            self.notes.reserve_exact(self.notes.len() / 2 + 4);
        }
        self.notes.push(Note { start: short(start), end: short(end), what });
    }

    /// Notes a value that is moved out, in place of what was noted inside.
    #[cold]
    pub(super) fn moved_out(&mut self, start: usize, end: usize, problem: Problem) {
        let inside = self.notes.iter().rev().take_while(|note| note.start >= short(start)).count();
        self.notes.truncate(self.notes.len() - inside);
        self.push(
            start,
            end,
            match problem {
                Problem::Kind { found, expected } => What::Refused(found, expected),
                Problem::OutOfRange => What::OutOfRange,
                _ => What::RefusedOther,
            },
        );
    }

    /// Notes that the object at `start` lacks a member. `false` if there are too many names.
    #[cold]
    pub(super) fn missing(&mut self, start: usize, name: &'static str) -> bool {
        let index = self.names.iter().position(|known| *known == name).unwrap_or_else(|| {
            self.names.push(name);
            self.names.len() - 1
        });
        let Ok(index) = u8::try_from(index) else {
            self.names.pop();
            return false;
        };
        self.push(start, start, What::Missing(index));
        true
    }
}

/// An offset as notes keep it. Lenient readers refuse texts of 4 GiB.
pub(super) fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// An offset as readers use it.
pub(super) fn long(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_bytes() {
        assert_eq!(size_of::<Note>(), 12);
    }

    #[test]
    fn grows_by_half() {
        let mut notes = Notes::default();
        for at in 0..100_000 {
            notes.push(at, at, What::Repeats);
            assert!(notes.notes.capacity() <= notes.notes.len() * 3 / 2 + 4);
        }
    }

    #[test]
    fn too_many_names() {
        let mut notes = Notes::default();
        let names: Vec<&'static str> =
            (0..300).map(|n| &*Box::leak(n.to_string().into_boxed_str())).collect();
        let kept = names.iter().filter(|name| notes.missing(0, name)).count();
        assert_eq!((kept, notes.notes.len(), notes.names.len()), (256, 256, 256));
        assert!(notes.missing(9, names[255]));
        assert_eq!(notes.notes.last().map(|note| note.what), Some(What::Missing(255)));
    }
}
