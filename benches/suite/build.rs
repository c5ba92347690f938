//! Collects what the crate declares with its two macros, so that `src/plain.rs` and
//! `src/by_hand.rs` can expand the same declarations to something else.

use std::path::Path;
use std::{env, fs};

fn main() {
    let source = Path::new("../../src");
    println!("cargo::rerun-if-changed={}", source.display());
    let mut found = String::new();
    collect(source, &mut found);
    let out = env::var("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&out).join("declarations.rs"), found).expect("writable");
}

/// Appends the declarations of all files below `folder`: from a line with the macro's name
/// to the next closing brace at the start of a line.
fn collect(folder: &Path, found: &mut String) {
    let mut entries: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("readable").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, found);
            continue;
        }
        let mut inside = false;
        for line in fs::read_to_string(&path).expect("text").lines() {
            inside |= line == "object! {" || line == "open_enum! {";
            if inside {
                found.push_str(line);
                found.push('\n');
            }
            inside &= line != "}";
        }
    }
}
