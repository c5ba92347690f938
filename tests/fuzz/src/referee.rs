//! Our reader and `serde_json`'s agree on any text: on whether it is JSON, and on what it says.
//!
//! The text stands in the place of an unknown member, which is kept as it came.

use interactly_webhooks::Webhook;

use super::given::Given;

pub fn check(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let body = format!(r#"{{"x":{text}}}"#);
    let ours = Webhook::from_str(&body);
    let lenient = Webhook::from_slice_lenient(body.as_bytes());
    let theirs = match Given::read(body.as_bytes()) {
        Ok(theirs) => theirs,
        Err(error) => {
            assert!(ours.is_err(), "accepted, but {error}: {body:?}");
            return true;
        }
    };
    // A text may close the object and name a member that makes the body one of a known family.
    if ["message", "campaign", "workflow"].iter().any(|name| theirs.value.get(name).is_some()) {
        return false;
    }
    match ours {
        Ok(Webhook::Unknown(ours)) => {
            assert!(!theirs.twice, "a member given twice: {body:?}");
            for (name, value) in theirs.value.as_object().expect("the braces are ours") {
                // By what is printed, for `==` does not tell -0.0 from 0.0.
                assert_eq!(ours.extra[name].to_string(), value.to_string(), "{body:?}");
                assert_eq!(&ours.extra[name], value, "{body:?}");
            }
            assert_eq!(ours.extra.len(), theirs.value.as_object().map_or(0, serde_json::Map::len));
        }
        Ok(other) => panic!("of family {}: {body:?}", other.family()),
        Err(error) => assert!(theirs.twice, "refused, {error}: {body:?}"),
    }
    let lenient = lenient.expect("what serde_json reads is read leniently");
    assert_eq!(lenient.is_sound(), !theirs.twice, "{body:?}");
    true
}
