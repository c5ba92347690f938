//! Prints the schema of any body, or writes all schemas and the `OpenAPI` document.
//!
//! ```text
//! cargo run --example export_schema --features schema -- [--strict] [DIR]
//! ```

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use interactly_webhooks::schema::{self, Profile};
use serde_json::Value;

const USAGE: &str = "usage: export_schema [--strict] [DIR]";

fn main() -> ExitCode {
    let mut profile = Profile::Wire;
    let mut folder = None;
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--strict" if profile == Profile::Wire => profile = Profile::Strict,
            _ if argument.starts_with('-') || argument.is_empty() || folder.is_some() => {
                eprintln!("{USAGE}");
                return ExitCode::from(2);
            }
            _ => folder = Some(argument),
        }
    }
    let Some(folder) = folder else {
        return match writeln!(io::stdout(), "{:#}", schema::bundle(profile)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => failed("standard output", &error),
        };
    };
    if let Err(error) = fs::create_dir_all(&folder) {
        return failed(&folder, &error);
    }
    let mut all_well = ExitCode::SUCCESS;
    for (file, content) in files(profile) {
        let path = Path::new(&folder).join(file);
        if let Err(error) = fs::write(&path, format!("{content:#}\n")) {
            all_well = failed(&path.display().to_string(), &error);
        }
    }
    all_well
}

fn files(profile: Profile) -> Vec<(String, Value)> {
    let payloads = schema::payloads(profile).into_iter();
    let mut files: Vec<_> = payloads.map(|(name, schema)| (format!("{name}.schema.json"), schema)).collect();
    files.push(("bundle.schema.json".to_owned(), schema::bundle(profile)));
    files.push(("openapi.json".to_owned(), schema::openapi(profile)));
    files
}

fn failed(file: &str, error: &io::Error) -> ExitCode {
    eprintln!("{file}: : {error}");
    ExitCode::FAILURE
}
