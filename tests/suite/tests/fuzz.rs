//! The fuzz targets on stable: over the fixtures, what the simulator makes, the seeds of each, and some
//! changes of all of them.

#![allow(clippy::duplicate_mod, reason = "the fuzz targets and the tests compare alike")]

#[allow(unreachable_pub, reason = "public for the fuzz targets")]
#[path = "../../fuzz/src/lib.rs"]
mod fuzz;
#[path = "../../support/mod.rs"]
mod support;

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use interactly_webhooks::simulate::Call;
use support::{Rng, fixtures, seed};

/// How many changes of each input are tried; `RUNS` in the environment asks for more.
const RUNS: u32 = 20;

/// The longest input that a change may make.
const LONGEST: usize = 16 * 1024;

/// The inputs of a target, by name.
fn inputs(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/seeds").join(target);
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut inputs: Vec<_> = files
        .map(|file| {
            let path = file.expect("a readable entry").path();
            (path.display().to_string(), fs::read(&path).expect("a readable file"))
        })
        .collect();
    assert!(!inputs.is_empty(), "no seeds of {target}");
    inputs.sort();
    match target {
        // These do not take bodies, or not one.
        "simulate" => {}
        "record" => inputs.extend((0..4).map(|seed| (format!("call {seed}"), call(seed)))),
        _ => inputs.extend(fixtures().into_iter().map(|fixture| (fixture.name, fixture.text.into_bytes()))),
    }
    inputs
}

/// Bodies of a call, a line each.
fn call(seed: u64) -> Vec<u8> {
    let bodies = Call::from_seed(seed).turns(1).bodies().expect("can be simulated");
    let bodies: Vec<_> = bodies.map(interactly_webhooks::simulate::Body::into_bytes).collect();
    bodies.join(&b'\n')
}

/// Flips, removes or repeats some bytes.
fn change(rng: &mut Rng, data: &mut [u8], size: usize, longest: usize) -> usize {
    if size == 0 {
        return 0;
    }
    let at = rng.usize(0..size);
    let end = (at + rng.usize(1..=8)).min(size);
    match rng.u8(0..3) {
        0 => data[at] = rng.u8(..),
        1 => {
            data.copy_within(end..size, at);
            return size - (end - at);
        }
        _ if size + (end - at) <= longest => {
            data.copy_within(at..size, end);
            return size + (end - at);
        }
        _ => data[at] ^= 1 << rng.u8(0..8),
    }
    size
}

fn check(name: &str) {
    let (_, target) = *fuzz::TARGETS.iter().find(|(target, _)| *target == name).expect("a target");
    let runs = std::env::var("RUNS").map_or(RUNS, |runs| runs.parse().expect("RUNS is a number"));
    let seed = seed(0xf022);
    let mut taken = 0;
    for (index, (from, bytes)) in (0_u64..).zip(inputs(name)) {
        let mut rng = Rng::with_seed(seed ^ (index << 20));
        let mut data = bytes.clone();
        data.resize(LONGEST.max(bytes.len()), 0);
        let mut size = bytes.len();
        for run in 0..=runs {
            let input = &data[..size];
            let outcome = catch_unwind(|| target(input));
            let Ok(is_taken) = outcome else {
                panic!("{name}: {from}, SEED={seed} run {run}: {}", String::from_utf8_lossy(input));
            };
            taken += u32::from(is_taken);
            // Few changes at a time, or the text is soon no JSON at all.
            if run.is_multiple_of(4) {
                size = bytes.len();
                data[..size].copy_from_slice(&bytes);
            }
            let choice = rng.u32(..);
            size = fuzz::spans::mutate(&mut data, size, LONGEST, choice, |data, size, longest| {
                change(&mut rng, data, size, longest)
            });
        }
    }
    assert!(taken > 0, "{name}: no input was taken");
}

macro_rules! targets {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                check(stringify!($name));
            }
        )*

        #[test]
        fn every_target_is_run() {
            assert_eq!(fuzz::TARGETS.map(|(name, _)| name), [$(stringify!($name)),*]);
        }
    };
}

targets! { head lenient record redact referee simulate validate }
