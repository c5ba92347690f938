//! A receiver that keeps bodies and records in `SQLite`.
//!
//! `cargo run -p sqlite -- [--port N] [--secret S] DATABASE`
//!
//! It listens on the loopback address, prints `listening on http://127.0.0.1:PORT` and then a line an
//! event, without personal data. A body is answered 200 once it is stored; 400 if it is not a JSON object or is
//! cut off (its bytes are stored all the same), 401 without the secret, 413 if it is longer than 16 MiB,
//! and 500 if the database fails. Exit 1 if it cannot listen or open the file, 2 for wrong usage; an empty
//! secret is wrong usage too.
//!
//! How to withstand attacks is shown by the program `receiver`; this one shows storing.

#[path = "../../receiver/src/secret.rs"]
mod secret;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use interactly_webhooks::outgoing::ServerMessageResponse;
use interactly_webhooks::wire::Secret;
use sqlite::{Store, Taken};

use self::secret::presents;
use tokio::net::TcpListener;

/// The longest body that is taken. A call of 2,000 turns has 3 MiB, and what is refused is lost. One is parsed at a
/// time: a call in a few times its length, a hostile body in up to 127 times; the program `receiver` bounds that.
const LONGEST_BODY: usize = 16 << 20;

struct Arguments {
    port: u16,
    secret: Option<Secret>,
    file: PathBuf,
}

impl Arguments {
    fn read(mut arguments: impl Iterator<Item = OsString>) -> Option<Self> {
        let (mut port, mut secret, mut file) = (8080, None, None);
        while let Some(argument) = arguments.next() {
            match &*argument.to_string_lossy() {
                "--port" => port = arguments.next()?.to_str()?.parse().ok()?,
                // An empty one would let everybody in.
                "--secret" => {
                    let new = arguments.next()?.into_string().ok()?;
                    secret = Some(Some(new).filter(|new| !new.is_empty())?.into());
                }
                flag if flag.starts_with('-') || flag.is_empty() || file.is_some() => return None,
                _ => file = Some(argument.into()),
            }
        }
        Some(Self { port, secret, file: file? })
    }
}

struct Receiver {
    secret: Option<Secret>,
    store: Mutex<Store>,
    log: Log,
}

#[tokio::main]
async fn main() -> ExitCode {
    let Some(Arguments { port, secret, file }) = Arguments::read(std::env::args_os().skip(1)) else {
        eprintln!("usage: sqlite [--port N] [--secret S] DATABASE");
        return ExitCode::from(2);
    };
    let store = match Store::open(&file) {
        Ok(store) => Mutex::new(store),
        Err(error) => {
            eprintln!("{}: {error}", file.display());
            return ExitCode::FAILURE;
        }
    };
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener = match TcpListener::bind(address).await {
        Ok(listener) => listener,
        Err(error) => {
            eprintln!("cannot listen on {address}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let log = Log::start();
    log.line(Ok(format!("listening on http://{}", listener.local_addr().unwrap_or(address))));
    let router = Router::new()
        .route("/{*path}", post(receive))
        .route("/", post(receive))
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .with_state(Arc::new(Receiver { secret, store, log }));
    match axum::serve(listener, router).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn receive(
    State(receiver): State<Arc<Receiver>>,
    headers: HeaderMap,
    body: Bytes,
) -> (StatusCode, String) {
    if receiver.secret.as_ref().is_some_and(|secret| !presents(&headers, secret)) {
        return (StatusCode::UNAUTHORIZED, String::new());
    }
    // Parsing and storing block, so not on the workers that serve connections.
    let storing = Arc::clone(&receiver);
    let taken = tokio::task::spawn_blocking(move || {
        // A transaction that a panic cut off was rolled back.
        storing.store.lock().unwrap_or_else(PoisonError::into_inner).take(&body)
    });
    match taken.await {
        Ok(Ok(Taken::Stored(body))) => {
            let deviations = body.deviations().len();
            receiver.log.line(Ok(format!("{} deviations={deviations}", body.value.summary())));
            let done = ServerMessageResponse::done();
            (StatusCode::OK, serde_json::to_string(&done).unwrap_or_default())
        }
        Ok(Ok(Taken::Unreadable(error))) => {
            receiver.log.line(Ok(format!("unreadable: {error}")));
            (StatusCode::BAD_REQUEST, error.to_string())
        }
        Ok(Err(error)) => {
            receiver.log.line(Err(format!("not stored: {error}")));
            (StatusCode::INTERNAL_SERVER_ERROR, String::new())
        }
        Err(_) => (StatusCode::INTERNAL_SERVER_ERROR, String::new()),
    }
}

/// Lines for standard output, and errors for standard error, written by a thread: that nobody reads them, or
/// not in time, costs lines and no answer.
struct Log(SyncSender<Result<String, String>>);

impl Log {
    fn start() -> Self {
        let (lines, waiting) = sync_channel(1024);
        thread::spawn(move || {
            for line in waiting {
                let _ = match line {
                    Ok(line) => writeln!(io::stdout(), "{line}"),
                    Err(line) => writeln!(io::stderr(), "{line}"),
                };
            }
        });
        Self(lines)
    }

    fn line(&self, line: Result<String, String>) {
        let _ = self.0.try_send(line);
    }
}
