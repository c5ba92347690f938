//! The bodies of a simulation, in the order of their delivery.

mod alter;

use std::collections::BTreeSet;
use std::fmt;
use std::iter::FusedIterator;
use std::sync::Arc;

use serde_json::Value;

use self::alter::{alter, cut_off};
use super::node::Node;
use super::place::Place;
use super::random::{Purpose, Random};
use super::story::Story;
use super::{Mishap, SimulateError};
use crate::parse_error::ParseError;
use crate::webhook::Webhook;

/// What the caller changes in the bodies.
#[derive(Clone, Default)]
pub(super) struct Changes {
    pub(super) values: Vec<(String, Value)>,
    pub(super) mishaps: BTreeSet<Mishap>,
}

impl fmt::Debug for Changes {
    /// Shows places and mishaps, not values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places: Vec<_> = self.values.iter().map(|(pointer, _)| pointer).collect();
        f.debug_struct("Changes").field("places", &places).field("mishaps", &self.mishaps).finish()
    }
}

/// Gives a simulation the knobs that all have.
macro_rules! changes {
    ($name:ident) => {
        impl $name {
            /// Puts a value of the caller's own at a place, an RFC 6901 JSON pointer, in every body
            /// that has the place or the object around it. If several values are set at one place, the last counts.
            #[must_use]
            pub fn set(mut self, pointer: impl Into<String>, value: impl Into<serde_json::Value>) -> Self {
                self.changes.values.push((pointer.into(), value.into()));
                self
            }

            /// Lets something go wrong.
            #[must_use]
            pub fn mishap(mut self, mishap: $crate::simulate::Mishap) -> Self {
                self.changes.mishaps.insert(mishap);
                self
            }
        }
    };
}
pub(super) use changes;

/// The bodies of a simulation, in the order of their delivery; each is made when it is asked for.
#[derive(Clone)]
pub struct Bodies {
    story: Arc<dyn Story>,
    values: Vec<(Place, Node)>,
    deliveries: std::vec::IntoIter<Delivery>,
}

/// A body to be delivered.
#[derive(Clone)]
struct Delivery {
    index: usize,
    seed: u64,
    mishaps: BTreeSet<Mishap>,
}

impl Bodies {
    pub(super) fn new(
        story: impl Story + 'static,
        seed: u64,
        changes: &Changes,
    ) -> Result<Self, SimulateError> {
        let family = story.family();
        if let Some(mishap) = changes.mishaps.iter().find(|mishap| !mishap.is_possible_in(family)) {
            return Err(SimulateError::MishapOfFamily { mishap: *mishap, family });
        }
        let mut values = Vec::new();
        for (pointer, value) in &changes.values {
            values.push((Place::new(pointer)?, Node::from(value.clone())));
        }
        check(&story, &values)?;
        let deliveries = deliveries(story.len(), seed, &changes.mishaps).into_iter();
        Ok(Self { story: Arc::new(story), values, deliveries })
    }

    fn body(&self, delivery: &Delivery) -> Body {
        let mut node = self.story.body(delivery.index);
        for (place, value) in &self.values {
            place.put(&mut node, value);
        }
        let mut random = Random::new(delivery.seed, Purpose::Mishaps);
        for mishap in &delivery.mishaps {
            alter(&mut node, *mishap, &*self.story, &mut random);
        }
        let mut bytes = node.print();
        if delivery.mishaps.contains(&Mishap::CutOff) {
            cut_off(&mut bytes, &mut random);
        }
        Body { bytes, mishaps: delivery.mishaps.clone() }
    }
}

/// Every place must be in a body, after the values before it are in theirs.
fn check(story: &impl Story, values: &[(Place, Node)]) -> Result<(), SimulateError> {
    let mut missing: Vec<_> = vec![true; values.len()];
    for index in 0..story.len() {
        if !missing.contains(&true) {
            break;
        }
        let mut body = story.body(index);
        for ((place, value), missing) in values.iter().zip(&mut missing) {
            *missing &= !place.put(&mut body, value);
        }
    }
    match values.iter().zip(missing).find(|(_, missing)| *missing) {
        Some(((place, _), _)) => Err(SimulateError::Place(place.pointer().to_owned())),
        None => Ok(()),
    }
}

/// What is delivered of this many bodies, and in which order.
fn deliveries(count: usize, seed: u64, mishaps: &BTreeSet<Mishap>) -> Vec<Delivery> {
    let mut random = Random::new(seed, Purpose::Mishaps);
    let mut deliveries: Vec<_> =
        (0..count).map(|index| Delivery { index, seed: random.seed(), mishaps: BTreeSet::new() }).collect();
    // What changes bodies comes before what changes their order, so that both copies of one are alike.
    let by_effect = |mishap: &&Mishap| matches!(mishap, Mishap::OutOfOrder | Mishap::Duplicated);
    let (order, content): (Vec<_>, Vec<_>) = mishaps.iter().partition(by_effect);
    for mishap in content.into_iter().chain(order).copied() {
        if deliveries.is_empty() {
            break;
        }
        let one = random.below(deliveries.len());
        let last = deliveries.len() - 1;
        match mishap {
            Mishap::UnknownMember | Mishap::OlderForms => {
                for delivery in &mut deliveries {
                    delivery.mishaps.insert(mishap);
                }
            }
            Mishap::Untyped => {
                deliveries[last].mishaps.insert(mishap);
            }
            Mishap::CutOff | Mishap::MemberDamaged => {
                deliveries[one].mishaps.insert(mishap);
            }
            Mishap::UnknownEvent => {
                // Whatever befell the other body is not part of this one.
                let general = |own: &Mishap| matches!(own, Mishap::UnknownMember | Mishap::OlderForms);
                let mut other = deliveries[one].clone();
                other.mishaps.retain(general);
                other.mishaps.insert(mishap);
                deliveries.insert(one + 1, other);
            }
            Mishap::Duplicated => {
                let mut copy = deliveries[one].clone();
                copy.mishaps.insert(mishap);
                let place = one + 1 + random.below(deliveries.len() - one);
                deliveries.insert(place, copy);
            }
            Mishap::OutOfOrder => {
                if last > 0 {
                    let from = random.below(last);
                    let mut late = deliveries.remove(from);
                    late.mishaps.insert(mishap);
                    let to = (from + 1 + random.below(3)).min(last);
                    deliveries.insert(to, late);
                }
            }
        }
    }
    deliveries
}

impl Iterator for Bodies {
    type Item = Body;

    fn next(&mut self) -> Option<Body> {
        let delivery = self.deliveries.next()?;
        Some(self.body(&delivery))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.deliveries.size_hint()
    }

    fn nth(&mut self, skipped: usize) -> Option<Body> {
        let delivery = self.deliveries.nth(skipped)?;
        Some(self.body(&delivery))
    }

    fn last(self) -> Option<Body> {
        let delivery = self.deliveries.as_slice().last()?;
        Some(self.body(delivery))
    }
}

impl ExactSizeIterator for Bodies {}

impl FusedIterator for Bodies {}

impl fmt::Debug for Bodies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bodies")
            .field("family", &self.story.family())
            .field("left", &self.len())
            .finish_non_exhaustive()
    }
}

/// A body as it is posted.
#[derive(Clone, PartialEq, Eq)]
pub struct Body {
    bytes: Vec<u8>,
    mishaps: BTreeSet<Mishap>,
}

impl Body {
    /// The bytes: JSON text without line breaks, unless a mishap was applied to it.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The body as typed by this crate.
    ///
    /// # Errors
    ///
    /// If a mishap made it unsound.
    pub fn webhook(&self) -> Result<Webhook, ParseError> {
        Webhook::from_slice(&self.bytes)
    }

    /// The mishaps that were applied to this body, in the order in which they are declared. If a body comes twice,
    /// the second has [`Mishap::Duplicated`]; one that comes too late has
    /// [`Mishap::OutOfOrder`].
    pub fn mishaps(&self) -> impl Iterator<Item = Mishap> + '_ {
        self.mishaps.iter().copied()
    }
}

impl AsRef<[u8]> for Body {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl fmt::Debug for Body {
    /// Shows the length, not what the body says: parts may be the caller's own.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Body({} bytes, {:?})", self.bytes.len(), self.mishaps)
    }
}
