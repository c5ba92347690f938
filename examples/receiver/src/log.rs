//! One line an event, on a queue that is bounded in bytes.
//!
//! A line is at most [`LONGEST_LINE`] bytes long, and no character of it can end it or move a
//! terminal. A reader that is slow, or has gone, costs lines and never an answer; how many is said
//! as soon as there is room again.

use std::fmt::{self, Write as _};
use std::io::Write;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// Bytes of lines that may wait; as many again may be on their way out.
const WAITING: usize = 2 << 20;

/// Refusals leave the rest to events: anybody can cause them.
const WAITING_REFUSALS: usize = WAITING / 4;

/// The longest line in bytes.
const LONGEST_LINE: usize = 512;

/// Where lines go; its clones are the same log.
#[derive(Clone, Debug)]
pub struct Log(Arc<Open>);

/// Tells when everything is written.
#[derive(Debug)]
pub struct Written(Receiver<()>);

/// The log while anybody can still write to it.
#[derive(Debug)]
struct Open(Arc<Queue>);

#[derive(Debug, Default)]
struct Queue {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Waiting {
    lines: String,
    /// Lines left out since the last one that was written.
    missing: usize,
    counts: Counts,
    is_closed: bool,
}

/// What the last line says.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    events: usize,
    refused: usize,
    left_out: usize,
    cut_off: usize,
}

impl Log {
    /// A log that a thread of its own writes to `out`. Once the last clone is gone, a line with the
    /// counts ends it.
    pub fn to(out: impl Write + Send + 'static) -> (Self, Written) {
        let queue = Arc::new(Queue::default());
        let (end, written) = channel();
        let log = Self(Arc::new(Open(Arc::clone(&queue))));
        thread::spawn(move || {
            queue.write_all(out);
            drop(end);
        });
        (log, Written(written))
    }

    /// A line that is neither an event nor a refusal.
    pub fn note(&self, line: impl fmt::Display) {
        self.0.0.push(&line, WAITING, |_| ());
    }

    /// The line of an event that is answered.
    pub(crate) fn event(&self, line: impl fmt::Display) {
        self.0.0.push(&line, WAITING, |counts| counts.events += 1);
    }

    /// The line of a request that is refused.
    pub(crate) fn refused(&self, line: impl fmt::Display) {
        self.0.0.push(&line, WAITING_REFUSALS, |counts| counts.refused += 1);
    }

    /// Counts connections that were cut off when the receiver stopped.
    pub(crate) fn cut_off(&self, connections: usize) {
        self.0.0.lock().counts.cut_off += connections;
    }
}

impl Written {
    /// Waits until the last line is out, but no longer than a second for a reader that stalls; says
    /// whether it is out.
    #[must_use]
    pub fn wait(self) -> bool {
        let ended = self.0.recv_timeout(Duration::from_secs(1));
        ended == Err(std::sync::mpsc::RecvTimeoutError::Disconnected)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.lock().is_closed = true;
        self.0.changed.notify_one();
    }
}

impl Queue {
    /// What waits; a thread that panicked while it held it left nothing half done.
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&self, line: &dyn fmt::Display, room: usize, count: impl FnOnce(&mut Counts)) {
        let line = harmless(line);
        let mut waiting = self.lock();
        count(&mut waiting.counts);
        if waiting.lines.len() + line.len() < room {
            waiting.lines.push_str(&line);
            waiting.lines.push('\n');
            self.changed.notify_one();
        } else {
            waiting.missing += 1;
            waiting.counts.left_out += 1;
        }
    }

    fn write_all(&self, mut out: impl Write) {
        loop {
            let mut waiting = self.lock();
            while waiting.lines.is_empty() && !waiting.is_closed {
                waiting = self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
            }
            let lines = std::mem::take(&mut waiting.lines);
            let missing = std::mem::take(&mut waiting.missing);
            let closing = (lines.is_empty()).then_some(waiting.counts);
            drop(waiting);
            // Nobody can be told that the reader has gone.
            let _ = out.write_all(lines.as_bytes());
            if missing > 0 {
                let _ = writeln!(out, "{missing} lines left out");
            }
            let _ = out.flush();
            if let Some(Counts { events, refused, left_out, cut_off }) = closing {
                let _ = writeln!(
                    out,
                    "stopped events={events} refused={refused} left-out={left_out} cut-off={cut_off}"
                );
                let _ = out.flush();
                return;
            }
        }
    }
}

/// A text with every character escaped that could forge a line, cut to [`LONGEST_LINE`].
pub(crate) fn harmless(text: impl fmt::Display) -> String {
    let mut line = Line(String::new());
    // An error says that the line is full.
    if write!(line, "{text}").is_err() {
        line.0.push('…');
    }
    line.0
}

/// The part of a line that has room.
struct Line(String);

impl fmt::Write for Line {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            let is_plain = matches!(character, ' ' | '"' | '\'' | '\\');
            let start = self.0.len();
            if is_plain {
                self.0.push(character);
            } else {
                self.0.extend(character.escape_debug());
            }
            if self.0.len() > LONGEST_LINE - '…'.len_utf8() {
                self.0.truncate(start);
                return Err(fmt::Error);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
