//! Reads an archive of bodies on all cores, and says what is in it.
//!
//! `cargo run -p archive -- [--json] [--parquet DIR [--personal]] [--rows | --merge] [--memory MB] [--longest MB]
//! PATH…`
//!
//! A path is a file, a folder with all below it, or `-` for standard input. A file is one JSON body, NDJSON or
//! a JSON array of bodies, either as it is or packed with gzip or zstd. Bodies are read leniently. The README beside this says what
//! is printed, what the columns of the tables are, and what holds memory down.
//!
//! Exit 0 when all went well, 1 when something could not be read or written or Ctrl-C ended it, 2 for wrong
//! usage. What fails does not stop the rest.

mod arguments;
mod blocks;
mod counts;
mod figures;
#[path = "../../support/line.rs"]
mod line;
mod measure;
mod open;
mod pieces;
mod row;
mod run;
mod slim;
mod source;
mod spill;
mod store;
mod summary;
mod tables;
mod take;
mod words;

use std::process::ExitCode;

use crate::arguments::Arguments;

/// Half of what a parse does with memory is asking for it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match Arguments::read(lexopt::Parser::from_env()) {
        Ok(arguments) => run::all(arguments),
        Err(error) => {
            eprintln!("{error}\n{}", arguments::USAGE);
            ExitCode::from(2)
        }
    }
}
