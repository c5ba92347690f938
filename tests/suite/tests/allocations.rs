//! What a body costs in memory, however hostile it is: at most 96 times its length at the peak,
//! and twice as much for one of twice the length.
//!
//! Counted, not timed, so the figures are the same on every machine. One test in a program of its
//! own, as others would be counted with it.

#[path = "../../support/hostile.rs"]
mod hostile;

use std::fmt::Write as _;

use dhat::{Alloc, HeapStats, Profiler};
use interactly_webhooks::Webhook;

#[global_allocator]
static ALLOCATOR: Alloc = Alloc;

/// What the docs promise.
const MOST: f64 = 96.0;

/// The most bytes held at once while `work` runs, for each byte of the body.
fn peak(body: &[u8], work: impl FnOnce(&[u8])) -> f64 {
    let profiler = Profiler::builder().testing().build();
    work(body);
    let most = HeapStats::get().max_bytes;
    drop(profiler);
    let double = |bytes: usize| f64::from(u32::try_from(bytes).expect("less than 4 GB"));
    double(most) / double(body.len())
}

/// A sink that holds nothing, so that what is printed is not counted.
struct Nowhere;

impl std::io::Write for Nowhere {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl std::fmt::Write for Nowhere {
    fn write_str(&mut self, _: &str) -> std::fmt::Result {
        Ok(())
    }
}

/// Everything that is done with a body, by name.
const WORK: &[(&str, fn(&[u8]))] = &[
    ("strict", |body| drop(Webhook::from_slice(body))),
    ("lenient", |body| drop(Webhook::from_slice_lenient(body).expect("an object"))),
    ("deviations", |body| {
        let lenient = Webhook::from_slice_lenient(body).expect("an object");
        for deviation in lenient.deviations() {
            write!(Nowhere, "{deviation}").expect("prints");
        }
    }),
    ("print", |body| {
        let lenient = Webhook::from_slice_lenient(body).expect("an object");
        serde_json::to_writer(Nowhere, &lenient).expect("prints");
    }),
    ("drift", |body| {
        let lenient = Webhook::from_slice_lenient(body).expect("an object");
        for drift in lenient.value.drift() {
            write!(Nowhere, "{drift}").expect("prints");
        }
    }),
    ("validate", |body| {
        let lenient = Webhook::from_slice_lenient(body).expect("an object");
        write!(Nowhere, "{}", lenient.value.validate()).expect("prints");
    }),
    ("redact", |body| {
        let lenient = Webhook::from_slice_lenient(body).expect("an object");
        serde_json::to_writer(Nowhere, &lenient.redacted()).expect("prints");
    }),
];

#[test]
fn memory_is_linear_and_bounded() {
    let mut worst = Vec::new();
    let mut all_well = true;
    for (name, body) in hostile::ALL {
        let mut line = format!("{name:<36}");
        for (work, run) in WORK {
            let [small, large] = [40_000, 80_000].map(|size| peak(&body(size), run));
            let is_well = large <= MOST && large <= small * 1.25 + 1.0;
            all_well &= is_well;
            let mark = if is_well { "" } else { "!" };
            write!(line, " {work} {small:.1} {large:.1}{mark}").expect("a String takes everything");
            worst.push((large, *work, *name));
        }
        println!("{line}");
    }
    worst.sort_by(|a, b| b.0.total_cmp(&a.0));
    println!("worst: {:?}", &worst[..8]);
    assert!(all_well, "marked above: over {MOST} times the body, or growing faster than it");
}
