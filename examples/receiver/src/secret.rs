//! Who calls. The program `sqlite` reads this file too.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use interactly_webhooks::wire::Secret;

/// Whether a request presents the secret in one of the three ways.
pub(crate) fn presents(headers: &HeaderMap, secret: &Secret) -> bool {
    let plain = [Secret::HEADER, Secret::DASHBOARD_HEADER];
    plain.iter().flat_map(|name| headers.get_all(*name)).any(|value| secret.matches(value))
        || headers.get_all(AUTHORIZATION).iter().any(|value| secret.matches_bearer(value))
}
