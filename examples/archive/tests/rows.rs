//! Rows merge to the same calls and the same counts, on however many machines they are made.

mod support;

use std::collections::BTreeMap;

use interactly_webhooks::{CallRecord, Webhook};
use serde_json::Value;
use support::{bodies, lines, run};

/// Rows of a text, and the code.
fn rows(text: &[u8]) -> Vec<String> {
    run(&["--rows", "-"], text).well().text.lines().map(str::to_owned).collect()
}

fn summary(text: &[u8]) -> Value {
    run(&["--json", "-"], text).well().summary()
}

#[test]
fn a_row_a_body() {
    let bodies = bodies();
    let rows = rows(&lines(&bodies));
    assert_eq!(rows.len(), bodies.len());
    for (row, body) in rows.iter().zip(&bodies) {
        assert!(row.starts_with("{\"archiveRow\":1,\"call\":"), "{row}");
        let row: Value = serde_json::from_str(row).expect("JSON");
        let body = Webhook::from_slice_lenient(body).expect("reads");
        assert_eq!(
            row["counts"]["bodies"][body.value.family().as_str()].as_object().map(serde_json::Map::len),
            Some(1)
        );
        if body.value.as_server_message().is_none() {
            assert_eq!((&row["call"], row.get("record")), (&Value::Null, None));
            continue;
        }
        assert_eq!(row["call"].as_str(), body.value.call_id());
        // All that a record holds.
        let mut record = CallRecord::default();
        record.apply_lenient(&body).expect("of this call");
        assert_eq!(row["record"].to_string(), serde_json::to_value(&record).expect("prints").to_string());
    }
}

#[test]
fn the_summary_of_rows_is_that_of_the_bodies() {
    let text = lines(&bodies());
    let expected = summary(&text);
    let mut rows = rows(&text);
    rows.reverse();
    assert_eq!(summary(rows.join("\n").as_bytes()), expected);
    // Two workers that have parts of the same calls.
    let (even, odd): (Vec<_>, Vec<_>) = rows.into_iter().enumerate().partition(|(index, _)| index % 2 == 0);
    let merged = [even, odd].map(|part| {
        let part: Vec<_> = part.into_iter().map(|(_, row)| row).collect();
        run(&["--merge", "-"], part.join("\n").as_bytes()).well().text
    });
    assert_eq!(summary(merged.concat().as_bytes()), expected);
    let again = run(&["--merge", "-"], merged.concat().as_bytes()).well().text;
    assert_eq!(summary(again.as_bytes()), expected);
    // A row for each of 12 calls, and one for the counts.
    assert_eq!(again.lines().count(), 13);
    // Rows of rows are the rows.
    assert_eq!(summary(run(&["--rows", "-"], again.as_bytes()).well().text.as_bytes()), expected);
    // Bodies merge as their rows do.
    let direct = run(&["--merge", "-"], &text).well().text;
    let records = |text: &str| -> BTreeMap<String, String> {
        let rows = text.lines().map(|row| serde_json::from_str::<Value>(row).expect("JSON"));
        rows.filter(|row| row["call"].is_string())
            .map(|row| (row["call"].to_string(), row["record"].to_string()))
            .collect()
    };
    assert_eq!(records(&direct), records(&again));
}

#[test]
fn rows_come_line_by_line() {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::process::{Command, Stdio};

    let mut child = Command::new(env!("CARGO_BIN_EXE_archive"))
        .args(["--rows", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("starts");
    let mut pipe = child.stdin.take().expect("piped");
    let mut rows = BufReader::new(child.stdout.take().expect("piped"));
    for body in bodies().iter().take(5) {
        pipe.write_all(&lines(std::slice::from_ref(body))).expect("taken");
        // Each before the next body is there.
        let mut row = String::new();
        rows.read_line(&mut row).expect("reads");
        assert!(row.ends_with("}\n"), "{row}");
    }
    drop(pipe);
    assert!(child.wait().expect("ends").success());
}

#[test]
fn what_cannot_be_read_is_counted_in_a_row() {
    let ran = run(&["--rows", "-"], b"{}\n{\"message\n");
    assert_eq!(ran.code, 1);
    assert_eq!(ran.errors.lines().count(), 2, "{}", ran.errors);
    let found = run(&["--json", "-"], ran.text.as_bytes());
    assert_eq!((found.code, found.summary()["unreadable"]["count"].as_u64()), (0, Some(2)));
}

#[test]
fn rows_that_are_none() {
    let record = "{\"callRecord\":1,\"message\":{\"call\":{\"id\":\"c-1\"}}}";
    for (row, reason) in [
        ("{\"archiveRow\":2,\"call\":null}", "a row of a later version"),
        ("{\"archiveRow\":1,\"call\":7}", "not the form of a row"),
        ("{\"archiveRow\":1,\"call\":\"c", "a row that is cut off"),
        ("{\"archiveRow\":1,\"call\":\"c-1\",\"record\":[]}", "not a record of a call"),
        (
            &format!("{{\"archiveRow\":1,\"call\":\"c-2\",\"record\":{record}}}"),
            "the row's call is not the record's",
        ),
        // In another order, as an engine may print it.
        (&format!("{{\"record\":{record},\"archiveRow\":3}}"), "a row of a later version"),
    ] {
        let ran = run(&["--json", "-"], format!("{{}}\n{row}\n").as_bytes());
        assert!(ran.errors.contains(&format!("-: : {reason} (line 2)\n")), "{row} {}", ran.errors);
    }
}
