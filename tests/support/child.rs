//! Running a program to its end.

use std::io::Write as _;
use std::process::{Command, Stdio};

/// Runs a program with this standard input: its exit code, and what it prints to standard output and to
/// standard error.
pub(crate) fn run_to_end(program: &mut Command, input: &[u8]) -> (i32, String, String) {
    let piped = program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("starts");
    let mut pipe = child.stdin.take().expect("piped");
    let output = std::thread::scope(|scope| {
        // Beside the reading, as pipes are short; the program may end before it has read everything.
        scope.spawn(move || _ = pipe.write_all(input));
        child.wait_with_output().expect("ends")
    });
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("a code"), text(output.stdout), text(output.stderr))
}
