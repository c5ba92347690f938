//! Ends that come before their beginnings.

use super::{Check, code};
use crate::wire::{Number, Timestamp};

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
