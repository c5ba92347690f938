//! What the example programs share: reading the named files, errors and exit codes.

use std::io::Read as _;
use std::process::ExitCode;

use interactly_webhooks::ParseError;

/// How a program is called.
pub(crate) struct Usage {
    /// The usage line.
    pub(crate) line: &'static str,
    /// The flags that it takes.
    pub(crate) flags: &'static [&'static str],
}

/// Why a file failed: where, and what.
pub(crate) struct Failure {
    pointer: String,
    message: String,
}

impl Failure {
    /// A failure at `pointer`.
    pub(crate) fn new(pointer: &str, message: &str) -> Self {
        Self { pointer: pointer.to_owned(), message: message.to_owned() }
    }

    /// A failure of the whole file.
    #[allow(dead_code, reason = "not every program has one")]
    pub(crate) fn other(error: &impl std::fmt::Display) -> Self {
        Self::new("", &error.to_string())
    }
}

impl From<ParseError> for Failure {
    fn from(error: ParseError) -> Self {
        Self::new(error.pointer(), &error.message())
    }
}

/// The files on the command line, or nothing if the usage is wrong.
pub(crate) fn files(usage: &Usage) -> Option<Vec<String>> {
    let (flags, files): (Vec<_>, Vec<_>) =
        std::env::args().skip(1).partition(|argument| argument.len() > 1 && argument.starts_with('-'));
    let known = flags.iter().all(|flag| usage.flags.contains(&flag.as_str()));
    (known && !files.is_empty()).then_some(files)
}

/// Runs `each` on every file, with the flags given, and goes on after a failure.
pub(crate) fn run(
    usage: &Usage,
    mut each: impl FnMut(&str, &[u8], &[&str]) -> Result<(), Failure>,
) -> ExitCode {
    let Some(files) = files(usage) else {
        eprintln!("usage: {}", usage.line);
        return ExitCode::from(2);
    };
    let given: Vec<_> = std::env::args().collect();
    let flags: Vec<_> =
        usage.flags.iter().copied().filter(|flag| given.iter().any(|argument| argument == flag)).collect();
    let mut all_well = true;
    for file in &files {
        let done = read(file).and_then(|bytes| each(file, &bytes, &flags));
        if let Err(failure) = done {
            eprintln!("{file}: {}: {}", failure.pointer, failure.message);
            all_well = false;
        }
    }
    if all_well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn read(file: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = match file {
        "-" => std::io::stdin().read_to_end(&mut bytes).map(drop),
        file => std::fs::read(file).map(|read| bytes = read),
    };
    read.map(|()| bytes).map_err(|error| Failure::new("", &error.to_string()))
}
