//! The bodies and configurations below `tests/fixtures`.
//!
//! `<family>/<event>/<case>.json` is a body, `config/<type>/<case>.json` a configuration. The case
//! says what the fixture shows: `full`, `sparse`, or one form. What it starts with says what it
//! breaks on purpose: `unknown-` has members that the crate does not model, `odd-` gives warnings,
//! `invalid-<code>` breaks one rule, and its report stands beside it. All others are sound.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A fixture: its path below `tests/fixtures` without `.json`, and its text.
#[derive(Clone, Debug)]
pub(crate) struct Fixture {
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Fixture {
    pub(crate) fn value(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    /// The family of a body, or `config`.
    pub(crate) fn family(&self) -> &str {
        self.part(0)
    }

    /// The event of a body, or the type of a configuration.
    pub(crate) fn event(&self) -> &str {
        self.part(1)
    }

    /// What it shows.
    pub(crate) fn case(&self) -> &str {
        self.part(2)
    }

    /// The code of the rule that it breaks.
    pub(crate) fn broken_rule(&self) -> Option<&str> {
        let rule = self.case().strip_prefix("invalid-")?;
        Some(rule.split_once("--").map_or(rule, |(code, _)| code))
    }

    fn part(&self, index: usize) -> &str {
        self.name.split('/').nth(index).unwrap_or_else(|| panic!("{}: family, event, case", self.name))
    }
}

/// The root of the repository.
pub(crate) fn repository() -> PathBuf {
    // Every package of the repository reads this file.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = here.ancestors().find(|folder| folder.join("tests/fixtures").is_dir());
    found.expect("tests/fixtures in this package or above it").to_owned()
}

/// The folder of the fixtures.
pub(crate) fn folder() -> PathBuf {
    repository().join("tests/fixtures")
}

/// The files with this extension in `folder`, a place below the root of the repository, and
/// in all folders below it, in the order of their paths; each with its text.
pub(crate) fn files(folder: &str, extension: &str) -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                collect(&path, extension, found);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    collect(&repository().join(folder), extension, &mut found);
    assert!(!found.is_empty(), "no .{extension} in {folder}");
    found.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (path, text)
    };
    found.into_iter().map(read).collect()
}

/// Every fixture, in the order of the names.
pub(crate) fn all_fixtures() -> Vec<Fixture> {
    let root = folder();
    let named = |(path, text): (PathBuf, String)| {
        let name = path.strip_prefix(&root).expect("below the root").with_extension("");
        Fixture { name: name.to_str().expect("UTF-8").replace('\\', "/"), text }
    };
    files("tests/fixtures", "json").into_iter().map(named).collect()
}

/// Every body.
pub(crate) fn fixtures() -> Vec<Fixture> {
    all_fixtures().into_iter().filter(|fixture| fixture.family() != "config").collect()
}

/// Every configuration of one type.
pub(crate) fn configurations(kind: &str) -> Vec<Fixture> {
    let mut found = all_fixtures();
    found.retain(|fixture| fixture.family() == "config" && fixture.event() == kind);
    assert!(!found.is_empty(), "no configuration of the type {kind}");
    found
}

/// The fixture with this name.
pub(crate) fn fixture(name: &str) -> Fixture {
    let found = all_fixtures().into_iter().find(|fixture| fixture.name == name);
    found.unwrap_or_else(|| panic!("no fixture has the name {name}"))
}
