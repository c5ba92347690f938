//! The command line of the example program.

use std::time::{Duration, Instant};

/// The exit code and what is printed, for this input.
fn run(arguments: &[&str], input: &str) -> (i32, String, String) {
    crate::support::run("record", arguments, input)
}

const ASKED: &str = r#"{"message":{"type":"status-update","timestamp":1,"call":{"id":"c-2","status":"queued"},"assistant":{"assistantAnalysis":{"structuredData":{"enabled":true,"schema":{"properties":{"age":{"type":"integer"}}}}}}}}"#;
const REPORT: &str = r#"{"message":{"type":"end-of-call-report","timestamp":2,"call":{"id":"c-2","status":"finished"},"analysis":{"structuredData":{"age":"Zqx"}}}}"#;
const OTHER: &str = r#"{"message":{"type":"hang","timestamp":1,"call":{"id":"c-1","status":"ongoing"}}}"#;

#[test]
fn a_record_a_line_by_call_whatever_the_order_and_printed_records_go_on() {
    let (code, all, error) = run(&["-"], &format!("{ASKED}\n\n{REPORT}\n{OTHER}\n"));
    assert_eq!((code, error.as_str()), (0, ""));
    let lines: Vec<_> = all.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].contains(r#""id":"c-1""#) && lines[1].contains(r#""status":"finished""#), "{all}");

    let (_, some, _) = run(&["-"], &format!("{REPORT}\n{OTHER}"));
    assert_eq!(run(&["-"], &format!("{some}{ASKED}\n")), (0, all.clone(), String::new()));
    assert_eq!(run(&["-"], &all), (0, all, String::new()));
}

#[test]
fn one_document_may_have_many_lines() {
    let value: serde_json::Value = serde_json::from_str(OTHER).expect("reads");
    let pretty = serde_json::to_string_pretty(&value).expect("prints");
    assert_eq!(run(&["-"], &pretty), run(&["-"], OTHER));
    let (code, out, error) = run(&["-"], &pretty[..pretty.len() - 5]);
    assert_eq!((code, out.as_str()), (1, ""));
    let cut = "not JSON: EOF while parsing an object: the text is cut off";
    assert_eq!(error, format!("-: /message: {cut} (line 9)\n"));
}

/// Merged into all others one by one, each event would move those that came before it: minutes of work.
#[test]
fn many_events_of_one_call_are_folded_in_a_moment() {
    let event = |at| format!(r#"{{"message":{{"type":"hang","timestamp":{at},"call":{{"id":"c-1"}}}}}}"#);
    let lines: Vec<_> = (0..50_000).rev().map(event).collect();
    let start = Instant::now();
    let (code, out, error) = run(&["-"], &lines.join("\n"));
    assert_eq!((code, error.as_str()), (0, ""));
    assert_eq!(out.matches(r#"{"type":"hang","timestamp":"#).count(), 50_000);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn each_line_may_have_a_byte_order_mark() {
    let (code, out, error) = run(&["-"], &format!("\u{feff}{ASKED}\n\u{feff}{OTHER}\n"));
    assert_eq!((code, out.lines().count(), error.as_str()), (0, 2, ""));
}

#[test]
fn what_fails_is_told_with_its_line_and_the_rest_is_folded() {
    let bad = [
        r#"{"event":"campaign_status","campaign":{"id":"Zqx"}}"#,
        r#"{"event":"workflow_created","workflow":{}}"#,
        r#"{"message":{"type":"hang","call":{"id":["Zqx"]}}}"#,
        r#"{"callRecord":2,"message":{"call":{"id":"c-1"}},"sources":7}"#,
        r#"{"callRecord":1,"message":{"call":{"id":7}}}"#,
        r#"{"message":{"type":"hang","call":{"id":"Zqx"#,
        "Zqx",
    ];
    let (code, out, error) = run(&["-"], &format!("{OTHER}\n{}\n{REPORT}\n", bad.join("\n")));
    assert_eq!((code, out.lines().count()), (1, 2));
    let lines = "\
        -: : found family campaign, expected a server message (line 2)\n\
        -: : found family workflow, expected a server message (line 3)\n\
        -: /message/call/id: no call id (line 4)\n\
        -: /callRecord: a record of a later version (line 5)\n\
        -: /message/call/id: found a number, expected a string (line 6)\n\
        -: /message/call/id: not JSON: EOF while parsing a string: the text is cut off (line 7)\n\
        -: : not JSON: expected value (line 8)\n";
    assert_eq!(error, lines);
}

#[test]
fn findings_are_printed_as_one_array() {
    let (code, out, error) = run(&["--check", "-"], &format!("{REPORT}\n{ASKED}"));
    assert_eq!((code, error.as_str()), (0, ""), "a warning is no error");
    let found: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let expected = serde_json::json!([{
        "file": "-",
        "severity": "warning",
        "code": "structured-data-mismatch",
        "pointer": "/message/analysis/structuredData/age",
        "message": "found a string, expected type integer (call c-2)",
    }]);
    assert_eq!(found, expected);
    assert_eq!(run(&["--check", "-"], OTHER).1, "[]\n");
    let late = ASKED.replace(r#""enabled":true"#, r#""enabled":true,"timeoutSeconds":0"#);
    assert_eq!(run(&["--check", "-"], &late).0, 1, "an error is one");
    assert_eq!(run(&["--wrong", "-"], "").0, 2);
}
