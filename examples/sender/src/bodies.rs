//! Bodies out of files.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::sync::Arc;

use bytes::Bytes;
use serde::de::IgnoredAny;

/// A body, and where it is from.
#[derive(Debug)]
pub(crate) struct Body {
    pub(crate) file: Arc<str>,
    /// The line from 1, if the file holds a body a line.
    pub(crate) line: Option<usize>,
    pub(crate) bytes: Bytes,
}

/// Opens a file, or standard input for `-`.
pub(crate) fn open(file: &OsStr) -> io::Result<Box<dyn BufRead>> {
    if file == "-" {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let open = File::open(file)?;
    if open.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    Ok(Box::new(BufReader::new(open)))
}

/// Hands over each body of a file; says how many there were, and stops early when nobody takes them.
///
/// If the first line is a whole JSON object, lines are handed over as they come. Else the file is read
/// to its end: it is one body if it is one JSON value, or if none of its lines is a JSON object.
pub(crate) fn each(
    file: &str,
    mut input: impl BufRead,
    give: &mut impl FnMut(Body) -> bool,
) -> io::Result<usize> {
    let file: Arc<str> = file.into();
    let mut given = 0;
    let mut give = |line: Option<usize>, bytes: &[u8]| {
        given += 1;
        give(Body { file: Arc::clone(&file), line, bytes: Bytes::copy_from_slice(bytes) })
    };
    let mut text = Vec::new();
    let mut first = 0;
    while text.trim_ascii().is_empty() {
        text.clear();
        first += 1;
        if input.read_until(b'\n', &mut text)? == 0 {
            return Ok(0);
        }
    }
    if !is_object(&text) {
        input.read_to_end(&mut text)?;
        let is_one = serde_json::from_slice::<IgnoredAny>(&text).is_ok();
        if is_one || !text.split(|byte| *byte == b'\n').any(is_object) {
            give(None, &text);
            return Ok(given);
        }
    }
    let mut lines = io::Cursor::new(std::mem::take(&mut text)).chain(input);
    for number in first.. {
        text.clear();
        if lines.read_until(b'\n', &mut text)? == 0 {
            break;
        }
        // As it is: a body that was cut off may end in a space.
        let line = text.strip_suffix(b"\n").unwrap_or(&text);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if !line.trim_ascii().is_empty() && !give(Some(number), line) {
            break;
        }
    }
    Ok(given)
}

fn is_object(text: &[u8]) -> bool {
    text.trim_ascii_start().starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::each;

    fn bodies(text: &str) -> Vec<(Option<usize>, String)> {
        let mut found = Vec::new();
        let count = each("f", text.as_bytes(), &mut |body| {
            assert_eq!(&*body.file, "f");
            found.push((body.line, String::from_utf8(body.bytes.to_vec()).expect("UTF-8")));
            true
        });
        assert_eq!(count.expect("reads"), found.len());
        found
    }

    fn lines(expected: &[(usize, &str)]) -> Vec<(Option<usize>, String)> {
        expected.iter().map(|(line, text)| (Some(*line), (*text).to_owned())).collect()
    }

    #[test]
    fn a_body_a_line() {
        assert_eq!(bodies("{}"), lines(&[(1, "{}")]));
        assert_eq!(
            bodies("\n{\"a\":1}\r\n\n{\"b\n[1]\n"),
            lines(&[(2, "{\"a\":1}"), (4, "{\"b"), (5, "[1]")])
        );
        // The first line may be the damaged one.
        assert_eq!(bodies("{\"a \n{}\n"), lines(&[(1, "{\"a "), (2, "{}")]));
    }

    #[test]
    fn a_body_a_file() {
        for text in ["{\n  \"a\": {}\n}\n", "{\n  \"a\": {},\n  \"b", "[\n{}\n]", "7", "Jane"] {
            assert_eq!(bodies(text), [(None, text.to_owned())], "{text}");
        }
        assert_eq!(bodies(""), []);
        assert_eq!(bodies(" \n\n"), []);
    }

    #[test]
    fn nobody_who_takes_them_ends_it() {
        let mut taken = 0;
        let count = each("f", &b"{}\n{}\n{}\n"[..], &mut |_| {
            taken += 1;
            taken < 2
        });
        assert_eq!((count.expect("reads"), taken), (2, 2));
    }
}
