//! Our reader and `serde_json` agree on every text.

use fastrand::Rng;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::runs::runs;
use super::texts;
use crate::json::{Error, Problem, Reader, Syntax, walk};

fn ours(text: &str) -> Result<Value, Error> {
    let mut reader = Reader::strict(text);
    let value = Value::deserialize(&mut reader)?;
    reader.finish()?;
    Ok(value)
}

fn skipped(text: &str) -> Result<(), Error> {
    let mut reader = Reader::strict(text);
    reader.skip()?;
    reader.finish().map(drop)
}

fn same(left: &Value, right: &Value) -> bool {
    // `==` on doubles does not tell -0 from 0.
    let print = |value: &Value| value.to_string();
    left == right && print(left) == print(right)
}

/// With its `arbitrary_precision`, which keeps numbers as they came, there is nothing to compare.
fn keeps_numbers() -> bool {
    serde_json::from_str::<Value>("1e999").is_ok()
}

fn agree(text: &str) {
    if keeps_numbers() {
        return;
    }
    let theirs = serde_json::from_slice::<Value>(text.as_bytes());
    match (ours(text), theirs) {
        (Ok(ours), Ok(theirs)) => assert!(same(&ours, &theirs), "{text:?}: {ours} and {theirs}"),
        (Err(ours), Err(theirs)) => agree_on_error(text, &ours, &theirs),
        (ours, theirs) => panic!("{text:?}: {ours:?} and {theirs:?}"),
    }
    let theirs = serde_json::from_slice::<IgnoredAny>(text.as_bytes());
    match (skipped(text), theirs) {
        (Ok(()), Ok(_)) | (Err(_), Err(_)) => {}
        (Err(ours), Ok(_)) => assert_eq!(ours.problem(), Problem::Depth, "{text:?}"),
        (Ok(()), Err(theirs)) => panic!("{text:?} skipped, {theirs}"),
    }
    agree_with_skipping(text);
}

/// The same words at the same place, but for depth and the byte order mark.
fn agree_on_error(text: &str, ours: &Error, theirs: &serde_json::Error) {
    assert!(ours.at() <= text.len(), "{text:?}: {ours:?}");
    let words = theirs.to_string();
    let words = words.rsplit_once(" at line").map_or(&*words, |(words, _)| words);
    match ours.problem() {
        Problem::Depth => assert_eq!(words, "recursion limit exceeded", "{text:?}"),
        Problem::Mark => {
            assert_eq!((words, text.starts_with('\u{feff}')), ("expected value", true), "{text:?}");
        }
        Problem::OutOfRange => assert_eq!(words, "number out of range", "{text:?}"),
        Problem::Syntax(Syntax::EndInArray) => assert_eq!(words, "EOF while parsing a list", "{text:?}"),
        Problem::Syntax(syntax) => assert_eq!(words, syntax.as_str(), "{text:?}"),
        other => panic!("{text:?}: {other:?} and {words}"),
    }
    assert_eq!(ours.problem().is_end(), theirs.is_eof(), "{text:?}");
    let (ours_at, theirs_at) = (ours.at(), offset(text, theirs));
    match ours.problem() {
        // They name the last of four hex digits, the first digit of a number, and the first byte of the mark.
        Problem::Syntax(Syntax::Escape) => {
            assert!((theirs_at - 3..=theirs_at).contains(&ours_at), "{text:?}: {ours_at}, {theirs_at}");
        }
        Problem::OutOfRange | Problem::Mark => {
            assert!(ours_at >= theirs_at, "{text:?}: {ours_at}, {theirs_at}");
        }
        _ => assert_eq!(ours_at, theirs_at, "{text:?}"),
    }
}

/// Where `serde_json` found an error: behind the byte that is wrong.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    lines.map(str::len).sum::<usize>() + error.column()
}

/// Skipping and reading agree, except for forms that are not faults of the grammar.
fn agree_with_skipping(text: &str) {
    match (ours(text), skipped(text)) {
        (Ok(_), Err(error)) => panic!("{text:?} read, {error}"),
        (Err(error), Ok(())) => assert!(is_form(error.problem()), "{text:?} skipped, {error}"),
        (Err(read), Err(skipped)) => {
            let same = read.at() == skipped.at() && read.problem() == skipped.problem();
            assert!(same || is_form(read.problem()), "{text:?}: {read:?}, skipped {skipped:?}");
        }
        (Ok(_), Ok(())) => {}
    }
}

fn is_form(problem: Problem) -> bool {
    matches!(problem, Problem::OutOfRange | Problem::Syntax(Syntax::LoneSurrogate | Syntax::EndOfHexEscape))
}

#[test]
fn awkward_texts() {
    let texts = texts::awkward();
    assert!(texts.len() > 2000);
    for text in &texts {
        agree(text);
    }
}

#[test]
fn cut_off_at_every_byte() {
    for text in texts::awkward() {
        if text.len() < 120 {
            for (at, _) in text.char_indices() {
                agree(&text[..at]);
            }
        }
    }
    let mut rng = Rng::with_seed(1);
    for _ in 0..50 {
        let text = texts::random(&mut rng, 4);
        for (at, _) in text.char_indices() {
            agree(&text[..at]);
        }
    }
}

#[test]
fn random_texts_and_mutants() {
    let mut rng = Rng::with_seed(2);
    let (runs, mut sound) = (runs(100_000), 0);
    for _ in 0..runs {
        let text = texts::random(&mut rng, 3);
        let mutant = texts::mutate(&mut rng, &text);
        agree(&mutant);
        sound += usize::from(ours(&mutant).is_ok());
    }
    // Neither all nor none.
    assert!(keeps_numbers() || (runs / 20..runs * 6 / 10).contains(&sound), "{sound}");
}

#[test]
fn random_numbers() {
    let mut rng = Rng::with_seed(3);
    for _ in 0..runs(100_000) {
        let text = match rng.u8(..4) {
            0 => f64::from_bits(rng.u64(..)).to_string(),
            1 => format!("{:e}", f64::from_bits(rng.u64(..))),
            2 => format!("{}.{}e{}", rng.u64(..), rng.u64(..), rng.i32(-350..350)),
            _ => rng.i128(..).to_string()[..rng.usize(1..20)].to_owned(),
        };
        agree(&text);
    }
}

#[test]
fn bytes_that_are_not_utf8() {
    for bytes in [
        &b"\"\xff\""[..],
        b"\"\xc3\"",
        b"\"\xed\xa0\x80\"",
        b"\"\xf4\x90\x80\x80\"",
        b"\"\xc0\x80\"",
        b"[1]\xff",
        b"\xff",
    ] {
        assert!(crate::json::utf8(bytes).is_err());
        assert!(serde_json::from_slice::<Value>(bytes).is_err());
    }
}

#[test]
fn as_deep_as_the_reader() {
    let text = "[".repeat(5) + &"]".repeat(5);
    assert!(walk::skip(text.as_bytes(), 0, walk::LEVELS - 5).is_ok());
    assert!(walk::skip(text.as_bytes(), 0, walk::LEVELS - 4).is_err());
}

#[test]
fn foreign_readers_of_keys_and_options() {
    use std::collections::BTreeMap;

    let mut reader = Reader::strict(r#" {"a" : [1, null], "\u0062":[]} "#);
    let map = BTreeMap::<String, Vec<Option<u8>>>::deserialize(&mut reader).expect("sound");
    assert_eq!(map, BTreeMap::from([("a".into(), vec![Some(1), None]), ("b".into(), vec![])]));
    assert!(reader.finish().is_ok());

    let mut reader = Reader::strict("[1,2,3]");
    let error = <(u8, u8)>::deserialize(&mut reader).expect_err("three are not two");
    assert_eq!((error.problem(), error.at()), (Problem::Other, 5));
    assert_eq!(<(u8, u8)>::deserialize(&mut Reader::strict("[1,2 ]")).ok(), Some((1, 2)));
}
