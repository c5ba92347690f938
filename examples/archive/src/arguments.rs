//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::{Arg, ValueExt as _};

pub(crate) const USAGE: &str = "usage: archive [--json] [--parquet DIR [--personal]] [--rows | --merge] \
     [--memory MB] [--longest MB] PATH...";

/// What is printed.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Output {
    /// The summary, for people.
    Summary,
    /// The summary, as JSON.
    Json,
    /// A row for each body.
    Rows,
    /// A row for each call.
    Merged,
}

/// What is asked for.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) output: Output,
    /// Where the tables go.
    pub(crate) parquet: Option<PathBuf>,
    /// Whether the tables hold what people said and who they are.
    pub(crate) personal: bool,
    /// Bytes that the records of calls may take.
    pub(crate) memory: usize,
    /// Bytes that one body may have.
    pub(crate) longest: usize,
    pub(crate) paths: Vec<OsString>,
}

impl Arguments {
    /// Reads the command line.
    pub(crate) fn read(mut parser: lexopt::Parser) -> Result<Self, lexopt::Error> {
        let (mut output, mut parquet, mut personal) = (None, None, false);
        let (mut memory, mut longest, mut paths) = (256 << 20, 8 << 20, Vec::new());
        while let Some(argument) = parser.next()? {
            let wanted = match argument {
                Arg::Long("json") => Output::Json,
                Arg::Long("rows") => Output::Rows,
                Arg::Long("merge") => Output::Merged,
                other => {
                    match other {
                        Arg::Long("parquet") => parquet = Some(PathBuf::from(parser.value()?)),
                        Arg::Long("personal") => personal = true,
                        Arg::Long("memory") => memory = parser.value()?.parse_with(megabytes)?,
                        Arg::Long("longest") => longest = parser.value()?.parse_with(megabytes)?,
                        Arg::Value(path) if !path.is_empty() => paths.push(path),
                        other => return Err(other.unexpected()),
                    }
                    continue;
                }
            };
            if output.replace(wanted).is_some() {
                return Err("--json, --rows and --merge exclude one another".into());
            }
        }
        let output = output.unwrap_or(Output::Summary);
        if paths.is_empty() || paths.iter().filter(|path| *path == "-").count() > 1 {
            return Err("name files or folders, or - once for standard input".into());
        }
        if parquet.is_some() && matches!(output, Output::Rows | Output::Merged) {
            return Err("--parquet goes with a summary, not with rows".into());
        }
        if personal && parquet.is_none() {
            return Err("--personal is about the tables: --parquet is missing".into());
        }
        Ok(Self { output, parquet, personal, memory, longest, paths })
    }
}

/// The bytes of so many megabytes.
fn megabytes(text: &str) -> Result<usize, &'static str> {
    let number = text.parse().ok().filter(|number| (1..=1_000_000).contains(number));
    number.map(|number: usize| number << 20).ok_or("expected megabytes, from 1 to 1000000")
}
