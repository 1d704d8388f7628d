"""Scoring beside hand-written SQL: the compiled plan of a scheme of 22 factors over made-up records.

Prints the medians of several runs side by side and their ratio, which depends on the machine far
less than seconds do. ``python -m benchmarks.scoring 5000000 1000000`` takes other sizes.
"""

from __future__ import annotations

import datetime as dt
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from evenhand.kernel.ids import AuthorityId, RecordType, SchemeId
from evenhand.kernel.periods import Clocks, Day, Days, Span
from evenhand.kernel.text import Text
from evenhand.relational.duckdb import DuckDBEngine, Limits, Sources
from evenhand.schemes.compile import compile_scheme
from evenhand.schemes.scheme import (
    Caps,
    ConstantPoints,
    Dated,
    Factor,
    Grade,
    InForce,
    Line,
    Scale,
    Scheme,
)
from evenhand.scoring.questions import ask_all
from evenhand.scoring.score import score

FACTORS = 22
CAPPED = 8
RUNS = 5
AT = Clocks(Day(2026, 3, 2), dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC))
KNOWN = 1_772_452_800_000_000


def scheme() -> InForce:
    """Twenty-two factors with constant points in a window of two years, eight of them with caps."""
    title, here = Text(zh="指标", en="Factor"), Line(1, 1)
    factors = []
    for number in range(FACTORS):
        caps = Caps(Dated.always(6_000), Dated.always(9_000)) if number < CAPPED else Caps()
        points = ConstantPoints(Dated.always(_points(number)))
        factors.append(
            Factor(
                factor=f"factor-{number}",
                title=title,
                counts=RecordType(f"type_{number}"),
                where=(),
                unless=(),
                points=points,
                counting="each",
                within=Span(24, "month"),
                at_most=caps,
                article="1",
                line=here,
            )
        )
    grades = (("base", 100_000), ("silver", 120_000), ("gold", 150_000))
    scale = Scale(Dated.always(100_000), Dated.always(100_000), Dated.always(200_000), "higher")
    made = Scheme(
        scheme=SchemeId("benchmark"),
        version="1",
        title=title,
        authority=AuthorityId("linhe-credit-office"),
        jurisdiction="Linhe",
        domain="none",
        kind="official",
        legal_basis=(),
        subjects="resident",
        participation="opt_in",
        published=Day(2020, 1, 1),
        in_force=Days(Day(2020, 3, 1)),
        scale=scale,
        factors=tuple(factors),
        grades=tuple(Grade(name, None, start, here) for name, start in grades),
        direct=(),
        grades_purposes=(),
        benefits=(),
        lists=(),
        examples=(),
        made_up=None,
        digest="benchmark",
    )
    return InForce(made, Day(2020, 1, 1))


def _points(number: int) -> int:
    return (number % 5 - 1) * 1_500


def made_up_records(path: Path, records: int, subjects: int) -> None:
    """Write so many records about so many subjects, the same ones in every run."""
    kinds = FACTORS + 8
    duckdb.connect().execute(
        f"""
        COPY (
          SELECT (hash(i * 7) % {subjects})::BIGINT AS subject, i::BIGINT AS record,
            'type_' || (hash(i * 11) % {kinds}) AS type, 'linhe-court' AS authority,
            (hash(i) // 4)::BIGINT AS document, i::BIGINT AS content,
            DATE '2022-01-01' + (hash(i * 13) % 1520)::INTEGER AS happened,
            NULL::DATE AS ends, DATE '2030-01-01' AS leaves,
            ['minor', 'moderate', 'serious'][1 + (hash(i * 17) % 3)::INTEGER] AS severity,
            'kind' AS kind, i % 2 = 0 AS adverse, {KNOWN}::BIGINT AS known,
            NULL::BIGINT AS supersedes, false AS retracts, false AS waits, 'D-1' AS delivery
          FROM range({records}) r(i) ORDER BY subject, record
        ) TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE 50000)
        """
    )


def by_hand() -> str:
    """What somebody who knows the scheme by heart would write, in one pass over the file."""
    cases = " ".join(f"WHEN 'type_{n}' THEN {_points(n)}" for n in range(FACTORS))
    counted = ", ".join(f"'type_{n}'" for n in range(FACTORS))
    capped = ", ".join(f"'type_{n}'" for n in range(CAPPED))
    return f"""
    WITH years AS (
      SELECT subject, CASE WHEN type IN ({capped}) THEN type ELSE '' END AS slot,
        CASE WHEN type IN ({capped}) THEN year(happened) ELSE 0 END AS year,
        SUM(CASE type {cases} END) AS points
      FROM records
      WHERE type IN ({counted}) AND happened <= DATE '2026-03-02' AND happened > DATE '2024-03-02'
        AND known <= {KNOWN + 10**12} AND leaves > DATE '2026-03-02' AND NOT waits AND NOT retracts
      GROUP BY ALL
    ), slots AS (
      SELECT subject, slot,
        SUM(CASE WHEN slot = '' THEN points ELSE GREATEST(LEAST(points, 6000), -6000) END) AS points
      FROM years GROUP BY ALL
    ), sums AS (
      SELECT subject,
        SUM(CASE WHEN slot = '' THEN points ELSE GREATEST(LEAST(points, 9000), -9000) END) AS points
      FROM slots GROUP BY ALL
    ), standings AS (
      SELECT p.subject, LEAST(GREATEST(100000 + COALESCE(s.points, 0), 100000), 200000) AS points
      FROM population p LEFT JOIN sums s USING (subject)
    )
    SELECT subject, points::BIGINT AS points, CASE WHEN points >= 150000 THEN 'gold'
      WHEN points >= 120000 THEN 'silver' ELSE 'base' END AS grade
    FROM standings ORDER BY subject
    """


def seconds(run: Callable[[], object]) -> float:
    """The median of several runs, after one that is not counted."""
    run()
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main(records: int = 80_000, subjects: int = 20_000) -> None:
    """Measure both, hold their answers against each other, print the ratio."""
    in_force = scheme()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scored.parquet"
        made_up_records(path, records, subjects)
        population = pa.array(range(subjects), pa.int64())
        hand: Any = duckdb.connect(config={"threads": 2})
        hand.execute(f"CREATE VIEW records AS SELECT * FROM read_parquet('{path}')")
        hand.register("population", pa.table({"subject": population}))
        sql = by_hand()
        start = time.perf_counter()
        compile_scheme(in_force)
        compiling = time.perf_counter() - start
        questions = ask_all(population, AT.as_of, KNOWN + 10**12)
        with DuckDBEngine(Sources(scored=(path,)), Limits(threads=2)) as engine:
            ours = score(engine, in_force, questions)
            theirs = hand.execute(sql).to_arrow_table()
            if ours.select(["subject", "points", "grade"]).to_pylist() != theirs.to_pylist():
                raise AssertionError("the plan and the hand-written SQL disagree")
            by_plan = seconds(lambda: score(engine, in_force, questions))
            written = seconds(lambda: hand.execute(sql).to_arrow_table())
    print(f"scoring {records:,} records, {subjects:,} subjects, {FACTORS} factors")
    print(f"  compiled plan    {by_plan:8.3f} s   (compiling it once: {compiling:.2f} s)")
    print(f"  hand-written SQL {written:8.3f} s")
    print(f"  ratio            {by_plan / written:8.2f}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
