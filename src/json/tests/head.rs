//! Reading members without serde.

use std::borrow::Cow;

use crate::json::{Kind, Number, Problem, Reader, Syntax};

#[test]
fn a_few_members() {
    let text = r#" {"skip":[1,{"a":"\ud800"}],"o" : { } ,"call":{"id":"c-1","n":-5,"m": 7 ,"nothing":null,"rest":[]},"\u0061":"x\ny", "cut off"#;
    let mut reader = Reader::strict(text);
    let (mut id, mut numbers, mut nothing, mut escaped) = (None, Vec::new(), false, None);
    assert_eq!(reader.kind(), Some(Kind::Object));
    assert_eq!(reader.enter_object().ok(), Some(true));
    while let Ok(Some(key)) = reader.next_key() {
        match &*key {
            "o" | "call" => {
                assert_eq!(reader.enter_object().ok(), Some(true));
                while let Ok(Some(key)) = reader.next_key() {
                    match &*key {
                        "id" => id = reader.read_text().ok().flatten(),
                        "n" | "m" => numbers.extend(reader.read_number().ok().flatten()),
                        "nothing" => nothing = reader.read_null().is_ok_and(|null| null),
                        _ => reader.skip().expect("sound"),
                    }
                }
            }
            "a" => escaped = reader.read_text().ok().flatten(),
            _ => reader.skip().expect("sound"),
        }
    }
    assert!(matches!(id, Some(Cow::Borrowed("c-1"))));
    assert_eq!(numbers, [Number::Signed(-5), Number::Unsigned(7)]);
    assert!(nothing);
    assert_eq!(escaped.as_deref(), Some("x\ny"));
}

#[test]
fn other_values_stay() {
    let mut reader = Reader::strict(" [1] ");
    assert_eq!(reader.enter_object().ok(), Some(false));
    assert_eq!(reader.read_text().ok(), Some(None));
    assert_eq!(reader.read_number().ok(), Some(None));
    assert_eq!(reader.read_null().ok(), Some(false));
    assert_eq!(reader.refuse(Problem::Other).at(), 2);
    assert_eq!(reader.offset(), 1);
    assert!(reader.skip().is_ok());
    assert!(reader.finish().is_ok());
}

/// A text may be the beginning of a longer one, and then more digits may follow.
#[test]
fn a_number_at_the_end_of_the_text_may_go_on() {
    for number in ["7", "177", "-7", "1.5", "1e5", "123456789012345678901", "1e400", "-", "1.", "1e"] {
        let error = Reader::strict(number).read_number().map_err(|error| (error.problem(), error.at()));
        assert_eq!(error, Err((Problem::Syntax(Syntax::EndInValue), number.len())), "{number}");
    }
    assert_eq!(Reader::strict("7 ").read_number().ok(), Some(Some(Number::Unsigned(7))));
}

#[test]
fn faults() {
    let problem = |text: &str| {
        let mut reader = Reader::strict(text);
        reader.enter_object()?;
        while reader.next_key()?.is_some() {
            reader.skip()?;
        }
        reader.finish()
    };
    let syntax = |text: &str| problem(text).map_err(|error| error.problem()).err();
    assert_eq!(syntax("{}"), None);
    assert_eq!(syntax(r#"{"a":1,"b":{}}"#), None);
    assert_eq!(syntax("{"), Some(Problem::Syntax(Syntax::EndInObject)));
    assert_eq!(syntax("{,"), Some(Problem::Syntax(Syntax::KeyNotString)));
    assert_eq!(syntax(r#"{"a":1,}"#), Some(Problem::Syntax(Syntax::TrailingComma)));
    assert_eq!(syntax(r#"{"a":1 "b""#), Some(Problem::Syntax(Syntax::CommaOrBrace)));
    assert_eq!(syntax(r#"{"a":1}}"#), Some(Problem::Syntax(Syntax::TrailingCharacters)));
    assert_eq!(syntax(&format!("{{\"a\":{}", "[".repeat(127))), Some(Problem::Depth));
}

#[test]
fn only_a_whole_name_is_the_one_that_was_predicted() {
    for length in 1..26 {
        let name: String = ('a'..='z').take(length).collect();
        let predicted = format!("{name}\":");
        let names = |text: &str| {
            let first = Reader::strict(text).predicted(&[&predicted, "other\":"]);
            (first, Reader::strict(text).predicted(&["other\":", &predicted]))
        };
        assert_eq!(names(&format!("\"{name}\":1")), (Some(0), Some(1)));
        for text in [
            format!("\"{name}x\":1"),
            format!("\"x{name}\":1"),
            format!("\"{name}\" :1"),
            format!("\"{name}\""),
        ] {
            assert_eq!(names(&text), (None, None), "{text}");
        }
        for changed in 0..length {
            let mut other = name.clone().into_bytes();
            other[changed] ^= 1;
            let other = String::from_utf8(other).expect("ASCII");
            assert_eq!(names(&format!("\"{other}\":1")), (None, None), "{other}");
        }
    }
}
