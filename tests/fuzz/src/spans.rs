//! Changes of JSON text that mostly stay JSON: bytes alone seldom get past the reader.

use super::MARKER;

/// What stands where something else should.
const ODD: [&str; 32] = [
    "null",
    "true",
    "0",
    "-0",
    "-0.0",
    "1.0",
    "-1",
    "1e999",
    "1e-999",
    "9007199254740993",
    "18446744073709551616",
    "0.1000000000000000055511151231257827",
    "\"\"",
    "\"\\ud83d\"",
    "\"\\ud83d\\ude00\"",
    "\"\\u0041\"",
    "\"\\u001b[2J\\r\\n\\u0000\"",
    "[]",
    "{}",
    "[null]",
    "[{}]",
    "{\"\":null}",
    "{\"a\":1,\"a\":2}",
    "{\"\\udc00\":1}",
    "{\"\\u001b\\n~/\":[1e999,\"\\ud800\"]}",
    "{\"$serde_json::private::Number\":\"1\"}",
    "{\"$serde_json::private::RawValue\":\"[1,]\"}",
    "\"2026-03-05T09:21:20.281Z\"",
    "\"http://user:word@[::1]:99999/?#\"",
    "1772702480281",
    "\"{{x}} {{ y }\"",
    "-9223372036854775809",
];

/// Changes the first `size` bytes, and gives how many there are then, `max_size` at most. Half of the changes
/// are the fuzzer's own, half put one value, name or odd text in the place of another, or behind it, or take
/// one away.
pub fn mutate(
    data: &mut [u8],
    size: usize,
    max_size: usize,
    seed: u32,
    own: impl FnOnce(&mut [u8], usize, usize) -> usize,
) -> usize {
    let (is_own, mut choice) = (seed.is_multiple_of(2), Choice(seed));
    let text = &data[..size];
    let spans = spans(text);
    if is_own || spans.is_empty() {
        return own(data, size, max_size);
    }
    let (start, end) = spans[choice.of(spans.len())];
    let (from, to) = spans[choice.of(spans.len())];
    let (given, new) = (&text[start..end], &text[from..to]);
    let changed = match choice.of(6) {
        0 => ODD[choice.of(ODD.len())].as_bytes().to_vec(),
        1 => new.to_vec(),
        // As text, or as a name.
        4 => format!("\"{MARKER}\"").into_bytes(),
        // Out of the middle of an array or an object, which stays one.
        5 if text.get(end) == Some(&b',') => {
            data.copy_within(end + 1..size, start);
            return size - (end + 1 - start);
        }
        2 => [given, b",", new].concat(),
        // The same member again, with another value, or another one.
        _ => match given.iter().position(|byte| *byte == b':') {
            Some(colon) if given.starts_with(b"\"") => {
                let value = ODD[choice.of(ODD.len())].as_bytes();
                [given, b",", &given[..=colon], value].concat()
            }
            _ => [given, b",\"x\":", new].concat(),
        },
    };
    let changed = [&text[..start], &changed, &text[end..]].concat();
    if changed.len() > max_size {
        return own(data, size, max_size);
    }
    data[..changed.len()].copy_from_slice(&changed);
    changed.len()
}

/// Where the values, names and members (a name with its value) of a text stand, if it is JSON.
fn spans(text: &[u8]) -> Vec<(usize, usize)> {
    let (mut spans, mut open, mut name, mut at) = (Vec::new(), Vec::new(), None, 0);
    while let Some(byte) = text.get(at) {
        let start = at;
        at += 1;
        let begin = match byte {
            b'{' | b'[' => {
                open.push((start, name.take()));
                continue;
            }
            b'}' | b']' => open.pop(),
            b'"' => {
                while let Some(byte) = text.get(at) {
                    at += if *byte == b'\\' { 2 } else { 1 };
                    if *byte == b'"' {
                        break;
                    }
                }
                at = at.min(text.len());
                if text.get(at) == Some(&b':') {
                    name = Some(start);
                    spans.push((start, at));
                    continue;
                }
                Some((start, name.take()))
            }
            byte if byte.is_ascii_alphanumeric() || *byte == b'-' => {
                while text.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte)) {
                    at += 1;
                }
                Some((start, name.take()))
            }
            _ => None,
        };
        let Some((begin, name)) = begin else { continue };
        spans.push((begin, at));
        spans.extend(name.map(|name| (name, at)));
    }
    spans
}

/// Choices from a seed.
struct Choice(u32);

impl Choice {
    fn of(&mut self, many: usize) -> usize {
        self.0 = self.0.wrapping_mul(0x915f_77f5).wrapping_add(0x6a09_e667);
        (self.0 >> 8) as usize % many
    }
}
