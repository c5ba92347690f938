//! The program as a process.

#![allow(dead_code, reason = "every test binary uses a part of it")]

#[path = "../../../../tests/support/fixtures.rs"]
mod fixtures;
#[path = "../../../../tests/support/listening.rs"]
mod listening;
#[path = "../../../../tests/support/marked.rs"]
pub(crate) mod marked;
#[path = "../../../../tests/support/temporary.rs"]
mod temporary;

use std::io::{self, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command};
use std::thread::{self, JoinHandle};

use listening::listening;
pub(crate) use temporary::TemporaryFolder;

/// The program, running.
pub(crate) struct Program {
    child: Child,
    address: SocketAddr,
    /// What it prints: read as it comes, or the program would wait for a reader.
    printed: Vec<JoinHandle<io::Result<String>>>,
}

impl Program {
    pub(crate) fn start(file: &Path) -> Self {
        Self::with(&[], file)
    }

    pub(crate) fn with(arguments: &[&str], file: &Path) -> Self {
        let (mut program, out) = Self::launch(arguments, file);
        program.printed.push(thread::spawn(move || io::read_to_string(out)));
        let errors = program.child.stderr.take().expect("piped");
        program.printed.push(thread::spawn(move || io::read_to_string(errors)));
        program
    }

    /// The program, and what it prints to standard output from now on: nobody reads that yet.
    pub(crate) fn launch(arguments: &[&str], file: &Path) -> (Self, BufReader<ChildStdout>) {
        let mut program = Command::new(env!("CARGO_BIN_EXE_sqlite"));
        let (child, address, out) = listening(program.args(arguments).arg(file));
        (Self { child, address, printed: Vec::new() }, out)
    }

    /// Ends it, and gives what it printed to standard output and to standard error.
    pub(crate) fn kill(mut self) -> Vec<String> {
        self.child.kill().expect("it runs");
        let printed = std::mem::take(&mut self.printed).into_iter();
        printed.map(|reader| reader.join().expect("no panic").expect("UTF-8")).collect()
    }

    pub(crate) fn post(&self, body: &str) -> u16 {
        self.send("", body.as_bytes()).0
    }

    /// Posts a body, and gives the status and the answer with its head.
    pub(crate) fn send(&self, header: &str, body: &[u8]) -> (u16, String) {
        let head = format!(
            "POST /events HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n{header}content-length: {}\r\n\r\n",
            body.len()
        );
        self.send_raw(&[head.as_bytes(), body].concat())
    }

    pub(crate) fn send_raw(&self, request: &[u8]) -> (u16, String) {
        let mut stream = TcpStream::connect(self.address).expect("connects");
        // It may have heard enough before all is sent, and then its answer may be lost.
        let _ = stream.write_all(request);
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
        (status.expect("a status"), answer)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
