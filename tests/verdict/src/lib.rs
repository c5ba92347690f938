//! The schemas against the parser: see `tests/`.
