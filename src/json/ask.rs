//! What callers may ask of our reader between members and elements.
//!
//! A question is a call of `deserialize_tuple_struct` on the deserializer that a `MapAccess` or
//! `SeqAccess` of ours hands to a seed, with one of these codes as the length. [`SKIP`] may be asked
//! only after an error that carries the [`Marker`](super::Marker).

use serde::de::Error as _;

use super::{Error, Kind, Problem, Reader, What, walk};

/// The text of an error of the caller's that says that a member is given twice.
pub(crate) const GIVEN_TWICE: &str = "this member is given twice";

/// Skip the value that was refused, and note its range and why.
pub(crate) const SKIP: usize = 1;

/// The member whose key was just read was there before.
///
/// The value is not consumed.
pub(crate) const REPEATED: usize = 2;

/// After the end of an object: the member `name` is missing.
pub(crate) const MISSING: usize = 3;

impl Reader<'_> {
    /// What a visitor returned; an error with its place.
    #[inline]
    pub(super) fn placed<T>(&self, mut result: Result<T, Error>) -> Result<T, Error> {
        if let Err(error) = &mut result {
            self.place(error);
        }
        result
    }

    /// Gives an error of a visitor its place.
    #[cold]
    pub(super) fn place(&self, error: &mut Error) {
        error.place(match error.problem() {
            // What an object lacks is known at its brace, which is not part of its last member.
            Problem::Missing(_) => self.at + 1,
            // Who refuses an object may have read its first key.
            Problem::Kind { found: Kind::Object, .. } => self.object.start + 1,
            _ => self.at,
        });
    }

    /// The value at `start` was not read. The lenient reader goes back to it if reading can go on
    /// after it.
    #[cold]
    pub(super) fn failed(&mut self, error: &mut Error, start: usize) {
        self.place(error);
        if error.problem().is_recoverable() {
            self.refused = Some((error.problem(), error.at()));
            if self.lenient {
                self.at = walk::space(self.bytes(), start);
                error.mark();
            }
        }
    }

    /// Does what is asked; see the module. `false` if it asks nothing.
    #[cold]
    pub(super) fn ask(&mut self, name: &'static str, code: usize) -> Result<bool, Error> {
        match code {
            SKIP => {
                let start = self.at;
                let (problem, at) = self.refused.take().unwrap_or((Problem::Other, start));
                if !self.lenient {
                    return Err(Error::new(problem, at));
                }
                self.skip()?;
                self.notes.moved_out(start, self.at, problem);
            }
            REPEATED => {
                if !self.lenient {
                    return Err(Error::new(Problem::Repeated, self.at));
                }
                if !self.object.repeats {
                    self.object.repeats = true;
                    self.notes.push(self.object.start, self.object.start, What::Repeats);
                }
            }
            MISSING => {
                if !self.lenient || !self.notes.missing(self.object.start, name) {
                    return Err(Error::missing_field(name));
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}
