"""Asks DuckDB, Polars and DataFusion for the totals of the tables, and compares them with the summary.

python tables.py SUMMARY FOLDER
"""

import json
import math
import sys

import datafusion
import duckdb
import polars

with open(sys.argv[1], encoding="utf-8") as file:
    summary = json.load(file)
folder = sys.argv[2]
parts = {"stt": "stt_ms", "end_of_utterance": "end_of_utterance_ms", "llm": "llm_ms", "tts": "tts_ms"}
bodies, calls = summary["bodies"], summary["calls"]
expected = {
    "bodies": bodies["count"],
    "bytes": bodies["bytes"],
    "calls": calls["count"],
    "cost": calls["cost"]["sum"],
    "seconds": calls["seconds"]["sum"],
    "barge_ins": calls["barge_ins"],
    "findings": sum(summary["findings"].values()),
} | {part: sum(times["sum"] for times in summary["latencies"][part].values()) for part in parts}

# In SQL that all three know.
queries = [
    "select count(*) as bodies, sum(bytes) as bytes, sum(errors) + sum(warnings) as findings from deliveries",
    "select count(*) as calls, sum(total_cost) as cost, sum(seconds) as seconds, sum(barge_ins) as barge_ins"
    " from calls",
    "select " + ", ".join(f"sum({column}) as {part}" for part, column in parts.items()) + " from turns",
]
by_status = "select status, count(*) as n from calls group by status"
by_event = "select family, event, count(*) as n from deliveries group by family, event"
percentiles = {
    share: f"select quantile_disc(total_cost, {share}), quantile_disc(seconds, {share}) from calls"
    for share in (0.5, 0.95)
}


def in_duckdb(query):
    found = connection.execute(query)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row)) for row in found.fetchall()]


def in_polars(query):
    return polars.SQLContext(frames).execute(query, eager=True).to_dicts()


def in_datafusion(query):
    return context.sql(query).to_pylist()


tables = {name: f"{folder}/{name}.parquet" for name in ("calls", "turns", "deliveries")}
connection, context = duckdb.connect(), datafusion.SessionContext()
frames = {name: polars.scan_parquet(path) for name, path in tables.items()}
for name, path in tables.items():
    connection.execute(f"create view {name} as select * from '{path}'")
    context.register_parquet(name, path)

for module, ask in ((duckdb, in_duckdb), (polars, in_polars), (datafusion, in_datafusion)):
    found = {}
    for query in queries:
        found |= ask(query)[0]
    assert found.keys() == expected.keys()
    for name, value in expected.items():
        assert math.isclose(found[name], value, abs_tol=1e-6), (module.__name__, name, found[name], value)
    statuses = {row["status"] or "-": row["n"] for row in ask(by_status)}
    assert statuses == calls["by_status"], (module.__name__, statuses)
    events = {(row["family"], row["event"] or "-"): row["n"] for row in ask(by_event)}
    told = {(family, event): n for family, by in bodies["by_event"].items() for event, n in by.items()}
    assert events == told, (module.__name__, events)
    print(f"{module.__name__} {module.__version__}: {len(expected)} totals, statuses and events, as in the summary")

for share, query in percentiles.items():
    name = f"p{round(share * 100)}"
    for found, measure in zip(connection.execute(query).fetchone(), ("cost", "seconds")):
        # The rank of the summary's percentile is rounded down, DuckDB's up: of many they are close.
        assert math.isclose(found, calls[measure][name], rel_tol=0.01), (measure, name, found)
