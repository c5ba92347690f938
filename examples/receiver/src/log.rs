//! One line an event, fit for any log.
//!
//! A line holds the family, the event, the call's id, the status, and counts. Ids are shown
//! as they come, but no character of them can end the line or look like another part of it;
//! of a word that the library does not know only the length is shown, for nobody knows what
//! it says.

use std::io::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread;
use std::time::Duration;

use interactly_webhooks::{Drift, Lenient, Webhook};

/// Lines that may wait for the reader of standard output.
const WAITING: usize = 1 << 16;

/// The longest id that is shown whole, in characters.
const LONGEST_ID: usize = 100;

/// Where lines go. A reader that is slow, or has gone, costs lines and never an answer.
#[derive(Clone)]
pub(crate) struct Log {
    lines: SyncSender<String>,
    left_out: Arc<AtomicUsize>,
}

/// Tells when everything is written.
pub(crate) struct Written(Receiver<()>);

impl Log {
    pub(crate) fn to_standard_output() -> (Self, Written) {
        let (lines, waiting) = sync_channel::<String>(WAITING);
        let (end, written) = channel();
        let left_out = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&left_out);
        thread::spawn(move || {
            for line in waiting {
                let mut out = std::io::stdout().lock();
                let missing = counted.swap(0, Ordering::Relaxed);
                if missing > 0 {
                    let _ = writeln!(out, "{missing} lines left out");
                }
                let _ = writeln!(out, "{line}");
            }
            drop(end);
        });
        (Self { lines, left_out }, Written(written))
    }

    pub(crate) fn line(&self, line: String) {
        if self.lines.try_send(line).is_err() {
            self.left_out.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl Written {
    /// Waits until the last line is out, but not for a reader that has gone.
    pub(crate) fn wait(self) {
        let _ = self.0.recv_timeout(Duration::from_secs(1));
    }
}

/// `text` with every character escaped that could forge a line.
pub(crate) fn harmless(text: &str) -> String {
    text.chars()
        .flat_map(|one| if one == ' ' || one == '"' { vec![one] } else { one.escape_debug().collect() })
        .collect()
}

/// A word of an open set, and whether the library does not know it.
macro_rules! word {
    ($value:expr) => {
        $value.as_ref().map(|word| (word.as_str(), word.is_unknown()))
    };
}

/// The line for an event.
pub(crate) fn event_line(lenient: &Lenient<Webhook>) -> String {
    let (mut call, mut status, mut messages) = (None, None, None);
    let event = match &lenient.value {
        Webhook::ServerMessage(request) => {
            let message = &request.message;
            messages = message.messages.as_ref().map(Vec::len);
            status = word!(message.status);
            if let Some(of) = &message.call {
                call = of.id.as_deref();
                status = word!(of.status).or(status);
            }
            word!(message.kind)
        }
        Webhook::Campaign(campaign) => {
            status = word!(campaign.status);
            if let Some(of) = &campaign.call {
                call = of.id.as_deref();
                status = word!(of.status).or(status);
            }
            word!(campaign.event)
        }
        Webhook::Workflow(workflow) => {
            status = workflow.run.as_ref().and_then(|run| word!(run.status));
            word!(workflow.event)
        }
        unknown => unknown.event_name().map(|name| (name, true)),
    };
    format!(
        "{} {} call={} status={} messages={} unknown={} deviations={}",
        lenient.value.family().as_str(),
        shown(event),
        call.map_or_else(|| "-".to_owned(), id),
        shown(status),
        messages.map_or_else(|| "-".to_owned(), |count| count.to_string()),
        lenient.value.drift().iter().filter(|drift| Drift::is_member(drift)).count(),
        lenient.deviations().len(),
    )
}

fn shown(word: Option<(&str, bool)>) -> String {
    match word {
        None => "-".to_owned(),
        Some((word, false)) => word.to_owned(),
        Some((word, true)) => format!("unknown({})", word.len()),
    }
}

/// An id: printable ASCII as it is, all else escaped, and cut if it is long.
fn id(id: &str) -> String {
    let mut shown = String::new();
    for character in id.chars().take(LONGEST_ID) {
        if character.is_ascii_graphic() && !"=\"\\".contains(character) {
            shown.push(character);
        } else {
            shown.extend(character.escape_unicode());
        }
    }
    if id.chars().nth(LONGEST_ID).is_some() {
        shown.push_str("...");
    }
    shown
}

#[cfg(test)]
#[allow(dead_code, reason = "other tests use the rest of it")]
#[path = "../../../tests/support/fixtures.rs"]
mod fixtures;

#[cfg(test)]
mod tests {
    use interactly_webhooks::Webhook;
    use serde_json::Value;

    use super::fixtures::all_fixtures;

    fn line(body: &str) -> String {
        super::event_line(&Webhook::from_slice_lenient(body.as_bytes()).expect("an object"))
    }

    #[test]
    fn an_event_is_one_line() {
        for (body, expected) in [
            (
                r#"{"message":{"type":"hang","call":{"id":"c-1","status":"ongoing"},"messages":[{},{}],"new":1}}"#,
                "server-message hang call=c-1 status=ongoing messages=2 unknown=1 deviations=0",
            ),
            (
                r#"{"message":{"type":"Jane Doe","status":"ended","call":{"id":7}}}"#,
                "server-message unknown(8) call=- status=ended messages=- unknown=0 deviations=1",
            ),
            (
                r#"{"event":"call_status","campaign":{},"call":{"id":"k","status":"Jane"}}"#,
                "campaign call_status call=k status=unknown(4) messages=- unknown=0 deviations=0",
            ),
            (
                r#"{"event":"workflow_run_completed","workflow":{},"run":{"status":"failed"}}"#,
                "workflow workflow_run_completed call=- status=failed messages=- unknown=0 deviations=0",
            ),
            (
                r#"{"event":"Jane Doe"}"#,
                "unknown unknown(8) call=- status=- messages=- unknown=1 deviations=0",
            ),
        ] {
            assert_eq!(line(body), expected);
        }
    }

    /// Every text of every fixture but ids becomes a marker; no line shows one.
    #[test]
    fn a_line_shows_no_text_of_the_body() {
        fn mark(value: &mut Value, key: &str) {
            match value {
                Value::String(text) if !matches!(key, "id" | "_id") && !key.ends_with("Id") => {
                    *text = "MARKER".to_owned();
                }
                Value::Array(list) => list.iter_mut().for_each(|value| mark(value, key)),
                Value::Object(members) => members.iter_mut().for_each(|(key, value)| mark(value, key)),
                _ => {}
            }
        }
        for fixture in all_fixtures() {
            let mut body = fixture.value();
            mark(&mut body, "");
            assert!(!line(&body.to_string()).contains("MARKER"), "{}", fixture.name);
        }
    }

    #[test]
    fn an_id_forges_nothing() {
        let forged = line(r#"{"message":{"call":{"id":"a b=c\n\"\\\u2028\u202e\u001b[0mé"}}}"#);
        assert!(forged.is_ascii() && !forged.contains('\n') && !forged.contains('\u{1b}'), "{forged}");
        assert!(forged.contains("call=a\\u{20}b\\u{3d}c\\u{a}\\u{22}\\u{5c}\\u{2028}"), "{forged}");
        let long = line(&format!(r#"{{"message":{{"call":{{"id":"{}"}}}}}}"#, "x".repeat(5000)));
        assert!(long.len() < 250 && long.contains("xxx... status"), "{long}");
        assert_eq!(super::harmless("/message/a\nb\u{1b}: \"odd\""), "/message/a\\nb\\u{1b}: \"odd\"");
    }
}
