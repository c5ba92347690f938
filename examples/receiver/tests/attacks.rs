//! What enemies send: everything that is a JSON object is answered, small events pass while it
//! lasts, nothing that was answered is lost, and memory stays below 100 MB.
//!
//! `cargo test --release -p receiver --test attacks -- --nocapture` prints how long things took and
//! how much memory they took at the most. No time is asserted.
#![cfg(target_os = "linux")]

mod support;

use std::thread;

use support::bodies::worst;
use support::load::{MOST_MEMORY, post_all, small_events_during};
use support::{Client, Receiver, done};

/// Stops the receiver, and compares what it logged with what it answered.
fn stop(receiver: Receiver, what: &str, events: usize, refused: usize) -> Vec<String> {
    let memory = receiver.status("VmHWM");
    println!("{what}: at most {memory} kB");
    assert!(memory < MOST_MEMORY, "{what}: {memory} kB");
    // Those that serve connections, one a core; four parse small bodies at the most and one large ones;
    // one writes the log; and the first.
    let threads = receiver.status("Threads");
    let cores = thread::available_parallelism().map_or(1, usize::from) as u64;
    assert!(threads <= cores + 7, "{what}: {threads} threads");
    let mut lines = receiver.stop();
    let last = lines.pop().expect("a last line");
    assert_eq!(last, format!("stopped events={events} refused={refused} left-out=0 cut-off=0"), "{what}");
    assert_eq!(lines.len(), events + refused, "{what}");
    assert!(lines.iter().all(|line| line.len() <= 512), "{what}");
    lines
}

#[test]
fn worst_case_bodies() {
    let receiver = Receiver::start(&[]);
    // Some are typed and some are too much to type, of each kind.
    let bodies: Vec<_> = [20_000, 60_000, 140_000, 260_000, 2_000_000].into_iter().flat_map(worst).collect();
    let small = small_events_during(&receiver, "worst-case bodies", || {
        thread::scope(|scope| {
            for client in 0..4 {
                let (receiver, bodies) = (&receiver, &bodies);
                scope.spawn(move || {
                    let mut connection = Client::connect(receiver.address);
                    for (what, body) in bodies.iter().skip(client).step_by(4) {
                        assert_eq!(connection.post("/", &[], body), done(), "{what}");
                    }
                });
            }
        });
    });
    let lines = stop(receiver, "worst-case bodies", bodies.len() + small, 0);
    let unread = lines.iter().filter(|line| line.starts_with("unread, ")).count();
    assert!(unread > 0 && unread < bodies.len() / 2, "{unread}");
}

#[test]
fn bodies_as_long_as_they_may_be() {
    let receiver = Receiver::start(&[]);
    let small = small_events_during(&receiver, "the longest bodies", || {
        thread::scope(|scope| {
            for number in [0, 3, 7, 11] {
                let receiver = &receiver;
                scope.spawn(move || {
                    let (what, body) = worst(16 << 20).swap_remove(number);
                    assert_eq!(Client::connect(receiver.address).post("/", &[], &body), done(), "{what}");
                });
            }
        });
    });
    stop(receiver, "the longest bodies", 4 + small, 0);
}

#[test]
fn bodies_of_64_megabytes() {
    let receiver = Receiver::start(&[]);
    let piece = vec![b'x'; 1 << 20];
    let small = small_events_during(&receiver, "bodies of 64 MB", || {
        thread::scope(|scope| {
            for client in 0..8 {
                let (receiver, piece) = (&receiver, &piece);
                scope.spawn(move || {
                    let mut connection = Client::connect(receiver.address);
                    if client % 2 == 0 {
                        connection.send("POST", "/", &[], 64 << 20, b"{\"a\":\"");
                        (0..64).for_each(|_| connection.more(piece));
                    } else {
                        connection.start_chunks();
                        (0..64).for_each(|_| connection.chunk(piece));
                    }
                    // The connection may be closed before the answer is read.
                    if let Some((status, answer)) = connection.try_answer() {
                        assert_eq!((status, answer.len() < 600), (413, true));
                    }
                });
            }
        });
    });
    stop(receiver, "bodies of 64 MB", small, 8);
}

#[test]
fn floods_of_headers() {
    let receiver = Receiver::start(&[]);
    let small = small_events_during(&receiver, "floods of headers", || {
        for flood in 0..30 {
            let mut connection = Client::connect(receiver.address);
            connection.more(b"POST / HTTP/1.1\r\nHost: localhost\r\n");
            match flood % 3 {
                0 => (0..5_000).for_each(|n| connection.more(format!("x-{n}: y\r\n").as_bytes())),
                1 => connection.more(&[b"x: ", &vec![b'y'; 4 << 20][..]].concat()),
                _ => connection.more(&vec![b'z'; 4 << 20]),
            }
            connection.more(b"Content-Length: 2\r\n\r\n{}");
            let status = connection.try_answer().map(|(status, _)| status);
            assert!(matches!(status, None | Some(400 | 431)), "{status:?}");
        }
    });
    stop(receiver, "floods of headers", small, 0);
}

#[test]
fn names_of_megabytes() {
    let receiver = Receiver::start(&[]);
    let name = "k".repeat(8 << 20);
    let mut connection = Client::connect(receiver.address);
    for (body, status) in [
        (format!("{{\"message\":{{\"{name}\":1}}}}"), 200),
        (format!("{{\"message\":{{\"{name}\":[\"\\ud800\"]}}}}"), 200),
        (format!("{{\"message\":{{\"type\":\"{name}\",\"call\":{{\"id\":\"{name}\"}}}}}}"), 413),
        (format!("{{\"message\":{{\"call\":{{\"id\":\"{name}\"}}}}}}"), 200),
        (format!("{{\"message\":{{\"{name}\":{{\"{}\":]", "\n".repeat(90)), 400),
        (format!("{{\"{name}\":{{\"message\":["), 400),
    ] {
        let answer = connection.post("/", &[], body.as_bytes());
        assert!(answer.0 == status && answer.1.len() <= 700, "{answer:?}");
        connection = Client::connect(receiver.address);
    }
    stop(receiver, "names of megabytes", 3, 3);
}

#[test]
fn headers_that_never_end() {
    let receiver = Receiver::start(&[]);
    // Three times as many as there may be connections.
    let small = small_events_during(&receiver, "headers that never end", || {
        let mut held = Vec::new();
        for _ in 0..800 {
            let mut connection = Client::connect(receiver.address);
            connection.more(b"POST / HTTP/1.1\r\nHost: local");
            held.push(connection);
        }
    });
    stop(receiver, "headers that never end", small, 0);
}

#[test]
fn bodies_that_never_end() {
    let receiver = Receiver::start(&[]);
    let mut held = Vec::new();
    let small = small_events_during(&receiver, "bodies that never end", || {
        for number in 0..200 {
            let mut connection = Client::connect(receiver.address);
            if number % 2 == 0 {
                connection.send("POST", "/", &[], 16 << 20, &b"[".repeat(40_000));
            } else {
                connection.start_chunks();
                connection.chunk(&b"[".repeat(40_000));
            }
            held.push(connection);
        }
    });
    // Those that wait for room are under way, until they are cut off; all have been seen.
    let small = small + small_events_during(&receiver, "bodies that were sent in part", || ());
    let memory = receiver.status("VmHWM");
    println!("bodies that never end: at most {memory} kB");
    assert!(memory < MOST_MEMORY, "{memory} kB");
    let lines = receiver.stop();
    assert_eq!(lines.last(), Some(&format!("stopped events={small} refused=0 left-out=0 cut-off=200")));
    drop(held);
}

#[test]
fn a_reader_of_the_log_that_stalls() {
    // Twenty times what a pipe holds.
    const REQUESTS: usize = 15_000;
    let mut receiver = Receiver::start_stalled(&[]);
    let small = small_events_during(&receiver, "a stalled log", || post_all(&receiver, REQUESTS, 8));
    receiver.read_log();
    stop(receiver, "a stalled log", REQUESTS + small, 0);
}
