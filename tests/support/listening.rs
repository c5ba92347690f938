//! Running a program that listens.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::process::{Child, ChildStdout, Command, Stdio};

/// Starts a program on a free port, and gives it with its address and what it prints to standard output from now on.
pub(crate) fn listening(program: &mut Command) -> (Child, SocketAddr, BufReader<ChildStdout>) {
    let piped = program.args(["--port", "0"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("starts");
    let mut out = BufReader::new(child.stdout.take().expect("piped"));
    let mut line = String::new();
    out.read_line(&mut line).expect("a line");
    let address = line.trim().strip_prefix("listening on http://").expect("the address");
    (child, address.parse().expect("an address"), out)
}
