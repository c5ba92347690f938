//! Texts that are no times, and ends that come before their beginnings.

use super::bounds::MILLISECONDS;
use super::{Check, code};
use crate::wire::{Number, Timestamp};

/// Whether `time` is a number of milliseconds, RFC 3339 text, or empty ("not yet").
#[inline]
pub(super) fn is_time(time: &Timestamp) -> bool {
    match (time.as_number(), time.as_text()) {
        (Some(milliseconds), _) => MILLISECONDS.contains(&milliseconds.as_f64()),
        (_, Some(text)) => text.is_empty() || is_usual(text.as_bytes()) || time.at().is_some(),
        _ => true,
    }
}

/// Whether `text` is a time as the platform prints it: `2026-03-05T09:21:20.281Z`. That is
/// seen at a fifth of the cost of reading it; the last days of a month are read.
fn is_usual(text: &[u8]) -> bool {
    const SHAPE: &[u8] = b"0000-00-00T00:00:00.000Z";
    let fits = |(byte, shape): (&u8, &u8)| if *shape == b'0' { byte.is_ascii_digit() } else { byte == shape };
    let within = |place: std::ops::Range<usize>, least: &[u8; 2], most: &[u8; 2]| {
        text.get(place).is_some_and(|part| &least[..] <= part && part <= &most[..])
    };
    text.len() == SHAPE.len()
        && text.iter().zip(SHAPE).all(fits)
        && within(5..7, b"01", b"12")
        && within(8..10, b"01", b"28")
        && within(11..13, b"00", b"23")
        && within(14..16, b"00", b"59")
        && within(17..19, b"00", b"59")
}

/// `end` may not be before `start`; texts that are no times are findings of their own.
pub(super) fn times(
    start: (&str, &Option<Timestamp>),
    end: (&str, &Option<Timestamp>),
    check: &mut Check<'_>,
) {
    if let ((name, Some(start)), (member, Some(end))) = (start, end)
        && let (Some(from), Some(to)) = (start.at(), end.at())
        && to < from
    {
        // Both are times, so no text of a person is in them.
        let message = format!("found {end}, expected {name} ({start}) or later");
        check.member(member, &code::END_BEFORE_START, message);
    }
}

/// The same for positions in a call, in milliseconds.
pub(super) fn offsets(
    (name, start): (&str, Option<Number>),
    (member, end): (&str, Option<Number>),
    check: &mut Check<'_>,
) {
    if let (Some(start), Some(end)) = (start, end)
        && end < start.as_f64()
    {
        let message = format!("found {end}, expected {name} ({start}) or later");
        check.member(member, &code::END_BEFORE_START, message);
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
