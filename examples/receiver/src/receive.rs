//! Requests and their answers.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Bytes, HttpBody as _};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request, State};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use interactly_webhooks::Webhook;
use interactly_webhooks::outgoing::ServerMessageResponse;
use interactly_webhooks::wire::Secret;
use serde_json::json;
use tokio::time::timeout;

use crate::log::{Log, event_line, harmless};

/// The longest body that is read: 16 MiB. Every event repeats the whole conversation, and
/// still the report of an hour's call stays far below.
const LONGEST_BODY: usize = 16 << 20;

const TOO_LONG: &str = "the body is longer than 16 MiB";

/// How long a body may take: as long as the platform waits for the answer, by default.
const BODY_TIME: Duration = Duration::from_secs(20);

struct Receiver {
    secret: Option<Secret>,
    log: Log,
}

/// POST on any path.
pub(crate) fn router(secret: Option<Secret>, log: Log) -> Router {
    Router::new()
        .route("/", post(receive))
        .route("/{*path}", post(receive))
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .with_state(Arc::new(Receiver { secret, log }))
}

async fn receive(State(receiver): State<Arc<Receiver>>, request: Request) -> Response {
    let log = &receiver.log;
    // Before the body is read: a stranger's body is not worth the memory.
    if receiver.secret.as_ref().is_some_and(|secret| !presents(request.headers(), secret)) {
        return refused(log, StatusCode::UNAUTHORIZED, "the secret is missing or wrong");
    }
    // Neither is one that announces itself as too long.
    if request.body().size_hint().lower() > LONGEST_BODY as u64 {
        return refused(log, StatusCode::PAYLOAD_TOO_LARGE, TOO_LONG);
    }
    let body = match timeout(BODY_TIME, Bytes::from_request(request, &())).await {
        Ok(Ok(body)) => body,
        Ok(Err(rejection)) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            return refused(log, StatusCode::PAYLOAD_TOO_LARGE, TOO_LONG);
        }
        Ok(Err(rejection)) => return refused(log, rejection.status(), "the body could not be read"),
        Err(_) => return refused(log, StatusCode::REQUEST_TIMEOUT, "the body took too long"),
    };
    match Webhook::from_slice_lenient(&body) {
        Ok(lenient) => {
            log.line(event_line(&lenient));
            answer(StatusCode::OK, serde_json::to_string(&ServerMessageResponse::done()).unwrap_or_default())
        }
        Err(error) => refused(log, StatusCode::BAD_REQUEST, &error.to_string()),
    }
}

/// Whether a request presents the secret in one of the three ways.
fn presents(headers: &HeaderMap, secret: &Secret) -> bool {
    let plain = [Secret::HEADER, Secret::DASHBOARD_HEADER];
    plain.iter().flat_map(|name| headers.get_all(*name)).any(|value| secret.matches(value))
        || headers.get_all(AUTHORIZATION).iter().any(|value| secret.matches_bearer(value))
}

fn refused(log: &Log, status: StatusCode, reason: &str) -> Response {
    log.line(format!("refused {}: {}", status.as_u16(), harmless(reason)));
    answer(status, json!({ "error": reason }).to_string())
}

fn answer(status: StatusCode, body: String) -> Response {
    (status, [(CONTENT_TYPE, "application/json")], body).into_response()
}
