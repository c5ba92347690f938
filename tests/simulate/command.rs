//! The command line of the example program.

use crate::support::{TemporaryFolder, command, run};

/// The exit code, and what was printed to standard output and to standard error.
fn simulate(arguments: &[&str]) -> (i32, String, String) {
    run("simulate", arguments, "")
}

fn lines(arguments: &[&str]) -> Vec<serde_json::Value> {
    let (code, out, error) = simulate(arguments);
    assert_eq!((code, error.as_str()), (0, ""), "{arguments:?}");
    out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn bodies_come_a_line_each() {
    let two = lines(&[
        "--seed",
        "4",
        "--calls",
        "2",
        "--turns",
        "1",
        "--set",
        "/message/call/metadata={\"p\":\"a=b\"}",
    ]);
    let next = lines(&["--seed", "5", "--turns", "1", "--set", "/message/call/metadata={\"p\":\"a=b\"}"]);
    assert!(two.ends_with(&next) && two.len() > next.len());
    assert!(two.iter().all(|body| body["message"]["call"]["metadata"]["p"] == "a=b"));
    let rows = lines(&["--family", "campaign", "--calls", "3"]);
    assert_eq!(rows.iter().filter(|body| body["event"] == "call_status").count(), 3);
    let runs = lines(&[
        "--family",
        "workflow",
        "--calls",
        "2",
        "--mishap",
        "duplicated",
        "--mishap",
        "unknown-event",
    ]);
    assert_eq!(runs.iter().filter(|body| body["event"] == "workflow_paused").count(), 1);
}

#[test]
fn an_assistant_comes_from_a_file() {
    let folder = TemporaryFolder::new();
    let file = folder.path().join("assistant.json");
    std::fs::write(&file, r#"{"name":"From a file"}"#).expect("writes");
    let path = file.to_str().expect("UTF-8");
    let bodies = lines(&["--assistant", path]);
    assert!(bodies.iter().all(|body| body["message"]["assistant"]["name"] == "From a file"));
    for (text, reason) in [("[]", ": found an array"), (r#"{"name":7}"#, "/name: found a number")] {
        std::fs::write(&file, text).expect("writes");
        let (code, out, error) = simulate(&["--assistant", path]);
        assert_eq!((code, out.as_str()), (1, ""));
        assert!(error.starts_with(&format!("{path}: {reason}")), "{error}");
    }
    let (code, _, error) = simulate(&["--assistant", "/no/such/file"]);
    assert!(code == 1 && error.starts_with("/no/such/file: : "), "{error}");
    let (code, out, _) = run("simulate", &["--assistant", "-"], r#"{"name":"From a pipe"}"#);
    assert!(code == 0 && out.contains(r#""name":"From a pipe""#), "{out}");
}

#[test]
fn of_many_calls_those_get_a_value_that_have_its_place() {
    let set = ["--calls", "30", "--set", "/message/error/hint=\"x\""];
    let bodies = lines(&set);
    let errors: Vec<_> = bodies.iter().filter(|body| body["message"]["error"].is_object()).collect();
    assert!(!errors.is_empty() && errors.iter().all(|body| body["message"]["error"]["hint"] == "x"));
    let (code, out, error) = simulate(&[&set[..], &["--set", "/message/nobody/here=1"]].concat());
    assert_eq!((code, out.lines().count()), (1, bodies.len()));
    assert!(error.starts_with("simulate: /message/nobody/here: no body has this place"), "{error}");
}

#[test]
fn mishaps_are_listed() {
    let (code, out, _) = simulate(&["--mishap", "list"]);
    assert_eq!((code, out.lines().count()), (0, 8));
    assert!(out.starts_with("out-of-order: a body comes up to three places too late\n"), "{out}");
}

/// The device is a disk that is full.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = || std::fs::File::options().write(true).open("/dev/full").expect("opens");
    for arguments in [&["--mishap", "list"][..], &["--turns", "1"]] {
        let told = command("simulate").args(arguments).stdout(full()).output().expect("runs");
        assert_eq!(told.status.code(), Some(1));
        let error = String::from_utf8_lossy(&told.stderr);
        assert_eq!(error, "simulate: No space left on device (os error 28)\n");
    }
    let told = command("simulate").arg("--wrong").stderr(full()).output().expect("runs");
    assert_eq!(told.status.code(), Some(2));
}

#[test]
fn bad_input_is_told_from_wrong_usage() {
    for (arguments, message) in [
        (&["--turns", "0"][..], "turns: found 0, expected 1 to 10000"),
        (&["--calls", "0"], "calls: found 0, expected at least 1"),
        (&["--mishap", "rain"], "unknown mishap, expected one of out-of-order, duplicated, "),
        (&["--set", "/message/nobody/here=1"], "/message/nobody/here: no body has this place"),
        (&["--family", "workflow", "--mishap", "untyped"], "untyped: no body of the family workflow"),
    ] {
        let (code, out, error) = simulate(arguments);
        assert_eq!((code, out.as_str()), (1, ""), "{arguments:?}");
        assert!(error.starts_with(&format!("simulate: {message}")), "{error}");
    }
    for arguments in [
        &["--seed"][..],
        &["--seed", "-1"],
        &["--turns", "many"],
        &["--family", "unknown"],
        &["--family", "campaign", "--turns", "3"],
        &["--set", "/message/call"],
        &["--set", "/message/call/metadata={"],
        &["file"],
    ] {
        let (code, out, error) = simulate(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(error.starts_with("usage: simulate "), "{error}");
    }
}
