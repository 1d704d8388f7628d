"""What was known when: New York's graded inspections in the city's file of 2015, and in that of 2016.

Both files go through a register whose clock stands at their days. What the later file says otherwise of an
inspection is held; a person finds the earlier record wrong; the next row about it takes its place. By
default every tenth restaurant; ``EVENHAND_FULL=1`` takes all 22,684 inspections that both files have.
"""

from __future__ import annotations

import datetime as dt
import os
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from evenhand.kernel.ids import PersonId, SourceId
from evenhand.kernel.periods import Day, Moment, moment
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey
from evenhand.pipeline.founding import add_source, found_register, publish_scheme, shipped
from evenhand.pipeline.intake import Incoming, Taken, receive_delivery
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.waiting import settle_item, waiting_items
from evenhand.records.held import Settlement
from evenhand.relational.settings import Settings
from tests.real.grading import Asked, Given, graded, write_csv

pytestmark = pytest.mark.real

SHARE = 1 if os.environ.get("EVENHAND_FULL") else 10
SOURCE, SCHEME = SourceId("new-york-graded-inspections"), "new-york-graded-inspections"
FOUNDED = moment("2015-01-19T00:00:00Z")
FIRST, SECOND = moment("2015-01-20T12:00:00Z"), moment("2016-01-06T12:00:00Z")
SETTLED, THIRD = moment("2016-01-07T12:00:00Z"), moment("2016-01-08T12:00:00Z")
HEAD = ("CAMIS", "INSPECTION DATE", "SCORE", "GRADE")
Said = tuple[str, str]
"""Points and letter, as a file has them."""
File = Mapping[tuple[str, str], Said]
"""By restaurant and day."""


def _plain(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) else str(value)


def _file(path: Path, columns: tuple[str, ...]) -> File:
    """The graded inspections of a file, one for each restaurant and day."""
    table = pq.read_table(path, columns=list(columns))
    rows = zip(*(map(_plain, table[name].to_pylist()) for name in columns), strict=True)
    return {(camis, day): (score, letter) for camis, day, score, letter in rows if letter}


@pytest.fixture(scope="module")
def earlier(shared: Path) -> File:
    path = shared / "nyc_graded_2015-01-20_bx_bk_si.parquet"
    file = _file(path, ("camis", "date", "score", "grade"))
    return {at: said for at, said in file.items() if int(at[0]) % SHARE == 0}


@pytest.fixture(scope="module")
def later(shared: Path, earlier: File) -> File:
    """What the file of 2016 says of the same inspections."""
    path = shared / "nyc_dohmh_2016-01-06.parquet"
    file = _file(path, ("camis", "inspection_date", "score", "grade"))
    return {at: file[at] for at in earlier if at in file}


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    keys = [PrivateKey.from_chance(secrets.token_bytes(32)).public for _ in range(3)]
    title = Text(zh="纽约（研究用）", en="New York (for study)")
    settings = Settings(
        title, "STUDY", "America/New_York", "reproduction", (keys[0], keys[1]), keys[2]
    )
    folder = tmp_path_factory.mktemp("twice") / "register"
    name = "graded-inspections.yaml"
    with found_register(folder, settings, FOUNDED, secrets.token_bytes) as opened:
        add_source(opened, shipped("sources", "new-york", name).read_bytes(), name, FOUNDED)
        publish_scheme(opened, shipped("schemes", "new-york", name).read_bytes(), name, FOUNDED)
        yield opened


def _deliver(opened: Opened, folder: Path, file: File, at: Moment) -> Taken:
    rows = [(*where, *said) for where, said in file.items()]
    data = write_csv(folder / f"{at.year}-{at.day}.csv", HEAD, rows).read_bytes()
    incoming = Incoming(SOURCE, "inspections.csv", data, PersonId("study"), b"")
    return receive_delivery(opened, incoming, at, secrets.token_bytes)


@pytest.fixture(scope="module")
def taken(
    register: Opened, earlier: File, later: File, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Taken, Taken, Taken]:
    """Three deliveries: the file of 2015, that of 2016, and what a person let take its place."""
    folder = tmp_path_factory.mktemp("files")
    first = _deliver(register, folder, earlier, FIRST)
    second = _deliver(register, folder, later, SECOND)
    wrong = Settlement("correct", "", "The city's later file says otherwise.")
    for item in waiting_items(register):
        if item.what == "conflict":
            settle_item(register, item, wrong, None, SETTLED)
    changed = {at: said for at, said in later.items() if _telling(said) != _telling(earlier[at])}
    return first, second, _deliver(register, folder, changed, THIRD)


def _telling(said: Said) -> Said:
    """What the register reads of an inspection: its points, and the state of its letter."""
    score, letter = said
    return score, "decided" if letter in ("A", "B", "C") else letter


def _asked(file: File) -> dict[Asked, Said]:
    return {(camis, Day.fromisoformat(day)): said for (camis, day), said in file.items()}


@pytest.fixture(scope="module")
def standings(
    register: Opened, taken: tuple[Taken, Taken, Taken], later: File
) -> tuple[dict[Asked, Given], dict[Asked, Given]]:
    """Of the inspections of both files: as known after the first, and after the last."""
    asked = _asked(later)
    after = [graded(register, SCHEME, asked, known) for known in (SECOND - dt.timedelta(1), THIRD)]
    return after[0], after[1]


def test_what_the_later_file_says_otherwise_is_held_and_nothing_else(
    taken: tuple[Taken, Taken, Taken], earlier: File, later: File
) -> None:
    first, second, third = taken
    changed = sum(_telling(said) != _telling(earlier[at]) for at, said in later.items())
    below_zero = sum(score.startswith("-") for score, _ in earlier.values())
    assert first.fates["stored"] == len(earlier) - below_zero
    held, stored = second.fates["held"], second.fates["stored"]
    assert (held + stored, set(second.held_by_code)) == (changed, {"E-DOC-10"})
    assert stored <= below_zero, (
        "only where the earlier row was held there is nothing to contradict"
    )
    assert third.fates["stored"] == held


def test_changed_scores_and_resolved_pendings_are_told_apart(
    standings: tuple[dict[Asked, Given], dict[Asked, Given]], later: File
) -> None:
    """At both known-at moments, of the same inspections on the same days."""
    before, after = standings
    published = {at: letter for at, (_, letter) in _asked(later).items()}
    points = {at for at in before if before[at].points != after[at].points}
    pending = {at for at in before if before[at].grade == "Z"}
    resolved = Counter(published[at] for at in pending)
    rose = sum(after[at].points > before[at].points for at in points)
    if SHARE == 1:
        assert (len(before), len(points), rose) == (22_684, 222, 4)
        assert resolved == {"B": 173, "A": 118, "C": 57, "Z": 2, "P": 1}
        assert len(points & pending) == 198
    else:
        assert (len(before), len(points), rose) == (2_266, 30, 1)
        assert resolved == {"A": 17, "B": 18, "C": 5}


def test_each_file_is_reproduced_at_its_own_moment(
    standings: tuple[dict[Asked, Given], dict[Asked, Given]], earlier: File, later: File
) -> None:
    """The same question has two answers for ever: what was known then, and what is known now."""
    for given, file in zip(standings, (earlier, later), strict=True):
        published = {at: said[1] for at, said in _asked(file).items() if at in given}
        letters = {at: letter for at, letter in published.items() if letter in ("A", "B", "C")}
        agree = sum(given[at].grade == letter for at, letter in letters.items())
        assert agree / len(letters) > 0.98


def test_while_both_stand_against_each_other_nothing_counts_against_the_place(
    register: Opened, taken: tuple[Taken, Taken, Taken], earlier: File, later: File
) -> None:
    """Between the second delivery and its settling the earlier record is in doubt.

    Asked of restaurants that have no other inspection in the file.
    """
    alone = Counter(camis for camis, _ in earlier)
    asked = [
        at
        for at, said in _asked(later).items()
        if _telling(said) != _telling(earlier[at[0], at[1].isoformat()]) and alone[at[0]] == 1
    ]
    assert asked
    between = graded(register, SCHEME, asked, SECOND + dt.timedelta(hours=1))
    assert {given.points for given in between.values()} == {0}
    assert not {given.grade for given in between.values()} & {"B", "C"}
