//! Time limits and the limit of connections, short ones, with the receiver in this process.

mod support;

use std::io::{self, Write};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use receiver::{Limits, Log, serve};
use support::{Client, done};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// Nothing here takes as long as this.
const LONG: Duration = Duration::from_secs(60);

const SHORT: Duration = Duration::from_millis(400);

const WAITING: Limits = Limits { connections: 2, headers: LONG, body: LONG, connection: LONG, stop: LONG };

/// A receiver in this process.
struct Running {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
    out: Out,
}

#[derive(Clone, Default)]
struct Out(Arc<Mutex<Vec<u8>>>);

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("alone").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Running {
    fn start(limits: Limits) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.expect("starts");
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a free port");
        let address = listener.local_addr().expect("bound");
        let (stop, stopped) = oneshot::channel::<()>();
        let out = Out::default();
        let (log, written) = Log::to(out.clone());
        let served = std::thread::spawn(move || {
            let stopped = async { _ = stopped.await };
            runtime.block_on(serve(listener, None, limits, log, stopped));
            assert!(written.wait());
        });
        Self { address, stop, served, out }
    }

    fn client(&self) -> Client {
        Client::connect(self.address)
    }

    /// Stops it, and gives the lines.
    fn stop(self) -> Vec<String> {
        self.stop.send(()).expect("it runs");
        self.served.join().expect("no panic");
        let out = self.out.0.lock().expect("alone");
        String::from_utf8_lossy(&out).lines().map(str::to_owned).collect()
    }
}

#[test]
fn headers_that_take_too_long_end_the_connection() {
    let receiver = Running::start(Limits { headers: SHORT, ..WAITING });
    let mut idle = receiver.client();
    assert_eq!(idle.post("/", &[], b"{}"), done());
    let mut half = receiver.client();
    half.more(b"POST / HTTP/1.1\r\nHost: local");
    assert_eq!(half.try_answer(), None);
    assert_eq!(idle.try_answer(), None, "idle time is time for headers");
    assert_eq!(
        receiver.stop().last().map(String::as_str),
        Some("stopped events=1 refused=0 left-out=0 cut-off=0")
    );
}

#[test]
fn a_body_that_takes_too_long_is_refused() {
    let receiver = Running::start(Limits { body: SHORT, ..WAITING });
    let mut slow = receiver.client();
    slow.send("POST", "/", &[], 10, b"{\"a\"");
    assert_eq!(slow.answer(), (408, r#"{"error":"the body took too long"}"#.to_owned()));
    assert_eq!(receiver.stop()[0], "refused 408: the body took too long");
}

#[test]
fn waiting_for_room_counts_as_time_for_the_body() {
    let receiver = Running::start(Limits { body: SHORT, connections: 3, ..WAITING });
    // Each may grow to 16 MiB, and there is room for one such body.
    let mut slow = [receiver.client(), receiver.client()];
    for client in &mut slow {
        client.start_chunks();
        client.chunk(&b"[".repeat(40_000));
    }
    assert_eq!(receiver.client().post("/", &[], b"{}"), done(), "small ones need no room");
    for client in &mut slow {
        assert_eq!(client.answer().0, 408);
    }
    // What was taken is free again.
    let long = [&b"{\"a\":\""[..], &vec![b'x'; 16_000_000], b"\"}"].concat();
    assert_eq!(receiver.client().post("/", &[], &long), done());
    receiver.stop();
}

#[test]
fn a_connection_is_told_to_end_and_ends() {
    let receiver = Running::start(Limits { connection: SHORT * 2, ..WAITING });
    let mut kept = receiver.client();
    let mut answers = 0;
    // Answered as long as it lasts, and nothing is lost at its end.
    while !kept.was_told_to_close() {
        assert_eq!(kept.post("/", &[], b"{}"), done());
        answers += 1;
    }
    assert_eq!(kept.try_answer(), None);
    let mut silent = receiver.client();
    silent.send("POST", "/", &[], 10, b"{\"a\"");
    assert_eq!(silent.try_answer(), None, "whatever it does");
    assert_eq!(receiver.stop().iter().filter(|line| line.starts_with("unknown ")).count(), answers);
}

#[test]
fn beyond_the_limit_the_oldest_silent_connection_goes() {
    let receiver = Running::start(WAITING);
    let mut busy = receiver.client();
    assert_eq!(busy.post("/", &[], b"{}"), done());
    let mut oldest = receiver.client();
    oldest.more(b"POST / HT");
    assert_eq!(receiver.client().post("/", &[], b"{}"), done());
    assert_eq!(oldest.try_answer(), None);
    assert_eq!(busy.post("/", &[], b"{}"), done(), "one that has spoken stays");
    receiver.stop();
}

#[test]
fn beyond_the_limit_a_connection_waits_for_those_that_have_spoken() {
    let receiver = Running::start(WAITING);
    let mut first = receiver.client();
    assert_eq!(first.post("/", &[], b"{}"), done());
    let mut second = receiver.client();
    assert_eq!(second.post("/", &[], b"{}"), done());
    let mut third = receiver.client();
    third.send("POST", "/", &[], 2, b"{}");
    assert_eq!(first.post("/", &[], b"{}"), done());
    drop(second);
    assert_eq!(third.answer(), done());
    receiver.stop();
}

/// One thread serves all connections here, so whatever it did for a large body, small events would wait for.
#[test]
fn nothing_is_parsed_where_connections_are_served() {
    const SMALL: usize = 5;
    let receiver = Running::start(Limits { connections: 10, ..WAITING });
    let large = [&b"{\"message\":{\"messages\":["[..], &b"1,".repeat(50_000), b"1]}}"].concat();
    let mut slow: Vec<_> = (0..8).map(|_| receiver.client()).collect();
    for client in &mut slow {
        client.send("POST", "/", &[], large.len(), &large);
    }
    let mut quick = receiver.client();
    for _ in 0..SMALL {
        assert_eq!(quick.post("/", &[], b"{}"), done());
    }
    for client in &mut slow {
        assert_eq!(client.answer(), done());
    }
    let lines = receiver.stop();
    let last_small = lines.iter().rposition(|line| line.starts_with("unknown "));
    assert!(last_small < Some(lines.len() - 2), "all small events came last: {lines:?}");
}

#[test]
fn stopping_waits_for_nobody_beyond_its_limit() {
    let receiver = Running::start(Limits { connections: 10, stop: SHORT, ..WAITING });
    let mut answered = receiver.client();
    assert_eq!(answered.post("/", &[], b"{}"), done());
    let mut body = receiver.client();
    body.send("POST", "/", &[], 10, b"{\"a\"");
    let mut headers = receiver.client();
    headers.more(b"POST / HTTP/1.1\r\nHost: local");
    // Connections are taken in the order in which they come, so both have been read from.
    let mut last = receiver.client();
    assert_eq!(last.post("/", &[], b"{}"), done());
    let lines = receiver.stop();
    assert_eq!(lines.last().map(String::as_str), Some("stopped events=2 refused=0 left-out=0 cut-off=2"));
    for client in [&mut answered, &mut body, &mut headers, &mut last] {
        assert_eq!(client.try_answer(), None);
    }
}
