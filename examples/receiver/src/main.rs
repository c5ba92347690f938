//! A receiver of the platform's webhooks: how to put this crate behind HTTP.
//!
//! `cargo run -p receiver -- [--port N] [--secret S]`
//!
//! It listens on the loopback address only and prints `listening on http://127.0.0.1:PORT`
//! on standard output; `--port 0` takes any free port, the default is 8080. POST to any path
//! is answered:
//!
//! | status | body | when |
//! |---|---|---|
//! | 200 | `{"message":"Done"}` | the body is a JSON object, odd members included |
//! | 400 | `{"error": …}` with the place | it is none, is cut off, or nested deeper than 128 levels |
//! | 401 | `{"error": …}` | `--secret` is given, and the request does not present it |
//! | 408 | `{"error": …}` | the body takes longer than 20 seconds |
//! | 413 | `{"error": …}` | it is longer than 16 MiB |
//!
//! The secret may come in the header `x-interactly-secret`, in `x-interactly.ai-secret`, as
//! the dashboard prints the name, or as a bearer token. (On a command line, other users of
//! the machine can see it: a service reads it from its configuration.)
//!
//! Each event is one line on standard output, without personal data; see `log.rs`. SIGINT
//! and SIGTERM stop the receiver once the requests under way are answered, or after 30
//! seconds. Exit 0 then, 1 if it cannot listen, 2 for wrong usage.

mod log;
mod receive;

use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use interactly_webhooks::wire::Secret;
use tokio::net::TcpListener;
use tokio::sync::Notify;

use crate::log::Log;

/// How long requests under way may take once the receiver is told to stop.
const GRACE: Duration = Duration::from_secs(30);

/// The command line.
struct Arguments {
    port: u16,
    secret: Option<Secret>,
}

impl Arguments {
    fn read(mut arguments: impl Iterator<Item = String>) -> Option<Self> {
        let mut read = Self { port: 8080, secret: None };
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--port" => read.port = arguments.next()?.parse().ok()?,
                "--secret" => {
                    let secret = Secret::from(arguments.next()?);
                    // An empty one is none: the platform sends no header for it.
                    if secret.is_empty() {
                        return None;
                    }
                    read.secret = Some(secret);
                }
                _ => return None,
            }
        }
        Some(read)
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = std::env::args_os().skip(1).map(|argument| argument.into_string().ok());
    let Some(arguments) =
        arguments.collect::<Option<Vec<_>>>().and_then(|all| Arguments::read(all.into_iter()))
    else {
        eprintln!("usage: receiver [--port N] [--secret S]");
        return ExitCode::from(2);
    };
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, arguments.port));
    let listener = match TcpListener::bind(address).await {
        Ok(listener) => listener,
        Err(error) => {
            eprintln!("cannot listen on {address}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let (log, written) = Log::to_standard_output();
    log.line(format!("listening on http://{}", listener.local_addr().unwrap_or(address)));

    let stopping = Arc::new(Notify::new());
    let told = Arc::clone(&stopping);
    let server = axum::serve(listener, receive::router(arguments.secret, log.clone()))
        .with_graceful_shutdown(async move {
            told_to_stop().await;
            told.notify_one();
        });
    let too_late = async {
        stopping.notified().await;
        tokio::time::sleep(GRACE).await;
    };
    let all_answered = tokio::select! {
        _ = server => true,
        () = too_late => false,
    };
    log.line(if all_answered { "stopped" } else { "stopped, with requests under way" }.to_owned());
    drop(log);
    written.wait();
    ExitCode::SUCCESS
}

/// Waits for SIGINT or SIGTERM.
async fn told_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => return,
                _ = tokio::signal::ctrl_c() => return,
            }
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
