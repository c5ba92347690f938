//! The program as a process, and archives for it.

#![allow(dead_code, reason = "every test binary uses a part of it")]

#[path = "../../../../tests/support/child.rs"]
mod child;

use std::path::{Path, PathBuf};
use std::process::Command;

use child::run_to_end;
use interactly_webhooks::simulate::{Call, Campaign, Mishap, Workflow};
use serde_json::Value;

/// What a run printed, and its exit code.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) text: String,
    pub(crate) errors: String,
}

/// Runs the program with `input` as standard input.
pub(crate) fn run<S: AsRef<std::ffi::OsStr>>(arguments: &[S], input: &[u8]) -> Ran {
    let program = &mut Command::new(env!("CARGO_BIN_EXE_archive"));
    let (code, text, errors) = run_to_end(program.args(arguments), input);
    Ran { code, text, errors }
}

impl Ran {
    /// The summary; where something was first seen is left out, as it names files.
    pub(crate) fn summary(&self) -> Value {
        let mut summary = serde_json::from_str(&self.text).expect("a summary");
        forget_places(&mut summary);
        summary
    }

    /// What went well.
    pub(crate) fn well(self) -> Self {
        assert_eq!((self.code, self.errors.as_str()), (0, ""));
        self
    }
}

fn forget_places(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.remove("first");
            members.remove("places");
            members.values_mut().for_each(forget_places);
        }
        Value::Array(elements) => elements.iter_mut().for_each(forget_places),
        _ => {}
    }
}

/// Bodies of all families, of 12 calls among others, with members and events that nobody knows; in the
/// order of delivery of all calls at a time.
pub(crate) fn bodies() -> Vec<Vec<u8>> {
    let call = |seed| {
        let call = Call::from_seed(seed).turns(3);
        let call = match seed % 4 {
            0 => call.with_hang().mishap(Mishap::UnknownMember),
            1 => call.forwarded().mishap(Mishap::OutOfOrder).mishap(Mishap::Duplicated),
            2 => call.with_error().mishap(Mishap::UnknownEvent),
            // With a finding.
            _ => call.set("/message/call/assistantCallDuration", -5).mishap(Mishap::MemberDamaged),
        };
        call.bodies().expect("makes")
    };
    let mut all: Vec<_> = (0..12).map(call).collect();
    all.push(Campaign::from_seed(5).bodies().expect("makes"));
    all.push(Workflow::from_seed(6).bodies().expect("makes"));
    let mut bodies = Vec::new();
    while !all.is_empty() {
        all.retain_mut(|of_one| of_one.next().map(|body| bodies.push(body.into_bytes())).is_some());
    }
    bodies
}

/// A body a line.
pub(crate) fn lines(bodies: &[Vec<u8>]) -> Vec<u8> {
    let mut text = bodies.join(&b'\n');
    text.push(b'\n');
    text
}

/// A new, empty folder.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(std::process::id().to_string()).join(name);
    _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The path of a new file.
pub(crate) fn file(folder: &Path, name: &str, text: &[u8]) -> String {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(&path, text).expect("written");
    path.into_os_string().into_string().expect("UTF-8")
}
