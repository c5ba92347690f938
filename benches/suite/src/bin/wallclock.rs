//! Our half of `msgspec/compare.py`: for each line of its input it parses a file for a hundredth of a second,
//! and prints the microseconds of the fastest parse.

use std::hint::black_box;
use std::io::Write as _;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use interactly_webhooks::ServerMessageRequest;

const ROUND: Duration = Duration::from_millis(10);

fn main() -> ExitCode {
    let Some(body) = std::env::args().nth(1).and_then(|file| std::fs::read(file).ok()) else {
        eprintln!("usage: wallclock FILE");
        return ExitCode::from(2);
    };
    let mut out = std::io::stdout();
    for _ in std::io::stdin().lines() {
        let told = writeln!(out, "{:.3}", fastest(&body).as_secs_f64() * 1e6).and_then(|()| out.flush());
        if told.is_err() {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn fastest(body: &[u8]) -> Duration {
    let mut least = Duration::MAX;
    let begin = Instant::now();
    while begin.elapsed() < ROUND {
        let start = Instant::now();
        drop(black_box(ServerMessageRequest::from_slice(black_box(body))));
        least = least.min(start.elapsed());
    }
    least
}
