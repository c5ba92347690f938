//! The places that notes stand for, found in one walk over the text.

use std::borrow::Cow;
use std::collections::HashMap;

use super::note::{long, short};
use super::text::{self, Lone};
use super::walk::{self, Watch, walk};
use super::{Notes, Step, What};

/// The node of the whole text, which no table holds.
pub(crate) const ROOT: u32 = u32::MAX;

/// No node yet.
const NONE: u32 = u32::MAX - 1;

/// A member or element, by its parent's node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) parent: u32,
    pub(crate) step: Step,
}

/// A note with its node: of the value, of the member whose key it is, of the object that lacks a
/// member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) node: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) what: What,
}

/// Where in a text its notes are, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Places {
    /// Parents before their children.
    pub(crate) nodes: Vec<Node>,
    /// Without [`What::Repeats`]. Each value that another one of its name overrides is there
    /// instead, and nothing of what is inside such a member.
    pub(crate) found: Vec<Found>,
}

impl Places {
    /// Finds the places of the notes that a lenient reader took of the text.
    pub(crate) fn new(text: &str, notes: &Notes) -> Self {
        let notes = notes.notes.iter();
        let mut found: Vec<_> = notes
            .map(|note| Found { node: NONE, start: note.start, end: note.end, what: note.what })
            .collect();
        if !found.is_sorted_by_key(start_of) {
            found.sort_by_key(start_of);
        }
        let mut finder = Finder {
            text,
            nodes: Vec::new(),
            found,
            next: 0,
            due: 0,
            frames: Vec::new(),
            names: Vec::new(),
            flagged: false,
            overridden: Vec::new(),
        };
        finder.look_ahead();
        // The reader has been here: a fault means that it did not get further either.
        let _ = walk(text.as_bytes(), 0, 0, &mut finder);
        finder.finish()
    }

    /// The steps from the root to a node.
    pub(crate) fn way(&self, mut node: u32) -> Vec<Step> {
        let mut way = Vec::new();
        while let Some(Node { parent, step }) = self.nodes.get(long(node)) {
            way.push(*step);
            node = *parent;
        }
        way.reverse();
        way
    }
}

/// An array or object that is open.
struct Frame {
    /// The way to the member or element that the walk passes.
    step: Step,
    /// Its node.
    node: u32,
    /// Whether members are given twice.
    repeats: bool,
}

struct Finder<'a> {
    text: &'a str,
    nodes: Vec<Node>,
    found: Vec<Found>,
    /// The first note that has no node yet.
    next: usize,
    /// Its offset. 0: there is nothing more to find.
    due: usize,
    frames: Vec<Frame>,
    /// For each open object with repeats, where the last key of each name is.
    names: Vec<HashMap<Cow<'a, str>, u32>>,
    /// Whether the value that begins is such an object.
    flagged: bool,
    /// The objects' nodes and the keys of overridden members.
    overridden: Vec<(u32, u32)>,
}

impl Finder<'_> {
    /// Where to look next.
    fn look_ahead(&mut self) {
        self.due = match self.found.get(self.next) {
            Some(found) => long(found.start),
            None if self.names.is_empty() && !self.flagged => 0,
            None => usize::MAX,
        };
    }

    /// The notes that are due at the member or element that the walk passes.
    #[cold]
    fn arrive(&mut self, at: usize) -> bool {
        while self.found.get(self.next).is_some_and(|found| long(found.start) <= at) {
            let node = self.node();
            let found = &mut self.found[self.next];
            found.node = node;
            self.flagged |= found.what == What::Repeats;
            self.next += 1;
        }
        // Not by `due`: at the root, 0 is also an offset.
        let more = self.next < self.found.len() || self.flagged || !self.names.is_empty();
        self.look_ahead();
        more
    }

    /// The notes that are inside the string that ends before `at`.
    #[cold]
    fn inside(&mut self, at: usize) -> bool {
        while self
            .found
            .get(self.next)
            .is_some_and(|found| found.what == What::Bytes && long(found.start) < at)
        {
            self.found[self.next].node = self.node();
            self.next += 1;
        }
        self.look_ahead();
        self.due > 0
    }

    /// The node of the member or element that the walk passes. Makes it, and its ancestors.
    fn node(&mut self) -> u32 {
        let made = self.frames.iter().rposition(|frame| frame.node != NONE).map_or(0, |index| index + 1);
        let (above, missing) = self.frames.split_at_mut(made);
        let mut node = above.last().map_or(ROOT, |frame| frame.node);
        for frame in missing {
            self.nodes.push(Node { parent: node, step: frame.step });
            node = short(self.nodes.len() - 1);
            frame.node = node;
        }
        node
    }

    /// Keeps the name of a member, and what it overrides.
    #[cold]
    fn name(&mut self, start: usize) {
        let object = self.frames.iter().rev().nth(1).map_or(ROOT, |frame| frame.node);
        let name = key_at(self.text, start);
        if let Some(earlier) = self.names.last_mut().and_then(|names| names.insert(name, short(start))) {
            self.overridden.push((object, earlier));
        }
    }

    fn finish(mut self) -> Places {
        self.found.retain(|found| found.node != NONE && found.what != What::Repeats);
        self.overridden.sort_unstable_by_key(|&(_, key)| key);
        let mut kept = 0;
        let mut outside = 0;
        let mut ranges = Vec::with_capacity(self.overridden.len());
        for &(parent, key) in &self.overridden {
            if key < outside {
                continue;
            }
            let Some((step, start, end)) = member_at(self.text, long(key)) else { continue };
            self.nodes.push(Node { parent, step });
            let node = short(self.nodes.len() - 1);
            ranges.push((key, Found { node, start: short(start), end: short(end), what: What::Overridden }));
            outside = short(end);
            kept += 1;
        }
        if kept > 0 {
            let mut next = ranges.iter().peekable();
            self.found.retain(|found| {
                while next.next_if(|(_, range)| range.end <= found.start).is_some() {}
                next.peek().is_none_or(|(key, _)| found.start < *key)
            });
            self.found.reserve_exact(kept);
            self.found.extend(ranges.into_iter().map(|(_, found)| found));
            self.found.sort_by_key(start_of);
        }
        Places { nodes: self.nodes, found: self.found }
    }
}

/// Where something was found. Sorting is compiled once, for what is found is sorted by it everywhere.
fn start_of(found: &Found) -> u32 {
    found.start
}

impl Watch for Finder<'_> {
    #[inline]
    fn value(&mut self, at: usize) -> bool {
        at < self.due || self.arrive(at)
    }

    #[inline]
    fn open(&mut self) {
        let repeats = std::mem::take(&mut self.flagged);
        if repeats {
            self.names.push(HashMap::new());
        }
        self.frames.push(Frame { step: Step::Index(0), node: NONE, repeats });
    }

    #[inline]
    fn member(&mut self, start: usize, end: usize) -> bool {
        let Some(frame) = self.frames.last_mut() else { return false };
        frame.step = Step::key(start, end);
        frame.node = NONE;
        if frame.repeats {
            self.name(start);
        }
        (start < self.due || self.arrive(start)) && self.end(end)
    }

    #[inline]
    fn end(&mut self, at: usize) -> bool {
        at <= self.due || self.due == 0 || self.inside(at)
    }

    #[inline]
    fn next(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            frame.step = frame.step.next();
            frame.node = NONE;
        }
    }

    #[inline]
    fn close(&mut self) {
        if self.frames.pop().is_some_and(|frame| frame.repeats) {
            self.names.pop();
            self.look_ahead();
        }
    }
}

/// The beginning of the name that the key in this range is: all that a pointer shows of it. So what is
/// said about many places below one long name is not as long as all of them together.
pub(crate) fn beginning_of_key(text: &str, start: usize, end: usize) -> Cow<'_, str> {
    const ENOUGH: usize = 1024;
    if end.saturating_sub(start) <= ENOUGH {
        return key_at(text, start);
    }
    let cut = (start..start + ENOUGH).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(start);
    key_at(text.get(..cut).unwrap_or_default(), start)
}

/// The name that the key at `start` is, as the lenient reader decodes it.
pub(crate) fn key_at(text: &str, start: usize) -> Cow<'_, str> {
    let end = text::plain(text.as_bytes(), start + 1);
    if text.as_bytes().get(end) == Some(&b'"') {
        return Cow::Borrowed(text.get(start + 1..end).unwrap_or_default());
    }
    let mut name = String::new();
    // The walk has passed the key.
    let _ = text::decode(text, start + 1, Lone::Spell, &mut name);
    Cow::Owned(name)
}

/// The step to the member whose key is at `start`, and the range of its value.
fn member_at(text: &str, start: usize) -> Option<(Step, usize, usize)> {
    let bytes = text.as_bytes();
    let key_end = text::skip(bytes, start + 1).ok()?;
    let value = walk::space(bytes, walk::colon(bytes, key_end).ok()?);
    let end = walk::skip(bytes, value, 0).ok()?;
    Some((Step::key(start, key_end), value, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small() {
        assert_eq!((size_of::<Node>(), size_of::<Found>()), (12, 16));
    }
}
