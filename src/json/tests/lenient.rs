//! The lenient reader goes on, and says where it did.

use fastrand::Rng;
use serde_json::{Value, json};

use super::model::{Array, Int, Item, is_marked, lenient, strict};
use super::runs::runs;
use super::texts;
use crate::json::{Error, Expected, Kind, Note, Problem, Reader, Syntax, What};

type Notes<'a> = Vec<(&'a str, What)>;

fn notes<'a, T: for<'de> serde::Deserialize<'de>>(text: &'a str) -> (T, Notes<'a>) {
    let (value, notes) = lenient(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let range = |note: &Note| (&text[note.start as usize..note.end as usize], note.what);
    (value, notes.notes.iter().map(range).collect())
}

const STRING: What = What::Refused(Kind::String, Expected::Integer);

#[test]
fn elements_that_do_not_fit() {
    let text = r#"[1, "x" ,2,[3] , {"a":["y"]}, 1e999,9223372036854775808,1.5,null,4]"#;
    let (value, notes) = notes::<Array<Int>>(text);
    assert_eq!(value, Array([1, 2, 4].map(Int).into()));
    assert_eq!(
        notes,
        [
            ("\"x\"", STRING),
            ("[3]", What::Refused(Kind::Array, Expected::Integer)),
            ("{\"a\":[\"y\"]}", What::Refused(Kind::Object, Expected::Integer)),
            ("1e999", What::OutOfRange),
            ("9223372036854775808", What::RefusedOther),
            ("1.5", What::Refused(Kind::Fraction, Expected::Integer)),
            ("null", What::Refused(Kind::Null, Expected::Integer)),
        ]
    );
}

#[test]
fn the_innermost_is_moved_out() {
    let text = r#"{"a":1,"items":[{"a":"x","b":2},{"a":3,"items":{"a":4}},5]}"#;
    let (value, notes) = notes::<Item>(text);
    assert_eq!(value.items.as_ref().map(|items| items.0.len()), Some(2));
    assert_eq!(
        notes,
        [
            ("\"x\"", STRING),
            ("{\"a\":4}", What::Refused(Kind::Object, Expected::Array)),
            ("5", What::Refused(Kind::Number, Expected::Object))
        ]
    );
}

#[test]
fn what_is_inside_a_value_moved_out_is_dropped() {
    // `Value` does not ask, so that its number takes the whole member with it.
    let text = r#"{"a":1,"x\ud800":{"y":"\ud800","z":[1e999]}, "z":0.1000000000000000055511151231257827}"#;
    let (value, notes) = notes::<Item>(text);
    assert_eq!(value.extra, [("z".to_owned(), json!(0.1))].into());
    assert_eq!(
        notes,
        [
            (r#""x\ud800""#, What::SurrogateKey),
            (r#"{"y":"\ud800","z":[1e999]}"#, What::OutOfRange),
            ("0.1000000000000000055511151231257827", What::Rounded)
        ]
    );
}

#[test]
fn surrogates() {
    let text = r#"{"a":1,"c":"x\ud800","k\uD800":1,"k\udfff":2}"#;
    let (value, notes) = notes::<Item>(text);
    assert_eq!(value.c.as_deref(), Some("x\u{fffd}"));
    let keys: Vec<_> = value.extra.keys().map(String::as_str).collect();
    assert_eq!(keys, ["k\u{fffd}d800", "k\u{fffd}dfff"]);
    assert_eq!(
        notes,
        [
            (r#""x\ud800""#, What::Surrogate),
            (r#""k\uD800""#, What::SurrogateKey),
            (r#""k\udfff""#, What::SurrogateKey)
        ]
    );
    let error = strict::<Item>(text).expect_err("lone");
    assert_eq!(error.problem(), Problem::Syntax(Syntax::EndOfHexEscape));
}

#[test]
fn given_twice_and_missing() {
    let text = r#" {"b":1,"b":2,"b":"x","u":1,"u":[2],"items":[{},{"a":1,"\u0061":2}]}"#;
    let (value, notes) = lenient::<Item>(text).expect("repairable");
    assert_eq!((&value.b, &value.extra["u"]), (&Some(Int(2)), &json!([2])));
    let found: Vec<_> =
        notes.notes.iter().map(|note| (note.start, note.end - note.start, note.what)).collect();
    let (first, second) = (u32::try_from(text.find("{}").unwrap_or(0)).unwrap_or(0), 4);
    assert_eq!(
        found,
        [
            (1, 0, What::Repeats),
            (18, 3, STRING),
            (first, 0, What::Missing(0)),
            (first + second - 1, 0, What::Repeats),
            (1, 0, What::Missing(0))
        ]
    );
    assert_eq!(notes.names, ["a"]);
}

#[test]
fn strict_stops_there() {
    fn at(text: &str) -> Option<(Problem, &str)> {
        strict::<Item>(text).err().map(|error| (error.problem(), &text[..error.at()]))
    }
    assert_eq!(at(r#"{"a":1,"b":2,"b": 3}"#), Some((Problem::Repeated, r#"{"a":1,"b":2,"b":"#)));
    assert_eq!(at(r#"{"a":1,"u":2,"u":3}"#), Some((Problem::Repeated, r#"{"a":1,"u":2,"u":"#)));
    assert_eq!(at(r#"{"b":1}"#), Some((Problem::Missing("a"), r#"{"b":1}"#)));
    assert_eq!(
        at(r#"{"a":1,"items":[{"a":1},{"b":1 }],"b":"x"}"#),
        Some((Problem::Missing("a"), r#"{"a":1,"items":[{"a":1},{"b":1 }"#))
    );
    let kind = Problem::Kind { found: Kind::String, expected: Expected::Integer };
    assert_eq!(at(r#"{"a":"x","b":[}"#), Some((kind, r#"{"a":"x""#)));
    assert_eq!(at(r#"{"a":1e999}"#), Some((Problem::OutOfRange, r#"{"a":1e999"#)));
}

#[test]
fn faults_of_syntax_are_not_marked() {
    for text in [
        r#"{"a":["#,
        r#"{"a":"x","b":[}"#,
        r#"{"items":[{"a":[1,}]}"#,
        r#"{"a":1} x"#,
        "\u{feff}{\"a\":1}",
        r#"{"items":5"#,
        r#"{"items":[{"a":"x"},{"a":tru}]}"#,
    ] {
        let error = lenient::<Item>(text).expect_err(text);
        assert!(!error.problem().is_recoverable() && !is_marked(&error), "{text}: {error:?}");
        assert!(error.at() <= text.len());
    }
    let error = lenient::<Item>("5").expect_err("no object");
    assert_eq!(
        (error.problem(), error.at(), is_marked(&error)),
        (Problem::Kind { found: Kind::Number, expected: Expected::Object }, 1, false)
    );
}

#[test]
fn depth_is_restored() {
    // Each element fails deep inside; the last one is as deep as may be.
    let deep = |levels: usize| format!("{}1e999{}", "[".repeat(levels), "]".repeat(levels));
    for (levels, sound) in [(124, true), (125, true), (126, false)] {
        let text = format!("{{\"a\":1,\"u\":{0},\"v\":{0},\"items\":[{0},{1}]}}", deep(125), deep(levels));
        assert_eq!(lenient::<Item>(&text).is_ok(), sound, "{levels}");
    }
    let mut reader = Reader::lenient(r#"[[[["x"]],2],[[[3]]]]"#).expect("short");
    let value: Array<Array<Array<Int>>> = serde::Deserialize::deserialize(&mut reader).expect("repairable");
    assert_eq!(value, Array(vec![Array(vec![Array(vec![])]), Array(vec![Array(vec![])])]));
    assert_eq!(reader.finish().map(|notes| notes.notes.len()).ok(), Some(3));
}

/// Lenient reads what strict reads, alike and without a note; and refuses nothing that is JSON.
#[test]
fn lenient_and_strict() {
    let mut rng = Rng::with_seed(4);
    let (runs, mut sound, mut noted) = (runs(60_000), 0, 0);
    for round in 0..runs {
        let mut text = format!(
            "{{\"a\":1,\"items\":[{}],\"u\":{}}}",
            texts::random(&mut rng, 4),
            texts::random(&mut rng, 2)
        );
        if round % 3 == 0 {
            text = texts::mutate(&mut rng, &text);
        }
        let read: Result<Item, Error> = strict(&text);
        let mended = lenient::<Item>(&text);
        match (read, mended) {
            (Ok(read), Ok((item, found))) => {
                assert_eq!(read, item, "{text}");
                assert!(found.notes.iter().all(|note| note.what == What::Rounded), "{text}: {found:?}");
                sound += 1;
            }
            (Err(_), Ok((_, found))) => {
                assert!(!found.notes.is_empty(), "{text}");
                noted += 1;
            }
            (Err(error), Err(_)) if error.problem().is_recoverable() => {
                let mut reader = Reader::strict(&text);
                let skipped = reader.skip().and_then(|()| reader.finish());
                let object = text.trim_start().starts_with('{');
                assert!(skipped.is_err() || !object, "{text}");
            }
            (Err(_), Err(error)) => assert!(serde_json::from_str::<Value>(&text).is_err(), "{text}: {error}"),
            (Ok(_), Err(error)) => panic!("{text}: {error}"),
        }
    }
    assert!(sound > runs / 300 && noted > runs / 6, "{sound} {noted}");
}
