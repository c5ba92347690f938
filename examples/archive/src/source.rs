//! All that is to be read, in parts that one thread takes at a time.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, FilterEntry, WalkDir};

use crate::open::{self, Input};
use crate::pieces::{Piece, Pieces};
use crate::run::Run;

/// Files up to this length are read by the thread that takes them; longer ones are handed out in pieces.
const SMALL: u64 = 4 << 20;

/// Something for one thread to do.
pub(crate) enum Work {
    /// Read a file.
    File(PathBuf),
    /// Read a piece of a file, by the file's name.
    Piece(Arc<str>, Piece),
    /// Nothing: this failed, for this reason.
    Failed(String, String),
}

type Walk = FilterEntry<walkdir::IntoIter, fn(&DirEntry) -> bool>;

/// Hands out all work. It holds no more than the piece that it reads and the folders that it is in, whose
/// names come as the system gives them.
pub(crate) struct Source<'a> {
    run: &'a Run,
    paths: std::slice::Iter<'a, OsString>,
    folder: Option<Walk>,
    file: Option<(Arc<str>, Pieces<Input>)>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(run: &'a Run) -> Self {
        Self { run, paths: run.arguments.paths.iter(), folder: None, file: None }
    }

    fn piece(&mut self) -> Option<Work> {
        let (name, pieces) = self.file.as_mut()?;
        if let Some(piece) = pieces.next() {
            return Some(Work::Piece(Arc::clone(name), piece));
        }
        self.file = None;
        None
    }

    fn entry(&mut self) -> Option<Work> {
        while let Some(entry) = self.folder.as_mut()?.next() {
            let work = match entry {
                Ok(entry) => self.found(&entry),
                Err(error) => Some(failed_walk(&error)),
            };
            if work.is_some() {
                return work;
            }
        }
        self.folder = None;
        None
    }

    /// What to do with an entry of a folder, or a path that was named, which has depth 0.
    fn found(&mut self, entry: &DirEntry) -> Option<Work> {
        let kind = entry.file_type();
        if kind.is_dir() {
            return None;
        }
        let path = entry.path();
        if !kind.is_file() && entry.depth() > 0 {
            return Some(Work::Failed(name_of(path), "not a regular file".to_owned()));
        }
        let is_small = entry.metadata().is_ok_and(|found| found.is_file() && found.len() <= SMALL);
        if is_small { Some(Work::File(path.to_owned())) } else { self.open(path) }
    }

    fn open(&mut self, path: &Path) -> Option<Work> {
        let opened =
            if path == Path::new("-") { open::standard_input(self.run) } else { open::file(self.run, path) };
        match opened {
            Err(error) => Some(Work::Failed(name_of(path), error.to_string())),
            Ok(input) => {
                self.file = Some((name_of(path).into(), self.run.pieces(input)));
                self.piece()
            }
        }
    }
}

impl Iterator for Source<'_> {
    type Item = Work;

    fn next(&mut self) -> Option<Work> {
        loop {
            if self.run.stop.is_set() {
                return None;
            }
            if let Some(work) = self.piece().or_else(|| self.entry()) {
                return Some(work);
            }
            let path = self.paths.next()?;
            if path == "-" {
                if let Some(work) = self.open(Path::new("-")) {
                    return Some(work);
                }
            } else {
                self.folder = Some(walk(path));
            }
        }
    }
}

/// All that is below a path, also behind links; without what is hidden in folders.
fn walk(path: &OsString) -> Walk {
    WalkDir::new(path).follow_links(true).into_iter().filter_entry(is_seen as fn(&DirEntry) -> bool)
}

fn is_seen(entry: &DirEntry) -> bool {
    // Engines write such as `_SUCCESS` beside what they were asked for.
    entry.depth() == 0 || !matches!(entry.file_name().as_encoded_bytes().first(), Some(b'.' | b'_'))
}

fn failed_walk(error: &walkdir::Error) -> Work {
    let path = error.path().map(name_of).unwrap_or_default();
    let message = match (error.loop_ancestor(), error.io_error()) {
        (Some(_), _) => "a link to a folder that it is in, not followed".to_owned(),
        (None, Some(error)) => error.to_string(),
        (None, None) => "not readable".to_owned(),
    };
    Work::Failed(path, message)
}

fn name_of(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The length of all files together, as they lie there.
pub(crate) fn size(paths: &[OsString]) -> u64 {
    let lengths = paths.iter().flat_map(walk).filter_map(|entry| {
        let found = entry.ok()?.metadata().ok()?;
        found.is_file().then_some(found.len())
    });
    lengths.sum()
}
