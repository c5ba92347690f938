use std::io::{self, BufReader, Read};

use super::{Piece, Pieces, lines_of};

/// What is read in steps of `step` bytes, in words.
fn read(text: &[u8], step: usize, longest: usize) -> Vec<String> {
    let mut pieces = Pieces::new(BufReader::with_capacity(step, text), longest);
    pieces.enough = 4;
    pieces.flat_map(words).collect()
}

fn words(piece: Piece) -> Vec<String> {
    let text = |text: &[u8]| String::from_utf8_lossy(text).into_owned();
    match piece {
        Piece::Lines { first, text: lines } => {
            lines_of(first, &lines).map(|(number, line)| format!("{number} {}", text(line))).collect()
        }
        Piece::Document(document) => vec![format!("all {}", text(&document))],
        Piece::TooLong { line } => vec![format!("{line} too long")],
        Piece::Failed { line, error } => vec![format!("{line} {error}")],
        Piece::Nothing => vec!["nothing".to_owned()],
    }
}

#[test]
fn a_body_a_line() {
    for step in [1, 3, 1_000] {
        assert_eq!(read(b"{}\n{}", step, 100), ["1 {}", "2 {}"]);
        let expected = ["2 {\"a\":1}", "4 {\"b", "5 [1]"];
        assert_eq!(read(b"\n{\"a\":1}\r\n\n{\"b\n[1]\n", step, 100), expected, "{step}");
        // The first line may be the damaged one.
        assert_eq!(read(b"{\"a \n{}\n", step, 100), ["1 {\"a ", "2 {}"]);
    }
}

#[test]
fn lines_are_counted_however_many_end_together() {
    let text = "{}\n".to_owned() + &"\n".repeat(700) + "{}\n{}";
    assert_eq!(read(text.as_bytes(), 5_000, 5_000), ["1 {}", "702 {}", "703 {}"]);
}

#[test]
fn a_body_a_file() {
    for text in ["{\n  \"a\": {}\n}\n", "{\n  \"a\": {},\n  \"b", "[\n{}\n]", "7", "Jane"] {
        assert_eq!(read(text.as_bytes(), 2, 100), [format!("all {text}")]);
    }
    assert_eq!(read(b"", 2, 100), ["nothing"]);
    assert_eq!(read(b" \n\n", 2, 100), ["nothing"]);
}

#[test]
fn what_is_too_long_is_passed_over() {
    let long = "x".repeat(50);
    for step in [1, 7] {
        assert_eq!(
            read(format!("{{}}\n{{\"{long}\":1}}\n{{}}\n").as_bytes(), step, 20),
            ["1 {}", "2 too long", "3 {}"]
        );
        assert_eq!(read(format!("{{\n\"{long}\":1}}\n").as_bytes(), step, 20), ["1 too long"]);
        assert_eq!(read(format!("{{}}\n{{\"{long}").as_bytes(), step, 20), ["1 {}", "2 too long"]);
    }
}

#[test]
fn what_came_before_a_failure_counts() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("broken"))
        }
    }
    let read = |text: &[u8]| -> Vec<String> {
        let input = text.chain(Broken);
        Pieces::new(BufReader::with_capacity(3, input), 100).flat_map(words).collect()
    };
    assert_eq!(read(b"{}\n{}\n{\"a"), ["1 {}", "2 {}", "3 broken"]);
    assert_eq!(read(b""), ["1 broken"]);
    assert_eq!(read(b"{\n"), ["1 {", "2 broken"]);
}
