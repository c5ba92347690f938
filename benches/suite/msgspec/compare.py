"""Our parse beside msgspec's decoding into the same model, in one run.

    python3 -m venv venv && venv/bin/pip install msgspec
    venv/bin/python benches/suite/msgspec/compare.py [--profile release] [--rounds 300]

It runs from anywhere. The two take turns on one core, a hundredth of a second each, and the fastest parse of
all rounds counts: other work on the machine makes a parse slower, never faster. Both let go of what they
parsed within the time.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import model
import msgspec

SUITE = Path(__file__).resolve().parent.parent
ROOT = SUITE.parent.parent
ROUND = 0.01
# Our time divided by msgspec's, as it should be at most in the ordinary `release` profile.
WANTED = {"large": 0.85, "foreign": 0.85, "medium": 0.95, "small": 0.95}


def fastest(decode, body: bytes) -> float:
    """The microseconds of the fastest of the calls that one round has time for."""
    clock = time.perf_counter_ns
    least, end = sys.maxsize, clock() + ROUND * 1e9
    while clock() < end:
        start = clock()
        decode(body)
        least = min(least, clock() - start)
    return least / 1000


def compare(decode, body: bytes, program: Path, rounds: int) -> tuple[float, float]:
    """The fastest parse of each, theirs first."""
    theirs = ours = float("inf")
    with tempfile.NamedTemporaryFile() as file:
        file.write(body)
        file.flush()
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        with subprocess.Popen([program, file.name], text=True, bufsize=1, **pipes) as run:
            for _ in range(rounds):
                theirs = min(theirs, fastest(decode, body))
                run.stdin.write("\n")
                ours = min(ours, float(run.stdout.readline()))
    return theirs, ours


def main() -> None:
    parser = argparse.ArgumentParser(description="Our parse beside msgspec's decoding into the same model.")
    parser.add_argument("--profile", default="release", help="cargo's profile; `production` has fat LTO")
    parser.add_argument("--rounds", type=int, default=300, help="turns of each on each body")
    options = parser.parse_args()
    cargo = ["cargo", "build", "--quiet", "--profile", options.profile, "-p", "interactly-webhooks-benches"]
    subprocess.run([*cargo, "--bin", "bodies", "--bin", "wallclock"], cwd=ROOT, check=True)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / options.profile
    if hasattr(os, "sched_setaffinity"):
        # The same core for both: what is started from here stays on it.
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    decode = msgspec.json.Decoder(model.load(ROOT / "src")["ServerMessageRequest"]).decode
    print(f"msgspec {msgspec.__version__}, profile {options.profile}; microseconds")
    print("| body | bytes | msgspec | ours | ours / msgspec | wanted |\n|---|---|---|---|---|---|")
    for name, most in WANTED.items():
        body = subprocess.run([target / "bodies", name], capture_output=True, check=True).stdout
        theirs, ours = compare(decode, body, target / "wallclock", options.rounds)
        print(f"| {name} | {len(body)} | {theirs:.1f} | {ours:.1f} | {ours / theirs:.2f} | {most} |", flush=True)


if __name__ == "__main__":
    main()
