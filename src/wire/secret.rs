//! Credentials.

use std::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::{Serialize, Serializer};
use subtle::ConstantTimeEq;

use super::{Class, Member};
use crate::redact::Redactor;

/// A credential that the platform echoes back in its bodies, or that a caller configures.
///
/// `Debug` shows that there is one, never its text; serde prints it back. Compare what a
/// request presents with [`Secret::matches`].
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Secret(String);

impl Secret {
    /// The credential itself. Mind where it goes.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether no secret is set: the platform then sends no secret header.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether `presented` is this secret, in time that does not depend on where they
    /// differ (only on the length). An empty secret matches nothing, not even an empty
    /// header. `presented` may be any bytes, as header values are.
    ///
    /// Assistant and campaign webhooks carry the secret in the header
    /// `x-interactly-secret`; the dashboard prints the name as `X-INTERACTLY.AI-SECRET`.
    /// Header names do not depend on case; accept the second name too if you must.
    ///
    /// ```
    /// use interactly_webhooks::wire::Secret;
    ///
    /// let secret = Secret::from("example-secret");
    /// assert!(secret.matches("example-secret"));
    /// assert!(!secret.matches(b"\xff\xfe"));
    /// assert!(!Secret::default().matches(""));
    /// ```
    #[must_use]
    pub fn matches(&self, presented: impl AsRef<[u8]>) -> bool {
        !self.is_empty() && bool::from(self.0.as_bytes().ct_eq(presented.as_ref()))
    }
}

impl From<&str> for Secret {
    fn from(secret: &str) -> Self {
        Self(secret.to_owned())
    }
}

impl From<String> for Secret {
    fn from(secret: String) -> Self {
        Self(secret)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_empty() { "secret(empty)" } else { "secret" })
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Member::read(deserializer)
    }
}

impl Member for Secret {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::read(deserializer).map(Self)
    }

    fn redact(&mut self, _: Class, with: &mut Redactor) {
        with.text(Class::Secret, &mut self.0);
    }

    fn extent(&self) -> Option<(f64, f64)> {
        self.0.extent()
    }

    fn show(&self, _: Class, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn it_prints_through_serde_only() {
        let secret: Secret = serde_json::from_str("\"hunter2\"").expect("reads");
        assert_eq!(serde_json::to_string(&secret).expect("prints"), "\"hunter2\"");
        assert_eq!(format!("{secret:?} {:?}", Secret::default()), "secret secret(empty)");
    }

    #[test]
    fn only_the_same_bytes_match() {
        let secret = Secret::from("hunter2");
        assert!(secret.matches("hunter2") && secret.matches(b"hunter2"));
        assert!(!secret.matches("hunter") && !secret.matches("hunter22") && !secret.matches(""));
        assert!(!Secret::from("").matches(""));
    }
}
