use std::io::{self, Read};

use super::{Piece, Pieces, Place, lines_of};
use crate::blocks::Blocks;

/// Gives so many bytes at a time.
struct Steps<R>(R, usize);

impl<R: Read> Read for Steps<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = buffer.len().min(self.1);
        self.0.read(&mut buffer[..length])
    }
}

/// What is read in steps of `step` bytes, in words.
fn read(text: &[u8], step: usize, longest: usize) -> Vec<String> {
    let mut all = Vec::new();
    // Few bytes of memory, and few that are enough.
    for (held, enough) in [(1, 1), (4, 4), (64, 4), (64, 16)] {
        let mut pieces = Pieces::new(Steps(text, step), longest, Blocks::default());
        pieces.held.truncate(held);
        pieces.enough = enough;
        all.push(pieces.flat_map(words).collect::<Vec<_>>());
    }
    assert!(all.iter().all(|words| *words == all[0]), "{all:?}");
    all.swap_remove(0)
}

fn words(piece: Piece) -> Vec<String> {
    let text = |text: &[u8]| String::from_utf8_lossy(text).into_owned();
    match piece {
        Piece::Lines { first, text: lines } => {
            lines_of(first, &lines).map(|(number, line)| format!("{number} {}", text(line))).collect()
        }
        Piece::Elements { text: all, elements } => {
            let words = |at: Place| format!("{}/{}", at.line, at.index.expect("an index"));
            let elements = elements.into_iter();
            elements.map(|element| format!("{} {}", words(element.place), text(&all[element.text]))).collect()
        }
        Piece::Document(document) => vec![format!("all {}", text(&document))],
        Piece::TooLong(Place { line, index: None }) => vec![format!("{line} too long")],
        Piece::TooLong(Place { line, index: Some(index) }) => vec![format!("{line}/{index} too long")],
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
    for text in ["{\n  \"a\": {}\n}\n", "{\n  \"a\": {},\n  \"b", "[7,\n{}]", "7", "Jane"] {
        assert_eq!(read(text.as_bytes(), 2, 100), [format!("all {text}")]);
    }
    assert_eq!(read(b"", 2, 100), ["nothing"]);
    assert_eq!(read(b" \n\n", 2, 100), ["nothing"]);
}

#[test]
fn an_array_of_bodies() {
    for step in [1, 3, 1_000] {
        assert_eq!(read(b"[{},{\"a\":1}]", step, 100), ["1/0 {}", "1/1 {\"a\":1}"]);
        let text = b"\n[\n  {\n\"a\": \"],\\\"\"},\n\n {}\n , 7 ]\n";
        assert_eq!(read(text, step, 100), ["3/0 {\n\"a\": \"],\\\"\"}", "6/1 {}", "7/2 7"], "{step}");
        assert_eq!(read(b"[{},]", step, 100), ["1/0 {}", "1/1 "]);
        // What is behind the array is lines.
        assert_eq!(read(b"[{}\n] x\n{}\n", step, 100), ["1/0 {}", "2  x", "3 {}"]);
        assert_eq!(read(b" [ \n]\n", step, 100), ["nothing"]);
    }
}

#[test]
fn an_array_that_is_cut_off() {
    for step in [1, 1_000] {
        assert_eq!(read(b"[{},\n{}", step, 100), ["1/0 {}", "2/1 {}", "2 the array is cut off"]);
        assert_eq!(read(b"[{},{}\n,\n", step, 100), ["1/0 {}", "1/1 {}", "3 the array is cut off"]);
        assert_eq!(read(b"[{},{\"a\n", step, 100), ["1/0 {}", "2 the array is cut off"]);
        assert_eq!(read(b"[{}, {} x", step, 100), ["1/0 {}", "1 the array is cut off"]);
    }
}

#[test]
fn elements_that_are_too_long_are_passed_over() {
    let long = "x],\n".repeat(20);
    for step in [1, 7] {
        let text = format!("[{{}},{{\"{long}\":1}}, {{}}]");
        assert_eq!(read(text.as_bytes(), step, 20), ["1/0 {}", "1/1 too long", "21/2 {}"], "{step}");
        let text = format!("[{{}},\n{{\"{long}\":1}}]\n{{}}");
        assert_eq!(read(text.as_bytes(), step, 20), ["1/0 {}", "2/1 too long", "23 {}"], "{step}");
        let text = format!("[{{}},{{\"{long}");
        let expected = ["1/0 {}", "1/1 too long", "21 the array is cut off"];
        assert_eq!(read(text.as_bytes(), step, 20), expected, "{step}");
    }
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
        Pieces::new(Steps(input, 3), 100, Blocks::default()).flat_map(words).collect()
    };
    assert_eq!(read(b"{}\n{}\n{\"a"), ["1 {}", "2 {}", "3 broken"]);
    assert_eq!(read(b""), ["1 broken"]);
    assert_eq!(read(b"{\n"), ["1 {", "2 broken"]);
    assert_eq!(read(b"[{},\n{}, {}"), ["1/0 {}", "2/1 {}", "2 broken"]);
}

/// Gives the first bytes, and then the others again and again. Whoever asks for more than so many holds too much.
struct Endless(&'static [u8], &'static [u8], usize);

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let given = if self.0.is_empty() { self.1 } else { std::mem::take(&mut self.0) };
        self.2 = self.2.checked_sub(given.len()).expect("no more is asked for");
        buffer[..given.len()].copy_from_slice(given);
        Ok(given.len())
    }
}

#[test]
fn what_never_ends_is_not_held() {
    let read = |begin, rest| Pieces::new(Endless(begin, rest, 300), 100, Blocks::default());
    for begin in ["x", " ", "[", "[ \n", "[7,"] {
        assert_eq!(
            read(begin.as_bytes(), b" ").next().map(words),
            Some(vec!["1 too long".to_owned()]),
            "{begin:?}"
        );
    }
    // To see that the first line is not one body, more is read at first than is enough.
    let mut pieces = read(b"[", b"{},");
    pieces.enough = 16;
    let counts: Vec<_> = pieces.flat_map(|piece| [words(piece).len()]).take(3).collect();
    assert_eq!(counts, [34, 6, 6]);
}

#[test]
fn an_interrupted_read_is_tried_again() {
    struct Interrupted(bool);
    impl Read for Interrupted {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            let is_first = !std::mem::replace(&mut self.0, true);
            if is_first { Err(io::ErrorKind::Interrupted.into()) } else { Ok(0) }
        }
    }
    let input = b"{}\n".chain(Interrupted(false)).chain(&b"{}"[..]);
    let pieces = Pieces::new(input, 100, Blocks::default());
    assert_eq!(pieces.flat_map(words).collect::<Vec<_>>(), ["1 {}", "2 {}"]);
}
