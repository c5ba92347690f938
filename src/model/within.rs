//! Whether a value is within a bound.

use super::{Bound, Found, View};

impl Bound {
    /// Whether `value` is a number within the bound: most values with a bound are, and this is soon seen.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "measured: a call for each number costs 6 % of a validation")]
    pub(crate) fn admits_number(&self, value: View<'_>) -> bool {
        match value {
            #[allow(clippy::cast_precision_loss, reason = "as in `extent`")]
            View::Count(count) => self.admits(count as f64),
            View::Number(number) => self.admits(number.as_f64()),
            _ => false,
        }
    }
}

/// The value at `below` must be within `bound`.
pub(crate) fn within(found: &mut dyn Found, bound: &Bound, below: &[&str], value: View<'_>) {
    let Some((least, greatest)) = extent(value) else { return };
    if bound.admits(least) && bound.admits(greatest) {
        return;
    }
    let number = if bound.admits(least) { greatest } else { least };
    let unit = bound.measure.unit(number);
    found.found(below, bound.code, format!("found {number}{unit}, expected {bound}"));
}

/// The least and the greatest of the numbers that a bound is about: a number itself, the counts
/// of a histogram, the length of a text in characters or of an array in elements. `None` where
/// nothing can be compared.
#[allow(clippy::cast_precision_loss, reason = "bounds are small; beyond 2^53 both sides are far outside")]
pub(crate) fn extent(value: View<'_>) -> Option<(f64, f64)> {
    let one = |number: f64| Some((number, number));
    match value {
        View::Count(count) => one(count as f64),
        View::Number(number) => one(number.as_f64()),
        View::Text(text) | View::Secret(text) => one(text.chars().count() as f64),
        View::Array(array) => one(array.len() as f64),
        View::Distribution(distribution) => {
            let counts = || distribution.iter().map(|(_, count)| count);
            Some((counts().min()? as f64, counts().max()? as f64))
        }
        _ => None,
    }
}
