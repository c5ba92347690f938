//! What a body costs in memory, however hostile it is: each step takes at most 96 times its length
//! at the peak, and twice as much for one of twice the length.
//!
//! What is read of members that nobody models are `serde_json`'s own maps, each of which takes 632
//! bytes for its first member; where a body is made of little else, that alone is up to 128 times
//! its length.
//!
//! Counted, not timed, so the figures are the same on every machine. One test in a program of its
//! own, as others would be counted with it.

#[path = "../../support/hostile.rs"]
mod hostile;

use std::fmt::Write as _;

use dhat::{Alloc, HeapStats, Profiler};
use interactly_webhooks::{EventHead, Lenient, Webhook};

#[global_allocator]
static ALLOCATOR: Alloc = Alloc;

/// What the docs promise of each step.
const MOST: f64 = 96.0;

/// What they say of bodies that are all small objects of which nothing is known.
const MOST_IN_MAPS: f64 = 128.0;

/// Those bodies.
const MAPS: [&str; 3] =
    ["free small objects", "free objects inside objects", "unknown members in each message"];

/// The most bytes held at once while `work` runs on what `read` gives, for each byte of the body, and
/// beside what was read.
fn peak<T>(body: &[u8], read: impl FnOnce(&[u8]) -> T, work: impl FnOnce(&T)) -> f64 {
    let profiler = Profiler::builder().testing().build();
    let given = read(body);
    let held = HeapStats::get().curr_bytes;
    work(&given);
    let most = HeapStats::get().max_bytes - held;
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

fn nothing(_: &[u8]) {}

fn lenient(body: &[u8]) -> Lenient<Webhook> {
    Webhook::from_slice_lenient(body).expect("an object")
}

/// Something that is done with a body, by name, and what it takes for each byte of it.
type Work = (&'static str, fn(&[u8]) -> f64);

/// Everything that is done with a body.
const WORK: &[Work] = &[
    ("strict", |body| peak(body, nothing, |()| drop(Webhook::from_slice(body)))),
    ("lenient", |body| peak(body, nothing, |()| drop(lenient(body)))),
    ("head", |body| peak(body, nothing, |()| drop(EventHead::from_slice(body)))),
    ("deviations", |body| {
        peak(body, lenient, |lenient| {
            for deviation in lenient.deviations() {
                write!(Nowhere, "{deviation}").expect("prints");
            }
        })
    }),
    ("print", |body| peak(body, lenient, |lenient| serde_json::to_writer(Nowhere, lenient).expect("prints"))),
    ("drift", |body| {
        peak(body, lenient, |lenient| {
            for drift in lenient.value.drift() {
                write!(Nowhere, "{drift}").expect("prints");
            }
        })
    }),
    ("summary", |body| {
        peak(body, lenient, |lenient| write!(Nowhere, "{}", lenient.value.summary()).expect("prints"))
    }),
    ("show", |body| peak(body, lenient, |lenient| write!(Nowhere, "{lenient:?}").expect("prints"))),
    ("validate", |body| {
        peak(body, lenient, |lenient| write!(Nowhere, "{}", lenient.value.validate()).expect("prints"))
    }),
    ("redact", |body| {
        peak(body, lenient, |lenient| {
            serde_json::to_writer(Nowhere, &lenient.redacted()).expect("prints");
        })
    }),
];

#[test]
fn memory_is_linear_and_bounded() {
    let mut worst = Vec::new();
    let mut all_well = true;
    for (name, body) in hostile::ALL {
        let mut line = format!("{name:<36}");
        for (work, run) in WORK {
            let [small, large] = [30_000, 60_000].map(|size| run(&body(size)));
            let most = if MAPS.contains(name) { MOST_IN_MAPS } else { MOST };
            let is_well = large <= most && large <= small * 1.25 + 1.0;
            all_well &= is_well;
            let mark = if is_well { "" } else { "!" };
            write!(line, " {work} {small:.1} {large:.1}{mark}").expect("a String takes everything");
            worst.push((large, *work, *name));
        }
        println!("{line}");
    }
    worst.sort_by(|a, b| b.0.total_cmp(&a.0));
    println!("worst: {:?}", &worst[..8]);
    assert!(all_well, "marked above: too many times the body, or growing faster than it");
}
