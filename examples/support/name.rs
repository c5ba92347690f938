//! File names in lines. `sender` and `archive` read this file too.

/// A file's name as a part of a line: what could end the line, move the cursor or turn the direction of writing
/// is escaped.
pub(crate) fn name(file: &str) -> String {
    let turns = |one| matches!(one, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let escape = |one: char| {
        if one.is_control() || turns(one) { one.escape_default().to_string() } else { one.to_string() }
    };
    file.chars().map(escape).collect()
}
