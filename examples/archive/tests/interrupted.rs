//! Ctrl-C prints what there is so far.

#![cfg(unix)]

mod support;

use std::io::{Read as _, Write as _};
use std::process::{Command, Stdio};

use serde_json::Value;
use support::{bodies, file, folder, lines};

#[test]
fn what_there_is_is_printed() {
    let folder = folder("interrupted");
    let first = file(&folder, "first.ndjson", &lines(&bodies()));
    let tables = folder.join("tables");
    let mut child = Command::new(env!("CARGO_BIN_EXE_archive"))
        .args(["--json", "--parquet"])
        .arg(&tables)
        .args([&first, "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("starts");
    let mut pipe = child.stdin.take().expect("piped");
    // More than is read ahead: once it is taken, the file before was handed out.
    let one = &lines(&bodies()[..1]);
    let count = (8 << 20) / one.len();
    pipe.write_all(&one.repeat(count)).expect("taken");
    // The pipe stays open: nothing else ends the program.
    std::thread::sleep(std::time::Duration::from_millis(300));
    // The shell has `kill` where there is no program of that name.
    let killed = Command::new("sh").args(["-c", &format!("kill -s INT {}", child.id())]).status();
    assert!(killed.expect("runs").success());
    let mut text = String::new();
    child.stdout.take().expect("piped").read_to_string(&mut text).expect("reads");
    assert_eq!(child.wait().expect("ends").code(), Some(1));
    let summary: Value = serde_json::from_str(&text).expect("a summary");
    assert_eq!(summary["interrupted"], true);
    assert_eq!(summary["calls"]["count"], 12);
    assert!(summary["bodies"]["count"].as_u64() > Some(bodies().len() as u64), "{}", summary["bodies"]);
    // The tables are whole too.
    for name in ["calls", "turns", "deliveries"] {
        let table = std::fs::read(tables.join(format!("{name}.parquet"))).expect("written");
        assert!(table.ends_with(b"PAR1"));
    }
    drop(pipe);
}
