//! The command line of `export_schema`, as docs pipelines use it.

#![cfg(feature = "schema")]

mod support;

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use interactly_webhooks::schema::{self, Profile};
use serde_json::Value;
use support::TemporaryFolder;

fn run(arguments: &[&str]) -> (i32, String) {
    // Tests run from `target/<profile>/deps`; examples are built beside it.
    let mut program = env::current_exe().expect("a path");
    program.pop();
    program.pop();
    program.push("examples");
    program.push(format!("export_schema{}", env::consts::EXE_SUFFIX));
    assert!(program.exists(), "build it first: cargo build --features schema --example export_schema");
    let run = Command::new(program).args(arguments).output().expect("it starts");
    (run.status.code().expect("a code"), String::from_utf8(run.stdout).expect("UTF-8"))
}

#[test]
fn it_prints_the_bundle() {
    for (arguments, profile) in [(&[][..], Profile::Wire), (&["--strict"], Profile::Strict)] {
        let (code, printed) = run(arguments);
        assert_eq!(code, 0);
        let printed: Value = serde_json::from_str(&printed).expect("JSON");
        assert!(
            printed == schema::bundle(profile),
            "{arguments:?}: it is the bundle (is the program of today built?)"
        );
    }
}

#[test]
fn it_writes_a_file_a_payload() {
    let schemas = TemporaryFolder::new();
    for (flag, profile) in [(None, Profile::Wire), (Some("--strict"), Profile::Strict)] {
        let folder = schemas.path().join(profile.as_str());
        let arguments: Vec<_> = flag.into_iter().chain(folder.to_str()).collect();
        assert_eq!(run(&arguments), (0, String::new()));
        let mut expected = schema::payloads(profile);
        expected.push(("bundle".to_owned(), schema::bundle(profile)));
        for (name, schema) in &expected {
            let text = fs::read_to_string(folder.join(format!("{name}.schema.json"))).expect("a file");
            assert!(serde_json::from_str::<Value>(&text).ok().as_ref() == Some(schema), "{name}");
        }
        let text = fs::read_to_string(folder.join("openapi.json")).expect("a file");
        let openapi: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(openapi["info"]["version"], env!("CARGO_PKG_VERSION"));
        assert!(openapi == schema::openapi(profile));
        assert_eq!(fs::read_dir(&folder).expect("a folder").count(), expected.len() + 1);
    }
}

#[test]
fn wrong_usage_and_failures_are_told_apart() {
    for wrong in [&["--wrong"][..], &["a", "b"], &["--strict", "--strict"], &[""]] {
        assert_eq!(run(wrong), (2, String::new()), "{wrong:?}");
    }
    // A file stands where the folder should.
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml/schemas");
    assert_eq!(run(&[file.to_str().expect("UTF-8")]), (1, String::new()));
}
