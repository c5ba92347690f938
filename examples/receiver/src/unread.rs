//! Bodies that would take too much memory: looked at, never built.

use std::fmt;

use interactly_webhooks::{EventHead, Family};
use serde::Deserializer as _;
use serde::de::{IgnoredAny, MapAccess, Visitor};

use crate::log::harmless;

/// The line for a body that is a JSON object as far as this pass can tell, or what is wrong. The work
/// is linear in its length, and nothing is allocated but one member's name.
pub(crate) fn line(bytes: &mut [u8]) -> Result<String, String> {
    let length = bytes.len();
    let bytes = repair(bytes);
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let has_family = reader.deserialize_map(TopLevel).and_then(|found| reader.end().map(|()| found));
    // Of serde_json's own text only the place: the rest might quote the body.
    let has_family = has_family.map_err(|error| {
        format!("the body: not a JSON object (line {}, column {})", error.line(), error.column())
    })?;
    // A body of no family has no head, and looking for one would build it.
    let head = has_family.then(|| EventHead::from_slice(bytes).ok()).flatten();
    Ok(match head {
        Some(head) => format!("unread, {length} bytes: {}", harmless(format_args!("{head:?}"))),
        None => format!("unread, {length} bytes"),
    })
}

/// The body without a byte order mark, with `?` for bytes that are not UTF-8 and U+FFFD for halves of surrogate
/// pairs: in place, for a copy would take as much again.
fn repair(bytes: &mut [u8]) -> &[u8] {
    let start = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let mut sound = start;
    while let Err(error) = std::str::from_utf8(&bytes[sound..]) {
        sound += error.valid_up_to();
        let end = error.error_len().map_or(bytes.len(), |length| sound + length);
        bytes[sound..end].fill(b'?');
    }
    let mut at = start;
    while let Some(escape) = bytes[at..].iter().position(|byte| *byte == b'\\') {
        at += escape;
        at += match (unit(&bytes[at..]), bytes.get(at + 6..).and_then(unit)) {
            (Some(0xd800..0xdc00), Some(0xdc00..0xe000)) => 12,
            (Some(0xd800..0xe000), _) => {
                bytes[at + 2..at + 6].copy_from_slice(b"fffd");
                6
            }
            _ => 2.min(bytes.len() - at),
        };
    }
    &bytes[start..]
}

/// The UTF-16 unit that an escape at the start of `text` stands for.
fn unit(text: &[u8]) -> Option<u32> {
    let digits = text.strip_prefix(b"\\u")?.get(..4)?;
    digits.iter().try_fold(0, |unit, digit| Some(unit * 16 + char::from(*digit).to_digit(16)?))
}

/// Whether a member of the body decides for a family.
struct TopLevel;

impl<'de> Visitor<'de> for TopLevel {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut has_family = false;
        while let Some(name) = members.next_key::<String>()? {
            has_family |= Family::ALL.iter().any(|family| family.decided_by() == Some(name.as_str()));
            members.next_value::<IgnoredAny>()?;
        }
        Ok(has_family)
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn the_head_is_told_and_nothing_else() {
        let body =
            r#"{"message":{"type":"hang","call":{"id":"c-1","userNumber":"Jane"},"messages":[1,1]},"z":1}"#;
        let found = line(&mut body.to_owned().into_bytes()).expect("an object");
        assert!(found.starts_with("unread, 90 bytes: EventHead { family: ServerMessage, event: \"hang\""));
        assert!(found.contains("c-1") && !found.contains("Jane"), "{found}");
        for (body, expected) in [
            (&b"{\"a\":[1]}"[..], "unread, 9 bytes"),
            (b"{\"message\":7}", "unread, 13 bytes"),
            (b"\xef\xbb\xbf{\"a\xff\xe9\":\"\\ud800\",\"b\":1e999}", "unread, 29 bytes"),
            // The reader of names refuses halves of surrogate pairs.
            (b"{\"\\ud83d\\ude00\\\\\\ud83d\":0}", "unread, 26 bytes"),
            (b"{\"\\udc00\\ud800\":0}", "unread, 18 bytes"),
        ] {
            assert_eq!(line(&mut body.to_vec()).expect("an object"), expected);
        }
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(10_000), "]".repeat(10_000));
        assert_eq!(line(&mut deep.into_bytes()).expect("an object"), "unread, 20006 bytes");
    }

    #[test]
    fn what_is_no_object_is_refused_and_not_quoted() {
        for (body, place) in [
            ("", "line 1, column 0"),
            ("[\"Jane\"]", "line 1, column 0"),
            ("{\"message\":\n\"Jane", "line 2, column 5"),
            ("{} Jane", "line 1, column 4"),
            ("\"Jane\"", "line 1, column 6"),
        ] {
            let error = line(&mut body.to_owned().into_bytes()).expect_err(body);
            assert_eq!(error, format!("the body: not a JSON object ({place})"));
        }
    }
}
