//! The queue, and what a line can hold.

use std::io::{self, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use super::{LONGEST_LINE, Log, WAITING, harmless};

/// A reader that stalls until it is told to go on.
struct Stalled {
    asked: Sender<()>,
    go: Receiver<()>,
    out: Arc<Mutex<Vec<u8>>>,
}

impl Write for Stalled {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let _ = self.asked.send(());
        // Once told, it never stalls again: the other end is gone.
        let _ = self.go.recv();
        self.out.lock().expect("alone").extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_stalled_reader_costs_lines_beyond_the_bound_and_they_are_counted() {
    let (asked, is_asked) = channel();
    let (told, go) = channel();
    let out = Arc::new(Mutex::new(Vec::new()));
    let (log, written) = Log::to(Stalled { asked, go, out: Arc::clone(&out) });
    log.note("first");
    is_asked.recv().expect("the writer is in it");
    let (refusal, event) = ("r".repeat(99), "e".repeat(99));
    let (refusals, events) = (WAITING / 400 + 10, WAITING / 100 + 10);
    (0..refusals).for_each(|_| log.refused(&refusal));
    (0..events).for_each(|_| log.event(&event));
    drop(told);
    drop(log);
    while written.0.recv().is_ok() {}
    let text = String::from_utf8(out.lock().expect("alone").clone()).expect("UTF-8");
    let lines: Vec<_> = text.lines().collect();
    let kept = |line: &str| lines.iter().filter(|found| **found == line).count();
    // Refusals take a quarter, events the rest.
    assert_eq!(kept(&refusal), WAITING / 400);
    assert_eq!(kept(&event), WAITING / 100 - WAITING / 400);
    let left_out = refusals + events - WAITING / 100;
    assert_eq!(
        lines[lines.len() - 2..],
        [
            format!("{left_out} lines left out"),
            format!("stopped events={events} refused={refusals} left-out={left_out} cut-off=0"),
        ]
    );
}

#[test]
fn a_line_is_one_line_and_bounded() {
    assert_eq!(
        harmless("/message/a\nb\u{1b}: \"odd\" \u{202e}\u{2028}é"),
        "/message/a\\nb\\u{1b}: \"odd\" \\u{202e}\\u{2028}é"
    );
    let full = harmless("é".repeat(300));
    assert!(full.len() <= LONGEST_LINE && full.ends_with("é…"), "{full}");
    assert_eq!(harmless("x".repeat(LONGEST_LINE - 3)).len(), LONGEST_LINE - 3);
    assert!(harmless("\n".repeat(LONGEST_LINE)).ends_with("\\n…"));
}

#[test]
fn a_reader_that_has_gone_holds_nobody_up() {
    struct Gone;
    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
    }
    let (log, written) = Log::to(Gone);
    for _ in 0..100 {
        log.event("an event");
    }
    drop(log);
    assert!(written.wait());
}
