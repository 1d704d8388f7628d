"""Two schemes beside each other over the same questions: whose points and grade move, by which parts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from evenhand.relational.engine import Engine
from evenhand.schemes.compile import compile_pair
from evenhand.schemes.pair import SCALE, Pair
from evenhand.schemes.scheme import NOT_GRADED, InForce
from evenhand.scoring.questions import tables_for_pair
from evenhand.scoring.score import ranges

MOVES: Final[pa.Schema] = pa.schema(
    [
        ("subject", pa.int64()),
        ("points", pa.int64()),
        ("before", pa.string()),
        ("after", pa.string()),
    ]
)
"""One row for each subject: how much more points it has (thousandths), its grade before and after."""

CHANGES: Final[pa.Schema] = pa.schema(
    [("subject", pa.int64()), ("part", pa.int64()), ("points", pa.int64())]
)
"""How much more a part adds to a subject than before (thousandths), by its place in ``Pair.parts``."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What two schemes say of the same subjects.

    Attributes:
        moves: As ``MOVES``, in no order.
        changes: As ``CHANGES``, only what changes; of each subject they sum to its ``points``.
    """

    pair: Pair
    moves: pa.Table
    changes: pa.Table


def beside(
    engine: Engine, old: InForce, new: InForce, questions: pa.Table, cache: Path | None = None
) -> Beside:
    """Ask two schemes the same questions, in one plan.

    Args:
        engine: Runs the plan over the records that it holds.
        old: The scheme that stands, and the day on which it became public.
        new: The other one, as if public since the same day.
        questions: As ``score`` takes them; each subject asked about once.
        cache: Folder in which compiled plans are kept between runs.

    Raises:
        BadInput: When a scheme has a number without a value on the day asked about.
        SchemeRefused: When a scheme asks for what no plan can say.
        ValueError: When the two are taken to be public since different days.
    """
    if old.public_since != new.public_since:
        raise ValueError("two schemes are compared as if public since the same day")
    pair = Pair(old.scheme, new.scheme)
    tables = tables_for_pair(pair, old.public_since, questions)
    query = compile_pair(pair, engine.dialect, cache)
    found = pa.concat_tables(
        engine.run(query, tables | {"questions": asked})
        for asked in ranges(tables["questions"], pair.both, engine.at_once)
    )
    subjects = tables["questions"]["subject"].combine_chunks()
    of_subject = pc.is_null(found["part"])
    moved, changed = found.filter(of_subject), found.filter(pc.invert(of_subject))
    moves = {
        "subject": subjects.take(moved["question"].combine_chunks()),
        "points": moved["points"],
        "before": moved["before"].fill_null(NOT_GRADED),
        "after": moved["after"].fill_null(NOT_GRADED),
    }
    return Beside(pair, pa.table(moves, MOVES), _changes(moved, changed, pair, subjects))


def _changes(moved: pa.Table, changed: pa.Table, pair: Pair, subjects: pa.Array) -> pa.Table:
    """What each part adds beyond before; what no part explains of a change is the scale's."""
    of_parts = changed.group_by("question").aggregate([("points", "sum")])
    at = pc.index_in(moved["question"], value_set=of_parts["question"])
    told = pc.fill_null(of_parts["points_sum"].take(at), 0)
    rest = pc.subtract(moved["points"], told)
    scale = pa.repeat(pa.scalar(pair.parts.index(SCALE), pa.int64()), moved.num_rows)
    columns = {"question": moved["question"], "part": scale, "points": rest}
    every = pa.concat_tables(
        [changed.select(list(columns)), pa.table(columns).filter(pc.not_equal(rest, 0))]
    )
    summed = every.group_by(["question", "part"]).aggregate([("points", "sum")])
    summed = summed.filter(pc.not_equal(summed["points_sum"], 0))
    changes = {
        "subject": subjects.take(summed["question"].combine_chunks()),
        "part": summed["part"],
        "points": summed["points_sum"],
    }
    return pa.table(changes, CHANGES)
