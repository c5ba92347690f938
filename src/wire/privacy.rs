//! How sensitive a member is.

/// The privacy class that each member states where it is declared.
///
/// It decides what `Debug` shows, what a redacted copy replaces, and what the schema marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Ids, known values, booleans, counts, measures and times: shown and kept as they are.
    Clear,
    /// Another object or a list of objects, whose members have classes of their own.
    Nested,
    /// Words, names, numbers of people, texts of the customer: shown as kind and length.
    Personal,
    /// Credentials: never shown.
    Secret,
    /// Where audio or an endpoint lies: shown as kind and length.
    Location,
}

impl Class {
    /// Whether text of this class may be shown as it is.
    pub(crate) fn shows_text(self) -> bool {
        self == Self::Clear
    }
}
