//! The first methods a receiver needs, on whole bodies.

mod support;

use std::time::Duration;

use interactly_webhooks::message::MessageType;
use interactly_webhooks::{Event, ServerMessage, Webhook};
use support::{fixture, golden};

fn webhook(name: &str) -> Webhook {
    Webhook::from_str(&fixture(name).text).expect(name)
}

fn message(name: &str) -> ServerMessage {
    webhook(name).as_server_message().expect("a server message").clone()
}

#[test]
fn each_event_is_itself() {
    let event = message("server-message/status-update/full");
    assert!(matches!(
        event.event(),
        Event::StatusUpdate { status: Some(_), call: Some(_), assistant: Some(_), .. }
    ));
    let event = message("server-message/conversation-update/full");
    assert!(matches!(event.event(), Event::ConversationUpdate { messages: [_, ..], .. }));
    let event = message("server-message/hang/full");
    assert!(matches!(event.event(), Event::Hang { messages: [_, ..], .. }));
    let event = message("server-message/error/full");
    assert!(matches!(event.event(), Event::Error { error: Some(_), .. }));
    let event = message("server-message/end-of-call-report/full");
    assert!(matches!(
        event.event(),
        Event::EndOfCallReport { analysis: Some(_), cost: Some(_), recording: Some(_), .. }
    ));
    let event = message("server-message/untyped/full");
    assert!(matches!(event.event(), Event::Untyped(message) if message.call.is_some()));
}

#[test]
fn an_unknown_event_is_typed_and_never_taken_for_another() {
    let event = message("server-message/unknown-event/full");
    let Event::Unknown { kind, message, .. } = event.event() else { panic!("{event:?}") };
    assert!(MessageType::from(kind.as_str()).is_unknown());
    assert!(message.call.as_ref().is_some_and(|call| call.id.is_some()) && !message.messages().is_empty());
    // A known event that is damaged is refused, not unknown.
    assert!(Webhook::from_str(r#"{"message":{"type":"hang","call":[]}}"#).is_err());
}

#[test]
fn the_analysis_that_counts_is_found_in_both_places() {
    let captured = message("server-message/end-of-call-report/full");
    let results = captured.results();
    assert_eq!(captured.call.as_ref().and_then(|call| call.analysis.as_ref()?.summary.as_deref()), Some(""));
    assert!(results.summary.is_some_and(|summary| !summary.is_empty()));
    assert!(results.structured_data.is_some_and(|data| !data.is_empty()));

    let early = message("server-message/status-update/full");
    assert_eq!(early.results().summary, None);
}

#[test]
fn the_duration_comes_from_the_first_source_that_has_one() {
    let report = message("server-message/end-of-call-report/full");
    let call = report.call.as_deref().expect("a call");
    let in_milliseconds = call.assistant_call_duration.expect("a duration");
    let in_milliseconds = u64::try_from(in_milliseconds.as_i64().expect("whole")).expect("not negative");
    assert_eq!(call.duration(), Some(Duration::from_millis(in_milliseconds)));

    let mut call = call.clone();
    call.assistant_call_duration = Some(0.into());
    let in_seconds = call.cost.as_ref().and_then(|cost| cost.call_duration).expect("a duration");
    assert_eq!(call.duration().map(|duration| duration.as_secs_f64()), Some(in_seconds.as_f64()));
    call.cost = None;
    assert_eq!(call.duration().map(|duration| duration.as_secs_f64()), Some(in_seconds.as_f64()));
    call.end_at = Some("".into());
    assert_eq!(call.duration(), None);
    call.end_at = Some(i64::MIN.into());
    assert_eq!(call.duration(), None);
}

#[test]
fn the_recording_is_there_when_bucket_and_path_are() {
    let report = message("server-message/end-of-call-report/full");
    let mut recording = report.call.and_then(|call| call.recording).expect("a recording");
    let (bucket, path) = recording.location().expect("both are set");
    assert!(!bucket.is_empty() && path.contains('/'));
    recording.path = Some(String::new());
    assert_eq!(recording.location(), None);
    recording.path = None;
    assert_eq!(recording.location(), None);
}

#[test]
fn the_transcript_reads_as_it_was_said() {
    let transcript = message("server-message/conversation-update/full").transcript().to_string();
    golden("golden/transcript.txt").assert_eq(&format!("{transcript}\n"));
    assert_eq!(ServerMessage::default().transcript().to_string(), "");
}
