//! Redacted copies of what was parsed leniently.

use super::{Deviation, Kind, Lenient, Step};
use crate::privacy::Redact;
use crate::redact::{self, Redactor};
use crate::wire::{Class, Info, Member};

#[allow(private_bounds, reason = "`Member` is what every payload is; callers need not name it")]
impl<T: Member + Clone> Redact for Lenient<T> {
    /// Redacts the value, and of each deviation every text, number and key: nobody knows
    /// what stands where something else should.
    fn redacted(&self) -> Self {
        redact::redacted_by(self, |lenient, with| {
            lenient.value.redact(Class::Nested, with);
            let mut deviations: Vec<_> = lenient.deviations.iter_mut().collect();
            // Numbered in an order that the printed copy has too, whichever order its members
            // stand in; what is not put back comes last, for it is not found again.
            deviations.sort_by(|a, b| (!a.is_put_back(), &a.path).cmp(&(!b.is_put_back(), &b.path)));
            for deviation in deviations {
                deviation.redact(T::members(), with);
            }
        })
    }
}

impl Deviation {
    fn redact(&mut self, root: Option<&'static [Info]>, with: &mut Redactor) {
        redact_way(&mut self.path, root, with);
        match &mut self.kind {
            Kind::MovedOut(value) | Kind::Overridden(value) => with.value(value),
            Kind::Missing | Kind::Repaired => {}
        }
    }
}

/// Replaces the keys on the way that are not the platform's.
fn redact_way(way: &mut [Step], root: Option<&'static [Info]>, with: &mut Redactor) {
    let mut members = root;
    let mut map_of_numbers = false;
    for step in way {
        let Step::Member(name) = step else { continue };
        match members {
            Some(known) => {
                let info = known.iter().find(|info| info.wire == name.as_str());
                members = info.and_then(|info| (info.members)());
                // The only maps of this class are histograms.
                map_of_numbers = info.is_some_and(|info| info.class == Class::Clear);
            }
            None if map_of_numbers => with.numeric_key(name),
            None => with.key(name),
        }
    }
}
