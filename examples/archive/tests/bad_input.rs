//! What cannot be read is told, and the rest is counted.

mod support;

use std::io::Write as _;
use std::path::Path;

use serde_json::Value;
use support::{Ran, file, folder, run};

const HANG: &str = r#"{"message":{"type":"hang","call":{"id":"c-1","status":"ongoing"}}}"#;

/// Reads `HANG` and what is at a path; gives the summary and what was told.
fn read(path: &str) -> (Value, String) {
    let Ran { code, text, errors } = run(&["--json", path, "-"], HANG.as_bytes());
    assert_eq!(code, 1, "{path} {errors}");
    let summary: Value = serde_json::from_str(&text).expect("a summary");
    (summary, errors)
}

/// How many bodies were read besides `HANG`, and what was told of a file.
fn told(name: &str, bytes: &[u8]) -> (u64, String) {
    let path = file(&folder(name), name, bytes);
    let (summary, errors) = read(&path);
    let count = errors.lines().count() as u64;
    assert_eq!(summary["unreadable"]["count"], count, "{errors}");
    assert_eq!(summary["unreadable"]["places"].as_array().map(Vec::len), Some(errors.lines().count()));
    let bodies = summary["bodies"]["count"].as_u64().expect("a count");
    (bodies - 1, errors.replace(&path, "f"))
}

#[test]
fn a_files_name_forges_no_line() {
    let Ran { errors, .. } = run(&["no\n/such: file"], b"");
    assert!(errors.starts_with(r"no\n/such: file: : ") && errors.lines().count() == 1, "{errors}");
}

#[test]
fn lines_that_cannot_be_read() {
    let text = format!("{HANG}\n{{\"message\":{{\"call\":{{\"id\n7\n\n{{\"Jane\":1}}\n{HANG}");
    let (bodies, errors) = told("lines", text.as_bytes());
    assert_eq!(bodies, 3);
    let mut lines: Vec<_> = errors.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines.len(), 3, "{errors}");
    assert!(lines[0].starts_with("f: /message/call: "), "{errors}");
    assert!(lines[0].ends_with(": the text is cut off (line 2)"), "{errors}");
    assert!(lines.contains(&"f: : found no member that decides a family (line 5)"), "{errors}");
    assert!(lines.iter().any(|line| line.ends_with("(line 3)")), "{errors}");
}

#[test]
fn files_that_are_cut_off_or_empty() {
    assert_eq!(told("empty", b""), (0, "f: : holds no body\n".to_owned()));
    assert_eq!(told("blank", b" \n\n"), (0, "f: : holds no body\n".to_owned()));
    let (bodies, errors) = told("cut", b"{\n\"message\": {\n\"call");
    assert_eq!(bodies, 0);
    assert!(errors.starts_with("f: /message: ") && errors.ends_with("(line 3)\n"), "{errors}");
}

#[test]
fn what_is_not_packed_as_it_says() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    // Random digits do not pack, so that half the bytes hold half the lines.
    let mut state = 1_u64;
    let lines: Vec<String> = (0..2_000)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            HANG.replace("ongoing", &format!("{state:016x}"))
        })
        .collect();
    packed.write_all(lines.join("\n").as_bytes()).expect("packs");
    let packed = packed.finish().expect("packs");
    let (bodies, errors) = told("half.gz", &packed[..packed.len() / 2]);
    assert!((500..1_500).contains(&bodies), "{bodies}");
    assert!(errors.starts_with("f: : ") && errors.lines().count() == 1, "{errors}");
    assert!(errors.ends_with(&format!("(line {})\n", bodies + 1)), "{errors}");
    let zstd = zstd::encode_all(lines.join("\n").as_bytes(), 1).expect("packs");
    let (bodies, errors) = told("half.zst", &zstd[..zstd.len() / 2]);
    assert!(bodies < 2_000 && errors.lines().count() == 1, "{bodies} {errors}");
    let (bodies, errors) = told("noise.gz", b"\x1f\x8bno more");
    assert_eq!((bodies, errors.lines().count()), (0, 1), "{errors}");
}

#[test]
fn a_line_of_100_megabytes() {
    let mut text = format!("{HANG}\n{{\"message\":\"").into_bytes();
    text.resize(100 << 20, b'x');
    text.extend(format!("\"}}\n{HANG}\n").as_bytes());
    let (bodies, errors) = told("long", &text);
    assert_eq!((bodies, errors.as_str()), (2, "f: : longer than 8 MB, passed over (line 2)\n"));
}

#[test]
fn paths_that_are_not_there() {
    let (summary, errors) = read("no/such/file");
    assert_eq!(summary["bodies"]["count"], 1);
    assert!(errors.starts_with("no/such/file: : "), "{errors}");
}

#[cfg(unix)]
#[test]
fn folders_with_links_to_themselves() {
    let folder = folder("links");
    file(&folder, "in/a.json", HANG.as_bytes());
    let link = |to: &Path, from: &str| std::os::unix::fs::symlink(to, folder.join(from)).expect("a link");
    link(&folder, "in/back");
    link(Path::new("nowhere"), "in/dangling");
    let (summary, errors) = read(folder.to_str().expect("UTF-8"));
    assert_eq!(summary["bodies"]["count"], 2);
    assert!(errors.contains("in/back: : a link to a folder that it is in, not followed\n"), "{errors}");
    assert!(errors.contains("in/dangling: : "), "{errors}");
    assert_eq!(errors.lines().count(), 2, "{errors}");
}

#[test]
fn arrays_that_are_damaged() {
    let (bodies, errors) = told("cut-array", format!("[\n{HANG},\n{HANG}\n").as_bytes());
    assert_eq!((bodies, errors.as_str()), (2, "f: : the array is cut off (line 4)\n"));
    let text = format!("[{HANG},\n7,\n\n{{\"message\":{{\n\"call\"}}}},{{}},{HANG}]\n{HANG}\nJane\n");
    let (bodies, errors) = told("array", text.as_bytes());
    assert_eq!(bodies, 4, "{errors}");
    let mut lines: Vec<_> = errors.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines.len(), 4, "{errors}");
    assert!(lines[0].starts_with("f: /1: found a number, ") && lines[0].ends_with(" (line 2)"), "{errors}");
    assert!(lines[1].starts_with("f: /2/message: ") && lines[1].ends_with(" (line 5)"), "{errors}");
    assert_eq!(lines[2], "f: /3: found no member that decides a family (line 5)");
    assert!(lines[3].starts_with("f: : not JSON: ") && lines[3].ends_with(" (line 7)"), "{errors}");
    assert_eq!(told("none", b"[\n]\n"), (0, "f: : holds no body\n".to_owned()));
}

#[test]
fn an_element_of_100_megabytes() {
    let mut text = format!("[{HANG},\n{{\"message\":\"").into_bytes();
    text.resize(100 << 20, b'x');
    text.extend(format!("\"}},\n{HANG}]\n").as_bytes());
    let (bodies, errors) = told("long-element", &text);
    assert_eq!((bodies, errors.as_str()), (2, "f: /1: longer than 8 MB, passed over (line 2)\n"));
}

#[test]
fn a_body_may_be_as_long_as_said_and_no_longer() {
    for (length, is_read) in [(1 << 20, true), ((1 << 20) + 1, false)] {
        let body = HANG.replacen('{', &format!("{{{}", " ".repeat(length - HANG.len())), 1);
        let texts = [body.clone(), format!("{HANG}\n{body}\n{HANG}"), format!("[{HANG},{body} ,\n{HANG}]")];
        for (text, others) in texts.iter().zip([0, 2, 2]) {
            let Ran { code, text, errors } = run(&["--json", "--longest", "1", "-"], text.as_bytes());
            let summary: Value = serde_json::from_str(&text).expect("a summary");
            assert_eq!(summary["bodies"]["count"], others + u64::from(is_read), "{errors}");
            assert_eq!(
                (code, errors.lines().count()),
                (i32::from(!is_read), usize::from(!is_read)),
                "{errors}"
            );
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn files_that_may_not_be_read() {
    // Written only, whoever asks.
    let denied = "/proc/sys/vm/compact_memory";
    let reason = "Permission denied (os error 13)";
    let (summary, errors) = read(denied);
    assert_eq!((summary["bodies"]["count"].as_u64(), errors), (Some(1), format!("{denied}: : {reason}\n")));
    let place = serde_json::json!({"file": denied, "message": reason});
    assert_eq!(summary["unreadable"], serde_json::json!({"count": 1, "places": [place]}));
    // The same in a folder, between others; and a file that fails when it is read.
    let folder = folder("denied");
    file(&folder, "a.json", HANG.as_bytes());
    std::os::unix::fs::symlink(denied, folder.join("b.json")).expect("a link");
    std::os::unix::fs::symlink("/proc/self/mem", folder.join("c.json")).expect("a link");
    file(&folder, "d.json", HANG.as_bytes());
    let folder = folder.to_str().expect("UTF-8");
    let Ran { code, text, errors } = run(&["--json", folder], b"");
    let summary: Value = serde_json::from_str(&text).expect("a summary");
    assert_eq!((code, summary["bodies"]["count"].as_u64()), (1, Some(2)));
    assert_eq!(errors.lines().count(), 2, "{errors}");
    assert!(errors.contains(&format!("{folder}/b.json: : {reason}\n")), "{errors}");
    assert!(errors.contains(&format!("{folder}/c.json: : Input/output error (os error 5)\n")), "{errors}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder("locked");
    file(&folder, "a.json", HANG.as_bytes());
    let locked = folder.join("in");
    file(&locked, "b.json", HANG.as_bytes());
    let lock =
        |mode| std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(mode)).expect("owned");
    lock(0o000);
    // Root may read everything.
    let is_denied = std::fs::read_dir(&locked).is_err();
    let Ran { code, text, errors } = run(&["--json", folder.to_str().expect("UTF-8")], b"");
    lock(0o755);
    let summary: Value = serde_json::from_str(&text).expect("a summary");
    let told = format!("{}: : Permission denied (os error 13)\n", locked.display());
    assert_eq!((code, errors), (i32::from(is_denied), if is_denied { told } else { String::new() }));
    assert_eq!(summary["bodies"]["count"], 2 - u64::from(is_denied));
}

#[cfg(unix)]
#[test]
fn a_pipe_in_a_folder_is_not_waited_for() {
    let folder = folder("pipe");
    let made = std::process::Command::new("mkfifo").arg(folder.join("pipe")).status();
    assert!(made.is_ok_and(|status| status.success()));
    let (summary, errors) = read(folder.to_str().expect("UTF-8"));
    assert_eq!(summary["bodies"]["count"], 1);
    assert!(errors.ends_with("/pipe: : not a regular file\n"), "{errors}");
}

#[test]
fn tables_that_cannot_be_written() {
    let folder = folder("unwritable");
    let taken = file(&folder, "taken", b"a file");
    let ran = run(&["--parquet", &taken, "-"], HANG.as_bytes());
    assert_eq!((ran.code, ran.text.as_str()), (1, ""));
    assert!(ran.errors.starts_with(&format!("{taken}: : ")), "{}", ran.errors);
}
