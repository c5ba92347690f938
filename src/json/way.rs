//! The way to an offset.

use std::num::NonZeroU32;

use super::note::short;
use super::walk::{Watch, walk};

/// From an array or object to what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// To the member whose key, with its quotes, is here.
    Key { start: u32, end: NonZeroU32 },
    /// To an element.
    Index(u32),
}

impl Step {
    pub(super) fn key(start: usize, end: usize) -> Self {
        // Two quotes end at 2 at the earliest.
        Step::Key { start: short(start), end: NonZeroU32::new(short(end)).unwrap_or(NonZeroU32::MAX) }
    }

    /// To the next element.
    pub(super) fn next(self) -> Self {
        match self {
            Step::Index(index) => Step::Index(index.saturating_add(1)),
            key @ Step::Key { .. } => key,
        }
    }
}

/// The steps to the innermost member (key, colon or value) or element that holds an offset.
///
/// A key that is not complete, or has no colon yet, belongs to its object. The text may be broken:
/// what comes before the fault counts.
pub(crate) fn way_to(text: &str, offset: usize) -> Vec<Step> {
    let mut way = Way { offset, steps: Vec::new(), inside: 0 };
    // A fault ends the walk, and the way with it.
    let _ = walk(text.as_bytes(), 0, 0, &mut way);
    way.steps.truncate(way.inside);
    way.steps
}

struct Way {
    offset: usize,
    /// A step for each open array or object.
    steps: Vec<Step>,
    /// How many of them were made: the last is not, before the first member or element of its
    /// object or array, and after one.
    inside: usize,
}

impl Watch for Way {
    fn value(&mut self, at: usize) -> bool {
        if self.inside < self.steps.len() {
            // An element; of a member it is known since its key.
            if at > self.offset {
                return false;
            }
            self.inside += 1;
        }
        at <= self.offset
    }

    fn open(&mut self) {
        self.steps.push(Step::Index(0));
    }

    fn member(&mut self, start: usize, end: usize) -> bool {
        if start > self.offset {
            return false;
        }
        if let Some(step) = self.steps.last_mut() {
            *step = Step::key(start, end);
            self.inside += 1;
        }
        true
    }

    fn next(&mut self) {
        if let Some(step) = self.steps.last_mut() {
            *step = step.next();
        }
    }

    fn close(&mut self) {
        self.steps.pop();
    }

    fn end(&mut self, at: usize) -> bool {
        if at > self.offset {
            return false;
        }
        self.inside = self.inside.saturating_sub(1);
        true
    }
}
