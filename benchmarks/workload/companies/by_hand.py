"""What somebody who knows the rules by heart writes for DuckDB: one scan, one window, the last of each."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.workload.companies.rules import AS_OF, LASTS, RULES

THREADS = 2


def sql(offences: Path) -> str:
    """The whole query."""
    rules = ", ".join(
        f"('{rule.type}', '{rule.list}', {rule.times}, {rule.months})" for rule in RULES
    )
    back = " ".join(
        f"WHEN {times} THEN lag(happened, {times - 1}) OVER w"
        for times in sorted({rule.times for rule in RULES})
    )
    return f"""
    WITH rules(type, list, times, months) AS (VALUES {rules}), placed AS (
      SELECT subject, list, kind, record, happened, times, row_number() OVER w AS place,
        happened - to_months(months) < CASE times {back} END AS together
      FROM '{offences}' JOIN rules USING (type)
      WHERE severity = 'minor' AND kind IS NOT NULL AND happened <= DATE '{AS_OF}'
      WINDOW w AS (PARTITION BY subject, type, kind ORDER BY happened, record)
    ), done AS (
      SELECT subject, list, kind, max(place) AS last, max_by(happened, place) AS met_on
      FROM placed
      WHERE together AND happened > DATE '{AS_OF}' - INTERVAL {LASTS} MONTH GROUP BY ALL
    )
    SELECT subject, list, met_on, record
    FROM placed JOIN done USING (subject, list, kind)
    WHERE place <= last AND place > last - times ORDER BY ALL
    """


def grounds(folder: Path) -> pa.Table:
    """Every ground, a row for each of its records."""
    connection = duckdb.connect(config={"threads": THREADS})
    return connection.execute(sql(folder / "offences.parquet")).to_arrow_table()


if __name__ == "__main__":
    pq.write_table(grounds(Path(sys.argv[1])), sys.argv[2])
