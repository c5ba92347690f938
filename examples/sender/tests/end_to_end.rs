//! Simulated calls, posted by the sender, taken by the receiver: what it logs and counts is what was
//! sent.

mod support;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use interactly_webhooks::Webhook;
use interactly_webhooks::simulate::{Body, Call, Campaign, Mishap, Workflow};
use interactly_webhooks::wire::Secret;
use receiver::{Limits, Log, serve};
use support::{Sent, send};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

/// The receiver in this process.
struct Receiver {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
    out: Out,
}

#[derive(Clone, Default)]
struct Out(Arc<Mutex<Vec<u8>>>);

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Receiver {
    fn start(secret: &'static str) -> Self {
        let runtime = Runtime::new().expect("starts");
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a free port");
        let address = listener.local_addr().expect("bound");
        let (stop, stopped) = oneshot::channel::<()>();
        let out = Out::default();
        let (log, written) = Log::to(out.clone());
        let served = thread::spawn(move || {
            let stopped = async { _ = stopped.await };
            runtime.block_on(serve(listener, Some(Secret::from(secret)), Limits::default(), log, stopped));
            assert!(written.wait());
        });
        Self { address, stop, served, out }
    }

    /// Posts bodies to it, a line each.
    fn send(&self, secret: &str, bodies: &[Body]) -> Sent {
        let lines: Vec<_> = bodies.iter().map(Body::as_bytes).collect();
        let url = format!("http://{}/events", self.address);
        send(&["--url", &url, "--secret", secret, "--concurrency", "8", "-"], &lines.join(&b'\n'))
    }

    /// Stops it, and gives the lines but the last, each with how often it came, and the last.
    fn stop(self) -> (BTreeMap<String, usize>, String) {
        self.stop.send(()).expect("it runs");
        self.served.join().expect("no panic");
        let out = self.out.0.lock().expect("no panic");
        let mut lines: Vec<_> = String::from_utf8_lossy(&out).lines().map(str::to_owned).collect();
        let last = lines.pop().expect("a last line");
        (count(lines), last)
    }
}

fn count(lines: impl IntoIterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for line in lines {
        *counted.entry(line).or_default() += 1;
    }
    counted
}

/// Compares, and shows no more than what differs.
fn assert_same(found: &BTreeMap<String, usize>, expected: &BTreeMap<String, usize>) {
    let only = |these: &BTreeMap<String, usize>, those: &BTreeMap<String, usize>| {
        let differing = these.iter().filter(|(line, count)| those.get(*line) != Some(count));
        differing.map(|(line, count)| format!("{count} x {line}")).take(5).collect::<Vec<_>>()
    };
    assert_eq!(only(found, expected), only(expected, found));
}

/// What is to be logged of a body.
fn line(body: &Body) -> String {
    match Webhook::from_slice_lenient(body.as_bytes()) {
        Ok(read) => format!("{} deviations={}", read.value.summary(), read.deviations().len()),
        Err(error) => format!("refused 400: {error}"),
    }
}

fn is_cut_off(body: &Body) -> bool {
    body.mishaps().any(|mishap| mishap == Mishap::CutOff)
}

/// Sends the bodies, and compares what came of them.
fn send_and_compare(bodies: &[Body]) -> BTreeMap<String, usize> {
    let receiver = Receiver::start("s3cret");
    let sent = receiver.send("s3cret", bodies);
    let refused = bodies.iter().filter(|body| is_cut_off(body)).count();
    let taken = bodies.len() - refused;
    assert_eq!(sent.errors, "");
    assert_eq!(sent.code, i32::from(refused > 0));
    // Each body is answered by what became of it, and no other way.
    let statuses = bodies.iter().enumerate().map(|(index, body)| {
        let status = if is_cut_off(body) { 400 } else { 200 };
        format!("-:{}: {status}", index + 1)
    });
    assert_same(&count(sent.outcomes().into_iter().map(str::to_owned)), &count(statuses));
    let (lines, last) = receiver.stop();
    assert_eq!(last, format!("stopped events={taken} refused={refused} left-out=0 cut-off=0"));
    assert_same(&lines, &count(bodies.iter().map(line)));
    println!("{}", sent.lines.last().expect("a last line"));
    lines
}

#[test]
fn a_thousand_calls_with_mishaps() {
    let mut bodies = Vec::new();
    for seed in 0..1_000 {
        let call = Call::from_seed(seed).id(format!("call-{seed}")).turns(1 + usize::from(seed % 3 == 0));
        // No mishap, each alone, and all together, in turn.
        let turn = usize::try_from(seed).expect("small") % (Mishap::ALL.len() + 2);
        let befallen = match turn.checked_sub(1) {
            None => &[][..],
            Some(one) => Mishap::ALL.get(one..=one).unwrap_or(&Mishap::ALL),
        };
        let call = befallen.iter().fold(call, |call, mishap| call.mishap(*mishap));
        bodies.extend(call.bodies().expect("can be simulated"));
    }
    for mishap in Mishap::ALL {
        assert!(bodies.iter().any(|body| body.mishaps().any(|own| own == mishap)), "{mishap}");
    }
    let lines = send_and_compare(&bodies);
    // By the wire's own words: each call without a mishap came from its beginning to its report.
    for seed in (0..1_000).step_by(Mishap::ALL.len() + 2) {
        let of_call = |event: &str| {
            let call = format!("{event} call=call-{seed} ");
            lines.iter().filter(|(line, _)| line.contains(&call)).map(|(_, count)| count).sum::<usize>()
        };
        assert!(of_call("status-update") > 1 && of_call("end-of-call-report") == 1, "{seed}");
    }
}

#[test]
fn campaigns_and_workflows() {
    let campaign = Campaign::from_seed(1).calls(20).bodies().expect("can be simulated");
    let workflow = Workflow::from_seed(1).runs(20).bodies().expect("can be simulated");
    let lines = send_and_compare(&campaign.chain(workflow).collect::<Vec<_>>());
    for family in ["campaign ", "workflow "] {
        assert!(lines.keys().any(|line| line.starts_with(family)), "{family}");
    }
}

#[test]
fn a_wrong_secret_is_refused_and_nothing_is_taken() {
    let bodies: Vec<_> = Call::from_seed(3).turns(1).bodies().expect("can be simulated").collect();
    let receiver = Receiver::start("s3cret");
    let sent = receiver.send("another", &bodies);
    let counts = format!("sent={} 401={} timed-out=0 failed=0", bodies.len(), bodies.len());
    assert_eq!((sent.code, sent.counts()), (1, &*counts));
    let (lines, last) = receiver.stop();
    assert_eq!(lines.into_values().collect::<Vec<_>>(), [bodies.len()]);
    assert_eq!(last, format!("stopped events=0 refused={} left-out=0 cut-off=0", bodies.len()));
}
