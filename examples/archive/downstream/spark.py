"""Folds an archive with two Spark workers, and compares it with what one run of the program says.

python spark.py PROGRAM ARCHIVE FOLDER    ARCHIVE is NDJSON, and FOLDER must not exist yet
"""

import json
import shlex
import subprocess
import sys

from pyspark.sql import SparkSession

program, archive, folder = sys.argv[1:]
quoted = shlex.quote(program)


def summary(path):
    """What the program says of a path, without the places, which name files."""
    ran = subprocess.run([program, "--json", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    found = json.loads(ran.stdout)
    for kind in ("drift", "deviations"):
        for sight in found[kind]["by_name"].values():
            del sight["first"]
    del found["unreadable"]["places"]
    return found


spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).getOrCreate()
context = spark.sparkContext
context.setLogLevel("ERROR")

# A row a body. Each worker pipes its lines through a process of its own, which keeps nothing.
rows = context.textFile(archive, 8).pipe(f"{quoted} --rows -")
# All rows of a call to one worker; those that are about no call go anywhere.
by_call = rows.map(lambda row: (json.loads(row)["call"], row)).partitionBy(2)
# A row a call, and one of the counts a worker.
merged = by_call.values().pipe(f"{quoted} --merge -").cache()
calls = merged.map(json.loads).filter(lambda row: row["call"] is not None)
by_status = calls.map(lambda row: row["record"]["message"]["call"]["status"]).countByValue()
merged.saveAsTextFile(folder)

single, folded = summary(archive), summary(folder)
assert merged.getNumPartitions() == 2
assert folded == single, f"{folded}\n{single}"
assert dict(by_status) == single["calls"]["by_status"], by_status
print(f"Spark {spark.version}, 2 workers: {single['bodies']['count']} bodies, {calls.count()} calls, as in one run")
spark.stop()
