//! Texts as they were when somebody last looked at them.
//!
//! `UPDATE_EXPECT=1 cargo test --workspace --all-features` writes them anew; read the difference.

use expect_test::{ExpectFile, expect_file};
use serde_json::Value;

/// The golden text in `file`, a place below `tests`.
pub(crate) fn golden(file: &str) -> ExpectFile {
    // An absolute path, so that it is found from every package.
    let fixtures = super::folder();
    expect_file![fixtures.parent().expect("tests").join(file)]
}

/// A value as lines, with the members of objects in the order of their names.
pub(crate) fn pretty(value: &Value) -> String {
    let mut value = value.clone();
    // Another crate of the build may make `serde_json` keep the order that came.
    value.sort_all_objects();
    format!("{value:#}\n")
}
