//! Signed workflow deliveries (cargo feature `signature`).
//!
//! The platform's workflow SDK describes two headers: [`SIGNATURE_HEADER`] holds the
//! HMAC-SHA256 of the raw body under a shared secret, in lower-case hex, and
//! [`TIMESTAMP_HEADER`] the time of sending in Unix seconds, at most [`MAX_AGE`] ago.
//!
//! **The timestamp is not part of what is signed.** The signature proves that the body is
//! the platform's, and nothing about when it was sent: anybody who got hold of one delivery can
//! send it again with a fresh timestamp. So the window keeps out careless repetition, not an
//! attacker. Recognise a body that came before with [`crate::Webhook::delivery_key`], and
//! accept deliveries over TLS only.
//!
//! The subscription API has no member for the secret, and the public docs mention only the bearer
//! token ([`Secret::matches_bearer`]); use this where your account has a signing secret.
//!
//! It reads no clock: the caller says what time it is.
//!
//! ```
//! use interactly_webhooks::signature;
//! use interactly_webhooks::wire::Secret;
//! use time::OffsetDateTime;
//!
//! let secret = Secret::from("example-signing-secret");
//! let body = br#"{"event":"workflow_run_started","workflow":{"id":"wf_1"}}"#;
//! let signature =
//!     "308523bc0f837e1c7decc569d231f15a844320478e58b2a53e3df216afeaba92";
//! let now = OffsetDateTime::from_unix_timestamp(1_785_692_530).unwrap();
//!
//! let (sent, age) = ("1785692500", signature::MAX_AGE);
//! signature::verify(&secret, body, signature, sent, now, age)?;
//! # Ok::<(), signature::SignatureError>(())
//! ```

use std::time::Duration;

use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_with::SerializeDisplay;
use sha2::Sha256;
use time::OffsetDateTime;

use crate::wire::Secret;

/// The header with the signature. Header names ignore case.
pub const SIGNATURE_HEADER: &str = "x-interactly-signature";

/// The header with the time of sending.
pub const TIMESTAMP_HEADER: &str = "x-interactly-timestamp";

/// How old a delivery may be according to the SDK: five minutes.
pub const MAX_AGE: Duration = Duration::from_secs(300);

/// Checks a delivery: that `signature` is that of `body` under `secret`, and that
/// `timestamp` is no further from `now` than `tolerance`, before or after.
///
/// `body` is the raw body as it came, before any parsing. `signature` and `timestamp` are
/// the values of the two headers, any bytes. Hex digits of either case are accepted. The
/// signatures are compared in constant time. An empty secret verifies nothing.
///
/// # Errors
///
/// If any of this does not hold. Answer 401, whatever the reason.
pub fn verify(
    secret: &Secret,
    body: &[u8],
    signature: impl AsRef<[u8]>,
    timestamp: impl AsRef<[u8]>,
    now: OffsetDateTime,
    tolerance: Duration,
) -> Result<(), SignatureError> {
    if secret.is_empty() {
        return Err(SignatureError(Reason::NoSecret));
    }
    // The bytes of a SHA-256.
    let mut presented = [0; 32];
    hex::decode_to_slice(signature, &mut presented).map_err(|_| SignatureError(Reason::NotHex))?;
    // HMAC takes keys of any length, so the first error does not occur.
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.expose().as_bytes())
        .map_err(|_| SignatureError(Reason::NoSecret))?;
    mac.update(body);
    mac.verify_slice(&presented).map_err(|_| SignatureError(Reason::Mismatch))?;

    let sent = seconds(timestamp.as_ref()).ok_or(SignatureError(Reason::NotATime))?;
    let apart = (now.unix_timestamp_nanos() - i128::from(sent) * 1_000_000_000).unsigned_abs();
    if apart > tolerance.as_nanos() { Err(SignatureError(Reason::OutsideWindow)) } else { Ok(()) }
}

/// Unix seconds in decimal digits.
fn seconds(text: &[u8]) -> Option<i64> {
    let digits = std::str::from_utf8(text).ok()?.trim();
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
}

/// Why a delivery is not accepted. It says nothing of the secret, the body, or the expected
/// signature. Its JSON is its text.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error, SerializeDisplay)]
#[error("{0}")]
pub struct SignatureError(Reason);

#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
enum Reason {
    #[error("no secret to verify with")]
    NoSecret,
    #[error("the signature is not 64 hex digits")]
    NotHex,
    #[error("the signature is not that of the body")]
    Mismatch,
    #[error("the timestamp is not a number of seconds")]
    NotATime,
    #[error("the timestamp is outside the accepted window")]
    OutsideWindow,
}

#[cfg(test)]
mod tests;
