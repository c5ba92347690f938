//! Counts instructions with callgrind and checks them against the budgets of this crate.
//!
//! `cargo run --release -p interactly-webhooks-benches --bin budgets`. A line for each budget;
//! exit 1 when one is exceeded, 2 for wrong usage. Without valgrind it says so and exits 0.
//!
//! It runs itself under callgrind, twice for each count: what one more time costs is what the
//! work costs, the release of its results included.

#[path = "../../../../tests/support/temporary.rs"]
mod temporary;

#[path = "../../../../tests/support/hostile.rs"]
mod hostile;

use std::collections::HashMap;
use std::process::{Command, ExitCode};
use std::{env, fs};

use benches::bodies::{self, Sizes};
use benches::work::{ALL, Work};
use temporary::TemporaryFolder;

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    match &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] if cfg!(debug_assertions) => {
            eprintln!("budgets are for optimised code: run it with --release");
            ExitCode::from(2)
        }
        [] if Command::new("valgrind").arg("--version").output().is_err() => {
            println!("budgets: skipped, for valgrind is not installed");
            ExitCode::SUCCESS
        }
        [] => check(),
        [name, file, times] => {
            let work = ALL
                .iter()
                .chain(&[Work::Everything])
                .find(|work| work.name() == *name)
                .expect("a known name");
            work.run(&fs::read(file).expect("a file"), times.parse().expect("a number"));
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("usage: budgets");
            ExitCode::from(2)
        }
    }
}

/// Counts what is not counted yet.
struct Counter {
    folder: TemporaryFolder,
    counts: HashMap<(&'static str, &'static str), f64>,
    bodies: HashMap<&'static str, String>,
    all_well: bool,
}

impl Counter {
    /// The instructions that everything takes on a hostile body.
    fn hostile(&self, body: &[u8]) -> f64 {
        self.counted(Work::Everything, body)
    }

    /// The instructions that `work` takes on the body called `body`.
    fn count(&mut self, work: Work, body: &'static str) -> f64 {
        let key = (work.name(), body);
        if let Some(count) = self.counts.get(&key) {
            return *count;
        }
        let count = self.counted(work, self.bodies[body].as_bytes());
        self.counts.insert(key, count);
        count
    }

    fn counted(&self, work: Work, body: &[u8]) -> f64 {
        let file = self.folder.path().join("body.json");
        fs::write(&file, body).expect("writable");
        let run = |times: &str| {
            let out = self.folder.path().join("callgrind.out");
            let run = Command::new("valgrind")
                .arg("--tool=callgrind")
                .arg(format!("--callgrind-out-file={}", out.display()))
                .arg(env::current_exe().expect("known"))
                .args([work.name(), file.to_str().expect("UTF-8"), times])
                .output()
                .expect("valgrind runs");
            let said = String::from_utf8_lossy(&run.stderr).into_owned();
            let collected = said.lines().find_map(|line| line.split_once("Collected : "));
            collected.and_then(|(_, count)| count.trim().parse::<f64>().ok()).expect("callgrind counts")
        };
        run("2") - run("1")
    }

    fn check(&mut self, what: &str, found: f64, most: f64) {
        let verdict = if found <= most { "ok" } else { "EXCEEDED" };
        self.all_well &= found <= most;
        println!("| {what} | {found:.3} | {most} | {verdict} |");
    }

    #[allow(clippy::cast_precision_loss, reason = "bodies are small enough for a double")]
    fn per_byte(&mut self, work: Work, body: &'static str) -> f64 {
        self.count(work, body) / self.bodies[body].len() as f64
    }
}

fn check() -> ExitCode {
    let folder = TemporaryFolder::new();
    let report =
        |turns| bodies::report(&Sizes { prompt: 500, voices: 1, messages: 0, turns, is_foreign: false });
    let bodies = HashMap::from([
        ("large", bodies::large()),
        ("foreign", bodies::foreign()),
        ("medium", bodies::medium()),
        ("small", bodies::small()),
        ("10 KB", bodies::conversation(13)),
        ("100 KB", bodies::conversation(150)),
        ("1 MB", bodies::conversation(1_500)),
        ("10 MB", bodies::conversation(15_000)),
        ("foreign without timestamp", bodies::foreign().replacen("\"timestamp\":", "\"time\":", 1)),
        ("few turns", report(5)),
        ("many turns", report(10_000)),
        (
            "1 deviation",
            bodies::foreign().replacen("\"welcomeMessage\":\"", "\"welcomeMessage\":1,\"x\":\"", 1),
        ),
        ("1,000 deviations", bodies::deviating(1_000)),
        ("1,000 sound", bodies::conversation(5_000)),
    ]);
    let mut counter = Counter { folder, counts: HashMap::new(), bodies, all_well: true };

    println!("| work | instructions a byte: large body | foreign | medium | small |\n|---|---|---|---|---|");
    for work in ALL {
        let [large, foreign, medium, small] =
            ["large", "foreign", "medium", "small"].map(|body| counter.per_byte(*work, body));
        println!("| {} | {large:.2} | {foreign:.2} | {medium:.2} | {small:.2} |", work.name());
    }

    println!("\n| budget | found | at most | |\n|---|---|---|---|");
    for (work, beside, body, most) in [
        (Work::Typed, Work::Skip, "foreign", 1.5),
        (Work::Typed, Work::Skip, "large", 1.5),
        (Work::Typed, Work::Skip, "medium", 2.1),
        (Work::Typed, Work::Skip, "small", 2.1),
        (Work::Typed, Work::ParseValue, "foreign", 0.35),
        (Work::Lenient, Work::Typed, "foreign", 1.02),
        (Work::Head, Work::Skip, "foreign", 0.02),
        // What is looked for is not there: the whole body is skipped.
        (Work::Head, Work::Skip, "foreign without timestamp", 1.0),
        (Work::Validate, Work::Typed, "foreign", 0.2),
        (Work::Drift, Work::Typed, "foreign", 0.12),
        (Work::Redact, Work::Typed, "foreign", 1.0),
        (Work::Redact, Work::Typed, "medium", 1.0),
        // Wanted: 1.0, and 0.95 of the next. See the page on performance.
        (Work::Redact, Work::Typed, "small", 1.03),
        (Work::Print, Work::PrintValue, "foreign", 0.98),
    ] {
        let found = counter.count(work, body) / counter.count(beside, body);
        counter.check(&format!("{} / {}, {body} body", work.name(), beside.name()), found, most);
    }
    for (what, few, many) in [
        ("head, as messages grow to 10 MB", "10 KB", "10 MB"),
        ("head, as callStats grows", "few turns", "many turns"),
    ] {
        let found = counter.count(Work::Head, many) / counter.count(Work::Head, few);
        counter.check(what, found, 1.05);
    }
    let one = counter.per_byte(Work::Lenient, "1 deviation") / counter.per_byte(Work::Typed, "foreign");
    counter.check("lenient with 1 deviation / parse", one, 1.2);
    let many =
        counter.per_byte(Work::Lenient, "1,000 deviations") / counter.per_byte(Work::Typed, "1,000 sound");
    counter.check("lenient with 1,000 deviations / parse", many, 2.0);
    let sizes = ["10 KB", "100 KB", "1 MB", "10 MB"].map(|body| counter.per_byte(Work::Typed, body));
    let (least, most) =
        sizes.iter().fold((f64::MAX, 0.0_f64), |(least, most), size| (least.min(*size), most.max(*size)));
    counter.check("parse, instructions a byte from 10 KB to 10 MB, most / least", most / least, 1.15);
    for (name, body) in hostile::ALL {
        // Twice the body takes twice the work, whatever is wrong with it.
        let [short, long] = [20_000, 40_000].map(|size| counter.hostile(&body(size)));
        counter.check(&format!("{name}: everything, twice the body / once"), long / short, 2.2);
    }
    if counter.all_well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
