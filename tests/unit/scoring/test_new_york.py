"""Restaurant letters after New York: the latest inspection, lower is better, direct grades before bands.

Asked for every inspection of every place on its own day, as the city published them.
"""

from __future__ import annotations

import time
from typing import Any

import pyarrow as pa
import pytest

from evenhand.kernel.periods import ONE_DAY, Day
from evenhand.relational.columns import SCORED
from evenhand.relational.duckdb import DuckDBEngine, Limits, Sources
from evenhand.schemes.scheme import RatedPoints
from evenhand.scoring.questions import QUESTIONS, ask
from evenhand.scoring.score import score
from tests.scoring_world import (
    AT,
    always,
    direct,
    engine,
    factor,
    in_force,
    record,
    scheme,
    where,
)

KIND = "restaurant_inspection"
LETTERS = in_force(
    scheme(
        factor(
            "latest-inspection",
            KIND,
            RatedPoints("score", always(1_000)),
            counting="latest",
            where=[where("inspection", "one_of", "initial", "re_inspection")],
        ),
        base=always(0),
        floor=always(0),
        better="lower",
        grades={"A": 0, "B": 14_000, "C": 28_000},
        direct=(
            direct(None, KIND, where("action", "one_of", "closed"), of="latest"),
            direct(
                None,
                KIND,
                where("inspection", "is", "initial"),
                where("score", "more_than", 13),
                of="latest",
            ),
        ),
    ),
    None,
)


def inspected(
    number: int, day: str, inspection: str, points: int | None, action: str = "cited"
) -> Any:
    return record(number, KIND, day, inspection=inspection, score=points, action=action)


def letter(*rows: Any) -> tuple[int, str | None]:
    with engine(rows, score=pa.int64()) as made:
        told = score(made, LETTERS, ask([1], AT)).to_pylist()[0]
    return told["points"], told["grade"]


@pytest.mark.parametrize(
    ("points", "grade"), [(0, "A"), (13, "A"), (14, "B"), (27, "B"), (28, "C"), (120, "C")]
)
def test_a_re_inspection_gives_its_letter(points: int, grade: str) -> None:
    initial = inspected(1, "2026-01-05", "initial", 40)
    assert letter(initial, inspected(2, "2026-01-20", "re_inspection", points)) == (
        points * 1_000,
        grade,
    )


def test_an_initial_inspection_gives_a_letter_at_thirteen_and_none_at_fourteen() -> None:
    assert letter(inspected(1, "2026-01-05", "initial", 13)) == (13_000, "A")
    assert letter(inspected(1, "2026-01-05", "initial", 14)) == (14_000, None)


def test_a_new_initial_inspection_takes_the_letter_away_until_the_place_is_seen_again() -> None:
    rows = [
        inspected(1, "2026-01-20", "re_inspection", 10),
        inspected(2, "2026-05-01", "initial", 20),
    ]
    assert letter(*rows) == (20_000, None)
    assert letter(*rows, inspected(3, "2026-05-15", "re_inspection", 12)) == (12_000, "A")


def test_a_closed_place_has_no_letter() -> None:
    assert letter(inspected(1, "2026-01-20", "re_inspection", 5, "closed")) == (5_000, None)


def test_an_inspection_without_points_is_not_the_latest() -> None:
    rows = [
        inspected(1, "2026-01-20", "re_inspection", 16),
        inspected(2, "2026-02-01", "other", None),
    ]
    assert letter(*rows) == (16_000, "B")


PLACES, EACH = 26_142, 7


def many() -> tuple[pa.Table, pa.Table, list[str | None]]:
    """183,000 inspections on some 1,300 days, and the letter that each gives on its own day."""
    count = PLACES * EACH
    places = [n // EACH for n in range(count)]
    days = [Day(2012, 1, 1) + (n % EACH * 190 + n // EACH % 180) * ONE_DAY for n in range(count)]
    points = [n * 37 % 45 for n in range(count)]
    kinds = ["initial" if n % 3 == 0 else "re_inspection" for n in range(count)]
    letters = [
        None if kind == "initial" and had > 13 else "A" if had < 14 else "B" if had < 28 else "C"
        for kind, had in zip(kinds, points, strict=True)
    ]
    given: dict[str, Any] = {
        "subject": places,
        "record": range(count),
        "type": [KIND] * count,
        "document": range(count),
        "happened": days,
        "leaves": [Day(2040, 1, 1)] * count,
        "adverse": [True] * count,
        "known": [0] * count,
        "retracts": [False] * count,
        "waits": [False] * count,
    }
    columns = [pa.array(given.get(name, [None] * count), kind) for name, kind in SCORED]
    fields = {"f_inspection": kinds, "f_score": points, "f_action": ["cited"] * count}
    names = [*(name for name, _ in SCORED), *fields]
    rows = pa.table([*columns, *(pa.array(v) for v in fields.values())], names=names)
    asked = rows.select(["subject", "happened", "known"]).rename_columns(QUESTIONS.names)
    return rows, asked, letters


@pytest.mark.slow
def test_every_inspection_of_a_city_is_asked_about_on_its_own_day() -> None:
    rows, asked, letters = many()
    with DuckDBEngine(Sources(rows=rows), Limits(threads=2)) as made:
        start = time.process_time()
        told = score(made, LETTERS, asked)
        taken = time.process_time() - start
    assert told.num_rows == 182_994
    assert told.column("grade").to_pylist() == letters
    assert taken < 30, f"{taken:.1f} s of two processors for 183,000 questions"
