//! What is counted body by body. Counts of parts add up to those of the whole, in any order.

use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};

use serde::{Deserialize, Serialize};

use crate::take::From;

/// How many different things are counted by their names; an enemy can make up as many as he likes.
const NAMES: usize = 1_000;

/// How many of the places that could not be read are kept.
const PLACES: usize = 100;

/// Counts by a known word.
pub(crate) type Words = BTreeMap<String, u64>;

/// See the [module](self).
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Counts {
    /// Bodies, by family and event.
    pub(crate) bodies: BTreeMap<String, Words>,
    /// What they took, unpacked, without line breaks.
    pub(crate) bytes: u64,
    /// Server messages that name no call.
    #[serde(skip_serializing_if = "is_0")]
    pub(crate) without_call: u64,
    /// Findings of validation, by code.
    #[serde(skip_serializing_if = "Words::is_empty")]
    pub(crate) findings: Words,
    /// What the library does not know, by place.
    #[serde(skip_serializing_if = "Sights::is_empty")]
    pub(crate) drift: Sights,
    /// What deviated, by place and reason.
    #[serde(skip_serializing_if = "Sights::is_empty")]
    pub(crate) deviations: Sights,
    /// What could not be read.
    #[serde(skip_serializing_if = "Unread::is_empty")]
    pub(crate) unreadable: Unread,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_0(count: &u64) -> bool {
    *count == 0
}

/// Where something stands.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default, Debug, Serialize, Deserialize)]
pub(crate) struct Place {
    pub(crate) file: String,
    /// From 1; absent where the file is one body.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) line: Option<u64>,
    /// Its index in an array.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) element: Option<u64>,
}

impl Place {
    fn of(from: From<'_>) -> Self {
        Self { file: from.file.to_owned(), line: from.line, element: from.element }
    }
}

/// Things that were seen, by their names.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Sights {
    pub(crate) by_name: BTreeMap<String, Sight>,
    /// Those beyond the first 1,000 names.
    #[serde(skip_serializing_if = "is_0")]
    pub(crate) others: u64,
}

/// How often something was seen, and where first: in the first file by name, there in the first line.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
pub(crate) struct Sight {
    pub(crate) count: u64,
    pub(crate) first: Place,
}

/// What could not be read.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Unread {
    pub(crate) count: u64,
    /// The first 100 by file and line.
    pub(crate) places: BTreeSet<Failure>,
}

/// A place that could not be read, and why.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub(crate) struct Failure {
    #[serde(flatten)]
    pub(crate) place: Place,
    pub(crate) message: String,
}

/// Adds to a count by name; the name is copied the first time only.
pub(crate) fn add(words: &mut Words, word: &str, count: u64) {
    match words.get_mut(word) {
        Some(known) => *known += count,
        None => _ = words.insert(word.to_owned(), count),
    }
}

impl Counts {
    /// Counts a body.
    pub(crate) fn body(&mut self, family: &str, event: &str, length: usize) {
        self.bytes += length as u64;
        if !self.bodies.contains_key(family) {
            self.bodies.insert(family.to_owned(), Words::new());
        }
        if let Some(events) = self.bodies.get_mut(family) {
            add(events, event, 1);
        }
    }

    /// All bodies.
    pub(crate) fn all_bodies(&self) -> u64 {
        self.bodies.values().flat_map(Words::values).sum()
    }

    pub(crate) fn merge(&mut self, other: Self) {
        for (family, events) in other.bodies {
            let mine = self.bodies.entry(family).or_default();
            for (event, count) in &events {
                add(mine, event, *count);
            }
        }
        self.bytes += other.bytes;
        self.without_call += other.without_call;
        other.findings.iter().for_each(|(code, count)| add(&mut self.findings, code, *count));
        self.drift.merge(other.drift);
        self.deviations.merge(other.deviations);
        self.unreadable.merge(other.unreadable);
    }
}

impl Sights {
    pub(crate) fn is_empty(&self) -> bool {
        self.by_name.is_empty()
    }

    /// Counts something seen once.
    pub(crate) fn see(&mut self, name: &str, from: From<'_>) {
        let Some(sight) = self.by_name.get_mut(name) else {
            let first = Place::of(from);
            return self.add(name.to_owned(), Sight { count: 1, first });
        };
        sight.count += 1;
        let first = &sight.first;
        if (first.file.as_str(), first.line, first.element) > (from.file, from.line, from.element) {
            sight.first = Place::of(from);
        }
    }

    fn add(&mut self, name: String, sight: Sight) {
        let is_full = self.by_name.len() >= NAMES;
        match self.by_name.entry(name) {
            Entry::Occupied(mut known) => {
                let known = known.get_mut();
                known.count += sight.count;
                if sight.first < known.first {
                    known.first = sight.first;
                }
            }
            Entry::Vacant(_) if is_full => self.others += sight.count,
            Entry::Vacant(new) => _ = new.insert(sight),
        }
    }

    fn merge(&mut self, other: Self) {
        self.others += other.others;
        other.by_name.into_iter().for_each(|(name, sight)| self.add(name, sight));
    }
}

impl Unread {
    fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Counts a failure.
    pub(crate) fn fail(&mut self, from: From<'_>, message: &str) {
        let place = Place::of(from);
        self.merge(Self { count: 1, places: [Failure { place, message: message.to_owned() }].into() });
    }

    fn merge(&mut self, other: Self) {
        self.count += other.count;
        self.places.extend(other.places);
        while self.places.len() > PLACES {
            self.places.pop_last();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, NAMES, PLACES};
    use crate::take::From;

    /// Counts of two files with the lines `from..to` of each.
    fn counts(from: u64, to: u64) -> Counts {
        let mut counts = Counts::default();
        for line in from..to {
            for file in ["b", "a"] {
                counts.body("campaign", if line % 2 == 0 { "even" } else { "odd" }, 10);
                let from = From { file, line: Some(line), element: None };
                counts.drift.see(&format!("/{}", line % 7), from);
                counts.unreadable.fail(from, "cut off");
            }
        }
        counts
    }

    #[test]
    fn parts_add_up_in_any_order() {
        let whole = counts(0, 90);
        for cut in [1, 7, 45, 89] {
            let (mut first, mut second) = (counts(0, cut), counts(cut, 90));
            second.merge(first.clone());
            first.merge(counts(cut, 90));
            assert_eq!((&first, &second), (&whole, &whole), "{cut}");
        }
        assert_eq!(whole.drift.by_name["/3"].first.file, "a");
        assert_eq!(whole.drift.by_name["/3"].first.line, Some(3));
        assert_eq!(whole.unreadable.count, 180);
        assert_eq!(whole.unreadable.places.len(), PLACES);
        assert!(whole.unreadable.places.iter().take(90).all(|failure| failure.place.file == "a"));
        assert_eq!(whole.all_bodies(), 180);
    }

    #[test]
    fn names_are_limited() {
        let mut counts = Counts::default();
        for name in 0..NAMES + 5 {
            counts.drift.see(&name.to_string(), From::file("f"));
        }
        assert_eq!((counts.drift.by_name.len(), counts.drift.others), (NAMES, 5));
    }

    #[test]
    fn they_print_and_read() {
        let whole = counts(0, 9);
        let text = serde_json::to_string(&whole).expect("prints");
        assert_eq!(serde_json::from_str::<Counts>(&text).expect("reads"), whole);
    }
}
