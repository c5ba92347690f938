//! What the example programs share: reading the named files, printing, errors and exit codes.

mod line;

use std::ffi::OsString;
use std::fmt::Display;
use std::io::{BufWriter, ErrorKind, Read as _, Write as _};
use std::process::ExitCode;

use interactly_webhooks::{Deviation, ParseError};

pub(crate) use self::line::{name, say};

/// How a program is called.
pub(crate) struct Usage {
    /// The usage line.
    pub(crate) line: &'static str,
    /// The flags that it takes.
    pub(crate) flags: &'static [&'static str],
}

/// Why a file failed: where, as a pointer that is empty for the whole file, and what.
pub(crate) struct Failure {
    pointer: String,
    message: String,
}

impl Failure {
    /// A failure of the whole file.
    #[allow(dead_code, reason = "not every program has one")]
    pub(crate) fn other(error: &impl Display) -> Self {
        Self::at("", error)
    }

    /// A failure of the value at `pointer`.
    pub(crate) fn at(pointer: &str, error: &impl Display) -> Self {
        Self { pointer: pointer.to_owned(), message: error.to_string() }
    }
}

impl From<ParseError> for Failure {
    fn from(error: ParseError) -> Self {
        let message = match (error.line(), error.column()) {
            (Some(line), Some(column)) => format!("{} (line {line}, column {column})", error.message()),
            _ => error.message().to_owned(),
        };
        Self { pointer: error.pointer().to_owned(), message }
    }
}

/// Says on standard error what deviates in a file.
#[allow(dead_code, reason = "not every program reads leniently")]
pub(crate) fn tell(file: &str, deviations: &[Deviation]) {
    let (name, mut error) = (name(file), BufWriter::new(std::io::stderr().lock()));
    for deviation in deviations {
        let _ = writeln!(error, "{name}: {}: {}", deviation.pointer(), deviation.reason());
    }
}

/// Prints a line. Ends the program where that fails, and quietly when nobody reads any more.
pub(crate) fn print(line: &str) {
    if let Err(error) = writeln!(std::io::stdout(), "{line}") {
        if error.kind() != ErrorKind::BrokenPipe {
            say(format_args!("standard output: {error}"));
        }
        std::process::exit(1);
    }
}

/// Text of a body as a part of a line, cut to 128 bytes and [escaped](line::escape).
#[allow(dead_code, reason = "not every program prints any")]
pub(crate) fn part(text: Option<&str>) -> String {
    let text = text.unwrap_or("-");
    match text.char_indices().find(|(start, one)| start + one.len_utf8() > 128) {
        Some((end, _)) => text[..end].chars().map(line::escape).chain(["…".to_owned()]).collect(),
        None => name(text),
    }
}

/// The flags and the files on the command line, or nothing if the usage is wrong. Behind
/// `--` everything is a file.
pub(crate) fn arguments(usage: &Usage) -> Option<(Vec<&'static str>, Vec<OsString>)> {
    let (mut flags, mut files, mut only_files) = (Vec::new(), Vec::new(), false);
    for argument in std::env::args_os().skip(1) {
        let text = argument.to_string_lossy();
        if only_files || text == "-" || !text.starts_with('-') {
            files.push(argument);
        } else if text == "--" {
            only_files = true;
        } else {
            flags.push(*usage.flags.iter().find(|flag| **flag == text)?);
        }
    }
    let is_right = !files.is_empty()
        && files.iter().all(|file| !file.is_empty())
        && files.iter().filter(|file| *file == "-").count() < 2;
    is_right.then_some((flags, files))
}

/// Runs `each` on every file, with the flags given, and goes on after a failure.
pub(crate) fn run(
    usage: &Usage,
    mut each: impl FnMut(&str, &[u8], &[&str]) -> Result<(), Failure>,
) -> ExitCode {
    let Some((flags, files)) = arguments(usage) else {
        say(format_args!("usage: {}", usage.line));
        return ExitCode::from(2);
    };
    let mut all_well = true;
    for file in &files {
        let file_name = file.to_string_lossy();
        let done = read(file).and_then(|bytes| each(&file_name, &bytes, &flags));
        if let Err(failure) = done {
            say(format_args!("{}: {}: {}", name(&file_name), failure.pointer, failure.message));
            all_well = false;
        }
    }
    if all_well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn read(file: &OsString) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = if file == "-" {
        std::io::stdin().read_to_end(&mut bytes).map(drop)
    } else {
        std::fs::read(file).map(|read| bytes = read)
    };
    read.map(|()| bytes).map_err(|error| Failure::other(&error))
}
