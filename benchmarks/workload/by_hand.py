"""What somebody who knows the scheme by heart writes for DuckDB: one scan, factors joined, three sums."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.workload.ages import opens, weights
from benchmarks.workload.factors import AS_OF, BASE, CEILING, FACTORS, GRADES

THREADS = 2


def tables() -> dict[str, pa.Table]:
    """The factors, and what each age leaves under those that fade."""
    rows = [
        {
            "factor": number,
            "type": row.type,
            "points": row.points,
            "opens": opens(row),
            "year_cap": row.year,
            "whole_cap": row.whole,
            "fades": row.fade != "none",
        }
        for number, row in enumerate(FACTORS)
    ]
    fading = {number for number, row in enumerate(FACTORS) if row.fade != "none"}
    kept = [one for one in weights() if one[0] in fading]
    names = ("factor", "age", "times", "over")
    faded = {name: [one[place] for one in kept] for place, name in enumerate(names)}
    return {"factors": pa.Table.from_pylist(rows), "fades": pa.table(faded)}


def sql(scored: Path, consented: Path) -> str:
    """The whole query."""
    conditions = " ".join(
        f"WHEN {number} THEN {_condition(number)}"
        for number, row in enumerate(FACTORS)
        if row.field
    )
    rates = " ".join(
        f"WHEN {number} THEN f_{row.field}" for number, row in enumerate(FACTORS) if row.rate
    )
    grades = " ".join(f"WHEN points >= {at} THEN '{name}'" for name, at in reversed(GRADES))
    day = f"DATE '{AS_OF}'"
    return f"""
    WITH worth AS (
      SELECT r.subject, f.factor, year(r.happened) AS year, f.year_cap, f.whole_cap,
        f.points * CASE f.factor {rates} ELSE 1 END AS points, d.times, d.over
      FROM '{scored}' r JOIN factors f ON f.type = r.type
      LEFT JOIN fades d ON d.factor = f.factor AND d.age = {day} - r.happened
      WHERE r.happened > f.opens AND r.happened <= {day}
        AND CASE f.factor {conditions} ELSE true END
    ), years AS (
      SELECT subject, factor, ANY_VALUE(whole_cap) AS whole_cap, ANY_VALUE(year_cap) AS year_cap,
        SUM(CASE WHEN over IS NULL THEN points
              WHEN points * times > 0 THEN (points * times + over - 1) // over
              ELSE -(-points * times // over) END)::BIGINT AS points
      FROM worth GROUP BY subject, factor, year
    ), wholes AS (
      SELECT subject, ANY_VALUE(whole_cap) AS whole_cap,
        SUM(CASE WHEN year_cap IS NULL THEN points
              ELSE GREATEST(LEAST(points, year_cap), -year_cap) END)::BIGINT AS points
      FROM years GROUP BY subject, factor
    ), sums AS (
      SELECT subject, SUM(CASE WHEN whole_cap IS NULL THEN points
              ELSE GREATEST(LEAST(points, whole_cap), -whole_cap) END)::BIGINT AS points
      FROM wholes GROUP BY subject
    ), standings AS (
      SELECT p.subject, LEAST(GREATEST({BASE} + COALESCE(s.points, 0), {BASE}), {CEILING})::BIGINT AS points
      FROM '{consented}' p LEFT JOIN sums s USING (subject)
    )
    SELECT subject, points, CASE {grades} END AS grade FROM standings ORDER BY subject
    """


def _condition(number: int) -> str:
    row = FACTORS[number]
    if row.least is not None:
        return f"f_{row.field} >= {row.least}"
    if row.codes:
        return f"f_{row.field} IN ({', '.join(repr(code) for code in row.codes)})"
    return f"f_{row.field} IS NOT NULL"


def standings(folder: Path) -> pa.Table:
    """Everybody's points and grade, by subject."""
    connection = duckdb.connect(config={"threads": THREADS})
    for name, table in tables().items():
        connection.register(name, table)
    return connection.execute(
        sql(folder / "scored.parquet", folder / "consented.parquet")
    ).to_arrow_table()


if __name__ == "__main__":
    pq.write_table(standings(Path(sys.argv[1])), sys.argv[2])
