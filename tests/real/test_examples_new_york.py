"""New York's restaurant letters, by the scheme's file alone, against the letters that the city published.

By default every fourth restaurant is taken (its number divides by four: 120,081 of 480,621 rows), which
takes about half a minute; ``EVENHAND_FULL=1`` takes all of them. The city's file of 91 MB is larger than
a delivery may be, and comes in four parts either way.
"""

from __future__ import annotations

import csv
import datetime as dt
import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from evenhand.kernel.periods import Clocks, Day, microseconds, moment
from evenhand.pipeline.inquiry import scheme_in_force
from evenhand.pipeline.opened import Opened
from evenhand.scoring.questions import QUESTIONS
from evenhand.scoring.score import score
from tests.real.study import Receipt, Study

pytestmark = [pytest.mark.real, pytest.mark.slow]

SOURCE, SCHEME = "new-york-restaurant-inspections", "new-york-restaurant-letters"
FULL = bool(os.environ.get("EVENHAND_FULL"))
PARTS = range(4) if FULL else range(1)
LATER = moment("2100-01-01T00:00:00Z")
GRADED = {
    f"{programme} / {kind}"
    for programme in ("Cycle Inspection", "Pre-permit (Operational)")
    for kind in ("Initial Inspection", "Re-inspection")
}
HEADS = {
    "CAMIS": "camis",
    "DBA": "dba",
    "BORO": "boro",
    "BUILDING": "building",
    "STREET": "street",
    "ZIPCODE": "zipcode",
    "INSPECTION DATE": "inspection_date",
    "ACTION": "action",
    "VIOLATION CODE": "violation_code",
    "SCORE": "score",
    "GRADE": "grade",
    "GRADE DATE": "grade_date",
    "RECORD DATE": "record_date",
    "INSPECTION TYPE": "inspection_type",
    "CUISINE CODE": "cuisine_code",
}
"""The heads of the city's file, and the columns of the copy that they come from."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter that the city published: for which restaurant, on which day."""

    camis: str
    day: Day
    letter: str


@pytest.fixture(scope="module")
def published(shared: Path) -> pa.Table:
    return pq.read_table(shared / "nyc_dohmh_2016-01-06.parquet")


@pytest.fixture(scope="module")
def files(published: pa.Table, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The city's file, in parts by restaurant."""
    folder = tmp_path_factory.mktemp("city")
    rows = list(zip(*(published[name].to_pylist() for name in HEADS.values()), strict=True))
    made = []
    for part in PARTS:
        path = folder / f"inspections-{part}.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            lines = csv.writer(file)
            lines.writerow(HEADS)
            lines.writerows([_said(v) for v in row] for row in rows if row[0] % 4 == part)
        made.append(path)
    return made


def _said(value: object) -> str:
    """Write a value as the city does: whole numbers, days by the calendar, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return str(int(value)) if isinstance(value, float) else str(value)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return Study.of("new-york-restaurants", tmp_path_factory.mktemp("york") / "register")


@pytest.fixture(scope="module")
def receipts(city: Study, files: list[Path]) -> list[Receipt]:
    return [city.receive(SOURCE, file) for file in files]


@pytest.fixture(scope="module")
def letters(published: pa.Table) -> list[Letter]:
    """Every letter A, B or C on an initial inspection or a re-inspection, once."""
    columns = ("camis", "inspection_date", "inspection_type", "grade")
    rows = set(zip(*(published[name].to_pylist() for name in columns), strict=True))
    return [
        Letter(str(camis), day.date(), letter)
        for camis, day, kind, letter in sorted(rows, key=str)
        if camis % 4 in PARTS and kind in GRADED and letter in ("A", "B", "C")
    ]


def test_every_row_is_accounted_for(receipts: list[Receipt], published: pa.Table) -> None:
    """The rows of one inspection are one record: one is stored, the others are repeats."""
    counts = sum((Counter(receipt.counts) for receipt in receipts), Counter[str]())
    rows = sum(number % 4 in PARTS for number in published["camis"].to_pylist())
    assert counts["rows"] == rows + len(receipts)
    reasons = sum((Counter(receipt.reasons) for receipt in receipts), Counter[str]())
    assert counts["refused"] == reasons["repeat"] + reasons["header"]
    assert rows == (480_621 if FULL else 120_081)
    assert counts == (
        {"rows": 480_625, "stored": 182_300, "held": 1_313, "refused": 297_012}
        if FULL
        else {"rows": 120_082, "stored": 45_653, "held": 327, "refused": 74_102}
    )


def test_places_that_nobody_has_inspected_yet_are_held(
    receipts: list[Receipt], files: list[Path]
) -> None:
    """In the city's file they stand with 1900-01-01 and no kind of inspection."""
    for receipt, file in zip(receipts, files, strict=True):
        with file.open(newline="", encoding="utf-8") as lines:
            rows = enumerate(csv.DictReader(lines), 2)
            not_yet = {n for n, row in rows if row["INSPECTION DATE"] == "1900-01-01"}
        assert receipt.rows("E-ROW-01") == not_yet
        assert not_yet <= set(receipt.held)
    assert receipts[0].words("E-ROW-01") == 'The required "INSPECTION TYPE" is empty.'


def test_rows_of_one_inspection_that_say_different_things_are_held_on_both_sides(
    receipts: list[Receipt],
) -> None:
    assert all(receipt.rows("E-DOC-09") <= set(receipt.held) for receipt in receipts)
    assert len(receipts[0].rows("E-DOC-09")) == 7


def test_letters_are_reproduced_by_the_scheme_file_alone(
    city: Study, receipts: list[Receipt], letters: list[Letter]
) -> None:
    """One question for each published letter, on the day of its inspection.

    A letter whose inspection is held, and so is not in the evidence, counts as one that was missed.
    """
    with Opened(city.folder) as opened:
        named = opened.register.vault.subject_of
        places = {camis: named("register_number", camis) for camis in {x.camis for x in letters}}
        asked = [(int(places[x.camis] or 0), x.day) for x in letters]
        in_force = scheme_in_force(opened, SCHEME, Clocks(Day(2016, 1, 6), LATER))
        knowledge = opened.knowledge()
        stored = _stored(opened.register.evidence.scored_paths(knowledge.segments))
        with opened.engine(knowledge) as engine:
            answers = score(engine, in_force, _questions(asked))
    given = {(row["subject"], row["as_of"]): row["grade"] for row in answers.to_pylist()}
    pairs = zip(asked, letters, strict=True)
    agree = sum(where in stored and given[where] == one.letter for where, one in pairs)
    assert agree / len(letters) >= 0.999
    assert (agree, len(letters)) == ((90_086, 90_149) if FULL else (22_459, 22_472))


def _stored(paths: list[Path]) -> set[tuple[int, Day]]:
    """Places and days of the inspections in the evidence that a letter can come of."""
    rows = pa.concat_tables([pq.read_table(path) for path in paths], promote_options="default")
    columns = (rows[name].to_pylist() for name in ("subject", "happened", "f_inspection"))
    return {
        (subject, day)
        for subject, day, kind in zip(*columns, strict=True)
        if kind in ("initial", "re_inspection")
    }


def _questions(asked: list[tuple[int, Day]]) -> pa.Table:
    subjects, days = zip(*sorted(set(asked)), strict=True)
    known = [microseconds(LATER)] * len(days)
    return pa.table([subjects, days, known], names=QUESTIONS.names).cast(QUESTIONS)
