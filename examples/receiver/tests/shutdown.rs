//! Stopping the receiver while requests are under way.
#![cfg(unix)]

mod support;

use std::net::TcpStream;
use std::time::{Duration, Instant};

use support::{Client, Receiver, done};

#[test]
fn requests_under_way_are_answered_first() {
    for signal in ["TERM", "INT"] {
        let receiver = Receiver::start(&[]);
        let body = br#"{"message":{"type":"hang","call":{"id":"under-way"}}}"#;
        let (first, rest) = body.split_at(20);

        let mut idle = Client::connect(receiver.address);
        assert_eq!(idle.post("/", &[], b"{}").0, 200);
        let mut busy: Vec<_> = (0..3).map(|_| Client::connect(receiver.address)).collect();
        for client in &mut busy {
            client.send("POST", "/", &[], body.len(), first);
        }
        // Let the requests arrive, so that they are under way.
        std::thread::sleep(Duration::from_millis(300));
        receiver.signal(signal);

        // It takes no new connections from now on, as soon as it has seen the signal.
        let asked = Instant::now();
        while TcpStream::connect(receiver.address).is_ok() {
            assert!(asked.elapsed() < Duration::from_secs(10), "it still listens");
            std::thread::sleep(Duration::from_millis(20));
        }
        for client in &mut busy {
            client.more(rest);
            assert_eq!(client.answer(), done());
        }
        let (code, lines) = receiver.wait();
        assert_eq!(code, Some(0));
        let answered = lines.iter().filter(|line| line.contains("call=under-way")).count();
        let last = lines.last().map(String::as_str);
        assert_eq!((answered, last), (3, Some("stopped events=4 refused=0 left-out=0 cut-off=0")));
    }
}
