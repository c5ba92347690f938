//! One run of the program, from the paths to what is printed.

use std::io::{self, Write as _};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use indicatif::{ProgressBar, ProgressStyle};
use rayon::iter::{
    IntoParallelIterator as _, IntoParallelRefMutIterator as _, ParallelBridge as _, ParallelIterator as _,
};

use crate::arguments::{Arguments, Output};
use crate::blocks::Blocks;
use crate::counts::Counts;
use crate::figures::Figures;
use crate::line::{name, say};
use crate::open::Input;
use crate::pieces::Pieces;
use crate::row;
use crate::source::{self, Source};
use crate::store::{Division, Store};
use crate::summary::Summary;
use crate::tables::{Batch, CallRow, Tables, TurnRow};
use crate::take::{From, Taker};

/// Whether the run is to end with what there is.
#[derive(Clone, Default)]
pub(crate) struct Stop(Arc<AtomicBool>);

impl Stop {
    pub(crate) fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Says whether it was set before.
    fn set(&self) -> bool {
        self.0.swap(true, Ordering::Relaxed)
    }
}

/// What all threads share.
pub(crate) struct Run {
    pub(crate) arguments: Arguments,
    /// On standard error, if that is a terminal.
    pub(crate) progress: ProgressBar,
    pub(crate) stop: Stop,
    pub(crate) store: Store,
    pub(crate) blocks: Blocks,
    tables: Option<Tables>,
    has_failed: AtomicBool,
}

/// Reads everything and prints what is asked for.
pub(crate) fn all(arguments: Arguments) -> ExitCode {
    let stop = Stop::default();
    let on_signal = stop.clone();
    let handled = ctrlc::set_handler(move || {
        if on_signal.set() {
            // Asked twice.
            std::process::exit(1);
        }
    });
    if let Err(error) = handled {
        eprintln!("Ctrl-C will not print what there is so far: {error}");
    }
    let tables = arguments.parquet.as_deref().map(|folder| Tables::create(folder, arguments.personal));
    let tables = match tables.transpose() {
        Ok(tables) => tables,
        Err((file, error)) => {
            eprintln!("{}: : {error}", file.display());
            return ExitCode::FAILURE;
        }
    };
    let store = Store::new(arguments.memory);
    let has_failed = AtomicBool::new(false);
    let (progress, blocks) = (progress(&arguments), Blocks::default());
    let run = Run { arguments, progress, stop, store, blocks, tables, has_failed };
    match run.arguments.output {
        Output::Rows => run.rows(),
        Output::Merged => run.merge(),
        Output::Summary | Output::Json => run.summary(),
    }
    if let Some(tables) = run.tables
        && let Err((file, error)) = tables.close()
    {
        eprintln!("{}: : {error}", file.display());
        return ExitCode::FAILURE;
    }
    let is_well = !run.stop.is_set() && !run.has_failed.load(Ordering::Relaxed);
    if is_well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A bar over the bytes of all files, once they are known.
fn progress(arguments: &Arguments) -> ProgressBar {
    let bar = ProgressBar::no_length();
    let style = ProgressStyle::with_template("{spinner} {bytes}, {elapsed}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    let paths = arguments.paths.clone();
    if !bar.is_hidden() && !paths.iter().any(|path| path == "-") {
        let bar = bar.clone();
        thread::spawn(move || {
            bar.set_length(source::size(&paths));
            if let Ok(style) = ProgressStyle::with_template("{wide_bar} {bytes} of {total_bytes}, {eta} left")
            {
                bar.set_style(style);
            }
        });
    }
    bar
}

impl Run {
    /// A file in pieces.
    pub(crate) fn pieces(&self, input: Input) -> Pieces<Input> {
        let pieces = Pieces::new(input, self.arguments.longest, self.blocks.clone());
        if self.arguments.output == Output::Rows { pieces.at_once() } else { pieces }
    }

    pub(crate) fn fail(&self, from: From<'_>, pointer: &str, message: &str) {
        self.has_failed.store(true, Ordering::Relaxed);
        let line = from.line.map(|line| format!(" (line {line})")).unwrap_or_default();
        let element = from.element.map(|index| format!("/{index}")).unwrap_or_default();
        let file = name(from.file);
        self.progress.suspend(|| say(format_args!("{file}: {element}{pointer}: {message}{line}")));
    }

    pub(crate) fn has_tables(&self) -> bool {
        self.tables.is_some()
    }

    /// Writes into the tables. After a failure they are not worth going on.
    pub(crate) fn write(&self, write: impl FnOnce(&Tables) -> Result<(), String>) {
        let Some(tables) = &self.tables else { return };
        if let Err(message) = write(tables) {
            let folder = self.arguments.parquet.as_deref().unwrap_or_else(|| "".as_ref());
            self.fail(From::file(&folder.to_string_lossy()), "", &message);
            self.stop.set();
        }
    }

    /// Prints rows as the bodies come, one after the other.
    fn rows(&self) {
        let mut taker = Taker::new(self);
        for work in Source::new(self) {
            taker.take(work);
            print(&taker.rows);
            taker.rows.clear();
        }
        self.progress.finish_and_clear();
    }

    /// Reads all bodies, on all cores.
    fn read(&self) -> Counts {
        let takers = Source::new(self).par_bridge().fold(
            || Taker::new(self),
            |mut taker, work| {
                taker.take(work);
                taker
            },
        );
        let counts = takers.map(Taker::end).reduce(Counts::default, |mut counts, other| {
            counts.merge(other);
            counts
        });
        self.progress.finish_and_clear();
        counts
    }

    /// Memory that each thread has for what is read back.
    fn room(&self) -> usize {
        self.arguments.memory / rayon::current_num_threads()
    }

    /// The records of all calls. What was written out is read back once no more is to be written.
    fn divisions(&self) -> Vec<Division> {
        let mut divisions = self.store.take();
        divisions.par_iter_mut().for_each(|division| self.check(division.settle()));
        divisions
    }

    fn merge(&self) {
        let counts = self.read();
        let all = Mutex::new(());
        self.divisions().into_par_iter().for_each(|division| {
            let done = division.finish(self.room(), &mut |call, record| {
                let mut row = Vec::new();
                _ = row::print(&mut row, Some(call), Some(record), None);
                let _one = all.lock().unwrap_or_else(PoisonError::into_inner);
                print(&row);
            });
            self.check(done);
        });
        let mut row = Vec::new();
        _ = row::print(&mut row, None, None, Some(&counts));
        print(&row);
    }

    fn summary(&self) {
        let counts = self.read();
        let figures = self.divisions().into_par_iter().map(|division| {
            let mut figures = Figures::default();
            let (mut calls, mut turns) = (Batch::default(), Batch::default());
            let done = division.finish(self.room(), &mut |call, record| {
                figures.call(record);
                if self.has_tables() {
                    let row = CallRow::of(call, record, self.arguments.personal);
                    turns.extend(TurnRow::all(call, record, self.arguments.personal));
                    calls.push(row);
                    if calls.is_full() || turns.is_full() {
                        self.write(|tables| calls.write(&tables.calls));
                        self.write(|tables| turns.write(&tables.turns));
                    }
                }
            });
            self.check(done);
            self.write(|tables| calls.write(&tables.calls));
            self.write(|tables| turns.write(&tables.turns));
            figures
        });
        let figures = figures.reduce(Figures::default, |mut figures, other| {
            figures.merge(&other);
            figures
        });
        let summary = Summary::new(&counts, &figures, self.stop.is_set());
        let text = match self.arguments.output {
            Output::Json => serde_json::to_string(&summary).unwrap_or_default(),
            _ => summary.to_string(),
        };
        print(format!("{text}\n").as_bytes());
    }

    fn check(&self, done: Result<(), String>) {
        if let Err(message) = done {
            self.fail(From::file("-"), "", &message);
        }
    }
}

/// Prints, and ends the program quietly when nobody reads any more.
fn print(text: &[u8]) {
    let mut out = io::stdout().lock();
    if out.write_all(text).and_then(|()| out.flush()).is_err() {
        std::process::exit(1);
    }
}
