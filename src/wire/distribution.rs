//! Histograms.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use smol_str::SmolStr;

/// A histogram: how many values lie at or above each bound and below the next.
///
/// On the wire an object whose keys are the bounds as text (`"0"`, `"100"`, `"0.3"`). The
/// edges differ between members, and the sum need not be the number of values elsewhere.
#[derive(Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
// Bounds are short: a `SmolStr` keeps them in place, where a `String` has an allocation for each.
pub struct Distribution(BTreeMap<SmolStr, i64>);

impl Distribution {
    /// The count at the bound `key`, spelled as on the wire.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<i64> {
        self.0.get(key).copied()
    }

    /// The buckets with the bound as a number, lowest first; keys that are not numbers are
    /// left out.
    #[must_use]
    pub fn buckets(&self) -> Vec<(f64, i64)> {
        let mut buckets: Vec<_> =
            self.0.iter().filter_map(|(key, count)| Some((bound(key)?, *count))).collect();
        buckets.sort_by(|a, b| a.0.total_cmp(&b.0));
        buckets
    }

    /// Whether `key` is a number that a bound may be.
    pub(crate) fn is_bound(key: &str) -> bool {
        let points = key.bytes().filter(|byte| *byte == b'.').count();
        is_plain(key) && points < 2 && points < key.len()
    }

    /// The sum of all counts, as far as 64 bits hold it.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.0.values().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// The buckets as they came, in the order of their text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, i64)> {
        self.0.iter().map(|(key, count)| (key.as_str(), *count))
    }
}

/// `key` as the number of a bound: plain digits, and not so many that it may be a phone number.
fn bound(key: &str) -> Option<f64> {
    if is_plain(key) { key.parse().ok() } else { None }
}

fn is_plain(key: &str) -> bool {
    key.len() <= 8 && key.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

impl Distribution {
    pub(crate) fn new(buckets: BTreeMap<SmolStr, i64>) -> Self {
        Self(buckets)
    }

    /// Renames the keys that are not bounds, see [`Distribution::is_bound`].
    pub(crate) fn rename_others(&mut self, mut rename: impl FnMut(&mut String)) {
        if self.0.keys().all(|key| Self::is_bound(key)) {
            return;
        }
        let buckets = std::mem::take(&mut self.0).into_iter();
        self.0 = buckets
            .map(|(key, count)| {
                if Self::is_bound(&key) {
                    return (key, count);
                }
                let mut key = String::from(key);
                rename(&mut key);
                (key.into(), count)
            })
            .collect();
    }
}

impl From<BTreeMap<String, i64>> for Distribution {
    fn from(buckets: BTreeMap<String, i64>) -> Self {
        buckets.into_iter().collect()
    }
}

impl FromIterator<(String, i64)> for Distribution {
    fn from_iter<I: IntoIterator<Item = (String, i64)>>(buckets: I) -> Self {
        Self(buckets.into_iter().map(|(key, count)| (key.into(), count)).collect())
    }
}

impl fmt::Debug for Distribution {
    /// The buckets whose key is a number, lowest first; `{:?}` counts them if there are many.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// Longer histograms are counted.
        const MOST: usize = 32;
        if self.0.len() > MOST && !f.alternate() {
            return write!(f, "distribution({} buckets)", self.0.len());
        }
        f.debug_map().entries(self.buckets()).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Distribution;

    #[test]
    fn a_bound_is_what_a_number_can_be_read_from() {
        for key in
            ["0", "0.5", "5.", ".5", "12345678", "", ".", "..", "1.2.3", "123456789", "-1", "1e3", "Jane"]
        {
            assert_eq!(Distribution::is_bound(key), super::bound(key).is_some(), "{key}");
        }
    }

    #[test]
    fn buckets_are_in_numeric_order() {
        let text = r#"{"1000":1,"300":2,"0":3,"0.5":-1,"Jane":4}"#;
        let distribution: Distribution = serde_json::from_str(text).expect("reads");
        assert_eq!(distribution.buckets(), [(0.0, 3), (0.5, -1), (300.0, 2), (1000.0, 1)]);
        assert_eq!((distribution.total(), distribution.get("300")), (9, Some(2)));
        assert_eq!(format!("{distribution:?}"), "{0.0: 3, 0.5: -1, 300.0: 2, 1000.0: 1}");
        let printed = serde_json::to_value(&distribution).expect("prints");
        assert_eq!(printed, serde_json::from_str::<serde_json::Value>(text).expect("reads"));
    }

    #[test]
    fn a_line_counts_long_histograms() {
        let of = |length: i64| (0..length).map(|bound| (bound.to_string(), 1)).collect::<Distribution>();
        assert_eq!(format!("{:?}", of(33)), "distribution(33 buckets)");
        assert!(format!("{:?}", of(32)).ends_with("31.0: 1}"));
        let sorted = BTreeMap::from([("0".to_owned(), 1), ("1".to_owned(), 1)]);
        assert_eq!(Distribution::from(sorted), of(2));
        assert!(format!("{:#?}", of(33)).ends_with("    32.0: 1,\n}"));
    }
}
