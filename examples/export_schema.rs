//! Prints the schema of any body, or writes all schemas, the `OpenAPI` document and the reference page.
//!
//! ```text
//! cargo run --example export_schema --features schema -- [--strict] [DIR]
//! ```

#[path = "support/line.rs"]
mod line;

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use interactly_webhooks::schema::{self, Profile};
use line::{name, say};

const USAGE: &str = "usage: export_schema [--strict] [DIR]";

fn main() -> ExitCode {
    let mut profile = Profile::Wire;
    let mut folder = None;
    for argument in std::env::args_os().skip(1) {
        match &*argument.to_string_lossy() {
            "--strict" if profile == Profile::Wire => profile = Profile::Strict,
            text if text.starts_with('-') || text.is_empty() || folder.is_some() => {
                say(USAGE);
                return ExitCode::from(2);
            }
            _ => folder = Some(PathBuf::from(argument)),
        }
    }
    let files = schema::files(profile);
    let Some(folder) = folder else {
        let bundle = files.iter().find(|(name, _)| name == "bundle.schema.json");
        let text = bundle.map(|(_, text)| text.as_str()).unwrap_or_default();
        return match io::stdout().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            // Who reads has enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => failed("standard output".as_ref(), &error),
        };
    };
    if let Err(error) = fs::create_dir_all(&folder) {
        // The system's own words (`File exists`) do not say which one.
        return match folder.ancestors().find(|above| above.exists() && !above.is_dir()) {
            Some(file) => failed(&folder, &format!("{}: a file is in the way", file.display())),
            None => failed(&folder, &error),
        };
    }
    let mut all_well = ExitCode::SUCCESS;
    for (name, text) in files {
        let path = folder.join(name);
        if let Err(error) = fs::write(&path, text) {
            all_well = failed(&path, &error);
        }
    }
    all_well
}

fn failed(file: &Path, error: &dyn std::fmt::Display) -> ExitCode {
    say(format_args!("{}: {error}", name(&file.to_string_lossy())));
    ExitCode::FAILURE
}
