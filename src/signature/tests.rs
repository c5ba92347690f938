//! The expected signatures were made with Python's `hmac` and checked with `openssl dgst`.

use std::time::Duration;

use time::OffsetDateTime;

use super::{MAX_AGE, verify};
use crate::wire::Secret;

const SECRET: &str = "example-signing-secret";
const BODY: &[u8] = br#"{"event":"workflow_run_started","workflow":{"id":"wf_1"}}"#;
const SIGNATURE: &str = "308523bc0f837e1c7decc569d231f15a844320478e58b2a53e3df216afeaba92";
const SENT: i64 = 1_785_692_500;

fn at(seconds: i64) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(seconds).expect("a time")
}

fn verified(secret: &str, body: &[u8], signature: &str) -> Result<(), String> {
    let checked = verify(&secret.into(), body, signature, SENT.to_string(), at(SENT), MAX_AGE);
    checked.map_err(|error| error.to_string())
}

#[test]
fn signatures_made_elsewhere_are_accepted() {
    let every_byte: Vec<u8> = (0..=255).collect();
    let long = "k".repeat(131);
    for (secret, body, signature) in [
        (SECRET, BODY, SIGNATURE),
        (SECRET, b"", "1e8a67d385629597f198de465fcfa83d6f2722b3027490dd496dba3eb2686120"),
        (
            &long,
            r#"{"event":"workflow_updated","workflow":{"name":"Aufnahme Zürich"}}"#.as_bytes(),
            "7b9191ebde973a64daff43de65b0fd4b4699a7e6bf66f0a30a144ebb47db59dc",
        ),
        ("geheïm", &every_byte, "7cfcc4672791b6258650a34ef6043af6382363cecab88df3c08d2633a2ba81d8"),
        // The second example of RFC 4231.
        (
            "Jefe",
            b"what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        ),
    ] {
        assert_eq!(verified(secret, body, signature), Ok(()));
        assert_eq!(verified(secret, body, &signature.to_uppercase()), Ok(()));
    }
}

#[test]
fn anything_else_is_refused() {
    let mismatch = Err("the signature is not that of the body".to_owned());
    assert_eq!(verified("another-secret", BODY, SIGNATURE), mismatch);
    assert_eq!(verified(SECRET, &BODY[1..], SIGNATURE), mismatch);
    for (place, digit) in [(0, "4"), (31, "0"), (63, "3")] {
        let mut other = SIGNATURE.to_owned();
        other.replace_range(place..=place, digit);
        assert_ne!(other, SIGNATURE);
        assert_eq!(verified(SECRET, BODY, &other), mismatch);
    }
    let no_hex = Err("the signature is not 64 hex digits".to_owned());
    let with_prefix = format!("sha256={SIGNATURE}");
    let with_g = SIGNATURE.replace('3', "g");
    for odd in ["", &SIGNATURE[2..], &with_prefix, &with_g, &SIGNATURE.replace('3', "ä")] {
        assert_eq!(verified(SECRET, BODY, odd), no_hex, "{odd}");
    }
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(verified("", b"", empty), Err("no secret to verify with".to_owned()));
}

#[test]
fn the_window_is_the_callers() {
    let secret = Secret::from(SECRET);
    let verified = |timestamp: &str, now, tolerance| {
        verify(&secret, BODY, SIGNATURE, timestamp, now, tolerance).map_err(|error| error.to_string())
    };
    let (sent, outside) = (SENT.to_string(), Err("the timestamp is outside the accepted window".to_owned()));
    assert_eq!(verified(&sent, at(SENT + 300), MAX_AGE), Ok(()));
    assert_eq!(verified(&sent, at(SENT - 300), MAX_AGE), Ok(()));
    assert_eq!(verified(&sent, at(SENT + 300) + Duration::from_nanos(1), MAX_AGE), outside);
    assert_eq!(verified(&sent, at(SENT - 301), MAX_AGE), outside);
    assert_eq!(verified(&sent, at(SENT), Duration::ZERO), Ok(()));
    assert_eq!(verified(&i64::MAX.to_string(), at(SENT), MAX_AGE), outside);
    for odd in ["", "now", "-1785692500", "+1785692500", "1785692500.5", "99999999999999999999"] {
        assert_eq!(
            verified(odd, at(SENT), MAX_AGE),
            Err("the timestamp is not a number of seconds".to_owned()),
            "{odd}"
        );
    }
}

#[test]
fn errors_and_bytes_that_are_no_text_do_no_harm() {
    let secret = Secret::from(SECRET);
    let error = verify(&secret, BODY, b"\xff\xfe", b"\xff", at(SENT), MAX_AGE).expect_err("no hex");
    assert!(!format!("{error} {error:?}").contains(SECRET));
    let error = verify(&secret, BODY, SIGNATURE, b"\xff", at(SENT), MAX_AGE).expect_err("no time");
    assert_eq!(error.to_string(), "the timestamp is not a number of seconds");
}
