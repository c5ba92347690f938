//! One body, posted once.

use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use hyper::{Method, Request, Uri};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use interactly_webhooks::wire::Secret;
use tokio::time::timeout;

use crate::arguments::Arguments;

/// What of an answer is read; nobody looks at it.
const LONGEST_ANSWER: usize = 1 << 20;

/// Posts to one URL.
pub(crate) struct Poster {
    client: Client<HttpConnector, Full<Bytes>>,
    url: Uri,
    secret: Option<HeaderValue>,
    timeout: Duration,
}

/// What became of a body.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// It was answered, with this status.
    Answered(u16),
    TimedOut,
    /// The reason.
    Failed(String),
}

impl Outcome {
    /// Whether the platform takes it for delivered.
    pub(crate) fn is_delivered(&self) -> bool {
        matches!(self, Self::Answered(200..=299))
    }
}

impl Poster {
    pub(crate) fn new(arguments: &Arguments) -> Self {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        let client = Client::builder(TokioExecutor::new())
            .retry_canceled_requests(false)
            // Connections that the receiver is about to close are not used again.
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(Duration::from_secs(2))
            .build(connector);
        let Arguments { url, secret, timeout, .. } = arguments;
        Self { client, url: url.clone(), secret: secret.clone(), timeout: *timeout }
    }

    /// Posts a body; also says how long it took until the answer was read.
    pub(crate) async fn post(&self, body: Bytes) -> (Outcome, Duration) {
        let start = Instant::now();
        let outcome = match timeout(self.timeout, self.try_post(body)).await {
            Ok(Ok(status)) => Outcome::Answered(status),
            Ok(Err(reason)) => Outcome::Failed(reason),
            Err(_) => Outcome::TimedOut,
        };
        (outcome, start.elapsed())
    }

    async fn try_post(&self, body: Bytes) -> Result<u16, String> {
        let mut request = Request::new(Full::new(body));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = self.url.clone();
        let headers = request.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if let Some(secret) = &self.secret {
            headers.insert(HeaderName::from_static(Secret::HEADER), secret.clone());
        }
        let answer = self.client.request(request).await.map_err(|error| reason(&error))?;
        let status = answer.status().as_u16();
        // To its end, or the connection could not be used again.
        let mut body = answer.into_body();
        let mut read = 0;
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|error| reason(&error))?;
            read += frame.data_ref().map_or(0, Bytes::len);
            if read > LONGEST_ANSWER {
                break;
            }
        }
        Ok(status)
    }
}

/// An error and what it comes from, in one line.
fn reason(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
