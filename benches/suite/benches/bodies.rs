//! Wall-clock times: `cargo bench -p interactly-webhooks-benches`.

#![allow(missing_docs, reason = "the macros of criterion write no documentation")]

use std::hint::black_box;

use benches::work::{ALL, Work};
use benches::{bodies, by_hand, plain};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use interactly_webhooks::{EventHead, ServerMessageRequest, Webhook};
use serde::de::IgnoredAny;
use serde_json::Value;

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

/// Times one work; what it gives is dropped outside the time.
fn one(bencher: &mut criterion::Bencher<'_>, work: Work, body: &[u8]) {
    const SOUND: &str = "the bodies are sound";
    let body = black_box(body);
    match work {
        Work::Skip => bencher.iter(|| serde_json::from_slice::<IgnoredAny>(body).expect(SOUND)),
        Work::ParseValue => {
            bencher.iter_with_large_drop(|| serde_json::from_slice::<Value>(body).expect(SOUND));
        }
        Work::Plain => bencher.iter_with_large_drop(|| {
            let text = std::str::from_utf8(body).expect(SOUND);
            serde_json::from_str::<plain::ServerMessageRequest>(text).expect(SOUND)
        }),
        Work::ByHand => {
            bencher.iter_with_large_drop(|| serde_json::from_slice::<by_hand::Body>(body).expect(SOUND));
        }
        Work::Typed => bencher.iter_with_large_drop(|| Webhook::from_slice(body).expect(SOUND)),
        Work::Lenient => bencher.iter_with_large_drop(|| Webhook::from_slice_lenient(body).expect(SOUND)),
        Work::Serde => bencher
            .iter_with_large_drop(|| serde_json::from_slice::<ServerMessageRequest>(body).expect(SOUND)),
        Work::Head => bencher.iter(|| EventHead::from_slice(body).expect(SOUND)),
        Work::Validate => {
            let webhook = Webhook::from_slice(body).expect(SOUND);
            bencher.iter(|| webhook.validate());
        }
        Work::PrintValue => {
            let value = serde_json::from_slice::<Value>(body).expect(SOUND);
            bencher.iter(|| serde_json::to_string(&value).expect(SOUND));
        }
        Work::Print => {
            let webhook = Webhook::from_slice(body).expect(SOUND);
            bencher.iter(|| serde_json::to_string(&webhook).expect(SOUND));
        }
    }
}

criterion_group!(all, side_by_side, sizes);
criterion_main!(all);
