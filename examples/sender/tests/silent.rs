//! Nothing of a body, an answer, the secret or the URL is printed.

mod support;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;

use support::marked::{assert_silent, damaged, marked};
use support::send;

const SECRET: &str = "zq7Jane-155501";

/// Answers with the body in one of these ways, in turn.
fn echo(stream: TcpStream, number: usize) {
    let mut stream = BufReader::new(stream);
    let (mut line, mut length) = (String::new(), 0);
    while stream.read_line(&mut line).is_ok_and(|read| read > 2) {
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length: ") {
            length = value.trim().parse().expect("a length");
        }
        line.clear();
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).expect("a whole body");
    let head = match number % 6 {
        0 => format!("HTTP/1.1 200 zq7Jane\r\nx-zq7Jane: zq7Jane\r\ncontent-length: {length}\r\n\r\n"),
        1 => format!("HTTP/1.1 307 zq7Jane\r\nlocation: /zq7Jane\r\ncontent-length: {length}\r\n\r\n"),
        2 => format!("HTTP/1.1 500 zq7Jane\r\ncontent-length: {}\r\n\r\n", length + 1),
        3 => "HTTP/1.1 400 zq7Jane\r\ntransfer-encoding: chunked\r\n\r\n".to_owned(),
        4 => "HTTP/1.1 zq7Jane\r\nzq7Jane\r\n\r\n".to_owned(),
        _ => String::new(),
    };
    // The client may have heard enough.
    let _ = stream.get_mut().write_all(&[head.as_bytes(), &body].concat());
}

#[test]
fn no_part_of_a_body_or_an_answer_is_printed() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url =
        format!("http://zq7Jane:155501@{}/zq7Jane?token=zq7Jane", listener.local_addr().expect("bound"));
    thread::spawn(move || {
        for (number, stream) in listener.incoming().enumerate() {
            echo(stream.expect("accepted"), number);
        }
    });
    let bodies = [marked(true), marked(false)].concat();
    let sound = bodies.iter().map(|body| body.to_string().into_bytes());
    let input = sound.chain(damaged()).collect::<Vec<_>>().join(&b'\n');
    let sent = send(&["--url", &url, "--secret", SECRET, "-"], &input);
    assert_eq!(sent.code, 1);
    for outcome in [": 200", ": 307", ": failed"] {
        assert!(sent.outcomes().iter().any(|line| line.ends_with(outcome)), "{outcome}");
    }
    assert_silent("standard output", &sent.lines.join("\n"));
    assert_silent("standard error", &sent.errors);
}

#[test]
fn errors_quote_neither_url_nor_secret() {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port");
    for (url, code) in [
        (format!("http://zq7Jane:155501@{free}/zq7Jane?zq7Jane#zq7Jane"), 1),
        ("http://zq7Jane:155501@zq7Jane.invalid/zq7Jane?zq7Jane".to_owned(), 1),
        ("http://zq7Jane:155501@/zq7Jane".to_owned(), 2),
        ("https://zq7Jane:155501@127.0.0.1/zq7Jane?zq7Jane".to_owned(), 2),
        ("http://zq7Jane:155501@127.0.0.1/zq7Jane zq7Jane".to_owned(), 2),
        ("zq7Jane".to_owned(), 2),
    ] {
        let sent = send(&["--url", &url, "--secret", SECRET, "-"], b"{\"zq7Jane\":155501}");
        assert_eq!(sent.code, code, "{url}");
        assert_silent(&url, &format!("{:?} {}", sent.lines, sent.errors));
        assert!(!sent.errors.is_empty());
    }
}
