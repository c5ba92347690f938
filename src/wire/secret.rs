//! Credentials.

use std::fmt;

use serde::Serialize;
use subtle::ConstantTimeEq;

/// A credential that the platform echoes back in its bodies, or that a caller configures.
///
/// `Debug` shows that there is one, never its text; serde prints it back. Compare what a
/// request presents with [`Secret::matches`] or [`Secret::matches_bearer`]; `==` is for
/// comparing bodies, and takes longer the more of the text is equal.
///
/// | deliveries | header | compare with |
/// |---|---|---|
/// | assistants, campaigns | [`Secret::HEADER`] | [`Secret::matches`] |
/// | the same, by the name that the dashboard prints | [`Secret::DASHBOARD_HEADER`] | [`Secret::matches`] |
/// | workflows | `authorization` | [`Secret::matches_bearer`] |
#[derive(Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The header in which assistant and campaign webhooks carry the secret, if it is not
    /// empty. Header names ignore case.
    pub const HEADER: &str = "x-interactly-secret";

    /// The same header under the name that the dashboard prints, `X-INTERACTLY.AI-SECRET`. No
    /// delivery was seen to use it; accept it too if you must.
    pub const DASHBOARD_HEADER: &str = "x-interactly.ai-secret";

    /// The credential itself. Take care where you print it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    pub(crate) fn text_mut(&mut self) -> &mut String {
        &mut self.0
    }

    /// Whether no secret is set: the platform then sends no secret header.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether `presented`, the value of a secret header, is this secret, in time that does
    /// not depend on where they differ (only on the length). An empty secret matches
    /// nothing, not even an empty header. `presented` may be any bytes, as header values
    /// are: pass them unchanged, not converted to text.
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

    /// Whether `authorization`, the value of the header of that name, is `Bearer` and this
    /// secret; otherwise as [`Secret::matches`]. The word may be in any case.
    ///
    /// ```
    /// use interactly_webhooks::wire::Secret;
    ///
    /// let token = Secret::from("example-token");
    /// assert!(token.matches_bearer("Bearer example-token"));
    /// assert!(!token.matches_bearer("Basic example-token"));
    /// assert!(!token.matches_bearer("example-token"));
    /// ```
    #[must_use]
    pub fn matches_bearer(&self, authorization: impl AsRef<[u8]>) -> bool {
        const SCHEME: &[u8] = b"bearer ";
        match authorization.as_ref().split_at_checked(SCHEME.len()) {
            Some((scheme, token)) => scheme.eq_ignore_ascii_case(SCHEME) && self.matches(token.trim_ascii()),
            None => false,
        }
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
    /// Whether there is one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_empty() { "secret(empty)" } else { "secret" })
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
        assert!(!secret.matches(b"hunter\xff") && !secret.matches(b"\0hunter2"));
        // Bytes that are not UTF-8 must not become equal by conversion to text.
        assert!(!Secret::from("\u{fffd}").matches(b"\xff"));
    }

    #[test]
    fn a_bearer_token_needs_its_scheme() {
        let token = Secret::from("hunter2");
        for good in ["Bearer hunter2", "bearer hunter2", "BEARER   hunter2", "Bearer hunter2 "] {
            assert!(token.matches_bearer(good), "{good}");
        }
        for bad in
            ["", "hunter2", "Bearer", "Bearer ", "Bearerhunter2", "Bearer hunter", "Bearer Bearer hunter2"]
        {
            assert!(!token.matches_bearer(bad), "{bad}");
        }
        assert!(!token.matches_bearer(b"Bearer hunter2\xff") && !token.matches_bearer(b"\xff"));
        for empty in ["Bearer ", "Bearer", ""] {
            assert!(!Secret::default().matches_bearer(empty), "{empty}");
        }
    }
}
