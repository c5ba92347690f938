//! Opening what is to be read, packed or not.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use flate2::bufread::MultiGzDecoder;

use crate::run::Run;

/// Bytes that are read at a time of what is packed or may block.
const STEP: usize = 256 << 10;

/// What bodies are read from.
pub(crate) type Input = Box<dyn Read + Send>;

/// Opens a file by its path.
pub(crate) fn file(run: &Run, path: &Path) -> io::Result<Input> {
    let file = File::open(path)?;
    let is_regular = file.metadata()?.is_file();
    let counted = run.progress.wrap_read(file);
    // A pipe may block.
    if is_regular { unpacked(counted) } else { unpacked(ahead(run, counted)) }
}

/// Opens standard input.
pub(crate) fn standard_input(run: &Run) -> io::Result<Input> {
    unpacked(ahead(run, run.progress.wrap_read(io::stdin())))
}

/// Unpacks what is packed, by its first bytes.
fn unpacked(mut input: impl Read + Send + 'static) -> io::Result<Input> {
    let mut start = [0; 4];
    let mut length = 0;
    while length < start.len() {
        match input.read(&mut start[length..]) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let all = io::Cursor::new(start).take(length as u64).chain(input);
    Ok(match start {
        [0x1f, 0x8b, ..] => Box::new(MultiGzDecoder::new(BufReader::with_capacity(STEP, all))),
        [0x28, 0xb5, 0x2f, 0xfd] => {
            Box::new(zstd::Decoder::with_buffer(BufReader::with_capacity(STEP, all))?)
        }
        _ => Box::new(all),
    })
}

/// Reads ahead by a little in a thread of its own, so that a pipe that is silent does not keep the
/// program from ending.
fn ahead(run: &Run, mut input: impl Read + Send + 'static) -> Ahead {
    let (give, blocks) = sync_channel(2);
    thread::spawn(move || {
        loop {
            let mut block = vec![0; STEP];
            let read = match input.read(&mut block) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read,
            };
            let is_last = !matches!(read, Ok(1..));
            let block = read.map(|length| {
                block.truncate(length);
                block
            });
            if give.send(block).is_err() || is_last {
                break;
            }
        }
    });
    Ahead { blocks, block: io::Cursor::default(), stop: run.stop.clone() }
}

/// What another thread reads; it ends when the run is to stop.
struct Ahead {
    blocks: Receiver<io::Result<Vec<u8>>>,
    block: io::Cursor<Vec<u8>>,
    stop: crate::run::Stop,
}

impl Read for Ahead {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let length = self.block.read(buffer)?;
            if length > 0 || self.stop.is_set() {
                return Ok(length);
            }
            match self.blocks.recv_timeout(Duration::from_millis(50)) {
                Ok(block) => self.block = io::Cursor::new(block?),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
            }
        }
    }
}
