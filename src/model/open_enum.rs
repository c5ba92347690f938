//! Sets of known strings that stay open: reading them.

/// An enum declared with `open_enum!`.
pub(crate) trait OpenEnum: Sized {
    /// The variant for `value`.
    fn from_wire(value: &str) -> Self;
}
