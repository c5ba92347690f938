//! A value, or an array of such values.

use serde::Serialize;

/// A value, or an array of such values: the platform sends either for the same member, and
/// the form that came is the form that is printed back.
///
/// ```
/// use interactly_webhooks::message::assistant::Language;
/// use interactly_webhooks::wire::OneOrMany;
///
/// let one: OneOrMany<Language> = serde_json::from_str(r#""en-US""#).unwrap();
/// let many: OneOrMany<Language> =
///     serde_json::from_str(r#"["en-US","hi"]"#).unwrap();
/// assert_eq!(one.as_slice(), [Language::EnUs]);
/// assert_eq!(many.as_slice().len(), 2);
/// assert_eq!(Vec::from(one), [Language::EnUs]);
/// assert_eq!(many.into_iter().last(), Some(Language::Hi));
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(untagged)]
#[allow(clippy::exhaustive_enums, reason = "the wire has no third form")]
pub enum OneOrMany<T> {
    /// A single value.
    One(T),
    /// An array, which may be empty.
    Many(Vec<T>),
}

impl<T> OneOrMany<T> {
    /// The values, whichever form they came in.
    pub fn as_slice(&self) -> &[T] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Many(values) => values,
        }
    }

    /// Goes through the values, whichever form they came in.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.as_slice().iter()
    }
}

impl<'a, T> IntoIterator for &'a OneOrMany<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> IntoIterator for OneOrMany<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        Vec::from(self).into_iter()
    }
}

impl<T> From<OneOrMany<T>> for Vec<T> {
    /// The values, whichever form they came in.
    fn from(values: OneOrMany<T>) -> Self {
        match values {
            OneOrMany::One(value) => vec![value],
            OneOrMany::Many(values) => values,
        }
    }
}

impl<T> From<T> for OneOrMany<T> {
    fn from(value: T) -> Self {
        Self::One(value)
    }
}

impl<T> From<Vec<T>> for OneOrMany<T> {
    fn from(values: Vec<T>) -> Self {
        Self::Many(values)
    }
}

impl<T, const N: usize> From<[T; N]> for OneOrMany<T> {
    fn from(values: [T; N]) -> Self {
        Self::Many(values.into())
    }
}

impl<T, U: Into<T>> FromIterator<U> for OneOrMany<T> {
    /// An array of the values, each converted.
    fn from_iter<I: IntoIterator<Item = U>>(values: I) -> Self {
        Self::Many(values.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::OneOrMany;
    use crate::message::assistant::Language;

    #[test]
    fn the_form_is_kept() {
        for text in [r#""en-US""#, r#"["en-US"]"#, r#"["en-US","xx"]"#, "[]"] {
            let value: OneOrMany<Language> = serde_json::from_str(text).expect("reads");
            assert_eq!(serde_json::to_string(&value).expect("prints"), text);
        }
    }

    #[test]
    fn other_kinds_are_refused() {
        for (text, message) in [
            ("null", "invalid type: null, expected a value or an array of values"),
            ("5", "invalid type: a number, expected a string"),
            ("[\"en\",5]", "invalid type: a number, expected a string"),
        ] {
            let error = serde_json::from_str::<OneOrMany<Language>>(text).expect_err(text);
            assert!(error.to_string().starts_with(message), "{error}");
        }
    }
}
