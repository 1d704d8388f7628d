"""Highway contractors' credit: destroyed codes are found and held, all of them; bands reproduce grades."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import Clocks, Day, moment
from evenhand.pipeline.inquiry import scheme_in_force
from evenhand.pipeline.opened import Opened
from evenhand.relational.duckdb import DuckDBEngine, Sources
from evenhand.scoring.questions import ask
from evenhand.scoring.score import score
from tests.real.study import Receipt, Study

pytestmark = pytest.mark.real

SOURCE, SCHEME = "highway-construction-credit", "cn-highway-construction-credit"
DAY = Day(2021, 6, 30)
LATER = moment("2100-01-01T00:00:00Z")


@pytest.fixture(scope="module")
def sheet(shared: Path) -> list[list[str]]:
    """The published rows as plain text, the head first."""
    data = gzip.decompress((shared / "cn_highway_credit_construction.csv.gz").read_bytes())
    return list(csv.reader(io.StringIO(data.decode("gb18030"))))


@pytest.fixture(scope="module")
def highway(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return Study.of("highway-credit", tmp_path_factory.mktemp("highway") / "register")


@pytest.fixture(scope="module")
def receipt(highway: Study, shared: Path) -> Receipt:
    file = highway.folder.parent / "highway.csv"
    file.write_bytes(
        gzip.decompress((shared / "cn_highway_credit_construction.csv.gz").read_bytes())
    )
    return highway.receive(SOURCE, file)


def _destroyed(sheet: list[list[str]]) -> set[int]:
    """Rows whose code is written as a power of ten."""
    return {n for n, row in enumerate(sheet, 1) if re.search(r"\d[Ee]\+\d", row[1])}


def _too_exact(sheet: list[list[str]]) -> set[int]:
    """Rows whose points have more than three digits after the point."""
    return {n for n, row in enumerate(sheet[1:], 2) if len(row[5].partition(".")[2]) > 3}


def test_every_row_is_accounted_for(receipt: Receipt) -> None:
    assert receipt.said["encoding"] == "gb18030"
    assert "read as GB18030" in receipt.words("N-FILE-30")
    assert receipt.counts == {"rows": 11_332, "stored": 4_753, "held": 3_577, "refused": 3_002}
    assert receipt.reasons == {"header": 1, "finding": 3_577, "repeat": 3_001, "identity_waits": 15}


def test_destroyed_codes_are_found_and_held_all_of_them(
    receipt: Receipt, sheet: list[list[str]]
) -> None:
    destroyed = _destroyed(sheet)
    assert len(destroyed) == 3_401
    assert receipt.rows("E-ID-02") == destroyed
    assert {row for row, codes in receipt.held.items() if "E-ID-02" in codes} == destroyed
    assert receipt.words("E-ID-02") == 'A spreadsheet has turned the identifier into "9.14E+17".'


def test_every_destroyed_code_stands_in_the_queue_and_can_be_corrected_or_refused(
    highway: Study, receipt: Receipt, sheet: list[list[str]]
) -> None:
    listed = [item for item in highway.queue() if "E-ID-02" in item["codes"]]
    assert {int(item["item"].rsplit("!", 1)[1]) for item in listed} == _destroyed(sheet)
    assert {(item["what"], *item["ways"]) for item in listed} == {("row", "correct", "refuse")}


def test_points_that_no_thousandth_can_say_are_held_and_not_rounded(
    receipt: Receipt, sheet: list[list[str]]
) -> None:
    too_exact = _too_exact(sheet)
    assert len(too_exact) == 255
    assert receipt.rows("E-AMT-09") == too_exact
    assert receipt.words("E-AMT-09") == '"94.3333" has more than three digits after the point.'
    assert set(receipt.held) == _destroyed(sheet) | too_exact


def test_exact_duplicates_are_refused_as_repeats(receipt: Receipt, sheet: list[list[str]]) -> None:
    """A row that says letter for letter what a row above it says; the first of each is stored."""
    held, seen, repeats = set(receipt.held), set(), set()
    for number, row in enumerate(sheet[1:], 2):
        if number in held:
            continue
        said = tuple(row)
        (repeats.add(number) if said in seen else seen.add(said))
    assert receipt.rows("E-DOC-07") == repeats
    assert len(repeats) == 3_001
    assert receipt.counts["stored"] == len(seen)


def test_rows_without_a_code_are_found_and_their_identity_waits(
    receipt: Receipt, sheet: list[list[str]]
) -> None:
    empty = {n for n, row in enumerate(sheet[1:], 2) if not row[1].strip()}
    assert receipt.rows("W-ID-07") == empty
    assert len(empty) == 16
    stored = empty - set(receipt.held) - receipt.rows("E-DOC-07")
    assert stored <= receipt.waits


def test_the_scheme_grades_each_stored_row_as_it_was_published(
    highway: Study, receipt: Receipt
) -> None:
    """One question for each stored row, as if it were of an organisation of its own.

    The file says no year, and has several ratings of most firms; so whose row it is says nothing
    about the outcome that was published with it.
    """
    with Opened(highway.folder) as opened:
        knowledge = opened.knowledge()
        in_force = scheme_in_force(opened, SCHEME, Clocks(DAY, LATER))
        paths = opened.register.evidence.scored_paths(knowledge.segments)
        rows = pa.concat_tables([pq.read_table(path) for path in paths])
    rows = rows.set_column(rows.schema.get_field_index("subject"), "subject", rows["record"])
    waits = pa.array([False] * rows.num_rows)
    rows = rows.set_column(rows.schema.get_field_index("waits"), "waits", waits)
    questions = ask([SubjectId(n) for n in rows["record"].to_pylist()], Clocks(DAY, LATER))
    with DuckDBEngine(Sources(rows=rows)) as engine:
        standings = score(engine, in_force, questions)
    published = dict(zip(*(rows[c].to_pylist() for c in ("record", "f_published")), strict=True))
    given = dict(zip(*(standings[c].to_pylist() for c in ("subject", "grade")), strict=True))
    assert len(given) == receipt.counts["stored"]
    agree = sum(given[record] == published[record] for record in published)
    order = ["D", "C", "B", "A", "AA"]
    worse = sum(order.index(published[record]) < order.index(given[record]) for record in published)
    assert (agree, worse, len(published)) == (4_519, 222, 4_753)
    assert agree / len(published) > 0.95


def test_the_firms_of_the_register_are_counted_by_grade_on_a_day(
    highway: Study, receipt: Receipt
) -> None:
    told = highway.call("standing", SCHEME, "--as-of", "2021-06-30", "--json")
    assert json.loads(told.out)["grades"] == {"D": 5, "C": 5, "B": 47, "A": 437, "AA": 326}


def test_the_same_file_again_changes_nothing(highway: Study, receipt: Receipt) -> None:
    again = highway.receive(SOURCE, highway.folder.parent / "highway.csv")
    assert again.said == receipt.said


def test_a_day_of_the_register_proposes_nothing(highway: Study, receipt: Receipt) -> None:
    ran = highway.call("run", "--json")
    assert ran.code == 0, ran.err
    said = json.loads(ran.out)
    assert (said["proposed"], said["known"], said["notices"], said["time"]) == ([], 0, 0, [])
    assert [scheme["grounds"] for scheme in said["schemes"]] == [0]
    assert json.loads(highway.call("case", "list", "--json").out) == []
