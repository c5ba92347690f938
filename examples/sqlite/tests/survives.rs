//! Redelivery, reordering, damage, and a kill between two deliveries.

mod support;

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use sqlite::{Store, Taken};
use support::{Program, TemporaryFolder};

const CALL: &str = "c-1";

fn event(kind: &str, timestamp: i64, status: &str, said: usize) -> Value {
    let texts = ["Good morning.", "I need an appointment.", "At ten?", "Yes.", "See you then."];
    let messages: Vec<_> = texts[..said]
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let role = ["assistant", "user"][at % 2];
            json!({"messageId": format!("m-{at}"), "role": role, "text": text, "timestamp": timestamp})
        })
        .collect();
    let mut message = json!({"type": kind, "timestamp": timestamp, "call": {"id": CALL, "status": status}});
    if kind != "status-update" {
        message["messages"] = messages.into();
    }
    if kind == "end-of-call-report" {
        message["analysis"] = json!({"summary": "An appointment at ten."});
    }
    json!({ "message": message })
}

/// The events of one call, in the order of the platform; the second update is damaged.
fn events() -> Vec<String> {
    let mut damaged = event("conversation-update", 5, "ongoing", 3);
    damaged["message"]["messages"][1] = json!("lost");
    let events = [
        event("status-update", 1, "queued", 0),
        event("status-update", 2, "ongoing", 0),
        event("conversation-update", 4, "ongoing", 2),
        damaged,
        event("status-update", 8, "finished", 0),
        event("end-of-call-report", 9, "finished", 5),
    ];
    events.map(|event| event.to_string()).into()
}

/// What is in a database after these bodies.
fn after<'a>(bodies: impl IntoIterator<Item = &'a String>) -> (Option<String>, (i64, i64)) {
    let folder = TemporaryFolder::new();
    let mut store = Store::open(&folder.path().join("calls.db")).expect("opens");
    for body in bodies {
        store.take(body.as_bytes()).expect("stores");
    }
    (store.record(CALL).expect("reads"), store.counts().expect("counts"))
}

#[test]
fn order_and_repetition_change_nothing() {
    let events = events();
    let (record, counts) = after(&events);
    let record = record.expect("a record");
    assert_eq!(counts, (6, 1), "each body once, and the end once");
    assert!(record.contains("An appointment at ten.") && record.contains("I need an appointment."));

    let mut rng = fastrand::Rng::with_seed(7);
    for _ in 0..50 {
        let mut shuffled: Vec<_> = events.iter().chain(&events).collect();
        rng.shuffle(&mut shuffled);
        let (other, counts) = after(shuffled);
        assert_eq!((other.as_ref(), counts), (Some(&record), (6, 1)));
    }
}

#[test]
fn what_cannot_be_read_is_kept_too() {
    let folder = TemporaryFolder::new();
    let mut store = Store::open(&folder.path().join("calls.db")).expect("opens");
    let cut_off = br#"{"message":{"call":{"id":"c-1"#;
    assert!(matches!(store.take(cut_off).expect("stores"), Taken::Unreadable(_)));
    let other = br#"{"event":"something_new","detail":1}"#;
    assert!(matches!(store.take(other).expect("stores"), Taken::Stored(_)));
    assert_eq!(store.counts().expect("counts"), (2, 0));
    assert_eq!(store.record(CALL).expect("reads"), None);
}

#[test]
fn of_many_deviations_the_first_are_told() {
    let folder = TemporaryFolder::new();
    let file = folder.path().join("calls.db");
    let mut store = Store::open(&file).expect("opens");
    let body = json!({"message": {"type": "hang", "messages": vec![1; 150]}}).to_string();
    store.take(body.as_bytes()).expect("stores");
    let database = rusqlite::Connection::open(&file).expect("opens");
    let problem = "SELECT problem FROM deliveries";
    let problem: String = database.query_row(problem, [], |row| row.get(0)).expect("a problem");
    let lines: Vec<_> = problem.lines().collect();
    assert_eq!((lines.len(), lines[100]), (101, "and 50 more"));
}

#[test]
fn a_record_that_cannot_be_read_costs_no_body() {
    let folder = TemporaryFolder::new();
    let file = folder.path().join("calls.db");
    let mut store = Store::open(&file).expect("opens");
    let row = "INSERT INTO calls (call_id, ended, record) VALUES ('c-1', 0, '[]')";
    rusqlite::Connection::open(&file).expect("opens").execute(row, []).expect("inserts");
    store.take(events()[0].as_bytes()).expect("stores");
    assert_eq!(store.counts().expect("counts"), (1, 1));
    assert_eq!(store.record(CALL).expect("reads").as_deref(), Some("[]"));
}

#[test]
fn a_kill_between_two_deliveries_loses_nothing() {
    let folder = TemporaryFolder::new();
    let file = folder.path().join("calls.db");
    let events = events();
    let mut program = Program::start(&file);
    for (number, body) in events.iter().enumerate() {
        assert_eq!(program.post(body), 200);
        if number % 2 == 1 {
            // Without a word: `drop` kills it.
            drop(program);
            program = Program::start(&file);
            assert_eq!(program.post(body), 200, "sent again, as if the answer had been lost");
        }
    }
    assert_eq!(program.post("{"), 400);
    drop(program);
    let store = Store::open(&file).expect("opens");
    let (record, (bodies, tasks)) = after(&events);
    assert_eq!(store.record(CALL).expect("reads"), record);
    assert_eq!(store.counts().expect("counts"), (bodies + 1, tasks));
}

#[test]
fn only_the_platform_may_post() {
    let folder = TemporaryFolder::new();
    let program = Program::with(&["--secret", "example-secret"], &folder.path().join("calls.db"));
    assert_eq!(program.post("{}"), 401);
    // As server messages, the dashboard and workflows present it.
    for header in ["x-interactly-secret: example-secret", "authorization: Bearer example-secret"] {
        assert_eq!(program.send(&format!("{header}\r\n"), b"{}").0, 200, "{header}");
    }
    assert_eq!(program.send("authorization: Bearer example\r\n", b"{}").0, 401);
}

#[test]
fn the_report_of_a_very_long_call_is_taken() {
    let folder = TemporaryFolder::new();
    let program = Program::start(&folder.path().join("calls.db"));
    let mut report = event("end-of-call-report", 9, "finished", 5);
    report["message"]["messages"][0]["text"] = "Good morning. ".repeat(300_000).into();
    assert_eq!(program.post(&report.to_string()), 200);
}

#[test]
fn an_empty_secret_is_wrong_usage() {
    let folder = TemporaryFolder::new();
    let file = folder.path().join("calls.db");
    let mut program = Command::new(env!("CARGO_BIN_EXE_sqlite"));
    let program = program.args(["--port", "0", "--secret", ""]).arg(&file);
    // It would serve for ever if it took it.
    let mut child = program.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("reads");
    let _ = child.kill();
    assert_eq!((line.as_str(), child.wait().expect("ends").code()), ("", Some(2)));
}

/// A pipe holds 64 KiB, and a line of these events has some 200 bytes.
#[test]
fn who_stops_reading_the_log_stops_no_answer() {
    let folder = TemporaryFolder::new();
    let (program, mut out) = Program::launch(&[], &folder.path().join("calls.db"));
    for _ in 0..600 {
        let body = format!(r#"{{"message":{{"type":"hang","call":{{"id":"{}"}}}}}}"#, "c".repeat(200));
        assert_eq!(program.post(&body), 200);
    }
    let mut line = String::new();
    out.read_line(&mut line).expect("a line");
    assert!(line.starts_with("server-message hang call=ccc"), "{line}");
}
