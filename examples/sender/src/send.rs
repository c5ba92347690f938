//! All bodies of all files, at the pace that is asked for.

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

use crate::arguments::Arguments;
use crate::bodies::{self, Body};
use crate::line::name;
use crate::pace::Pace;
use crate::post::{Outcome, Poster};
use crate::progress::Progress;
use crate::tally::Tally;

/// Bodies that are read ahead.
const AHEAD: usize = 16;

/// What all bodies share.
struct Run {
    poster: Poster,
    progress: Progress,
    tally: Mutex<Tally>,
    all_well: AtomicBool,
}

/// Posts everything, and prints what became of it.
pub(crate) async fn all(arguments: Arguments) -> ExitCode {
    let run = Arc::new(Run {
        poster: Poster::new(&arguments),
        progress: Progress::new(size_of_all(&arguments.files)),
        tally: Mutex::default(),
        all_well: AtomicBool::new(true),
    });
    let (give, bodies) = channel(AHEAD);
    // A file or a pipe may block, and what is under way must not wait for it.
    let (reading, files) = (Arc::clone(&run), arguments.files);
    thread::spawn(move || reading.read(&files, &give));
    run.post_all(bodies, arguments.concurrency, arguments.period).await;
    run.progress.end();
    let tally = run.tally.lock().unwrap_or_else(PoisonError::into_inner).to_string();
    run.progress.line(&tally);
    if run.all_well.load(Ordering::Relaxed) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The bytes of all files, where all are regular ones.
fn size_of_all(files: &[OsString]) -> Option<u64> {
    let size =
        |file| std::fs::metadata(file).ok().filter(std::fs::Metadata::is_file).map(|found| found.len());
    files.iter().map(size).sum()
}

impl Run {
    /// Reads one file after the other.
    fn read(&self, files: &[OsString], give: &Sender<Body>) {
        for file in files {
            let name = name(&file.to_string_lossy());
            let mut take = |body| give.blocking_send(body).is_ok();
            match bodies::open(file).and_then(|input| bodies::each(&name, input, &mut take)) {
                Ok(0) => self.fail(&format!("{name}: : holds no body")),
                Ok(_) => {}
                Err(error) => self.fail(&format!("{name}: : {error}")),
            }
        }
    }

    async fn post_all(
        self: &Arc<Self>,
        mut bodies: Receiver<Body>,
        concurrency: usize,
        period: Option<Duration>,
    ) {
        let free = Arc::new(Semaphore::new(concurrency));
        let mut under_way = JoinSet::new();
        let mut pace = period.map(|period| Pace::new(period, Instant::now()));
        while let Some(body) = bodies.recv().await {
            let Ok(permit) = Arc::clone(&free).acquire_owned().await else { break };
            if let Some(pace) = &mut pace {
                sleep_until(pace.next(Instant::now())).await;
            }
            let run = Arc::clone(self);
            under_way.spawn(async move {
                run.post(body).await;
                drop(permit);
            });
            while under_way.try_join_next().is_some() {}
        }
        under_way.join_all().await;
    }

    async fn post(&self, body: Body) {
        let name = match body.line {
            Some(line) => format!("{}:{line}", body.file),
            None => body.file.to_string(),
        };
        let length = body.bytes.len();
        let (outcome, time) = self.poster.post(body.bytes).await;
        let what = match &outcome {
            Outcome::Answered(status) => status.to_string(),
            Outcome::TimedOut => "timed-out".to_owned(),
            Outcome::Failed(reason) => {
                self.progress.error(&format!("{name}: {reason}"));
                "failed".to_owned()
            }
        };
        self.progress.line(&format!("{name}: {what} {:.1} ms", time.as_secs_f64() * 1e3));
        self.progress.done(length);
        self.tally.lock().unwrap_or_else(PoisonError::into_inner).add(&outcome, time);
        if !outcome.is_delivered() {
            self.all_well.store(false, Ordering::Relaxed);
        }
    }

    fn fail(&self, error: &str) {
        self.progress.error(error);
        self.all_well.store(false, Ordering::Relaxed);
    }
}
