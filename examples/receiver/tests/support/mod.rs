//! The receiver as a process, and a small HTTP client.

#![allow(dead_code, reason = "every test binary uses a part of it")]

#[path = "../../../../tests/support/fixtures.rs"]
mod fixtures;
#[path = "../../../../tests/support/listening.rs"]
mod listening;
#[path = "../../../../tests/support/marked.rs"]
pub(crate) mod marked;

pub(crate) mod bodies;
pub(crate) mod load;

use std::io::{BufRead as _, BufReader, ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver as Gate, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use listening::listening;

/// A running receiver.
pub(crate) struct Receiver {
    child: Child,
    pub(crate) address: SocketAddr,
    lines: Option<JoinHandle<Vec<String>>>,
    /// Nobody reads the log until this is dropped.
    stalled: Option<Sender<()>>,
}

impl Receiver {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut receiver = Self::start_stalled(arguments);
        receiver.read_log();
        receiver
    }

    /// One whose log nobody reads before [`Receiver::read_log`].
    pub(crate) fn start_stalled(arguments: &[&str]) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_receiver"));
        let (child, address, out) = listening(program.args(arguments));
        assert!(address.ip().is_loopback());
        let (stalled, gate): (Sender<()>, Gate<()>) = channel();
        let lines = std::thread::spawn(move || {
            let _ = gate.recv();
            out.lines().map(|line| line.expect("UTF-8")).collect()
        });
        Self { child, address, lines: Some(lines), stalled: Some(stalled) }
    }

    pub(crate) fn read_log(&mut self) {
        self.stalled = None;
    }

    /// Sends the signal `name`.
    pub(crate) fn signal(&self, name: &str) {
        // The shell has `kill` where there is no program of that name.
        let kill = format!("kill -s {name} {}", self.child.id());
        let sent = Command::new("sh").args(["-c", &kill]).status().expect("a shell runs");
        assert!(sent.success());
    }

    /// Waits for the end, and gives the exit code and what was logged.
    pub(crate) fn wait(mut self) -> (Option<i32>, Vec<String>) {
        self.read_log();
        let code = self.child.wait().expect("ends").code();
        let errors = self.child.stderr.take().map(std::io::read_to_string);
        assert_eq!(errors.expect("piped").expect("UTF-8"), "");
        let lines = self.lines.take().expect("once").join().expect("reads");
        (code, lines)
    }

    pub(crate) fn stop(self) -> Vec<String> {
        self.signal("TERM");
        let (code, lines) = self.wait();
        assert_eq!(code, Some(0));
        lines
    }

    /// A number that the kernel keeps about the process: kilobytes in `VmRSS` and `VmHWM`, or `Threads`.
    pub(crate) fn status(&self, name: &str) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("Linux");
        let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("a number");
        line.trim_matches([':', ' ', '\t']).trim_end_matches(" kB").trim().parse().expect("a number")
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        // After `wait` there is nothing left to end.
        let _ = self.child.kill();
    }
}

/// A connection that is kept.
pub(crate) struct Client {
    stream: BufReader<TcpStream>,
    is_told_to_close: bool,
}

impl Client {
    pub(crate) fn connect(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).expect("connects");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("takes a timeout");
        stream.set_nodelay(true).expect("takes it");
        Self { stream: BufReader::new(stream), is_told_to_close: false }
    }

    pub(crate) fn post(&mut self, path: &str, headers: &[(&str, &[u8])], body: &[u8]) -> (u16, String) {
        self.send("POST", path, headers, body.len(), body);
        self.answer()
    }

    /// Sends a request that announces `length` bytes, and as much of the body as is given.
    pub(crate) fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &[u8])],
        length: usize,
        body: &[u8],
    ) {
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\n").into_bytes();
        for (name, value) in headers {
            request.extend([name.as_bytes(), b": ", value, b"\r\n"].concat());
        }
        request.extend(format!("Content-Length: {length}\r\n\r\n").bytes());
        request.extend(body);
        self.more(&request);
    }

    /// Starts a request whose body comes in chunks.
    pub(crate) fn start_chunks(&mut self) {
        self.more(b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    pub(crate) fn chunk(&mut self, bytes: &[u8]) {
        self.more(format!("{:x}\r\n", bytes.len()).as_bytes());
        self.more(bytes);
        self.more(b"\r\n");
    }

    pub(crate) fn more(&mut self, bytes: &[u8]) {
        // A server that has heard enough may close its side before all is sent.
        let _ = self.stream.get_mut().write_all(bytes);
    }

    /// Whether an answer said that the connection ends.
    pub(crate) fn was_told_to_close(&self) -> bool {
        self.is_told_to_close
    }

    /// The answer's status and body.
    pub(crate) fn answer(&mut self) -> (u16, String) {
        self.try_answer().expect("an answer")
    }

    /// The same, or nothing if the connection was closed without one.
    pub(crate) fn try_answer(&mut self) -> Option<(u16, String)> {
        let mut line = String::new();
        // Closed with an error, if more was sent than was read; but it must be closed by now.
        match self.stream.read_line(&mut line) {
            Err(error) => {
                assert!(!matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut), "left open");
                return None;
            }
            Ok(0) => return None,
            Ok(_) => {}
        }
        let status = line.split(' ').nth(1).expect("a status").parse().expect("a number");
        let mut length = 0;
        loop {
            let mut header = String::new();
            self.stream.read_line(&mut header).expect("a header");
            let header = header.trim().to_ascii_lowercase();
            if header.is_empty() {
                break;
            }
            if let Some(value) = header.strip_prefix("content-length:") {
                length = value.trim().parse().expect("a length");
            }
            self.is_told_to_close |= header == "connection: close";
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).expect("a body");
        Some((status, String::from_utf8(body).expect("UTF-8")))
    }
}

/// The bodies and configurations of the fixtures: every JSON object is answered.
pub(crate) fn fixtures() -> Vec<String> {
    fixtures::all_fixtures().into_iter().map(|fixture| fixture.text).collect()
}

/// What every JSON object is answered.
const DONE: &str = r#"{"message":"Done"}"#;

pub(crate) fn done() -> (u16, String) {
    (200, DONE.to_owned())
}
