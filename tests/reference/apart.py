"""What two schemes say of the same subjects, each asked by itself: the slow way of ``beside``."""

from __future__ import annotations

from collections import defaultdict
from typing import TypeAlias

import pyarrow as pa

from evenhand.relational.engine import Engine
from evenhand.schemes.compile import compile_scheme
from evenhand.schemes.pair import SCALE
from evenhand.schemes.scheme import NOT_GRADED, InForce, Scheme
from evenhand.scoring.beside import Beside
from evenhand.scoring.questions import tables_for
from evenhand.scoring.score import score

Moves: TypeAlias = set[tuple[int, int, str, str]]
"""Subject, how much more points, the grade before and after."""

Changes: TypeAlias = dict[tuple[int, str], int]
"""By subject and part how much more it adds."""


def asked_apart(
    engine: Engine, old: InForce, new: InForce, questions: pa.Table
) -> tuple[Moves, Changes]:
    """Score by each scheme, and sum what each is made of."""
    before, after = (score(engine, one, questions).to_pylist() for one in (old, new))
    moves = {
        (
            a["subject"],
            b["points"] - a["points"],
            a["grade"] or NOT_GRADED,
            b["grade"] or NOT_GRADED,
        )
        for a, b in zip(before, after, strict=True)
    }
    changes: Changes = defaultdict(int)
    for one, sign in ((old, -1), (new, 1)):
        for key, points in _parts(engine, one, questions).items():
            changes[key] += sign * points
    return moves, {key: points for key, points in changes.items() if points}


def asked_together(of: Beside) -> tuple[Moves, Changes]:
    """What ``beside`` said, in the same form."""
    moves = {tuple(row.values()) for row in of.moves.to_pylist()}
    rows = of.changes.to_pylist()
    changes = {(row["subject"], of.pair.parts[row["part"]]): row["points"] for row in rows}
    assert len(changes) == len(rows), "a part is said twice"
    return moves, changes


def _parts(engine: Engine, of: InForce, questions: pa.Table) -> Changes:
    tables = tables_for(of, questions)
    subjects = tables["questions"]["subject"].to_pylist()
    told = engine.run(compile_scheme(of, engine.dialect).contributions, tables).to_pylist()
    found: Changes = defaultdict(int)
    for row in told:
        part = _part(of.scheme, row["number"], row["step"])
        found[subjects[row["question"]], part] += row["points"]
    return found


def _part(scheme: Scheme, number: int | None, step: str) -> str:
    if number is None:
        return SCALE
    return (
        scheme.components[number].component
        if step == "component"
        else scheme.factors[number].factor
    )
