//! What became of all bodies.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use crate::post::Outcome;

/// Counts by status, and the times of answered bodies.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    answered: BTreeMap<u16, usize>,
    timed_out: usize,
    failed: usize,
    times: Vec<Duration>,
}

impl Tally {
    pub(crate) fn add(&mut self, outcome: &Outcome, time: Duration) {
        match outcome {
            Outcome::Answered(status) => {
                *self.answered.entry(*status).or_default() += 1;
                self.times.push(time);
            }
            Outcome::TimedOut => self.timed_out += 1,
            Outcome::Failed(_) => self.failed += 1,
        }
    }
}

/// The time below which so many of a hundred are: the smallest such that was measured.
fn percentile(sorted: &[Duration], share: usize) -> Option<Duration> {
    let rank = (sorted.len() * share).div_ceil(100);
    sorted.get(rank.checked_sub(1)?).copied()
}

impl fmt::Display for Tally {
    /// `sent=3 200=1 400=1 timed-out=0 failed=1 p50=1.3ms p99=2.1ms`; `-` where nothing was answered.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut times = self.times.clone();
        times.sort_unstable();
        write!(f, "sent={}", times.len() + self.timed_out + self.failed)?;
        for (status, count) in &self.answered {
            write!(f, " {status}={count}")?;
        }
        write!(f, " timed-out={} failed={}", self.timed_out, self.failed)?;
        for share in [50, 99] {
            match percentile(&times, share) {
                Some(time) => write!(f, " p{share}={:.1}ms", time.as_secs_f64() * 1e3)?,
                None => write!(f, " p{share}=-")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Outcome, Tally};

    #[test]
    fn counts_and_times() {
        let mut tally = Tally::default();
        assert_eq!(tally.to_string(), "sent=0 timed-out=0 failed=0 p50=- p99=-");
        for time in (1..=100).rev() {
            let status = if time % 10 == 0 { 400 } else { 200 };
            tally.add(&Outcome::Answered(status), Duration::from_micros(time * 1_100));
        }
        tally.add(&Outcome::TimedOut, Duration::from_secs(20));
        tally.add(&Outcome::Failed("refused".to_owned()), Duration::from_secs(20));
        assert_eq!(tally.to_string(), "sent=102 200=90 400=10 timed-out=1 failed=1 p50=55.0ms p99=108.9ms");
    }

    #[test]
    fn of_few_times_p99_is_the_longest() {
        let mut tally = Tally::default();
        tally.add(&Outcome::Answered(204), Duration::from_millis(3));
        assert!(tally.to_string().ends_with("p50=3.0ms p99=3.0ms"));
        tally.add(&Outcome::Answered(204), Duration::from_millis(5));
        assert_eq!(tally.to_string(), "sent=2 204=2 timed-out=0 failed=0 p50=3.0ms p99=5.0ms");
    }
}
