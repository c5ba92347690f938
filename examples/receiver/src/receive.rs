//! Requests and their answers.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use interactly_webhooks::outgoing::ServerMessageResponse;
use interactly_webhooks::wire::Secret;
use serde_json::json;

use crate::body::{LONGEST_BODY, Room, Unread};
use crate::log::Log;
use crate::parse::Parsers;
use crate::secret::presents;

struct Receiver {
    secret: Option<Secret>,
    body_limit: Duration,
    room: Room,
    parsers: Parsers,
    log: Log,
}

/// POST on any path.
pub(crate) fn router(secret: Option<Secret>, body_limit: Duration, log: Log) -> Router {
    let parsers = Parsers::start(&log);
    Router::new().route("/", post(receive)).route("/{*path}", post(receive)).with_state(Arc::new(Receiver {
        secret,
        body_limit,
        room: Room::new(),
        parsers,
        log,
    }))
}

async fn receive(State(receiver): State<Arc<Receiver>>, request: Request) -> Response {
    // Before the body is read: a stranger's body is not worth the memory.
    if receiver.secret.as_ref().is_some_and(|secret| !presents(request.headers(), secret)) {
        return receiver.refuse(StatusCode::UNAUTHORIZED, "the secret is missing or wrong");
    }
    let body = match receiver.room.read(request.into_body(), receiver.body_limit).await {
        Ok(body) => body,
        Err(Unread::TooLong) => {
            let reason = format!("the body is longer than {} MiB", LONGEST_BODY >> 20);
            return receiver.refuse(StatusCode::PAYLOAD_TOO_LARGE, &reason);
        }
        Err(Unread::TooSlow) => {
            return receiver.refuse(StatusCode::REQUEST_TIMEOUT, "the body took too long");
        }
        Err(Unread::Broken) => return receiver.refuse(StatusCode::BAD_REQUEST, "the body could not be read"),
    };
    // The parser logs it, for the client may be gone by then.
    match receiver.parsers.parse(body).await {
        Some(Ok(())) => {
            answer(StatusCode::OK, serde_json::to_string(&ServerMessageResponse::done()).unwrap_or_default())
        }
        Some(Err(reason)) => answer_error(StatusCode::BAD_REQUEST, &reason),
        None => receiver.refuse(StatusCode::INTERNAL_SERVER_ERROR, "the parser has gone"),
    }
}

impl Receiver {
    fn refuse(&self, status: StatusCode, reason: &str) -> Response {
        self.log.refused(format_args!("refused {}: {reason}", status.as_u16()));
        answer_error(status, reason)
    }
}

fn answer_error(status: StatusCode, reason: &str) -> Response {
    answer(status, json!({ "error": reason }).to_string())
}

fn answer(status: StatusCode, body: String) -> Response {
    (status, [(CONTENT_TYPE, "application/json")], body).into_response()
}
