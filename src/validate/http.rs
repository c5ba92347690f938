//! What HTTP refuses: URLs that cannot be called, and headers that cannot be sent.
//!
//! The crate `http` judges, as it does for clients and servers; letters beyond ASCII in a URL are left to
//! the platform, which may translate them.

use http::header::{HeaderName, HeaderValue};
use http::uri::Uri;

use super::code;
use super::text::{is_http_url, placeholder};
use crate::model::{Code, Found};

/// A URL that is there and will be called must be http or https; `scheme` is the code where it is
/// neither. An absent, an empty one and a placeholder are findings of their own.
pub(crate) fn url(member: &str, url: Option<&str>, scheme: &'static Code, found: &mut dyn Found) {
    let Some(url) = url.filter(|url| !url.is_empty() && placeholder(url).is_none()) else { return };
    if !is_http_url(url) {
        found.found(&[member], scheme, "not an http or https URL".to_owned());
    } else if let Some(fault) = authority(url) {
        found.found(&[member], &code::URL_AUTHORITY, fault.to_owned());
    }
}

/// What is wrong between the slashes of an http or https URL and its path.
fn authority(url: &str) -> Option<&'static str> {
    let ascii: String = url.chars().map(|letter| if letter.is_ascii() { letter } else { 'x' }).collect();
    let uri = ascii.parse::<Uri>().ok();
    let Some(authority) = uri.as_ref().and_then(Uri::authority) else {
        return Some("found a URL that HTTP refuses, expected host, port and path in the letters of URLs");
    };
    let (user, address) = match authority.as_str().rsplit_once('@') {
        Some((_, address)) => (true, address),
        None => (false, authority.as_str()),
    };
    let port = address.strip_prefix(authority.host()).unwrap_or_default();
    if user {
        Some("found credentials in a URL, expected a secret or a header for them")
    } else if authority.host().is_empty() {
        Some("found a URL without a host")
    } else if !port.is_empty() && authority.port_u16().is_none_or(|port| port == 0) {
        Some("found an impossible port, expected 1 to 65535")
    } else {
        None
    }
}

/// Headers whose name or value HTTP refuses.
pub(crate) fn headers<'a>(
    member: &str,
    headers: impl Iterator<Item = (&'a str, &'a str)>,
    found: &mut dyn Found,
) {
    let is_refused = |(name, value): &(&str, &str)| {
        HeaderName::from_bytes(name.as_bytes()).is_err() || HeaderValue::from_bytes(value.as_bytes()).is_err()
    };
    let count = headers.filter(is_refused).count();
    if count > 0 {
        let plural = if count == 1 { "header" } else { "headers" };
        let message = format!("found {count} {plural} with a name or a value that HTTP refuses");
        found.found(&[member], &code::HEADER_REFUSED, message);
    }
}

#[cfg(test)]
mod tests {
    use super::authority;

    #[test]
    fn a_url_can_be_called_if_it_has_a_host_and_a_port() {
        for url in [
            "https://example.com",
            "http://127.0.0.1:8600/internal",
            "https://[::1]:443/x?y#z",
            "HTTPS://EXAMPLE.COM/a@b:c",
            "https://bücher.example/über?q=ü",
            "http://h:65535",
        ] {
            assert_eq!(authority(url), None, "{url}");
        }
        for (url, word) in [
            ("https://user:pass@example.com", "credentials"),
            ("https://user@example.com:99999", "credentials"),
            ("https://:443", "host"),
            ("https://example.com:65536", "port"),
            ("https://example.com:0", "port"),
            ("https://example.com:", "port"),
            ("https://[::1]:x", "port"),
            ("https://exam|ple.com", "refuses"),
            ("https://[::1", "refuses"),
        ] {
            assert!(authority(url).is_some_and(|fault| fault.contains(word)), "{url}: {:?}", authority(url));
        }
    }
}
