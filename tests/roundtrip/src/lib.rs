//! See `tests/`: this member exists so that the root package needs no heavy dependencies.
