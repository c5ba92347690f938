//! The example programs say nothing of a body that nobody asked for.

mod support;

use std::fs;

use support::{TemporaryFolder, assert_silent, damaged, marked, run};

/// Each program, what it is told, and whether what it prints is silent if words stay, and if they do not: some
/// print bodies, and some the event as it came.
const PROGRAMS: &[(&str, &[&str], bool, bool)] = &[
    ("parse", &[], true, false),
    ("parse", &["--lenient"], true, false),
    ("parse", &["--json"], false, false),
    ("head", &[], true, false),
    ("validate", &[], true, true),
    ("validate", &["--json"], true, true),
    ("redact", &[], true, true),
    ("transcript", &[], false, false),
    ("timeline", &[], true, true),
    #[cfg(feature = "structured")]
    ("record", &[], false, false),
    #[cfg(feature = "structured")]
    ("record", &["--check"], true, true),
];

#[test]
fn programs_say_nothing_of_bodies() {
    let folder = TemporaryFolder::new();
    let written = |name: &str, texts: Vec<Vec<u8>>| -> Vec<String> {
        let file = |(number, text)| {
            let path = folder.path().join(format!("{name}-{number}.json"));
            fs::write(&path, text).expect("writes");
            path.into_os_string().into_string().expect("UTF-8")
        };
        texts.into_iter().enumerate().map(file).collect()
    };
    let bodies = |keeps_words| marked(keeps_words).iter().map(|body| body.to_string().into_bytes()).collect();
    let lists = [
        ("words", written("words", bodies(true))),
        ("no-words", written("no-words", bodies(false))),
        ("damaged", written("damaged", damaged())),
    ];
    for (program, flags, with_words, without) in PROGRAMS {
        for (list, files) in &lists {
            let arguments: Vec<_> = flags.iter().copied().chain(files.iter().map(String::as_str)).collect();
            let (code, out, error) = run(program, &arguments, "");
            let what = format!("{program} {flags:?} of {list}");
            assert!(code < 2 && out.len() + error.len() > 0, "{what}");
            assert_silent(&what, &error);
            if if *list == "no-words" { *without } else { *with_words } {
                assert_silent(&what, &out);
            }
        }
    }
}

/// What comes of the command line is named, and what stands in a file is not.
#[cfg(feature = "simulate")]
#[test]
fn an_assistant_that_cannot_be_read_is_not_quoted() {
    let folder = TemporaryFolder::new();
    let file = folder.path().join("assistant.json");
    let name = file.to_str().expect("UTF-8");
    let mut bodies = damaged();
    bodies.push(br#"{"assistantName":["zq7Jane"]}"#.into());
    bodies.push(br#"{"config":{"speech":{"zq7":1,"stt":"zq7Jane"}}}"#.into());
    let mut refused = 0;
    for body in bodies.iter().rev().take(20) {
        fs::write(&file, body).expect("writes");
        let (code, _, error) = run("simulate", &["--assistant", name], "");
        assert_silent(name, &error);
        refused += code;
    }
    assert!(refused > 10, "{refused}");
}
