//! When the next body may start.

use std::time::Duration;

use tokio::time::Instant;

/// How late a body may start and the next still start as if it had not.
const LATE: Duration = Duration::from_millis(100);

/// Starts at a steady rate. After a stall it makes up for [`LATE`] and no more.
#[derive(Debug)]
pub(crate) struct Pace {
    period: Duration,
    due: Instant,
}

impl Pace {
    /// A start each `period`, the first one at once.
    pub(crate) fn new(period: Duration, now: Instant) -> Self {
        Self { period, due: now }
    }

    /// When the body that is ready now may start.
    pub(crate) fn next(&mut self, now: Instant) -> Instant {
        let earliest = now.checked_sub(LATE).unwrap_or(now);
        let start = self.due.max(earliest);
        self.due = start + self.period;
        start
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::time::Instant;

    use super::Pace;

    #[test]
    fn starts_are_a_period_apart() {
        // Far from where the clock begins.
        let zero = Instant::now() + Duration::from_secs(1_000);
        let at = |milliseconds| zero + Duration::from_millis(milliseconds);
        let mut pace = Pace::new(Duration::from_millis(50), zero);
        for (ready, start) in [
            (0, 0),
            (0, 50),
            (50, 100),
            // Late, but within what is made up for.
            (190, 150),
            (190, 200),
            // After a stall.
            (5_000, 4_900),
            (5_000, 4_950),
            (5_000, 5_000),
            (5_000, 5_050),
        ] {
            assert_eq!(pace.next(at(ready)), at(start), "ready at {ready}");
        }
    }
}
