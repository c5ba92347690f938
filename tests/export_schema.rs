//! The command line of `export_schema`, as docs pipelines use it.

#![cfg(feature = "schema")]

mod support;

use std::fs;

use interactly_webhooks::schema::{self, Profile};
use serde_json::Value;
use support::TemporaryFolder;

/// Runs the program: exit code, standard output, standard error.
fn run(arguments: &[&str]) -> (i32, String, String) {
    support::run("export_schema", arguments, "")
}

#[test]
fn it_prints_the_bundle() {
    for (arguments, profile) in [(&[][..], Profile::Wire), (&["--strict"], Profile::Strict)] {
        let (code, printed, errors) = run(arguments);
        assert_eq!((code, errors.as_str()), (0, ""));
        let files = schema::files(profile);
        let (_, bundle) = files.iter().find(|(name, _)| name == "bundle.schema.json").expect("a bundle");
        assert!(printed == *bundle, "{arguments:?}: it is the bundle (is the program of today built?)");
    }
}

/// The device is a disk that is full.
#[cfg(target_os = "linux")]
#[test]
fn no_folder_and_no_disk_ends_it_badly() {
    use std::os::unix::ffi::OsStrExt as _;

    let folder = TemporaryFolder::new();
    let folder = folder.path().join(std::ffi::OsStr::from_bytes(b"\xff"));
    let status = support::command("export_schema").arg(&folder).status().expect("runs");
    assert_eq!((status.code(), folder.join("bundle.schema.json").exists()), (Some(0), true));
    let full = fs::File::options().write(true).open("/dev/full").expect("opens");
    let status = support::command("export_schema").arg("--wrong").stderr(full).status().expect("runs");
    assert_eq!(status.code(), Some(2));
}

#[test]
fn it_writes_a_file_a_payload() {
    let schemas = TemporaryFolder::new();
    for (flag, profile) in [(None, Profile::Wire), (Some("--strict"), Profile::Strict)] {
        let folder = schemas.path().join(profile.as_str());
        let arguments: Vec<_> = flag.into_iter().chain(folder.to_str()).collect();
        assert_eq!(run(&arguments), (0, String::new(), String::new()));
        let expected = schema::files(profile);
        for (name, text) in &expected {
            assert!(fs::read_to_string(folder.join(name)).ok().as_ref() == Some(text), "{name}");
        }
        assert_eq!(fs::read_dir(&folder).expect("a folder").count(), expected.len());
        let text = fs::read_to_string(folder.join("openapi.json")).expect("a file");
        let openapi: Value = serde_json::from_str(&text).expect("JSON");
        assert!(openapi == schema::openapi(profile), "the same as a value");
    }
}

#[test]
fn it_makes_the_folders_above_and_writes_over_what_it_wrote() {
    let schemas = TemporaryFolder::new();
    let folder = schemas.path().join("a/b");
    for _ in 0..2 {
        assert_eq!(run(&[folder.to_str().expect("UTF-8")]), (0, String::new(), String::new()));
    }
    assert!(folder.join("openapi.json").is_file());
}

#[test]
fn wrong_usage_says_how_it_is_used() {
    for wrong in [&["--wrong"][..], &["a", "b"], &["--strict", "--strict"], &[""]] {
        let usage = "usage: export_schema [--strict] [DIR]\n".to_owned();
        assert_eq!(run(wrong), (2, String::new(), usage), "{wrong:?}");
    }
}

#[test]
fn a_failure_names_the_file_and_the_reason() {
    let schemas = TemporaryFolder::new();
    let taken = schemas.path().join("taken");
    fs::write(&taken, "").expect("writes");
    // A file stands where the folder should, or above it.
    for folder in [taken.clone(), taken.join("below")] {
        let folder = folder.to_str().expect("UTF-8");
        let (code, printed, errors) = run(&[folder]);
        assert_eq!((code, printed.as_str()), (1, ""));
        assert_eq!(errors, format!("{folder}: {}: a file is in the way\n", taken.display()));
    }
    // A folder stands where a file should: the others are written.
    let folder = schemas.path().join("some");
    fs::create_dir_all(folder.join("call.schema.json")).expect("a folder");
    let (code, printed, errors) = run(&[folder.to_str().expect("UTF-8")]);
    assert_eq!((code, printed.as_str(), errors.lines().count()), (1, "", 1));
    assert!(errors.starts_with(&format!("{}: ", folder.join("call.schema.json").display())), "{errors}");
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), schema::files(Profile::Wire).len());
}
