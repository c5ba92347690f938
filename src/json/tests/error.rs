//! Errors keep no text of the body.

use std::error::Error as _;

use serde::Deserialize as _;
use serde::de::{Error as _, Unexpected};

use crate::json::{Error, Expected, Kind, Marker, Problem, Reader};

#[test]
fn one_pointer() {
    assert_eq!(size_of::<Result<(), Error>>(), size_of::<usize>());
}

#[test]
fn known_words_are_kept() {
    let error = Error::invalid_type(Unexpected::Str("secret"), &"an integer");
    assert_eq!(error.problem(), Problem::Kind { found: Kind::String, expected: Expected::Integer });
    assert_eq!(error.to_string(), "found a string, expected an integer");
    let error = Error::invalid_value(Unexpected::Other("a number with a fraction"), &"an integer");
    assert_eq!(error.to_string(), "found a number with a fraction, expected an integer");
    assert_eq!(Error::custom("this member is given twice").problem(), Problem::Repeated);
    assert_eq!(Error::missing_field("id").to_string(), "missing field `id`");
}

#[test]
fn other_words_are_dropped() {
    let long = "x".repeat(1000);
    for error in [
        Error::custom("secret"),
        Error::custom(&long),
        Error::unknown_field("secret", &["a"]),
        Error::unknown_variant("secret", &["a"]),
        Error::invalid_length(3, &"secret"),
        Error::invalid_type(Unexpected::Other("secret"), &"an integer"),
        Error::invalid_type(Unexpected::Enum, &"an integer"),
    ] {
        assert_eq!(error.problem(), Problem::Other);
        assert!(!format!("{error} {error:?}").contains("secret"));
    }
    let error = Error::invalid_type(Unexpected::Map, &long.as_str());
    assert_eq!(error.to_string(), "found an object, expected another form");
}

#[test]
fn doubles_by_what_is_wrong_with_them() {
    let kind = |number| match Error::invalid_type(Unexpected::Float(number), &"a string").problem() {
        Problem::Kind { found, .. } => Some(found),
        _ => None,
    };
    assert_eq!(kind(1.0), Some(Kind::Number));
    assert_eq!(kind(1.5), Some(Kind::Fraction));
    assert_eq!(kind(2.0f64.powi(64)), Some(Kind::Beyond64));
    assert_eq!(kind(-(2.0f64.powi(63))), Some(Kind::Number));
    assert_eq!(kind(-(2.0f64.powi(64))), Some(Kind::Beyond64));
    assert_eq!(kind(f64::NAN), Some(Kind::OutOfRange));
}

#[test]
fn the_marker() {
    let marked = |error: &Error| error.source().is_some_and(<dyn std::error::Error>::is::<Marker>);
    let mut error = Error::custom("");
    assert!(!marked(&error));
    error.mark();
    assert!(marked(&error));
    assert!(marked(&Error::missing_field("id")) && marked(&Error::duplicate_field("id")));
}

#[test]
fn who_asks_for_two_elements_finds_the_end_behind_them() {
    let read = |text| {
        let mut reader = Reader::strict(text);
        let pairs = <Vec<(u8, u8)>>::deserialize(&mut reader)?;
        reader.finish().map(|_| pairs)
    };
    assert_eq!(read("[[1,2],[3,4 ] , [5,6]]").ok(), Some(vec![(1, 2), (3, 4), (5, 6)]));
    for (text, at) in [("[[1,2,3]]", 6), ("[[1,2}]", 6), ("[[1,2", 5)] {
        assert_eq!(read(text).map_err(|error| error.at()), Err(at), "{text}");
    }
}
