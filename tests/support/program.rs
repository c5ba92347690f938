//! Running the example programs.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn program(name: &str) -> PathBuf {
    // Tests run from `target/<profile>/deps`; examples are built beside it.
    let mut path = std::env::current_exe().expect("a path");
    path.pop();
    path.pop();
    path.push("examples");
    path.push(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(path.exists(), "build the example programs first: cargo build --examples");
    path
}

/// Runs an example program where the fixtures are: its exit code, and what it prints to standard output and to
/// standard error.
pub(crate) fn run(name: &str, arguments: &[&str], input: &str) -> (i32, String, String) {
    let mut child = Command::new(program(name))
        .args(arguments)
        .current_dir(super::folder())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    {
        let mut stdin = child.stdin.take().expect("piped");
        // A program that refuses its command line does not read.
        let _ = stdin.write_all(input.as_bytes());
    }
    let Output { status, stdout, stderr } = child.wait_with_output().expect("ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code().expect("a code"), text(stdout), text(stderr))
}
