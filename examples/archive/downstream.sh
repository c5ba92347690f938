#!/usr/bin/env bash
# What engines make of the tables and the rows. Not part of CI: it needs Python 3.10 or newer, Java 17 and PyPI.
#
#   examples/archive/downstream.sh [FOLDER]     FOLDER keeps the tools and what they read
set -euo pipefail
scripts="$(cd "$(dirname "$0")" && pwd)/downstream"
work="${1:-$(mktemp -d)}"
mkdir -p "$work"
work="$(cd "$work" && pwd)"
cd "$scripts/../../.."
cargo build --quiet --release -p archive
cargo build --quiet --release --features simulate --example simulate
program="${CARGO_TARGET_DIR:-$PWD/target}/release/archive"
simulate="${CARGO_TARGET_DIR:-$PWD/target}/release/examples/simulate"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet duckdb polars datafusion pyspark
cd "$work"
rm -rf tables merged

"$simulate" --calls 500 --seed 1 --mishap out-of-order --mishap duplicated > archive.ndjson
"$simulate" --calls 100 --seed 1001 --mishap member-damaged --mishap unknown-event >> archive.ndjson
"$simulate" --family campaign --calls 50 >> archive.ndjson
"$simulate" --family workflow --calls 50 >> archive.ndjson
"$program" --json --parquet tables archive.ndjson > summary.json
venv/bin/python "$scripts/tables.py" summary.json tables
# Lines that nobody can read are counted too.
"$simulate" --calls 100 --seed 2001 --mishap cut-off >> archive.ndjson
venv/bin/python "$scripts/spark.py" "$program" archive.ndjson merged
