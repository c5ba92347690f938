"""A part of the summary, by a script as one writes it: python in_python.py ARCHIVE CORES"""

import collections
import multiprocessing
import os
import sys

import orjson

PARTS = {
    "stt": "relativeLatencyMs",
    "interactlyEOU": "turnDetectionTimeMs",
    "llm": "responseLatencyMs",
    "tts": "generationTimeMs",
}


def read(path, start, end):
    """What the lines that begin between two places say."""
    events, calls = collections.Counter(), {}
    latencies = {part: [] for part in PARTS}
    with open(path, "rb") as file:
        if start > 0:
            file.seek(start - 1)
            file.readline()
        while file.tell() < end and (line := file.readline()):
            message = orjson.loads(line)["message"]
            events[message.get("type")] += 1
            call = message["call"]
            known = calls.setdefault(call["id"], [0, None, None, None, None])
            if message["timestamp"] >= known[0]:
                known[:2] = message["timestamp"], call["status"]
            if message.get("type") == "end-of-call-report":
                stats = call["metrics"]["callStats"]["turnsStats"]
                known[2:] = call["cost"]["totalCost"], call["cost"]["callDuration"], stats["bargeInCount"]
                for turn in message["messages"]:
                    metrics = turn.get("metrics", {})
                    for part, member in PARTS.items():
                        value = metrics.get(part, {}).get(member)
                        if value is not None:
                            latencies[part].append(value)
    return events, calls, latencies


def percentiles(values):
    values = sorted(values)
    return [values[int(share * (len(values) - 1))] for share in (0.5, 0.95)] if values else None


def main(path, cores):
    size = os.path.getsize(path)
    cuts = [size * index // cores for index in range(cores + 1)]
    ranges = [(path, *pair) for pair in zip(cuts, cuts[1:])]
    if cores == 1:
        parts = [read(*ranges[0])]
    else:
        with multiprocessing.Pool(cores) as pool:
            parts = pool.starmap(read, ranges)
    events, calls = collections.Counter(), {}
    latencies = {part: [] for part in PARTS}
    for counted, known, times in parts:
        events += counted
        for call, facts in known.items():
            mine = calls.setdefault(call, facts)
            if facts[0] > mine[0]:
                mine[:2] = facts[:2]
            if facts[2] is not None:
                mine[2:] = facts[2:]
        for part, values in times.items():
            latencies[part] += values
    print(sorted(events.items()))
    print(collections.Counter(facts[1] for facts in calls.values()))
    for index in (2, 3, 4):
        values = [facts[index] for facts in calls.values() if facts[index] is not None]
        print(sum(values), percentiles(values))
    print({part: (len(values), percentiles(values)) for part, values in latencies.items()})


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
