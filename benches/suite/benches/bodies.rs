//! Wall-clock times: `cargo bench -p interactly-webhooks-benches`.

#![allow(missing_docs, reason = "the macros of criterion write no documentation")]

use std::hint::black_box;
use std::time::Instant;

use benches::bodies;
use benches::work::{ALL, Work};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use interactly_webhooks::{CallRecord, ServerMessageRequest, Webhook, simulate};

/// Everything beside everything else, on each body.
fn side_by_side(criterion: &mut Criterion) {
    for (name, body) in [
        ("status update, 5 KB", bodies::small()),
        ("report, 170 KB", bodies::large()),
        ("10 messages", bodies::conversation(10)),
        ("100 messages", bodies::conversation(100)),
        ("1,000 messages", bodies::conversation(1_000)),
        ("10,000 messages", bodies::conversation(10_000)),
    ] {
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(body.len() as u64));
        for work in ALL {
            group.bench_function(work.name(), |bencher| one(bencher, *work, body.as_bytes()));
        }
    }
}

/// The same kind of body, from 10 KB to 10 MB.
fn sizes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("sizes");
    group.sample_size(20);
    for bytes in [10_000, 100_000, 1_000_000, 10_000_000] {
        let body = bodies::of_size(bytes);
        group.throughput(Throughput::Bytes(body.len() as u64));
        for work in [Work::Typed, Work::Head, Work::ParseValue, Work::Skip] {
            group.bench_function(BenchmarkId::new(work.name(), bytes), |bencher| {
                one(bencher, work, body.as_bytes());
            });
        }
    }
}

/// Times one work; what it gives is dropped inside the time.
fn one(bencher: &mut criterion::Bencher<'_>, work: Work, body: &[u8]) {
    bencher.iter_custom(|times| {
        let start = Instant::now();
        work.run(black_box(body), usize::try_from(times).expect("few enough"));
        start.elapsed()
    });
}

/// A simulated call of 500 turns: making its bodies, reading them, and folding them into a record.
fn calls(criterion: &mut Criterion) {
    const SOUND: &str = "the bodies are sound";
    let mut group = criterion.benchmark_group("a call of 500 turns");
    group.sample_size(10);
    let bodies =
        || simulate::Call::from_seed(7).turns(500).bodies().expect("nothing was asked for that is not there");
    let messages: Vec<_> = bodies()
        .map(|body| ServerMessageRequest::from_slice(body.as_bytes()).expect(SOUND).message)
        .collect();
    group.bench_function("simulate", |bencher| {
        bencher.iter(|| bodies().map(|body| body.as_bytes().len()).sum::<usize>());
    });
    group.bench_function("simulate and parse", |bencher| {
        bencher.iter(|| {
            bodies()
                .map(|body| Webhook::from_slice(body.as_bytes()).expect(SOUND).drift().len())
                .sum::<usize>()
        });
    });
    group.bench_function("apply every event to one record", |bencher| {
        bencher.iter(|| {
            let mut record = CallRecord::default();
            for message in &messages {
                record.apply(message).expect("of one call");
            }
            record
        });
    });
}

criterion_group!(all, side_by_side, sizes, calls);
criterion_main!(all);
