"""The slow, plain way: one record after another, whole numbers and fractions, no engine."""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from fractions import Fraction
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.workload.ages import opens, weight
from benchmarks.workload.factors import AS_OF, BASE, CEILING, FACTORS, GRADES, Row

BY_TYPE: dict[str, list[tuple[int, Row]]] = defaultdict(list)
for place, factor in enumerate(FACTORS):
    BY_TYPE[factor.type].append((place, factor))


def worth(row: Row, record: dict[str, Any]) -> int | None:
    """What a record is worth under its factor; None when it does not count."""
    if not opens(row) < record["happened"] <= AS_OF:
        return None
    has: Any = record[f"f_{row.field}"] if row.field else None
    if row.least is not None and (has is None or has < row.least):
        return None
    if row.codes and has not in row.codes:
        return None
    if row.rate and has is None:
        return None
    left, of = weight(row, (AS_OF - record["happened"]).days)
    return math.ceil(Fraction(row.points * (has if row.rate else 1) * left, of))


def capped(points: int, most: int | None) -> int:
    """A sum within a cap."""
    return points if most is None else max(-most, min(most, points))


def standings(folder: Path) -> pa.Table:
    """Everybody's points and grade, by subject."""
    years: dict[tuple[int, int, int], int] = defaultdict(int)
    for batch in pq.ParquetFile(folder / "scored.parquet").iter_batches():
        for record in batch.to_pylist():
            for number, row in BY_TYPE.get(record["type"], ()):
                points = worth(row, record)
                if points is not None:
                    years[record["subject"], number, record["happened"].year] += points
    wholes: dict[tuple[int, int], int] = defaultdict(int)
    for (subject, number, _), points in years.items():
        wholes[subject, number] += capped(points, FACTORS[number].year)
    sums: dict[int, int] = defaultdict(int)
    for (subject, number), points in wholes.items():
        sums[subject] += capped(points, FACTORS[number].whole)
    everybody = pq.read_table(folder / "consented.parquet")["subject"].to_pylist()
    reached = [min(max(BASE + sums.get(subject, 0), BASE), CEILING) for subject in everybody]
    grades = [max((at, name) for name, at in GRADES if at <= one)[1] for one in reached]
    return pa.table({"subject": everybody, "points": reached, "grade": grades})


if __name__ == "__main__":
    pq.write_table(standings(Path(sys.argv[1])), sys.argv[2])
