//! The command line.

use std::ffi::OsString;
use std::time::Duration;

use hyper::Uri;
use hyper::header::HeaderValue;
use lexopt::{Arg, ValueExt as _};

pub(crate) const USAGE: &str =
    "usage: sender --url URL [--secret S] [--rate N] [--concurrency N] [--timeout SECONDS] FILE...";

/// What is asked for.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) url: Uri,
    pub(crate) secret: Option<HeaderValue>,
    /// The time from the start of one body to the start of the next.
    pub(crate) period: Option<Duration>,
    /// Bodies under way at a time.
    pub(crate) concurrency: usize,
    pub(crate) timeout: Duration,
    pub(crate) files: Vec<OsString>,
}

impl Arguments {
    /// Reads the command line. Errors quote neither the secret nor the URL, which may hold another.
    pub(crate) fn read(mut parser: lexopt::Parser) -> Result<Self, lexopt::Error> {
        let (mut url, mut secret, mut period) = (None, None, None);
        let (mut concurrency, mut timeout, mut files) = (1, Duration::from_secs(20), Vec::new());
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("url") => url = Some(http(&parser.value()?)?),
                Arg::Long("secret") => secret = secret_of(&parser.value()?)?,
                Arg::Long("rate") => period = Some(parser.value()?.parse_with(period_of)?),
                Arg::Long("concurrency") => concurrency = parser.value()?.parse_with(count)?,
                Arg::Long("timeout") => timeout = parser.value()?.parse_with(seconds)?,
                Arg::Value(file) if !file.is_empty() => files.push(file),
                other => return Err(other.unexpected()),
            }
        }
        if files.is_empty() || files.iter().filter(|file| *file == "-").count() > 1 {
            return Err("name files, or - once for standard input".into());
        }
        let url = url.ok_or("--url is missing")?;
        Ok(Self { url, secret, period, concurrency, timeout, files })
    }
}

fn http(text: &OsString) -> Result<Uri, &'static str> {
    let url: Uri = text.to_str().and_then(|text| text.parse().ok()).ok_or("--url is not a URL")?;
    // Of a port beyond 65535 the client knows nothing, and would post to port 80.
    if !url.authority().is_some_and(|to| to.port().is_some() || to.as_str().ends_with(to.host())) {
        return Err("--url is not a URL");
    }
    match url.scheme_str() {
        Some("http") => Ok(url),
        _ => Err("--url must start with http://"),
    }
}

/// The header's value; none for an empty secret, for which the platform sends no header.
fn secret_of(text: &OsString) -> Result<Option<HeaderValue>, &'static str> {
    let text = text.to_str().ok_or("--secret is not UTF-8")?;
    let mut value = HeaderValue::from_str(text).map_err(|_| "--secret does not fit into a header")?;
    value.set_sensitive(true);
    Ok((!text.is_empty()).then_some(value))
}

fn count(text: &str) -> Result<usize, &'static str> {
    // More is more than a process may have open.
    text.parse().ok().filter(|count| (1..=1_000).contains(count)).ok_or("expected a number from 1 to 1000")
}

/// The seconds that a number says.
fn seconds(text: &str) -> Result<Duration, &'static str> {
    duration(above_0(text)?)
}

/// The time between two starts, of so many in a second.
fn period_of(text: &str) -> Result<Duration, &'static str> {
    duration(above_0(text)?.recip())
}

fn above_0(text: &str) -> Result<f64, &'static str> {
    text.parse().ok().filter(|number: &f64| *number > 0.0).ok_or("expected a number above 0")
}

fn duration(seconds: f64) -> Result<Duration, &'static str> {
    // A day: clocks end somewhere.
    Duration::try_from_secs_f64(seconds.min(86_400.0)).map_err(|_| "expected a number above 0")
}
