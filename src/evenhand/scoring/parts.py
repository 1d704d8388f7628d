"""What each part of a scheme adds to each standing: its factors, its components, its scale."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from evenhand.relational.engine import Engine, Query
from evenhand.schemes.compile import compile_scheme
from evenhand.schemes.scheme import InForce, Scheme
from evenhand.scoring.compare import SCALE
from evenhand.scoring.questions import tables_for

PARTS: Final[pa.Schema] = pa.schema(
    [("subject", pa.int64()), ("part", pa.string()), ("points", pa.int64())]
)
"""One row for each subject and part that adds something, in thousandths."""


_NOBODY: Final = -1
"""Stands for no number where two columns are joined: nulls never meet."""


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
    summed = engine.run(_by_step(plan.contributions), tables)
    rows = summed.set_column(1, "number", summed.column("number").fill_null(_NOBODY))
    named = rows.join(_names(in_force.scheme, rows), ["number", "step"], join_type="inner")
    subjects = tables["questions"].column("subject").combine_chunks()
    whose = subjects.take(named.column("question").combine_chunks())
    by_part = pa.table({"subject": whose, "part": named["part"], "points": named["points"]})
    added = by_part.group_by(["subject", "part"]).aggregate([("points", "sum")])
    kept = added.filter(pc.not_equal(added["points_sum"], 0))
    order = [("subject", "ascending"), ("part", "ascending")]
    return kept.rename_columns(_renamed(kept)).select(PARTS.names).cast(PARTS).sort_by(order)


def _renamed(table: pa.Table) -> list[str]:
    return [name.removesuffix("_sum") for name in table.column_names]


def _by_step(contributions: Query) -> Query:
    """The contributions summed where they are made; no row of a single record leaves the engine."""
    summed = (
        f"SELECT question, number, step, SUM(points) AS points FROM ({contributions.sql}) AS told "  # noqa: S608
        "WHERE points <> 0 GROUP BY question, number, step"
    )
    kinds = dict(contributions.columns)
    columns = tuple((name, kinds[name]) for name in ("question", "number", "step", "points"))
    return Query(summed, columns, contributions.fields)


def _names(scheme: Scheme, rows: pa.Table) -> pa.Table:
    """The part that each number and step of some contributions belongs to."""
    pairs = rows.group_by(["number", "step"]).aggregate([]).to_pylist()
    parts = [_part(scheme, pair["number"], pair["step"]) for pair in pairs]
    columns = {
        "number": pa.array([pair["number"] for pair in pairs], pa.int64()),
        "step": pa.array([pair["step"] for pair in pairs], pa.string()),
        "part": pa.array(parts, pa.string()),
    }
    return pa.table(columns)


def _part(scheme: Scheme, number: int, step: str) -> str:
    if number == _NOBODY:
        return SCALE
    if step == "component":
        return scheme.components[number].component
    return scheme.factors[number].factor
