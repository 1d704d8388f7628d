"""San Francisco's restaurant scores from the violations of each inspection; what is left, by its cause.

The whole files come out of the scheme's file (``tests/real/whole.py`` reads them by the contracts). Through
the register goes every eighth business; ``EVENHAND_FULL=1`` takes them all.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from evenhand.kernel.periods import Day
from evenhand.pipeline.opened import Opened
from tests.real.grading import Asked, Given, graded, write_csv
from tests.real.study import Receipt, Study
from tests.real.whole import Published, Whole

pytestmark = pytest.mark.real

SCHEME = "san-francisco-restaurant-scores"
FILE = ("san-francisco", "restaurant-scores.yaml")
VISITS, VIOLATIONS = "san-francisco-restaurant-visits", "san-francisco-restaurant-violations"
VISIT = ("business_id", "Score", "date", "type")
VIOLATION = ("business_id", "date", "ViolationTypeID", "risk_category", "description")
SHARE = 1 if os.environ.get("EVENHAND_FULL") else 8
LEGEND = ((70, "poor"), (85, "needs-improvement"), (90, "adequate"), (100, "good"))
"""The city's legend: the last score of each label."""
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """One score that the city published: of which business, on which day, how many points."""

    asked: Asked
    score: int

    @property
    def label(self) -> str:
        """Its label by the city's legend."""
        return next(label for last, label in LEGEND if self.score <= last)


def rows_of(path: Path, heads: tuple[str, ...]) -> list[Row]:
    table = pq.read_table(path, columns=list(heads))
    columns = ([v or "" for v in table[head].to_pylist()] for head in heads)
    return list(zip(*columns, strict=True))


def day_of(said: str) -> Day:
    return Day(int(said[:4]), int(said[4:6]), int(said[6:]))


@pytest.fixture(scope="module")
def visits(shared: Path) -> list[Row]:
    return rows_of(shared / "sf_2017-11_inspections.parquet", VISIT)


@pytest.fixture(scope="module")
def violations(shared: Path) -> list[Row]:
    return rows_of(shared / "sf_2017-11_violations.parquet", VIOLATION)


@pytest.fixture(scope="module")
def scores(visits: list[Row]) -> list[Scored]:
    """Every row that has a score, one that stands twice too."""
    return [Scored((row[0], day_of(row[2])), int(row[1])) for row in visits if row[1]]


@pytest.fixture(scope="module")
def given(visits: list[Row], violations: list[Row], scores: list[Scored]) -> dict[Asked, Given]:
    whole = Whole()
    of = "san-francisco"
    whole.add(Published((of, "restaurant-visits.yaml"), VISIT, 0, 2, (2, 3), (1,)), visits)
    found = Published((of, "restaurant-violations.yaml"), VIOLATION, 0, 1, (1, 2), (2, 4))
    assert whole.add(found, violations) == 37_924
    return whole.graded(FILE, [one.asked for one in scores])


def test_982_scores_and_993_labels_in_a_thousand_are_reproduced(
    given: dict[Asked, Given], scores: list[Scored]
) -> None:
    exact = sum(given[one.asked].points == one.score * 1000 for one in scores)
    labels = sum(given[one.asked].grade == one.label for one in scores)
    assert (exact, labels, len(scores)) == (13_536, 13_690, 13_782)
    assert (round(100 * exact / 13_782, 1), round(100 * labels / 13_782, 1)) == (98.2, 99.3)


def test_the_rest_is_explained_by_class_of_cause(
    given: dict[Asked, Given], scores: list[Scored], violations: list[Row]
) -> None:
    """Of 246: more than half took points off and published no violation of that day."""
    rows = Counter((row[0], day_of(row[1])) for row in violations)
    twice = Counter(one.asked for one in scores)
    causes: Counter[str] = Counter()
    for one in scores:
        got = given[one.asked].points // 1000
        if got == one.score:
            continue
        if not rows[one.asked]:
            causes["points taken off, no violation published"] += 1
        elif twice[one.asked] > 1:
            causes["two inspections on one day"] += 1
        elif one.score == 100:
            causes["violations published, none taken off"] += 1
        elif one.score > got:
            causes["fewer taken off than the violations published"] += 1
        else:
            causes["more taken off than the violations published"] += 1
    assert causes == {
        "points taken off, no violation published": 132,
        "more taken off than the violations published": 67,
        "violations published, none taken off": 22,
        "fewer taken off than the violations published": 22,
        "two inspections on one day": 3,
    }
    assert sum(causes.values()) == 246 == 13_782 - 13_536


def test_labels_that_differ_are_mostly_published_worse(
    given: dict[Asked, Given], scores: list[Scored]
) -> None:
    order = [label for _, label in LEGEND]
    wrong = [(one.label, given[one.asked].grade) for one in scores]
    wrong = [pair for pair in wrong if pair[0] != pair[1]]
    worse = sum(order.index(published) < order.index(got) for published, got in wrong)
    assert (len(wrong), worse, len(wrong) - worse) == (92, 78, 14)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return Study.of("san-francisco-restaurants", tmp_path_factory.mktemp("sf") / "register")


def part(rows: list[Row]) -> list[Row]:
    return [row for row in rows if int(row[0]) % SHARE == 0]


@pytest.fixture(scope="module")
def receipts(city: Study, visits: list[Row], violations: list[Row]) -> tuple[Receipt, Receipt]:
    folder = city.folder.parent
    seen = city.receive(VISITS, write_csv(folder / "visits.csv", VISIT, part(visits)))
    file = write_csv(folder / "violations.csv", VIOLATION, part(violations))
    return seen, city.receive(VIOLATIONS, file)


def test_a_part_gives_the_same_through_the_register(
    city: Study,
    receipts: tuple[Receipt, Receipt],
    given: dict[Asked, Given],
    scores: list[Scored],
) -> None:
    asked = {one.asked for one in scores if int(one.asked[0]) % SHARE == 0}
    with Opened(city.folder) as opened:
        assert graded(opened, SCHEME, asked) == {one: given[one] for one in asked}
    assert len(asked) > 1_000


def test_the_same_violation_twice_is_refused_as_a_repeat(
    receipts: tuple[Receipt, Receipt], violations: list[Row]
) -> None:
    rows = part(violations)
    repeats = len(rows) - len(set(rows))
    assert repeats > 0
    assert receipts[1].reasons["repeat"] == repeats
    assert receipts[1].counts["stored"] == len(rows) - repeats


def test_a_class_of_risk_that_nobody_knows_is_held_with_the_nearest(city: Study) -> None:
    row = ("8", "20160513", "103144", "Hihg Risk", "")
    file = write_csv(city.folder.parent / "unknown.csv", VIOLATION, [row])
    receipt = city.receive(VIOLATIONS, file)
    assert (receipt.counts["held"], receipt.counts["stored"]) == (1, 0)
    (codes,) = receipt.held.values()
    assert "High Risk" in receipt.words(codes.pop())


def test_a_day_without_a_routine_inspection_has_no_label(
    city: Study, receipts: tuple[Receipt, Receipt], scores: list[Scored]
) -> None:
    number, day = next(one.asked for one in scores if int(one.asked[0]) % SHARE == 0)
    next_day = (number, Day.fromordinal(day.toordinal() + 1))
    with Opened(city.folder) as opened:
        assert graded(opened, SCHEME, [next_day]) == {next_day: Given(100_000, "not_graded")}
