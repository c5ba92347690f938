//! Prints the microseconds of the fastest of many parses of a file, which takes 0.3 seconds.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use interactly_webhooks::ServerMessageRequest;

fn main() -> ExitCode {
    let Some(body) = std::env::args().nth(1).and_then(|file| std::fs::read(file).ok()) else {
        eprintln!("usage: wallclock FILE");
        return ExitCode::from(2);
    };
    let mut least = Duration::MAX;
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_millis(300) {
        let start = Instant::now();
        drop(black_box(ServerMessageRequest::from_slice(black_box(&body))));
        least = least.min(start.elapsed());
    }
    println!("{:.3}", least.as_secs_f64() * 1e6);
    ExitCode::SUCCESS
}
