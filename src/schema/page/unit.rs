//! Units, as the descriptions state them.

use crate::model::Form;

/// Words of a description, and the unit they state. The first that occurs counts.
const UNITS: [(&str, &str); 15] = [
    ("unit not stated", "not stated"),
    ("milliseconds", "ms"),
    ("seconds", "s"),
    (" ms", "ms"),
    ("tokens", "tokens"),
    ("characters", "characters"),
    ("words", "words"),
    ("0 to 1", "0 to 1"),
    ("per cent", "per cent"),
    ("currency", "currency not stated"),
    ("packets", "packets"),
    ("chunks", "chunks"),
    ("turns", "turns"),
    ("requests", "requests"),
    ("db;", "dB"),
];

/// The unit of a number, if its description states one.
pub(super) fn of(description: &str, form: &Form) -> Option<&'static str> {
    let form = if let Form::Optional(of) = form { of } else { form };
    if !matches!(form, Form::Count | Form::Number) {
        return None;
    }
    let description = description.to_lowercase();
    let stated = UNITS.iter().filter_map(|(words, unit)| Some((description.find(words)?, unit)));
    stated.min_by_key(|(place, _)| *place).map(|(_, unit)| *unit)
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::model::Form;

    #[test]
    fn the_first_unit_counts() {
        let unit = |description| of(description, &Form::Optional(&Form::Number));
        assert_eq!(unit("Billed time, in **seconds**. The other one counts milliseconds."), Some("s"));
        assert_eq!(unit("Silence, unit not stated."), Some("not stated"));
        assert_eq!(unit("How many."), None);
        assert_eq!(of("A text of 5 seconds.", &Form::Text), None);
    }
}
