//! How the time axis is cut into rows.

use super::pen::{LEFT, RIGHT};

/// Lengths of a row and what its ticks are apart, in seconds.
const SPANS: [(u32, u32); 17] = [
    (5, 1),
    (10, 2),
    (20, 5),
    (30, 5),
    (60, 10),
    (120, 20),
    (300, 60),
    (600, 120),
    (1800, 300),
    (3600, 600),
    (7200, 1200),
    (14_400, 3600),
    (28_800, 7200),
    (43_200, 7200),
    (86_400, 14_400),
    (172_800, 28_800),
    (345_600, 86_400),
];

/// At most so many rows, and fewer of short calls.
const MOST: f64 = 24.0;

/// A time axis that goes on in the next row, as lines of text do.
pub(crate) struct Rows {
    /// The length of a row, in ms.
    span: f64,
    /// What ticks are apart, in ms.
    tick: f64,
    extent: f64,
}

/// One of the rows: from where to where it goes, in ms.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) from: f64,
    /// Where the row ends or the call does.
    pub(crate) to: f64,
    span: f64,
    is_last: bool,
}

impl Rows {
    pub(crate) fn of(extent: f64) -> Self {
        let rows = (3.0 + extent / 60_000.0).min(MOST);
        let milliseconds = |seconds| f64::from(seconds) * 1000.0;
        let fits = |span: u32| {
            let rows = if span < 30 { 1.0 } else { rows.floor() };
            milliseconds(span) * rows >= extent
        };
        let longest = SPANS[SPANS.len() - 1];
        let (span, tick) = SPANS.into_iter().find(|(span, _)| fits(*span)).unwrap_or(longest);
        // A single row is as long as the call.
        Self { span: milliseconds(span).min(extent), tick: milliseconds(tick), extent }
    }

    pub(crate) fn each(&self) -> impl Iterator<Item = Row> {
        let (span, extent) = (self.span, self.extent);
        let starts = std::iter::successors(Some(0.0), move |from| Some(from + span));
        starts.take_while(move |from| *from < extent).map(move |from| Row {
            from,
            to: extent.min(from + span),
            span,
            is_last: extent <= from + span,
        })
    }

    /// The ticks of a row.
    pub(crate) fn ticks(&self, row: Row) -> impl Iterator<Item = f64> {
        let tick = self.tick;
        std::iter::successors(Some(row.from), move |at| Some(at + tick)).take_while(move |at| *at <= row.to)
    }
}

impl Row {
    /// Where a position is in the picture.
    pub(crate) fn x(self, at: f64) -> f64 {
        LEFT + (at - self.from) / self.span * (RIGHT - LEFT)
    }

    /// What of a stretch of time is in the row, as x and width. A point belongs to one row.
    pub(crate) fn part(self, start: f64, end: f64) -> Option<(f64, f64)> {
        let (first, last) = (start.max(self.from), end.min(self.to));
        let is_point = end <= start && start >= self.from;
        let is_in = first < last || is_point && (start < self.from + self.span || self.is_last);
        is_in.then(|| (self.x(first), self.x(last.max(first)) - self.x(first)))
    }
}
