"""United Kingdom food hygiene: every published rating reproduced from three elements and the largest of them.

All 395,776 ratings of 2015 that have their points, and all 47,176 of London in 2021, come out of the scheme's
file (``tests/real/whole.py`` reads the files by the contract). Through the register goes every
sixty-fourth premises of 2015; ``EVENHAND_FULL=1`` takes every eighth.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.periods import Day
from evenhand.pipeline.founding import shipped
from evenhand.pipeline.opened import Opened
from evenhand.schemes.check import accept
from evenhand.schemes.read import read_scheme
from evenhand.sources.read_catalogue import read_catalogue
from tests.real.grading import Asked, agreeing, graded, write_csv
from tests.real.study import Receipt, Study
from tests.real.whole import Published, Whole

pytestmark = pytest.mark.real

SOURCE, SCHEME = "uk-food-hygiene-ratings", "uk-food-hygiene-rating"
FILE = ("uk", "food-hygiene-rating.yaml")
SHARE = 8 if os.environ.get("EVENHAND_FULL") else 64
UK = ("row_id", "ratingvalue", "hygiene", "structural", "confidenceinmanagement", "ratingdate")
LONDON = (
    "FHRSID", "RatingValue", "Hygiene", "Structural", "ConfidenceInManagement", "RatingDate",
)  # fmt: skip
RATING, HANDLING, DAY = 1, 2, 5
Row = tuple[str, ...]


def rows_of(path: Path, heads: tuple[str, ...]) -> list[Row]:
    """The published rows as text, the columns in the order of the heads."""
    table = pq.read_table(path, columns=list(heads))
    columns = (["" if v is None else str(v) for v in table[head].to_pylist()] for head in heads)
    return list(zip(*columns, strict=True))


def day_of(row: Row) -> Day:
    return Day.fromisoformat(row[DAY][:10])


def rated(rows: list[Row]) -> dict[Asked, str]:
    """The published ratings that have their points, each on the day of its inspection."""
    return {(row[0], day_of(row)): row[RATING] for row in rows if row[HANDLING]}


@pytest.fixture(scope="module")
def uk(shared: Path) -> list[Row]:
    return rows_of(shared / "fhrs_uk_2015-02_scores_only.parquet", UK)


@pytest.fixture(scope="module")
def london(shared: Path) -> list[Row]:
    return rows_of(shared / "fhrs_london_2021-08.parquet", LONDON)


@pytest.fixture(scope="module")
def premises(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return Study.of("uk-food-hygiene", tmp_path_factory.mktemp("uk") / "register")


@pytest.fixture(scope="module")
def part(uk: list[Row]) -> list[Row]:
    return [row for row in uk if int(row[0]) % SHARE == 0]


@pytest.fixture(scope="module")
def receipt(premises: Study, part: list[Row]) -> Receipt:
    return premises.receive(SOURCE, write_csv(premises.folder.parent / "uk.csv", UK, part))


def test_every_row_of_a_part_is_stored_or_refused_with_its_reason(
    receipt: Receipt, part: list[Row]
) -> None:
    """What is awaited has no day and is held; nothing else is."""
    assert receipt.counts["rows"] == len(part) + 1
    dayless = {number for number, row in enumerate(part, 2) if not row[DAY]}
    assert set(receipt.held) == dayless
    assert receipt.counts["stored"] == len(part) - len(dayless)


def test_a_part_is_reproduced_through_the_register(
    premises: Study, receipt: Receipt, part: list[Row]
) -> None:
    published = rated(part)
    with Opened(premises.folder) as opened:
        given = graded(opened, SCHEME, published)
    assert agreeing(given, published) == len(published) == (49_508 if SHARE == 8 else 6_211)


def test_premises_without_points_are_told_by_their_state(
    premises: Study, receipt: Receipt, part: list[Row]
) -> None:
    """Exempt stays exempt, Scotland's are not graded, and a rating whose points are missing is none."""
    states = {
        "Exempt": "exempt", "AwaitingInspection": "awaiting_inspection",
        "AwaitingPublication": "awaiting_publication",
    }  # fmt: skip
    asked = {
        (r[0], day_of(r)): states.get(r[RATING].replace(" ", ""), "not_graded")
        for r in part
        if r[DAY] and not r[HANDLING]
    }
    with Opened(premises.folder) as opened:
        given = graded(opened, SCHEME, asked)
    assert agreeing(given, asked) == len(asked)
    assert set(asked.values()) >= {"exempt", "not_graded"}


def test_all_395_776_ratings_of_2015_are_reproduced(uk: list[Row]) -> None:
    whole = Whole()
    published = rated(uk)
    kept = whole.add(
        Published(("uk", "food-hygiene-ratings.yaml"), UK, 0, DAY, (DAY,)),
        [r for r in uk if r[HANDLING]],
    )
    given = whole.graded(FILE, published)
    assert (agreeing(given, published), len(published), kept) == (395_776, 395_776, 395_776)


def test_all_47_176_ratings_of_london_in_2021_are_reproduced(london: list[Row]) -> None:
    whole = Whole()
    published = rated(london)
    whole.add(Published(("uk", "food-hygiene-ratings.yaml"), LONDON, 0, DAY, (DAY,)), london)
    given = whole.graded(FILE, published)
    assert (agreeing(given, published), len(published)) == (47_176, 47_176)
    assert Counter(published.values()) == {
        "5": 27_524, "4": 10_510, "3": 6_100, "2": 1_605, "1": 1_257, "0": 180,
    }  # fmt: skip


def test_the_total_alone_would_not_do(uk: list[Row]) -> None:
    """The rule on the largest element decides 37,916 ratings: by their totals they would be better."""
    starts = ((20, "5"), (25, "4"), (35, "3"), (45, "2"), (55, "1"), (1000, "0"))
    by_total = (
        next(grade for start, grade in starts if sum(map(int, row[2:5])) < start) != row[RATING]
        for row in uk
        if row[HANDLING]
    )
    assert sum(by_total) == 37_916


def test_as_official_it_is_refused_because_a_rating_never_runs_out() -> None:
    catalogue = read_catalogue()
    text = shipped("schemes", *FILE).read_bytes().replace(b"kind: reproduction\n", b"")
    with pytest.raises(SchemeRefused) as refused:
        accept(read_scheme(text, FILE[1], catalogue), catalogue)
    floor = {(f.kind.code, f.kind.floor) for f in refused.value.findings if f.kind.floor}
    assert floor == {("E-FLOOR-122", "RF-12"), ("E-FLOOR-123", "RF-12")}
    said = [f.sentence("en") for f in refused.value.findings]
    assert 'The factor "handling-points" counts against its subject and has no window.' in said
