//! What is printed while bodies are on their way.

use std::io::Write as _;

use indicatif::{ProgressBar, ProgressStyle};

use crate::line::say;

/// Lines on standard output, and below them a bar on standard error, if that is a terminal.
#[derive(Clone)]
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// With the bytes of all files, if they are known.
    pub(crate) fn new(bytes: Option<u64>) -> Self {
        let (bar, style) = match bytes {
            Some(bytes) => (ProgressBar::new(bytes), "{wide_bar} {bytes} of {total_bytes}, {eta} left"),
            None => (ProgressBar::no_length(), "{spinner} {bytes}, {elapsed}"),
        };
        let style = ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar());
        Self(bar.with_style(style))
    }

    pub(crate) fn line(&self, line: &str) {
        let printed = self.0.suspend(|| writeln!(std::io::stdout(), "{line}"));
        if printed.is_err() {
            // Nobody reads any more.
            std::process::exit(1);
        }
    }

    pub(crate) fn error(&self, line: &str) {
        self.0.suspend(|| say(line));
    }

    /// So many bytes more are done.
    pub(crate) fn done(&self, bytes: usize) {
        self.0.inc(bytes as u64);
    }

    pub(crate) fn end(&self) {
        self.0.finish_and_clear();
    }
}
