//! What the receiver answers, and what it logs, over a real socket.

mod support;

use std::process::Command;

use serde_json::Value;
use support::{Client, Receiver, done, fixtures};

#[test]
fn every_object_is_answered_done() {
    let receiver = Receiver::start(&[]);
    let mut client = Client::connect(receiver.address);
    for path in ["/", "/v1/server", "/any/where?token=zq7Jane"] {
        assert_eq!(client.post(path, &[], b"{}"), done(), "{path}");
    }
    let bodies = fixtures();
    for body in &bodies {
        assert_eq!(client.post("/events", &[], body.as_bytes()), done());
    }
    for odd in [
        &br#"{"message":{"call":{"id":7},"messages":{}}}"#[..],
        br#"{"message":null}"#,
        b"\xef\xbb\xbf{\"message\":{\"type\":\"hang\",\"type\":\"\xff\\ud83d\"}}",
    ] {
        assert_eq!(client.post("/", &[], odd), done(), "{}", String::from_utf8_lossy(odd));
    }
    let lines = receiver.stop();
    assert_eq!(lines.len(), 3 + bodies.len() + 3 + 1, "a line an event, and one for the end");
    assert!(lines.contains(&"server-message - call=- status=- messages=- unknown=0 deviations=2".to_owned()));
}

#[test]
fn anything_but_an_object_is_refused_with_its_place() {
    let receiver = Receiver::start(&[]);
    let mut client = Client::connect(receiver.address);
    for (body, error) in [
        (&b""[..], "the body: not JSON: EOF while parsing a value (line 1, column 0)"),
        (b"[1]", "the body: found an array, expected an object (line 1, column 1)"),
        (b"\"Jane\"", "the body: found a string, expected an object (line 1, column 6)"),
        (
            br#"{"message":{"call":{"id":"c-1","userNumber":"+1555"#,
            "/message/call/userNumber: not JSON: EOF while parsing a string (line 1, column 50)",
        ),
    ] {
        let (status, answer) = client.post("/", &[], body);
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        assert_eq!((status, answer["error"].as_str()), (400, Some(error)));
    }
    client.send("GET", "/", &[], 0, b"");
    assert_eq!(client.answer().0, 405);
    let lines = receiver.stop();
    assert_eq!(lines.iter().filter(|line| line.starts_with("refused 400: ")).count(), 4, "{lines:?}");
}

#[test]
fn the_secret_is_asked_for_first() {
    let receiver = Receiver::start(&["--secret", "s3cret-zq7"]);
    let mut client = Client::connect(receiver.address);
    for good in [
        ("X-Interactly-Secret", &b"s3cret-zq7"[..]),
        ("x-interactly-secret", b"s3cret-zq7"),
        ("X-INTERACTLY.AI-SECRET", b"s3cret-zq7"),
        ("Authorization", b"Bearer s3cret-zq7"),
        ("authorization", b"bearer s3cret-zq7"),
    ] {
        assert_eq!(client.post("/", &[good], b"{}"), done(), "{}", good.0);
    }
    for wrong in [
        &[][..],
        &[("x-interactly-secret", &b""[..])],
        &[("x-interactly-secret", b"s3cret-zq")],
        &[("x-interactly-secret", b"s3cret-zq7\xff")],
        &[("x-interactly-secret", b"Bearer s3cret-zq7")],
        &[("authorization", b"s3cret-zq7")],
        &[("authorization", b"Basic s3cret-zq7")],
    ] {
        let (status, answer) = client.post("/", wrong, b"no JSON");
        assert_eq!((status, answer.contains("zq7")), (401, false), "{wrong:?}");
    }
    // Without the secret, a body that was announced is not waited for.
    let mut stranger = Client::connect(receiver.address);
    stranger.send("POST", "/", &[], 10_000_000, b"{");
    assert_eq!(stranger.answer().0, 401);
    let lines = receiver.stop();
    assert_eq!(lines.iter().filter(|line| line.starts_with("refused 401: ")).count(), 8);
    assert!(!lines.concat().contains("zq7"));
}

#[test]
fn long_bodies_are_read_up_to_the_limit() {
    let receiver = Receiver::start(&[]);
    let mut client = Client::connect(receiver.address);
    let of_length = |length: usize| format!("{{\"a\":\"{}\"}}", "x".repeat(length - 8)).into_bytes();
    assert_eq!(client.post("/", &[], &of_length(16 << 20)), done());
    let (status, answer) = client.post("/", &[], &of_length((16 << 20) + 1));
    assert_eq!((status, answer.contains("16 MiB")), (413, true));
    // In chunks, a body does not say how long it will be.
    let mut chunked = Client::connect(receiver.address);
    chunked.start_chunks();
    (0..17).for_each(|_| chunked.chunk(&vec![b'x'; 1 << 20]));
    assert_eq!(chunked.answer().0, 413);
    // One that does is not waited for.
    let mut announced = Client::connect(receiver.address);
    announced.send("POST", "/", &[], 20_000_000, b"{");
    assert_eq!(announced.answer().0, 413);
    // The next request is served, on another connection if need be.
    assert_eq!(Client::connect(receiver.address).post("/", &[], b"{}"), done());
    assert!(receiver.stop().iter().any(|line| line.starts_with("refused 413: ")));
}

#[test]
fn wrong_usage_is_told_apart() {
    for arguments in [&["--port"][..], &["--port", "x"], &["--secret"], &["--secret", ""], &["file"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_receiver")).args(arguments).output().expect("runs");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(output.stderr, b"usage: receiver [--port N] [--secret S]\n");
    }
    let receiver = Receiver::start(&[]);
    let port = receiver.address.port().to_string();
    let second = Command::new(env!("CARGO_BIN_EXE_receiver")).args(["--port", &port]).output().expect("runs");
    assert_eq!(second.status.code(), Some(1));
}
