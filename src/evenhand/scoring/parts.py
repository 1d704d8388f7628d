"""What each part of a scheme adds to each standing: its factors, its components, its scale."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from evenhand.relational.engine import Engine
from evenhand.schemes.compile import compile_scheme
from evenhand.schemes.scheme import InForce, Scheme
from evenhand.scoring.compare import SCALE
from evenhand.scoring.questions import tables_for

PARTS: Final[pa.Schema] = pa.schema(
    [("subject", pa.int64()), ("part", pa.string()), ("points", pa.int64())]
)
"""One row for each subject and part that adds something, in thousandths."""


def points_by_part(
    engine: Engine, in_force: InForce, questions: pa.Table, cache: Path | None = None
) -> pa.Table:
    """Sum the contributions to each standing by part, as ``PARTS``; they sum to its points.

    Args:
        engine: Runs the plan over the records that it holds.
        in_force: The scheme, and the day on which it became public.
        questions: As ``score`` takes them; each subject asked about once.
        cache: Folder in which compiled plans are kept between runs.

    Raises:
        BadInput: When the scheme has a number without a value on the day asked about.
    """
    plan = compile_scheme(in_force, engine.dialect, cache)
    tables = tables_for(in_force, questions)
    rows = engine.run(plan.contributions, tables)
    adding = rows.filter(pc.not_equal(rows.column("points"), 0))
    grouped = adding.group_by(["question", "number", "step"]).aggregate([("points", "sum")])
    subjects = tables["questions"].column("subject").to_pylist()
    summed: Counter[tuple[int, str]] = Counter()
    for row in grouped.to_pylist():
        part = _part(in_force.scheme, row["number"], row["step"])
        summed[subjects[row["question"]], part] += row["points_sum"]
    kept = sorted((*key, points) for key, points in summed.items() if points)
    columns = list(zip(*kept, strict=True)) or [(), (), ()]
    return pa.table(
        [pa.array(column, field.type) for column, field in zip(columns, PARTS, strict=True)], PARTS
    )


def _part(scheme: Scheme, number: int | None, step: str) -> str:
    if number is None:
        return SCALE
    if step == "component":
        return scheme.components[number].component
    return scheme.factors[number].factor
