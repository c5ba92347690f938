//! Units, as the descriptions state them.

use crate::model::Form;

/// Words of a description, and the measure they state. The first that occurs counts.
const MEASURES: [(&str, &str); 8] = [
    ("unit not stated", "not stated"),
    ("milliseconds", "ms"),
    ("seconds", "s"),
    (" ms", "ms"),
    ("0 to 1", "0 to 1"),
    ("per cent", "per cent"),
    ("currency", "currency not stated"),
    ("in db", "dB"),
];

/// What a number without a measure may count.
const COUNTED: [&str; 7] = ["tokens", "characters", "words", "packets", "chunks", "turns", "requests"];

/// The unit of a number, if its description states one.
pub(super) fn of(description: &str, form: &Form) -> Option<&'static str> {
    let form = if let Form::Optional(of) = form { of } else { form };
    if !matches!(form, Form::Count | Form::Number) {
        return None;
    }
    let description = description.to_lowercase();
    let stated = MEASURES.iter().filter_map(|(words, unit)| Some((place(&description, words)?, *unit)));
    if let Some((_, unit)) = stated.min() {
        return Some(unit);
    }
    // What is counted comes first; after it other things are compared with it.
    let beginning = description.split([';', '.']).next().unwrap_or_default();
    let counted = COUNTED.iter().filter_map(|words| Some((place(beginning, words)?, *words)));
    counted.min().map(|(_, words)| words)
}

/// Where `words` are in `text`, and not as the beginning of a longer word or number.
fn place(text: &str, words: &str) -> Option<usize> {
    let is_whole = |at: &usize| !text[at + words.len()..].starts_with(|next: char| next.is_alphanumeric());
    text.match_indices(words).map(|(at, _)| at).find(is_whole)
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::model::Form;

    #[test]
    fn the_first_measure_counts_and_what_is_counted_else() {
        let unit = |description| of(description, &Form::Optional(&Form::Number));
        assert_eq!(unit("Billed time, in **seconds**. The other one counts milliseconds."), Some("s"));
        assert_eq!(unit("Silence, unit not stated."), Some("not stated"));
        assert_eq!(unit("Total delay of all late chunks, in ms."), Some("ms"));
        assert_eq!(unit("Chunks that came late."), Some("chunks"));
        assert_eq!(unit("Texts received; may exceed the person's turns."), None);
        assert_eq!(unit("Strength, 0 to 100."), None);
        assert_eq!(unit("Confidence, from 0 to 1."), Some("0 to 1"));
        assert_eq!(unit("How many."), None);
        assert_eq!(of("A text of 5 seconds.", &Form::Text), None);
    }
}
