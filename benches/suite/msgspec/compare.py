"""Our parse beside msgspec's decoding into the same model, in one run.

Needs `pip install msgspec`; run it from anywhere: `python3 benches/suite/msgspec/compare.py`.
The two take turns, ten rounds; each round takes the best of many parses; the table has the
median of the rounds. Both let go of what they parsed within the time.
"""

import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import model
import msgspec

SUITE = Path(__file__).resolve().parent.parent
ROOT = SUITE.parent.parent
ROUNDS = 10


def best(work, seconds: float = 0.3) -> float:
    least, end = float("inf"), time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter_ns()
        work()
        least = min(least, time.perf_counter_ns() - start)
    return least / 1000


def main() -> None:
    cargo = ["cargo", "build", "--quiet", "--profile", "production", "-p", "interactly-webhooks-benches"]
    subprocess.run(cargo, cwd=ROOT, check=True)
    release = ROOT / "target" / "production"
    decoder = msgspec.json.Decoder(model.load(ROOT / "src")["ServerMessageRequest"])
    print(f"msgspec {msgspec.__version__}; microseconds")
    print("| body | bytes | msgspec | ours | ours / msgspec |\n|---|---|---|---|---|")
    for name in ["small", "large"]:
        body = subprocess.run([release / "bodies", name], capture_output=True, check=True).stdout
        with tempfile.NamedTemporaryFile() as file:
            file.write(body)
            file.flush()
            theirs, ours = [], []
            for _ in range(ROUNDS):
                theirs.append(best(lambda: decoder.decode(body)))
                run = subprocess.run([release / "wallclock", file.name], capture_output=True, check=True)
                ours.append(float(run.stdout))
        theirs, ours = statistics.median(theirs), statistics.median(ours)
        print(f"| {name} | {len(body)} | {theirs:.1f} | {ours:.1f} | {ours / theirs:.2f} |")


if __name__ == "__main__":
    main()
