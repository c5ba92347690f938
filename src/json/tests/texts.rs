//! Texts that readers of JSON disagree about, and random ones.

use fastrand::Rng;

use super::values::VALUES;

/// Each value alone, as a member, as an element, and deeper.
pub(super) fn awkward() -> Vec<String> {
    let mut texts = Vec::new();
    for value in VALUES {
        texts.push((*value).to_owned());
        for (before, after) in [
            ("[", "]"),
            ("[0,", "]"),
            ("[", ",0]"),
            ("[ ", " ]"),
            ("{\"a\":", "}"),
            ("{\"b\":0,\"a\":", "}"),
            ("{\"a\": ", " ,\"b\":0}"),
            (" ", "\n"),
            ("{", ":0}"),
            ("[{\"a\":[{\"b\":[1,2,", "]}]}]"),
            ("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"),
        ] {
            texts.push(format!("{before}{value}{after}"));
        }
    }
    for depth in [1, 2, 126, 127, 128, 129, 200] {
        for (open, inner, close) in [
            ("[", "", "]"),
            ("{\"a\":", "1", "}"),
            ("[", "{}", "]"),
            ("{\"a\":", "[]", "}"),
            ("[1,", "2", ",3]"),
            ("{\"b\":1,\"a\":", "\"\"", " , \"c\":2 }"),
        ] {
            texts.push(format!("{}{inner}{}", open.repeat(depth), close.repeat(depth)));
            texts.push(open.repeat(depth));
        }
        texts.push(format!("{}{}", "[{\"a\":".repeat(depth / 2), "}]".repeat(depth / 2)));
        texts.push(format!("{}1{}", "[{\"a\":".repeat(depth / 2), "}]".repeat(depth / 2)));
    }
    texts
}

/// A random JSON text.
pub(super) fn random(rng: &mut Rng, depth: usize) -> String {
    let mut text = String::new();
    add(rng, depth, &mut text);
    text
}

fn add(rng: &mut Rng, depth: usize, text: &mut String) {
    match rng.u8(..if depth == 0 { 3 } else { 8 }) {
        0 => text.push_str(["null", "true", "false", "0", "-1", "1", "7"][rng.usize(..7)]),
        1 => text.push_str(SCALARS[rng.usize(..SCALARS.len())]),
        2 => text.push_str(STRINGS[rng.usize(..STRINGS.len())]),
        3..=4 => {
            text.push('[');
            for index in 0..rng.usize(..5) {
                separate(rng, index, text);
                add(rng, depth - 1, text);
            }
            text.push(']');
        }
        _ => {
            text.push('{');
            for index in 0..rng.usize(..6) {
                separate(rng, index, text);
                text.push_str(KEYS[rng.usize(..KEYS.len())]);
                text.push_str([":", ":", " : ", ": "][rng.usize(..4)]);
                add(rng, depth - 1, text);
            }
            text.push('}');
        }
    }
}

const SCALARS: &[&str] = &[
    "1.5",
    "-0",
    "1e2",
    "12345678901234567890",
    "-12345678901234567890",
    "0.1000000000000000055511151231257827",
    "1e999",
    "123456789012345678",
    "1772702480281",
    "-5",
];
const STRINGS: &[&str] = &[
    r#""""#,
    r#""text""#,
    r#""a longer text, of some words""#,
    r#""\ud800""#,
    r#""x\n\u0041""#,
    r#""日本語 \"q\"""#,
    r#""\ud83d\ude00""#,
    r#""\udc00 and \ud800""#,
];
const KEYS: &[&str] = &[
    r#""a""#,
    r#""b""#,
    r#""c""#,
    r#""items""#,
    r#""\u0061""#,
    r#""a\ud800""#,
    r#""a\uD800""#,
    r#""a\udfff""#,
    r#""unknown key""#,
    r#""""#,
    r#""é""#,
];

fn separate(rng: &mut Rng, index: usize, text: &mut String) {
    if index > 0 {
        text.push_str([",", ",", ", ", "\n,\t"][rng.usize(..4)]);
    } else if rng.u8(..4) == 0 {
        text.push(' ');
    }
}

/// Changes a text in a few places. It stays UTF-8.
pub(super) fn mutate(rng: &mut Rng, text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..rng.usize(1..4) {
        let at = rng.usize(..=chars.len());
        match rng.u8(..5) {
            0 => chars.truncate(at),
            1 if at < chars.len() => drop(chars.remove(at)),
            2 if at < chars.len() => chars[at] = ODD[rng.usize(..ODD.len())],
            3 if at < chars.len() => {
                let other = rng.usize(..chars.len());
                chars.swap(at, other);
            }
            _ => chars.insert(at, ODD[rng.usize(..ODD.len())]),
        }
    }
    chars.into_iter().collect()
}

const ODD: [char; 32] = [
    '"', '\\', '{', '}', '[', ']', ':', ',', ' ', '\n', '\t', '0', '1', '9', '-', '+', '.', 'e', 'E', 'u',
    'd', '8', 'n', 't', 'f', '\u{0}', '\u{1f}', '\u{7f}', 'é', '😀', '/', '\u{feff}',
];
