//! Connections: how many, how long, and how they end.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CONNECTION;
use hyper::body::Incoming;
use hyper::server::conn::http1::Builder;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use interactly_webhooks::wire::Secret;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::{AbortHandle, JoinSet};
use tokio::time::{Instant, sleep, timeout};

use crate::limits::Limits;
use crate::log::Log;
use crate::receive;

/// The longest headers of a request, and the most that is read at once.
const BUFFER: usize = 16 << 10;

/// Serves until `stop` is ready; then answers what is under way, for [`Limits::stop`] at most.
///
/// Where a `secret` is given, requests must present it. Everything that is received is logged, and the
/// log is free to end once this returns.
pub async fn serve(
    listener: TcpListener,
    secret: Option<Secret>,
    limits: Limits,
    log: Log,
    stop: impl Future<Output = ()>,
) {
    let router = receive::router(secret, limits.body, log.clone());
    let (told, stopping) = watch::channel(false);
    let places = Arc::new(Semaphore::new(limits.connections));
    let mut silent = Silent::default();
    let mut connections = JoinSet::new();
    let mut stop = pin!(stop);
    loop {
        let stream = tokio::select! {
            () = &mut stop => break,
            Some(_) = connections.join_next() => continue,
            accepted = listener.accept() => {
                if let Ok((stream, _)) = accepted {
                    stream
                } else {
                    // Out of files, say: connections that end free some.
                    sleep(Duration::from_millis(50)).await;
                    continue;
                }
            }
        };
        if places.available_permits() == 0 {
            silent.close_oldest();
        }
        let place = tokio::select! {
            () = &mut stop => break,
            Ok(place) = Arc::clone(&places).acquire_owned() => place,
            else => break,
        };
        let has_spoken = Arc::new(AtomicBool::new(false));
        let served = serve_one(stream, router.clone(), limits, Arc::clone(&has_spoken), stopping.clone());
        let task = connections.spawn(async move {
            served.await;
            drop(place);
        });
        silent.add(has_spoken, task);
    }
    drop(listener);
    let _ = told.send(true);
    let all_ended = async { while connections.join_next().await.is_some() {} };
    if timeout(limits.stop, all_ended).await.is_err() {
        log.cut_off(connections.len());
        connections.shutdown().await;
    }
}

async fn serve_one(
    stream: TcpStream,
    router: Router,
    limits: Limits,
    has_spoken: Arc<AtomicBool>,
    mut stopping: watch::Receiver<bool>,
) {
    let started = Instant::now();
    let router = TowerToHyperService::new(router);
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        has_spoken.store(true, Ordering::Relaxed);
        let answered = router.call(request);
        async move {
            let mut answer = answered.await?;
            // Said in an answer, it loses no request that is on its way.
            if started.elapsed() > limits.connection / 2 {
                answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
            }
            Ok::<_, Infallible>(answer)
        }
    });
    let _ = stream.set_nodelay(true);
    let mut builder = Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(limits.headers).max_buf_size(BUFFER);
    let mut connection = pin!(builder.serve_connection(TokioIo::new(stream), service));
    let until_told = async {
        tokio::select! {
            // What goes wrong on a connection is its client's business.
            _ = connection.as_mut() => return,
            _ = stopping.wait_for(|is_stopping| *is_stopping) => {}
        }
        connection.as_mut().graceful_shutdown();
        let _ = connection.await;
    };
    let _ = timeout(limits.connection, until_told).await;
}

/// Connections that have not sent the headers of a request yet, the oldest first. Some may have
/// done so, or ended, since.
#[derive(Default)]
struct Silent(VecDeque<(Arc<AtomicBool>, AbortHandle)>);

impl Silent {
    fn add(&mut self, has_spoken: Arc<AtomicBool>, task: AbortHandle) {
        while self.0.front().is_some_and(|(has_spoken, task)| is_over(has_spoken, task)) {
            self.0.pop_front();
        }
        self.0.push_back((has_spoken, task));
    }

    /// Makes room for another connection, if one is silent.
    fn close_oldest(&mut self) {
        while let Some((has_spoken, task)) = self.0.pop_front() {
            if !is_over(&has_spoken, &task) {
                task.abort();
                return;
            }
        }
    }
}

fn is_over(has_spoken: &AtomicBool, task: &AbortHandle) -> bool {
    has_spoken.load(Ordering::Relaxed) || task.is_finished()
}
