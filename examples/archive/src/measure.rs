//! Sums and percentiles of a measure, in memory that does not grow with how often it was taken.

use serde::Serialize;
use serde::ser::{SerializeStruct as _, Serializer};
use sketches_ddsketch::{Config, DDSketch};

/// How far a percentile may be off.
const ACCURACY: f64 = 0.001;

/// Slots of the sketch: with this accuracy enough from a billionth to 10¹².
const SLOTS: u32 = 1 << 15;

/// The same sum in any order of additions needs whole numbers: billionths.
const UNIT: f64 = 1e9;

/// See the [module](self). Parts merge in any order to the same whole.
#[derive(Clone)]
pub(crate) struct Measure {
    count: u64,
    sum: i128,
    sketch: DDSketch,
}

impl Default for Measure {
    fn default() -> Self {
        let sketch = DDSketch::new(Config::new(ACCURACY, SLOTS, 1e-9));
        Self { count: 0, sum: 0, sketch }
    }
}

impl Measure {
    #[expect(clippy::cast_possible_truncation, reason = "what is beyond the largest sum stays there")]
    pub(crate) fn add(&mut self, value: f64) {
        self.count += 1;
        self.sum = self.sum.saturating_add((value * UNIT).round() as i128);
        self.sketch.add(value);
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.sum = self.sum.saturating_add(other.sum);
        // Both have the one configuration that there is.
        _ = self.sketch.merge(&other.sketch);
    }

    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    #[expect(clippy::cast_precision_loss, reason = "shown with the digits of a double")]
    pub(crate) fn sum(&self) -> f64 {
        self.sum as f64 / UNIT
    }

    /// The value below which this share of all is, up to 0.1 % off.
    pub(crate) fn percentile(&self, share: f64) -> Option<f64> {
        self.sketch.quantile(share).ok().flatten()
    }
}

impl Serialize for Measure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut printed = serializer.serialize_struct("Measure", 4)?;
        printed.serialize_field("count", &self.count)?;
        printed.serialize_field("sum", &self.sum())?;
        // Up to six digits, so that noise of the sketch is not taken for accuracy.
        let short = |share| self.percentile(share).map(|value| (value * 1e6).round() / 1e6);
        printed.serialize_field("p50", &short(0.5))?;
        printed.serialize_field("p95", &short(0.95))?;
        printed.end()
    }
}

#[cfg(test)]
mod tests {
    use super::Measure;

    #[test]
    fn within_a_thousandth_and_in_any_order() {
        let value = |index: i32| f64::from(index) * 1.37 - 200.0;
        let (mut up, mut down, mut first) = (Measure::default(), Measure::default(), Measure::default());
        for index in 0..1_001 {
            up.add(value(index));
            down.add(value(1_000 - index));
            if index < 300 {
                first.add(value(index));
            }
        }
        for (share, rank) in [(0.5, 500), (0.95, 950), (0.05, 50)] {
            let (found, exact) = (up.percentile(share).expect("not empty"), value(rank));
            assert!((found - exact).abs() <= exact.abs() * 0.0011, "{found} {exact}");
        }
        let mut rest = Measure::default();
        (300..1_001).for_each(|index| rest.add(value(index)));
        rest.merge(&first);
        let text = |measure| serde_json::to_string(measure).expect("prints");
        assert_eq!(text(&up), text(&down));
        assert_eq!(text(&up), text(&rest));
        assert_eq!((up.count(), Measure::default().percentile(0.5)), (1_001, None));
    }
}
