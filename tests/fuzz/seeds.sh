#!/usr/bin/env bash
# Writes what each fuzz target begins with to tests/fuzz/corpus/TARGET: the bodies of simulated calls,
# campaigns and workflows, as they are and with each mishap. A file has the hash of its text for a name, so
# that the same seeds give the same files.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo build --quiet --features simulate --example simulate
program=${CARGO_TARGET_DIR:-target}/debug/examples/simulate

# Of a short assistant: in a short body a change is more likely to matter.
assistant=$(mktemp)
trap 'rm "$assistant"' EXIT
printf '{"welcomeMessage":"Hello.","assistantServer":{"enabled":false,"headers":{"a":"b"}}}' > "$assistant"

# Writes standard input to a file of each target.
seed() {
    local text target
    IFS= read -r -d '' text || true
    for target in "$@"; do
        mkdir -p "tests/fuzz/corpus/$target"
        printf '%s' "$text" > "tests/fuzz/corpus/$target/$(printf '%s' "$text" | sha1sum | cut -c -16)"
    done
}

# Each body is one input; for `record` it is the beginning or the end of a call, a body a line.
bodies() {
    local lines
    lines=$("$program" "$@")
    while IFS= read -r line; do printf '%s' "$line" | seed head lenient referee; done <<< "$lines"
    if [ "$1" = --assistant ]; then
        head -n 6 <<< "$lines" | seed record
        tail -n 6 <<< "$lines" | seed record
    fi
}

mapfile -t mishaps < <("$program" --mishap list | cut -d : -f 1)
for number in 1 2 3; do
    bodies --assistant "$assistant" --turns 1 --seed "$number"
    bodies --family campaign --calls 2 --seed "$number"
    bodies --family workflow --calls 2 --seed "$number"
    for mishap in "${mishaps[@]}"; do
        bodies --assistant "$assistant" --turns 1 --seed "$number" --mishap "$mishap"
    done
done
for target in tests/fuzz/corpus/*; do printf '%s: %s seeds\n' "$target" "$(find "$target" -type f | wc -l)"; done
