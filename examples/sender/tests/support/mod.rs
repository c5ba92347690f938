//! The sender as a process, and files for it.

#![allow(dead_code, reason = "every test binary uses a part of it")]

#[path = "../../../../tests/support/child.rs"]
mod child;
#[path = "../../../../tests/support/fixtures.rs"]
mod fixtures;
#[path = "../../../../tests/support/marked.rs"]
pub(crate) mod marked;

use std::path::PathBuf;
use std::process::Command;

use child::run_to_end;

/// What a run of the sender printed, and its exit code.
pub(crate) struct Sent {
    pub(crate) code: i32,
    pub(crate) lines: Vec<String>,
    pub(crate) errors: String,
}

/// Runs the sender with `input` as standard input.
pub(crate) fn send(arguments: &[&str], input: &[u8]) -> Sent {
    let program = &mut Command::new(env!("CARGO_BIN_EXE_sender"));
    let (code, text, errors) = run_to_end(program.args(arguments), input);
    Sent { code, lines: text.lines().map(str::to_owned).collect(), errors }
}

impl Sent {
    /// The lines without times: the name of each body and what became of it.
    pub(crate) fn outcomes(&self) -> Vec<&str> {
        let bodies = &self.lines[..self.lines.len() - 1];
        let outcome = |line: &'_ String| line.rfind(' ').and_then(|end| line[..end].rfind(' '));
        bodies.iter().map(|line| &line[..outcome(line).expect("a time")]).collect()
    }

    /// The last line up to the times.
    pub(crate) fn counts(&self) -> &str {
        let last = self.lines.last().expect("a last line");
        last.split_once(" p50=").map_or(last, |(counts, _)| counts)
    }
}

/// A file that this process alone uses.
pub(crate) fn file(name: &str, text: &[u8]) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(std::process::id().to_string());
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    std::fs::write(&path, text).expect("written");
    path.into_os_string().into_string().expect("UTF-8")
}
