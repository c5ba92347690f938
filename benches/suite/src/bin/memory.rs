//! Counts allocations: how many, how many bytes, and the peak, of one parse of each kind.
//!
//! `cargo run --release -p interactly-webhooks-benches --bin memory`.

use std::hint::black_box;

use benches::{bodies, by_hand, plain};
use dhat::{Alloc, HeapStats, Profiler};
use interactly_webhooks::{EventHead, ServerMessageRequest, Webhook};
use serde_json::Value;

#[global_allocator]
static ALLOCATOR: Alloc = Alloc;

fn main() {
    println!("| body | work | allocations | bytes | peak bytes |\n|---|---|---|---|---|");
    for (name, body) in [("small", bodies::small()), ("large", bodies::large())] {
        let body = body.as_bytes();
        let row = |work: &str, stats: &HeapStats| {
            println!(
                "| {name}, {} bytes | {work} | {} | {} | {} |",
                body.len(),
                stats.total_blocks,
                stats.total_bytes,
                stats.max_bytes,
            );
        };
        row("head", &count(|| EventHead::from_slice(body)));
        row("parse", &count(|| Webhook::from_slice(body)));
        row("parse, lenient", &count(|| Webhook::from_slice_lenient(body)));
        row("parse, serde_json alone", &count(|| serde_json::from_slice::<ServerMessageRequest>(body)));
        row("parse, plain derives", &count(|| serde_json::from_slice::<plain::ServerMessageRequest>(body)));
        row("parse, tag and flatten", &count(|| serde_json::from_slice::<by_hand::Body>(body)));
        row("parse to Value", &count(|| serde_json::from_slice::<Value>(body)));
    }
}

/// What `work` allocates until its result is there; what it gives is held that long.
fn count<T, E: std::fmt::Debug>(work: impl FnOnce() -> Result<T, E>) -> HeapStats {
    let profiler = Profiler::builder().testing().build();
    let result = black_box(work()).expect("the bodies are sound");
    let stats = HeapStats::get();
    drop(result);
    drop(profiler);
    stats
}
