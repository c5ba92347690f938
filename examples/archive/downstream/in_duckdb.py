"""A part of the summary, by DuckDB: python in_duckdb.py ARCHIVE CORES"""

import sys

import duckdb

archive, cores = sys.argv[1:]
connection = duckdb.connect()
connection.execute(f"set threads = {int(cores)}")
connection.execute(
    """
    create temp table bodies as
    select message.type as event, message.timestamp as produced, message.call.id as call, message.call.status as status,
        message.call.cost.totalCost as cost, message.call.cost.callDuration as seconds,
        message.call.metrics.callStats.turnsStats.bargeInCount as barge_ins,
        case when message.type = 'end-of-call-report' then list_transform(message.messages, lambda turn: {
            stt: turn.metrics.stt.relativeLatencyMs, eou: turn.metrics.interactlyEOU.turnDetectionTimeMs,
            llm: turn.metrics.llm.responseLatencyMs, tts: turn.metrics.tts.generationTimeMs}) end as turns
    from read_json(?, format = 'newline_delimited', maximum_object_size = 16777216)
    """,
    [archive],
)
print(connection.execute("select event, count(*) from bodies group by event order by event").fetchall())
print(
    connection.execute(
        """
        select status, count(*), sum(cost), quantile_disc(cost, [0.5, 0.95]), sum(seconds),
            quantile_disc(seconds, [0.5, 0.95]), sum(barge_ins)
        from (select arg_max(status, produced) as status, max(cost) as cost, max(seconds) as seconds,
            max(barge_ins) as barge_ins from bodies group by call)
        group by status order by status
        """
    ).fetchall()
)
print(
    connection.execute(
        """
        select count(turn.llm), quantile_disc(turn.stt, [0.5, 0.95]), quantile_disc(turn.eou, [0.5, 0.95]),
            quantile_disc(turn.llm, [0.5, 0.95]), quantile_disc(turn.tts, [0.5, 0.95])
        from (select unnest(turns) as turn from bodies)
        """
    ).fetchall()
)
