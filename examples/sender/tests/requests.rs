//! What goes over the wire, what is made of the answers, and how often.

mod support;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Barrier, Mutex};
use std::thread;

use support::{Sent, file, send};

/// What to do with a request.
#[derive(Clone, Copy)]
enum Answer {
    Status(u16),
    /// The connection is closed instead.
    Close,
    /// Nothing is said until the client goes.
    Silence,
}

/// A request: its head in lower case, a line each, and its body.
#[derive(Clone, Debug)]
struct Request {
    head: Vec<String>,
    body: Vec<u8>,
}

/// A server that answers the request with each number as it is told.
struct Server {
    url: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    fn start(answer: impl Fn(usize) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}/hook?tenant=1", listener.local_addr().expect("bound"));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (seen, answer) = (Arc::clone(&requests), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (seen, answer) = (Arc::clone(&seen), Arc::clone(&answer));
                thread::spawn(move || serve(stream.expect("accepted"), &seen, &*answer));
            }
        });
        Self { url, requests }
    }

    fn requests(&self) -> Vec<Request> {
        self.requests.lock().expect("no panic").clone()
    }
}

fn serve(stream: TcpStream, seen: &Mutex<Vec<Request>>, answer: &(dyn Fn(usize) -> Answer + Sync)) {
    let mut stream = BufReader::new(stream);
    while let Some(request) = read(&mut stream) {
        let number = {
            let mut seen = seen.lock().expect("no panic");
            seen.push(request);
            seen.len() - 1
        };
        match answer(number) {
            Answer::Status(status) => {
                let answer = format!(
                    "HTTP/1.1 {status} Whatever\r\nLocation: /other\r\nContent-Length: 2\r\n\r\n{{}}"
                );
                stream.get_mut().write_all(answer.as_bytes()).expect("the client reads it");
            }
            Answer::Close => return,
            Answer::Silence => {
                let _ = stream.read(&mut [0]);
                return;
            }
        }
    }
}

fn read(stream: &mut BufReader<TcpStream>) -> Option<Request> {
    let mut head = Vec::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().to_ascii_lowercase() {
            end if end.is_empty() => break,
            line => head.push(line),
        }
    }
    let length = head.iter().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
    let mut body = vec![0; length.parse().expect("a number")];
    stream.read_exact(&mut body).expect("a whole body");
    Some(Request { head, body })
}

#[test]
fn a_body_goes_out_as_the_platform_sends_it() {
    let server = Server::start(|_| Answer::Status(200));
    let body = "{\n  \"message\": {\"type\": \"hang\"}\n}\n".as_bytes();
    let pretty = file("pretty.json", body);
    let sent = send(&["--url", &server.url, "--secret", "s3cret-zq7", &pretty], b"");
    assert_eq!((sent.code, sent.counts(), &*sent.errors), (0, "sent=1 200=1 timed-out=0 failed=0", ""));
    assert_eq!(sent.outcomes(), [format!("{pretty}: 200")]);
    let [request] = &server.requests()[..] else { panic!("one request") };
    assert_eq!(request.body, body);
    let mut head = request.head.clone();
    head.sort();
    let host = format!("host: {}", &server.url["http://".len()..server.url.len() - "/hook?tenant=1".len()]);
    assert_eq!(
        head,
        [
            &format!("content-length: {}", body.len()),
            "content-type: application/json",
            &host,
            "post /hook?tenant=1 http/1.1",
            "x-interactly-secret: s3cret-zq7",
        ]
    );
    // Without a secret, or with an empty one, there is no header for it.
    for arguments in [&["--url", &server.url, "-"][..], &["--url", &server.url, "--secret", "", "-"]] {
        assert_eq!(send(arguments, b"{}").code, 0);
    }
    let without = server.requests();
    assert!(without.len() == 3 && without[1..].iter().all(|request| request.head.len() == 4), "{without:?}");
}

#[test]
fn each_body_goes_out_once_whatever_becomes_of_it() {
    let server = Server::start(|number| match number {
        0 => Answer::Status(204),
        1 => Answer::Status(302),
        2 => Answer::Close,
        3 => Answer::Status(500),
        4 => Answer::Silence,
        _ => Answer::Status(200),
    });
    let bodies = "{\"n\":0}\n{\"n\":1}\n\n{\"n\":2}\n{\"n\":\n{\"n\":4}\n{\"n\":5}";
    let sent = send(&["--url", &server.url, "--timeout", "0.5", "-"], bodies.as_bytes());
    assert_eq!(
        sent.outcomes(),
        ["-:1: 204", "-:2: 302", "-:4: failed", "-:5: 500", "-:6: timed-out", "-:7: 200"]
    );
    assert_eq!((sent.code, sent.counts()), (1, "sent=6 200=1 204=1 302=1 500=1 timed-out=1 failed=1"));
    assert!(sent.errors.starts_with("-:4: ") && sent.errors.lines().count() == 1, "{}", sent.errors);
    let seen: Vec<_> = server.requests().into_iter().map(|request| request.body).collect();
    let expected: Vec<_> = bodies.lines().filter(|line| !line.is_empty()).map(str::as_bytes).collect();
    assert_eq!(seen, expected);
}

#[test]
fn only_200_to_299_is_delivered() {
    for (status, code) in [(200, 0), (299, 0), (300, 1), (404, 1)] {
        let server = Server::start(move |_| Answer::Status(status));
        assert_eq!(send(&["--url", &server.url, "-"], b"{}").code, code, "{status}");
    }
}

#[test]
fn bodies_are_under_way_as_many_at_a_time_as_is_said() {
    // Nobody is answered before eight have come.
    let together = Barrier::new(8);
    let server = Server::start(move |_| {
        together.wait();
        Answer::Status(200)
    });
    let sent = send(&["--url", &server.url, "--concurrency", "8", "-"], "{}\n".repeat(16).as_bytes());
    assert_eq!((sent.code, sent.counts()), (0, "sent=16 200=16 timed-out=0 failed=0"));
}

#[test]
fn a_file_that_fails_does_not_stop_the_rest() {
    let server = Server::start(|_| Answer::Status(200));
    let (empty, good) = (file("empty.ndjson", b"\n"), file("good.ndjson", b"{}\n{}\n"));
    let missing = format!("{good}.missing");
    let folder = env!("CARGO_TARGET_TMPDIR");
    let odd = "no\n/such: file";
    let sent = send(&["--url", &server.url, "--rate", "1000", &missing, &empty, folder, odd, &good], b"");
    assert_eq!((sent.code, sent.counts()), (1, "sent=2 200=2 timed-out=0 failed=0"));
    assert_eq!(sent.outcomes(), [format!("{good}:1: 200"), format!("{good}:2: 200")]);
    let errors: Vec<_> = sent.errors.lines().collect();
    assert_eq!(errors.len(), 4, "{errors:?}");
    assert!(errors[0].starts_with(&format!("{missing}: : ")), "{errors:?}");
    assert_eq!(errors[1], format!("{empty}: : holds no body"));
    assert!(errors[2].starts_with(&format!("{folder}: : ")), "{errors:?}");
    assert!(errors[3].starts_with(r"no\n/such: file: : "), "{errors:?}");
}

#[test]
fn nobody_there() {
    // Bound, and gone again.
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port");
    let sent = send(&["--url", &format!("http://{free}"), "-"], b"{}");
    assert_eq!((sent.code, sent.counts()), (1, "sent=1 timed-out=0 failed=1"));
    assert!(sent.lines[1].ends_with(" p50=- p99=-"), "{:?}", sent.lines);
}

#[test]
fn wrong_usage() {
    let url = ["--url", "http://127.0.0.1:9"];
    for arguments in [
        &[][..],
        &url,
        &["file"],
        &["--url", "https://127.0.0.1:9", "file"],
        &["--url", "http://127.0.0.1:65536", "file"],
        &["--url", "127.0.0.1:9", "file"],
        &["--url", "not a url", "file"],
        &[&url[..], &["--secret", "zq7\n", "file"]].concat(),
        &[&url[..], &["--rate", "0", "file"]].concat(),
        &[&url[..], &["--rate", "NaN", "file"]].concat(),
        &[&url[..], &["--rate", "-1", "file"]].concat(),
        &[&url[..], &["--timeout", "never", "file"]].concat(),
        &[&url[..], &["--concurrency", "0", "file"]].concat(),
        &[&url[..], &["--concurrency", "100000", "file"]].concat(),
        &[&url[..], &["--retries", "file"]].concat(),
        &[&url[..], &["-", "-"]].concat(),
        &[&url[..], &[""]].concat(),
    ] {
        let Sent { code, lines, errors } = send(arguments, b"{}");
        assert_eq!((code, lines.len()), (2, 0), "{arguments:?}");
        assert!(
            errors.contains("usage: sender --url URL") && !errors.contains("zq7"),
            "{arguments:?}: {errors}"
        );
    }
}
