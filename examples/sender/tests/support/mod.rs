//! The sender as a process, and files for it.

#![allow(dead_code, reason = "every test binary uses a part of it")]

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a run of the sender printed, and its exit code.
pub(crate) struct Sent {
    pub(crate) code: Option<i32>,
    pub(crate) lines: Vec<String>,
    pub(crate) errors: String,
}

/// Runs the sender with `input` as standard input.
pub(crate) fn send(arguments: &[&str], input: &[u8]) -> Sent {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sender"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    let mut pipe = child.stdin.take().expect("piped");
    let output = std::thread::scope(|scope| {
        // It may end before it has read everything.
        scope.spawn(move || _ = pipe.write_all(input));
        child.wait_with_output().expect("ends")
    });
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    let lines = text(output.stdout).lines().map(str::to_owned).collect();
    Sent { code: output.status.code(), lines, errors: text(output.stderr) }
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
