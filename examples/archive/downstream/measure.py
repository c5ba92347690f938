"""Measures the program beside DuckDB and a Python script with orjson on the same bodies.

python measure.py PROGRAM ARCHIVE [ROUNDS]    ARCHIVE is NDJSON

Each runs on one core and on two, in turns, ROUNDS times; the quickest round counts. Seconds are of the
processor (user and system) and of the clock.
"""

import os
import subprocess
import sys
import time

program, archive = sys.argv[1:3]
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
here = os.path.dirname(os.path.abspath(__file__))
megabytes = os.path.getsize(archive) / 1e6
with open(archive, "rb") as file:
    bodies = sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


def measure(command, cores):
    """Seconds of the processor and of the clock, and megabytes at the peak."""
    allowed = sorted(os.sched_getaffinity(0))[:cores]
    start = time.monotonic()
    environment = os.environ | {"RAYON_NUM_THREADS": str(cores)}
    child = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, env=environment, preexec_fn=lambda: os.sched_setaffinity(0, allowed)
    )
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - start
    assert status == 0, command
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


found = {}
for _ in range(rounds):
    for cores in (1, 2):
        commands = {
            "archive": [program, "--json", archive],
            "duckdb": [sys.executable, f"{here}/in_duckdb.py", archive, str(cores)],
            "orjson": [sys.executable, f"{here}/in_python.py", archive, str(cores)],
        }
        for name, command in commands.items():
            found.setdefault((name, cores), []).append(measure(command, cores))

print(f"{bodies} bodies, {megabytes:.0f} MB, best of {rounds}")
print("| | cores | µs of the processor a body | bodies/s | MB/s | MB at the peak |")
print("|---|---|---|---|---|---|")
for (name, cores), runs in found.items():
    processor, wall = min(run[0] for run in runs), min(run[1] for run in runs)
    peak = max(run[2] for run in runs)
    print(
        f"| {name} | {cores} | {processor / bodies * 1e6:.0f} | {bodies / wall:,.0f} | {megabytes / wall:.0f}"
        f" | {peak:.0f} |"
    )
