//! Random choices that are the same on every machine.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};

/// A stream of random choices. The algorithm is xoshiro256++, whose output for a seed is fixed by its
/// definition; ranges are made by integer arithmetic only.
#[derive(Clone, Debug)]
pub(super) struct Random(Xoshiro256PlusPlus);

/// What a stream decides. Each purpose has a stream of its own, so that a knob that changes the turns
/// leaves the ids as they were.
#[derive(Clone, Copy, Debug)]
pub(super) enum Purpose {
    Ids = 1,
    Plan = 2,
    Assistant = 3,
    Conversation = 4,
    Figures = 5,
    Results = 6,
    Mishaps = 7,
    Campaign = 8,
    CampaignIds = 9,
    CampaignLaunch = 10,
    CampaignCalls = 11,
    Workflow = 12,
    WorkflowIds = 13,
}

impl Random {
    pub(super) fn new(seed: u64, purpose: Purpose) -> Self {
        let stream = (purpose as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Self(Xoshiro256PlusPlus::seed_from_u64(seed ^ stream))
    }

    /// A seed for something that has streams of its own.
    pub(super) fn seed(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number from 0 to less than `end`; 0 if `end` is 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let scaled = u128::from(self.0.next_u64()) * (end as u128);
        // Less than `end`, so it fits.
        usize::try_from(scaled >> 64).unwrap_or_default()
    }

    /// A number from `first` to `last`, both included; `first` if it is the greater.
    pub(super) fn between(&mut self, first: i64, last: i64) -> i64 {
        let span = last.saturating_sub(first).saturating_add(1).max(1).unsigned_abs();
        let scaled = (u128::from(self.0.next_u64()) * u128::from(span)) >> 64;
        first.saturating_add(i64::try_from(scaled).unwrap_or_default())
    }

    /// True in this many of a hundred cases.
    pub(super) fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `choices`, which is not empty.
    pub(super) fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// This many lower-case hexadecimal digits.
    pub(super) fn hex(&mut self, digits: usize) -> String {
        self.letters(b"0123456789abcdef", digits)
    }

    /// This many letters and digits.
    pub(super) fn alphanumeric(&mut self, length: usize) -> String {
        self.letters(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", length)
    }

    /// A random UUID (version 4).
    pub(super) fn uuid(&mut self) -> String {
        let variant = char::from(self.pick(b"89ab"));
        let digits = self.hex(30);
        let [first, second, third, fourth] = [&digits[..8], &digits[8..12], &digits[12..15], &digits[15..18]];
        format!("{first}-{second}-4{third}-{variant}{fourth}-{}", &digits[18..])
    }

    /// A person's telephone number that belongs to nobody, as all from 555-0100 to 555-0199.
    pub(super) fn telephone(&mut self) -> String {
        format!("+15550100{}", self.between(130, 199))
    }

    /// An assistant's telephone number; no person has the same.
    pub(super) fn own_telephone(&mut self) -> String {
        format!("+15550100{}", self.between(100, 129))
    }

    fn letters(&mut self, alphabet: &[u8], length: usize) -> String {
        (0..length).map(|_| char::from(self.pick(alphabet))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Purpose, Random};

    #[test]
    fn the_stream_of_a_seed_never_changes() {
        let mut random = Random::new(7, Purpose::Ids);
        let numbers: Vec<_> = (0..6).map(|_| random.between(-5, 994)).collect();
        assert_eq!((numbers, random.hex(8).as_str()), (vec![529, 503, 75, 955, 601, 222], "9c5d8b8c"));
    }

    #[test]
    fn ranges_hold_their_ends() {
        let mut random = Random::new(1, Purpose::Plan);
        let mut seen = [0; 3];
        for _ in 0..300 {
            let index = usize::try_from(random.between(-1, 1) + 1).expect("not negative");
            seen[index] += 1;
        }
        assert!(seen.iter().all(|count| *count > 50), "{seen:?}");
        assert_eq!((random.between(4, 3), random.below(0)), (4, 0));
        assert!(!random.percent(0) && random.percent(100));
    }
}
