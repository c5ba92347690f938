//! Texts that are not times, and ends that come before their beginnings.

use std::ops::RangeInclusive;

use super::code;
use crate::model::Found;
use crate::wire::{Number, Timestamp};

/// Milliseconds since the Unix epoch that are a time: the years -9999 to 9999.
const MILLISECONDS: RangeInclusive<f64> = -377_705_116_800_000.0..=253_402_300_799_999.0;

/// Whether `time` is a number of milliseconds, RFC 3339 text, or empty ("not yet").
pub(super) fn is_time(time: &Timestamp) -> bool {
    match (time.as_number(), time.as_text()) {
        (Some(milliseconds), _) => MILLISECONDS.contains(&milliseconds.as_f64()),
        (_, Some(text)) => text.is_empty() || time.at().is_some(),
        _ => true,
    }
}

/// Whether `time` is a number of milliseconds that nothing is to be said of: almost every time is.
#[inline]
pub(super) fn is_usual(time: &Timestamp) -> bool {
    time.as_number().is_some_and(|number| (1e10..=*MILLISECONDS.end()).contains(&number.as_f64()))
}

/// The number of `time`, if it is one of a time in seconds rather than in milliseconds: as seconds of
/// the years 2001 to 2286, while as milliseconds it would be of early 1970.
pub(super) fn seconds(time: &Timestamp) -> Option<Number> {
    time.as_number().filter(|number| (1e9..1e10).contains(&number.as_f64()))
}

/// `end` may not be before `start`; texts that are not times are findings of their own.
pub(crate) fn times(
    (name, start): (&str, Option<&Timestamp>),
    (member, end): (&str, Option<&Timestamp>),
    found: &mut dyn Found,
) {
    if let (Some(start), Some(end)) = (start, end)
        && let (Some(from), Some(to)) = (start.at(), end.at())
        && to < from
    {
        // Both are times, so no text of a person is in them.
        let message = format!("found {end}, expected {name} ({start}) or later");
        found.found(&[member], &code::END_BEFORE_START, message);
    }
}

/// The same for positions in a call, in milliseconds.
pub(crate) fn offsets(
    (name, start): (&str, Option<Number>),
    (member, end): (&str, Option<Number>),
    found: &mut dyn Found,
) {
    if let (Some(start), Some(end)) = (start, end)
        && end.as_f64() < start.as_f64()
    {
        let message = format!("found {end}, expected {name} ({start}) or later");
        found.found(&[member], &code::END_BEFORE_START, message);
    }
}

#[cfg(test)]
mod tests {
    use super::is_time;
    use crate::wire::Timestamp;

    #[test]
    fn times_are_told_from_other_texts() {
        for time in [
            "",
            "2026-03-05T09:21:20.281Z",
            "2026-03-31T23:59:59.999Z",
            "2024-02-29T00:00:00.000Z",
            "2026-03-05T09:21:20Z",
            "2026-03-05T10:21:20.281000+01:00",
            "1772702480281",
        ] {
            assert!(is_time(&time.into()), "{time}");
        }
        for other in [
            "yesterday",
            "2026-03-05",
            "2026-00-05T09:21:20.281Z",
            "2026-13-05T09:21:20.281Z",
            "2026-03-00T09:21:20.281Z",
            "2026-02-29T09:21:20.281Z",
            "2026-04-31T09:21:20.281Z",
            "2026-03-05T24:00:00.000Z",
            "2026-03-05T09:60:20.281Z",
            "2026-03-05T09:21:62.281Z",
            "2026-03-05T09:21:20.28xZ",
            "99999999999999999999",
        ] {
            assert!(!is_time(&other.into()), "{other}");
        }
        let edges = [(253_402_300_799_999, true), (253_402_300_800_000, false), (-377_705_116_800_000, true)];
        for (milliseconds, sound) in edges {
            let time = Timestamp::from(milliseconds);
            assert_eq!((is_time(&time), time.at().is_some()), (sound, sound), "{milliseconds}");
        }
    }
}
