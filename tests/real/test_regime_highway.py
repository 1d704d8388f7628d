"""Chinese highway contractors row by row: bands reproduce 95.7 % of the grades, destroyed codes too.

The file says no year and has several ratings of most firms, and a spreadsheet has destroyed the codes of
three rows in ten. So each row is a subject of its own here, known by its number in the file. Points are cut
to thousandths, which takes no row over a border. The file as it is goes through
``test_examples_highway.py``.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections import Counter
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path

import pytest

from evenhand.kernel.periods import Day
from evenhand.pipeline.opened import Opened
from tests.real.grading import Asked, graded, write_csv
from tests.real.study import Receipt, Study

pytestmark = pytest.mark.real

SOURCE, SCHEME = "highway-construction-credit-rows", "cn-highway-construction-credit"
DAY = Day(2020, 12, 31)
ORDER = ["D", "C", "B", "A", "AA"]
NAME, CODE, GRADE, POINTS = 0, 1, 4, 5


@pytest.fixture(scope="module")
def sheet(shared: Path) -> list[list[str]]:
    """The published rows as plain text, the head first."""
    data = gzip.decompress((shared / "cn_highway_credit_construction.csv.gz").read_bytes())
    return list(csv.reader(io.StringIO(data.decode("gb18030"))))


@pytest.fixture(scope="module")
def highway(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return Study.of("highway-credit", tmp_path_factory.mktemp("rows") / "register")


@pytest.fixture(scope="module")
def receipt(highway: Study, sheet: list[list[str]]) -> Receipt:
    rows = [
        (number, *row[:POINTS], thousandths(row[POINTS])) for number, row in enumerate(sheet[1:], 2)
    ]
    path = highway.folder.parent / "rows.csv"
    return highway.receive(SOURCE, write_csv(path, ("序号", *sheet[0]), rows))


@pytest.fixture(scope="module")
def pairs(highway: Study, receipt: Receipt, sheet: list[list[str]]) -> dict[int, tuple[str, str]]:
    """By number of the row: the grade that the scheme gives, and the one that was published."""
    assert receipt.counts["stored"] == len(sheet) - 1
    asked: dict[int, Asked] = {number: (str(number), DAY) for number in range(2, len(sheet) + 1)}
    with Opened(highway.folder) as opened:
        given = graded(opened, SCHEME, asked.values())
    return {number: (given[one].grade, sheet[number - 1][GRADE]) for number, one in asked.items()}


def thousandths(points: str) -> str:
    """Cut points to three digits after the point."""
    return str(Decimal(points).quantize(Decimal("0.001"), ROUND_FLOOR))


def test_no_row_is_lost_and_cutting_takes_none_over_a_border(
    receipt: Receipt, sheet: list[list[str]]
) -> None:
    assert receipt.counts == {"rows": 11_332, "stored": 11_331, "held": 0, "refused": 1}
    cut = [
        row[POINTS]
        for row in sheet[1:]
        if Decimal(thousandths(row[POINTS])) != Decimal(row[POINTS])
    ]
    assert len(cut) == 255
    borders = [Decimal(b) for b in (60, 75, 85, 95)]
    for points in cut:
        whole, short = Decimal(points), Decimal(thousandths(points))
        assert [whole >= b for b in borders] == [short >= b for b in borders]


def test_957_rows_in_a_thousand_are_reproduced(pairs: dict[int, tuple[str, str]]) -> None:
    agree = sum(given == published for given, published in pairs.values())
    assert (agree, len(pairs)) == (10_844, 11_331)
    assert round(100 * agree / len(pairs), 1) == 95.7


def test_rows_whose_code_was_destroyed_are_graded_as_well_as_the_others(
    pairs: dict[int, tuple[str, str]], sheet: list[list[str]]
) -> None:
    destroyed = {n for n, row in enumerate(sheet, 1) if re.search(r"\d[Ee]\+\d", row[CODE])}
    assert len(destroyed) == 3_401
    agree = sum(pairs[number][0] == pairs[number][1] for number in destroyed)
    assert agree / len(destroyed) > 0.95


def test_the_rest_is_listed_by_what_was_published_instead(
    pairs: dict[int, tuple[str, str]],
) -> None:
    """Published worse: what a direct grade does. Published better: no rule that was found does it."""
    missed = Counter(pair for pair in pairs.values() if pair[0] != pair[1])
    worse = {p: n for p, n in missed.items() if ORDER.index(p[1]) < ORDER.index(p[0])}
    better = {p: n for p, n in missed.items() if p not in worse}
    assert worse == {
        ("AA", "A"): 237, ("AA", "B"): 116, ("AA", "C"): 2, ("A", "B"): 73, ("A", "C"): 9, ("B", "C"): 12,
    }  # fmt: skip
    assert better == {("A", "AA"): 24, ("B", "A"): 2, ("D", "A"): 3, ("D", "B"): 1, ("D", "C"): 8}
    assert sum(worse.values()) == 449
    assert sum(better.values()) == 38
    assert sum(missed.values()) == 487 == 11_331 - 10_844


def test_of_those_published_better_than_d_most_have_no_points_at_all(
    pairs: dict[int, tuple[str, str]], sheet: list[list[str]]
) -> None:
    """Nine of twelve are rows with 0 points: a blank that somebody wrote as a number."""
    rows = [n for n, (given, published) in pairs.items() if given == "D" != published]
    assert Counter(sheet[number - 1][POINTS] for number in rows) == {"0": 9, "59.5": 3}


def test_a_direct_grade_that_is_known_decides_whatever_the_points(highway: Study) -> None:
    """The published file does not say whom a province graded D; the scheme's examples show the rule."""
    with Opened(highway.folder) as opened:
        (in_force,) = opened.in_force(DAY, opened.knowledge())
    shown = {e.name: e.grade for e in in_force.scheme.examples if "at once" in e.name}
    assert shown == {
        "graded D at once by one province": "C",
        "graded D at once by two provinces": "D",
    }


def test_points_with_more_digits_are_held_where_they_are_not_cut(
    highway: Study, sheet: list[list[str]]
) -> None:
    row = next(row for row in sheet[1:] if len(row[POINTS].partition(".")[2]) > 3)
    path = write_csv(highway.folder.parent / "uncut.csv", ("序号", *sheet[0]), [("99999", *row)])
    held = highway.receive(SOURCE, path)
    assert (held.counts["held"], held.counts["stored"]) == (1, 0)
    assert held.words("E-AMT-09").endswith("has more than three digits after the point.")
