//! Times as the platform writes them.

use super::SimulateError;
use super::node::Node;
use time::OffsetDateTime;

/// Milliseconds since the Unix epoch.
pub(super) type Milliseconds = i64;

/// Monday, 5 January 2026: calls start in the half year from then on unless the caller says otherwise.
pub(super) const FIRST_DAY: Milliseconds = 1_767_571_200_000;

/// A day.
pub(super) const DAY: Milliseconds = 86_400_000;

/// A time as text in UTC, to the millisecond.
pub(super) fn text(time: Milliseconds) -> Node {
    written(time, true)
}

/// A time as text in UTC, to the second.
pub(super) fn text_of_second(time: Milliseconds) -> Node {
    written(time, false)
}

/// The day of a time.
pub(super) fn day(time: Milliseconds) -> Node {
    let at = at(time);
    format!("{:04}-{:02}-{:02}", at.year(), u8::from(at.month()), at.day()).into()
}

fn written(time: Milliseconds, with_fraction: bool) -> Node {
    let at = at(time);
    let fraction = if with_fraction { format!(".{:03}", at.millisecond()) } else { String::new() };
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{fraction}Z",
        at.year(),
        u8::from(at.month()),
        at.day(),
        at.hour(),
        at.minute(),
        at.second()
    )
    .into()
}

fn at(time: Milliseconds) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(time) * 1_000_000)
        .unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

/// The milliseconds of a time, if something can start then.
pub(super) fn start(time: OffsetDateTime) -> Result<Milliseconds, SimulateError> {
    let milliseconds = i64::try_from(time.unix_timestamp_nanos() / 1_000_000).ok();
    milliseconds.filter(|_| (1970..=9000).contains(&time.year())).ok_or(SimulateError::Start)
}
