//! Lines for a terminal. Programs that need no more read this file alone.

use std::fmt::Display;
use std::io::Write as _;

/// Prints a line on standard error. That nobody can read it stops nothing.
pub(crate) fn say(line: impl Display) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A file's name as a part of a line.
pub(crate) fn name(file: &str) -> String {
    file.chars().map(escape).collect()
}

/// A character as a part of a line: one that could end the line, move the cursor or turn the direction of writing
/// is escaped.
pub(crate) fn escape(one: char) -> String {
    let is_shown = one.is_alphanumeric() || matches!(one, '"' | '\'' | '\\');
    if is_shown { one.to_string() } else { one.escape_debug().to_string() }
}
