//! The example programs' command lines, as other projects use them.

mod support;

use interactly_webhooks::message::Assistant;
use support::run;

const BODY: &str =
    r#"{"message":{"type":"hang","call":{"id":"c-1","status":"ongoing"},"messages":[],"new":1}}"#;
const DAMAGED: &str = r#"{"message":{"type":"hang","call":{"id":7}}}"#;

#[test]
fn wrong_usage_is_told_apart() {
    for (name, arguments) in [
        ("parse", &[][..]),
        ("parse", &["--wrong", "-"]),
        ("transcript", &[]),
        ("transcript", &["--json", "-"]),
        ("redact", &[]),
    ] {
        let (code, out, error) = run(name, arguments, "");
        assert_eq!((code, out.as_str()), (2, ""), "{name} {arguments:?}");
        assert!(error.starts_with(&format!("usage: {name} ")), "{error}");
    }
}

#[test]
fn parse_says_what_a_body_is() {
    let (code, out, error) = run("parse", &["-"], BODY);
    assert_eq!(
        (code, out.as_str(), error.as_str()),
        (0, "-: server-message hang call=c-1 status=ongoing messages=0 unknown=1\n", "")
    );
    for (body, line) in [
        ("{}", "-: unknown - call=- status=- messages=- unknown=0\n"),
        (r#"{"event":"new","data":[]}"#, "-: unknown new call=- status=- messages=- unknown=2\n"),
        (
            r#"{"event":"call_status","campaign":{"id":"c"},"call":{"conversationId":"k","status":"failed"}}"#,
            "-: campaign call_status call=k status=failed messages=- unknown=0\n",
        ),
        (
            r#"{"event":"campaign_status","campaign":{},"status":"paused"}"#,
            "-: campaign campaign_status call=- status=paused messages=- unknown=0\n",
        ),
        (
            r#"{"event":"workflow_run_completed","workflow":{},"run":{"id":"r","status":"failed"}}"#,
            "-: workflow workflow_run_completed call=- status=failed messages=- unknown=0\n",
        ),
        (r#"{"message":{}}"#, "-: server-message - call=- status=- messages=- unknown=0\n"),
    ] {
        assert_eq!(run("parse", &["-"], body), (0, line.to_owned(), String::new()));
    }
}

#[test]
fn odd_command_lines_and_bodies_do_no_harm() {
    // A flag behind `--` is a file; standard input is read once.
    let (code, _, error) = run("parse", &["--", "--json"], "");
    assert!(code == 1 && error.starts_with("--json: : "), "{error}");
    assert_eq!(run("parse", &["-", "-"], BODY).0, 2);
    assert_eq!(run("parse", &[""], BODY).0, 2);
    let forged = r#"{"message":{"type":"a\nb","messages":[{"role":"user","text":"x\nAssistant: y"}]}}"#;
    assert_eq!(
        run("parse", &["-"], forged).1,
        "-: server-message a_b call=- status=- messages=1 unknown=0\n"
    );
    assert_eq!(run("transcript", &["-"], forged).1, "User: x Assistant: y\n");
}

#[test]
fn parse_goes_on_after_a_failure() {
    let sparse = "server-message/hang/sparse.json";
    let (code, out, error) = run("parse", &["no-such-file.json", "-", sparse], DAMAGED);
    assert_eq!(code, 1);
    assert!(out.starts_with(&format!("{sparse}: server-message hang ")) && out.lines().count() == 1, "{out}");
    let mut lines = error.lines();
    assert!(lines.next().is_some_and(|line| line.starts_with("no-such-file.json: : ")), "{error}");
    assert_eq!(
        lines.next(),
        Some("-: /message/call/id: found a number, expected a string (line 1, column 40)")
    );
}

#[test]
fn parse_prints_bodies_back() {
    let file = "server-message/end-of-call-report/full.json";
    let (code, out, _) = run("parse", &["--json", file, "-"], BODY);
    assert_eq!(code, 0);
    let bodies: Vec<serde_json::Value> =
        out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let original = support::fixture("server-message/end-of-call-report/full").value();
    support::assert_same(&original, &bodies[0], file);
    assert_eq!(bodies[1], serde_json::from_str::<serde_json::Value>(BODY).expect("JSON"));
}

#[test]
fn parse_is_lenient_where_it_is_asked_to_be() {
    let deviation = "-: /message/call/id: found a number, expected a string\n";
    let (code, out, error) = run("parse", &["--lenient", "-"], DAMAGED);
    assert_eq!(
        (code, out.as_str(), error.as_str()),
        (0, "-: server-message hang call=- status=- messages=- unknown=0\n", deviation)
    );
    let (code, out, error) = run("parse", &["--lenient", "--json", "-"], DAMAGED);
    assert_eq!((code, error.as_str()), (0, deviation));
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&out).expect("JSON"),
        serde_json::from_str::<serde_json::Value>(DAMAGED).expect("JSON")
    );
    assert_eq!(run("parse", &["--lenient", "-"], "[]").0, 1);
}

#[test]
fn transcript_prints_what_was_said() {
    let body =
        r#"{"message":{"messages":[{"role":"assistant","text":"Hello."},{"role":"user","text":"Hi."}]}}"#;
    assert_eq!(
        run("transcript", &["-"], body),
        (0, "Assistant: Hello.\nUser: Hi.\n".to_owned(), String::new())
    );
    assert_eq!(run("transcript", &["-"], r#"{"message":{}}"#).1, "(no messages)\n");
    let (code, _, error) = run("transcript", &["-"], "{}");
    assert_eq!((code, error.as_str()), (1, "-: : a body of another family has no conversation\n"));
}

#[test]
fn validate_prints_a_finding_a_line() {
    let body = r#"{"message":{"assistant":{"assistantTemperature":1.5,"backgroundSoundVolume":-1}}}"#;
    let lines =
        "-: error volume-negative /message/assistant/backgroundSoundVolume: found -1, expected 0 or more\n";
    let warning =
        "-: warning temperature-range /message/assistant/assistantTemperature: found 1.5, expected 0 to 1\n";
    let (code, out, error) = run("validate", &["-"], body);
    assert_eq!((code, out, error), (1, format!("{warning}{lines}"), String::new()));
    let (code, out, _) = run("validate", &["--json", "-"], body);
    let findings: serde_json::Value = serde_json::from_str(&out).expect("one JSON value");
    assert_eq!(code, 1);
    assert_eq!(
        findings[1],
        serde_json::json!({
            "file": "-",
            "severity": "error",
            "code": "volume-negative",
            "pointer": "/message/assistant/backgroundSoundVolume",
            "message": "found -1, expected 0 or more",
        })
    );
}

#[test]
fn validate_fails_for_errors_only() {
    let warned = r#"{"message":{"assistant":{"assistantTemperature":1.5}}}"#;
    assert_eq!(run("validate", &["-"], warned).0, 0);
    assert_eq!(run("validate", &["-"], BODY), (0, String::new(), String::new()));
    assert_eq!(run("validate", &["--json", "-"], BODY), (0, "[]\n".to_owned(), String::new()));
    let (code, out, error) = run("validate", &["--json", "no-such-file.json", "-"], DAMAGED);
    assert_eq!((code, out.as_str(), error.lines().count()), (1, "[]\n", 2), "{error}");
    for wrong in [&[][..], &["--json"], &["--strict", "-"]] {
        let (code, out, error) = run("validate", wrong, "");
        assert_eq!((code, out.as_str()), (2, ""), "{wrong:?}");
        assert!(error.starts_with("usage: validate "), "{error}");
    }
}

#[test]
fn redact_prints_no_personal_data() {
    let body =
        r#"{"message":{"type":"hang","call":{"id":"c-1","userNumber":"+15550100123","endAt":["Jane"]}}}"#;
    let (code, out, error) = run("redact", &["-"], body);
    let deviation = "-: /message/call/endAt: found an array, expected a time as a number or a string\n";
    assert_eq!((code, error.as_str(), out.lines().count()), (0, deviation, 1));
    let redacted =
        r#"{"message":{"type":"hang","call":{"id":"c-1","userNumber":"text-1","endAt":["text-2"]}}}"#;
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&out).expect("JSON"),
        serde_json::from_str::<serde_json::Value>(redacted).expect("JSON")
    );
    // What it prints, it prints again.
    assert_eq!(run("redact", &["-"], &out).1, out);
    let file = "server-message/end-of-call-report/full.json";
    let (code, out, error) = run("redact", &[file, "-", "no-such-file.json"], "[]");
    assert_eq!((code, out.lines().count()), (1, 1));
    assert!(
        error
            .starts_with("-: : found an array, expected an object (line 1, column 1)\nno-such-file.json: : "),
        "{error}"
    );
}

#[test]
fn no_body_forges_a_line_or_moves_the_cursor() {
    let odd = r"\u001b[2J\r\n\u0000\u009b\u2028\u202e\u061c\u200e\u200f";
    let members = format!(
        r#""{odd}":["\ud800"],"type":"{odd}","timestamp":"{odd}","call":{{"id":"{odd}","status":"{odd}","assistantId":"{odd}"}},"messages":[{{"role":"{odd}","text":"{odd}a"}}],"assistant":{{"{odd}":1,"assistantProvider":"{odd}"}}"#
    );
    let odd_body = format!(r#"{{"message":{{{members}}}}}"#);
    let sound = odd_body.replace(r"\ud800", "");
    let broken = format!(r#"{{"message":{{"{odd}":01}}}}"#);
    for (name, flags, lines) in [
        ("parse", &[][..], 1),
        ("parse", &["--lenient"], 2),
        ("head", &[], 1),
        ("validate", &[], 3),
        ("transcript", &[], 1),
        ("redact", &[], 2),
    ] {
        for (body, lines) in [(&sound, lines), (&odd_body, lines), (&broken, 1)] {
            let arguments: Vec<_> = flags.iter().copied().chain(["-"]).collect();
            let (_, out, error) = run(name, &arguments, body);
            // A redacted body is JSON, which escapes what it must.
            let shown = if name == "redact" { error } else { out + &error };
            let moves = |one: char| {
                let turns = matches!(one, '\u{2028}' | '\u{202e}' | '\u{61c}' | '\u{200e}' | '\u{200f}');
                turns || one.is_control() && one != '\n'
            };
            assert!(!shown.contains(moves), "{name} {flags:?}: {shown:?}");
            assert!(shown.lines().count() <= lines, "{name} {flags:?}: {shown:?}");
        }
    }
}

#[test]
fn long_ids_are_cut_alike() {
    for (id, shown) in [("é".repeat(64), "é".repeat(64)), ("aé".repeat(100), "aé".repeat(42) + "a…")] {
        let body = format!(r#"{{"message":{{"type":"hang","call":{{"id":"{id}"}}}}}}"#);
        for program in ["parse", "head"] {
            let (_, out, _) = run(program, &["-"], &body);
            assert!(out.starts_with(&format!("-: server-message hang call={shown} ")), "{out}");
        }
    }
}

#[test]
fn a_files_name_forges_no_line() {
    let (odd, shown) = ("a\n/b: c\u{1b}[2J\u{9b}\u{202e}", r"a\n/b: c\u{1b}[2J\u{9b}\u{202e}: : ");
    for program in ["parse", "head", "validate", "transcript", "redact"] {
        let (code, out, error) = run(program, &[odd], "");
        assert_eq!((code, out.as_str()), (1, ""), "{program}");
        assert!(error.starts_with(shown) && error.lines().count() == 1, "{program}: {error:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_sound_files_name_forges_no_line() {
    let folder = support::TemporaryFolder::new();
    let sound = r#"{"message":{"type":"hang","call":{"cost":{"totalCost":-1}}}}"#;
    for (program, flags, body) in [
        ("parse", &[][..], sound),
        ("parse", &["--lenient"], DAMAGED),
        ("head", &[], sound),
        ("validate", &[], sound),
    ] {
        std::fs::write(folder.path().join("a\nb"), body).expect("writes");
        let mut program = support::command(program);
        let told = program.current_dir(folder.path()).args(flags).arg("a\nb").output().expect("runs");
        let told = String::from_utf8([told.stdout, told.stderr].concat()).expect("UTF-8");
        assert!(!told.is_empty() && told.lines().all(|line| line.starts_with(r"a\nb: ")), "{told}");
    }
}

/// The device is a disk that is full.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_stops_nothing_but_what_is_written_to_it() {
    let full = || std::fs::File::options().write(true).open("/dev/full").expect("opens");
    let sparse = "server-message/hang/sparse.json";
    let told = support::command("parse").args(["missing", sparse]).stderr(full()).output().expect("runs");
    assert_eq!(told.status.code(), Some(1));
    assert!(told.stdout.starts_with(b"server-message/hang/sparse.json: server-message hang "));
    for program in ["parse", "head", "transcript", "redact"] {
        let told = support::command(program).arg(sparse).stdout(full()).output().expect("runs");
        assert_eq!(told.status.code(), Some(1), "{program}");
        let error = String::from_utf8_lossy(&told.stderr);
        assert_eq!(error, "standard output: No space left on device (os error 28)\n", "{program}");
    }
}

#[test]
fn an_assistant_that_is_built_in_code_is_sound() {
    let (code, out, error) = run("assistant", &[], "");
    assert_eq!((code, error.as_str()), (0, ""));
    let assistant: Assistant = serde_json::from_str(&out).expect("reads");
    assert!(assistant.validate().is_empty() && assistant.drift().is_empty());
    assert_eq!(assistant.voices().len(), 1);
}
