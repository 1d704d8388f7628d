"""New York's letters with reopenings, by the scheme's file alone: 99.82 % of all 90,738.

The whole file of 2016 comes out of the scheme's file (``tests/real/whole.py`` reads it by the contract; the
register's line stands in ``test_examples_new_york.py``).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from evenhand.kernel.periods import Day
from tests.real.grading import Asked, Given
from tests.real.whole import Published, Whole

pytestmark = pytest.mark.real

HEAD = ("CAMIS", "INSPECTION DATE", "ACTION", "SCORE", "GRADE", "INSPECTION TYPE")
COLUMNS = ("camis", "inspection_date", "action", "score", "grade", "inspection_type")
CAMIS, DAY, ACTION, SCORE, GRADE, KIND = range(6)
GRADED = ("Cycle Inspection", "Pre-permit (Operational)")
Row = tuple[str, ...]


def _said(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) else str(value)


@pytest.fixture(scope="module")
def city(shared: Path) -> list[Row]:
    """The city's file of 2016, one row for each violation, as text."""
    table = pq.read_table(shared / "nyc_dohmh_2016-01-06.parquet", columns=list(COLUMNS))
    columns = ([_said(v) for v in table[name].to_pylist()] for name in COLUMNS)
    return list(zip(*columns, strict=True))


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter that the city published, with the kind of its inspection."""

    asked: Asked
    kind: str
    letter: str


@pytest.fixture(scope="module")
def letters(city: list[Row]) -> list[Letter]:
    """Every letter of the two programmes that give letters, once."""
    rows = dict.fromkeys((row[CAMIS], row[DAY], row[KIND], row[GRADE]) for row in city)
    return [
        Letter((camis, Day.fromisoformat(day)), kind.split(" / ")[1], letter)
        for camis, day, kind, letter in rows
        if kind.split(" / ")[0] in GRADED and letter in ("A", "B", "C", "P", "Z")
    ]


@pytest.fixture(scope="module")
def given(city: list[Row], letters: list[Letter]) -> dict[Asked, Given]:
    whole = Whole()
    file = Published(("new-york", "restaurant-inspections.yaml"), HEAD, CAMIS, DAY, (DAY, KIND))
    whole.add(file, city)
    return whole.graded(("new-york", "restaurant-letters.yaml"), [one.asked for one in letters])


def _share(letters: list[Letter], given: dict[Asked, Given]) -> tuple[int, int]:
    return sum(given[one.asked].grade == one.letter for one in letters), len(letters)


FIRST = ("Initial Inspection", "Re-inspection")


def test_letters_of_initial_inspections_and_re_inspections_are_reproduced(
    given: dict[Asked, Given], letters: list[Letter]
) -> None:
    asked = [one for one in letters if one.kind in FIRST and one.letter in "ABC"]
    assert _share(asked, given) == (90_086, 90_149)


def test_all_letters_with_reopenings_are_reproduced(
    given: dict[Asked, Given], letters: list[Letter]
) -> None:
    """After a reopening the band of the re-inspection before stands: 99.82 % of all 90,738."""
    asked = [one for one in letters if one.letter in "ABC" and one.kind != "Compliance Inspection"]
    agree, count = _share(asked, given)
    assert count == 90_738
    assert agree == 90_573
    assert round(100 * agree / count, 2) == 99.82


def test_reopenings_alone(given: dict[Asked, Given], letters: list[Letter]) -> None:
    asked = [one for one in letters if one.kind == "Reopening Inspection" and one.letter in "ABCP"]
    agree, count = _share(asked, given)
    assert (agree, count) == (1_600, 1_718)
    assert round(100 * agree / count, 1) == 93.1


def test_what_the_tribunal_still_decides_is_told_by_the_data(
    given: dict[Asked, Given], letters: list[Letter]
) -> None:
    """Not of the four whose inspection is held, or who were inspected twice on that day."""
    pending = [one for one in letters if one.letter == "Z"]
    agree, count = _share(pending, given)
    assert (agree, count) == (831, 835)
