//! Texts that their member is not known to have.

use std::fmt;

/// A string that is not among the known ones of its member.
///
/// Opaque, so that a value which becomes a variant later does not break code that matched on
/// `as_str()` of the enum.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    pub(crate) fn new(value: impl Into<Box<str>>) -> Self {
        Self(value.into())
    }

    /// The string as it came. It may say anything, so take care where you print it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownValue {
    /// Shows the length only: an unknown value may say anything.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Hidden(&self.0).fmt(f)
    }
}

/// A text of which `Debug` shows only the length.
pub(crate) struct Hidden<'a>(pub(crate) &'a str);

impl fmt::Debug for Hidden<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "text({} bytes)", self.0.len())
    }
}
