//! A receiver of the platform's webhooks on the loopback address.
//!
//! `cargo run -p receiver -- [--port N] [--secret S]`
//!
//! It prints `listening on http://127.0.0.1:PORT` on standard output; `--port 0` takes any free
//! port, the default is 8080. POST to any path is answered:
//!
//! | status | body | when |
//! |---|---|---|
//! | 200 | `{"message":"Done"}` | the body is a JSON object, odd members included |
//! | 400 | `{"error": …}` with the place | it is anything else, is cut off, or nested deeper than 127 levels |
//! | 401 | `{"error": …}` | `--secret` is given, and the request does not present it |
//! | 408 | `{"error": …}` | the body takes longer than 20 seconds |
//! | 413 | `{"error": …}` | it is longer than 16 MiB |
//!
//! The secret may come in the header `x-interactly-secret`, in `x-interactly.ai-secret`, as
//! the dashboard prints the name, or as a bearer token. (On a command line, other users of
//! the machine can see it: a service reads it from its configuration.)
//!
//! Each event is one line on standard output, without personal data: `Webhook::summary`, and how
//! many deviations were kept. A body that would take too much memory is answered all the same,
//! and its line starts with `unread`. SIGINT and SIGTERM stop the receiver once the requests under way
//! are answered, or after 10 seconds; the last line counts events, refused requests, lines that
//! were left out because nobody read them, and connections that were cut off. Exit 0 then, 1 if it
//! cannot listen, 2 for wrong usage.

use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;

use interactly_webhooks::wire::Secret;
use lexopt::{Arg, ValueExt as _};
use receiver::{Limits, Log, serve};
use tokio::net::{TcpListener, TcpSocket};

/// The command line.
struct Arguments {
    port: u16,
    secret: Option<Secret>,
}

impl Arguments {
    fn read(mut parser: lexopt::Parser) -> Result<Self, lexopt::Error> {
        let mut read = Self { port: 8080, secret: None };
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("port") => read.port = parser.value()?.parse()?,
                Arg::Long("secret") => {
                    let secret = parser.value()?.string()?;
                    // The platform sends no header for an empty one.
                    if secret.is_empty() {
                        return Err("an empty secret".into());
                    }
                    read.secret = Some(secret.into());
                }
                other => return Err(other.unexpected()),
            }
        }
        Ok(read)
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let Ok(arguments) = Arguments::read(lexopt::Parser::from_env()) else {
        eprintln!("usage: receiver [--port N] [--secret S]");
        return ExitCode::from(2);
    };
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, arguments.port));
    let listener = match listen(address) {
        Ok(listener) => listener,
        Err(error) => {
            eprintln!("cannot listen on {address}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let (log, written) = Log::to(std::io::stdout());
    log.note(format_args!("listening on http://{}", listener.local_addr().unwrap_or(address)));
    serve(listener, arguments.secret, Limits::default(), log, told_to_stop()).await;
    // If nobody reads the log, there is nobody to tell.
    let _ = written.wait();
    ExitCode::SUCCESS
}

/// Listens with a longer queue than the default: a flood of connections must not crowd out others
/// before they are seen.
fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(4096)
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
