"""The view of records: who is meant, what took a record's place, what is in doubt, and since when."""

from __future__ import annotations

from typing import Any

import pytest

from evenhand.kernel.periods import Day
from evenhand.relational.duckdb import DuckDBEngine
from evenhand.relational.engine import Kind, Query
from evenhand.relational.view import doubted_table, judged_table, quoted
from tests.scoring_world import KNOWN, engine, record

COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("subject", "int64"),
    ("record", "int64"),
    ("known", "int64"),
    ("superseded", "int64"),
    ("doubt_from", "int64"),
    ("doubt_until", "int64"),
    ("replaced", "int64"),
)
LATER, LATEST = KNOWN + 10, KNOWN + 20


def shown(made: DuckDBEngine) -> list[tuple[Any, ...]]:
    names = ", ".join(name for name, _ in COLUMNS)
    query = Query(f"SELECT {names} FROM records ORDER BY record, known", COLUMNS)
    return [tuple(row.values()) for row in made.run(query, {}).to_pylist()]


def waiting(number: int, **more: Any) -> dict[str, Any]:
    return record(number, "penalty", "2026-01-01", subject=900, waits=True, **more)


def test_a_record_that_waits_is_not_shown() -> None:
    with engine([waiting(1), record(2, "penalty", "2026-01-01")]) as made:
        assert [row[1] for row in shown(made)] == [2]


def test_a_judged_record_is_shown_for_its_subject_since_the_judgement() -> None:
    with engine([waiting(1)], judgements=[(900, 7, LATER)]) as made:
        assert shown(made) == [(7, 1, LATER, None, None, None, None)]


def test_a_record_that_came_after_the_judgement_is_known_since_it_came() -> None:
    with engine([waiting(1, known=LATEST)], judgements=[(900, 7, LATER)]) as made:
        assert shown(made) == [(7, 1, LATEST, None, None, None, None)]


def test_a_second_judgement_replaces_the_first_from_its_moment_on() -> None:
    with engine([waiting(1)], judgements=[(900, 8, LATEST), (900, 7, LATER)]) as made:
        assert shown(made) == [
            (7, 1, LATER, None, None, None, LATEST),
            (8, 1, LATEST, None, None, None, None),
        ]


def test_a_correction_takes_its_place_since_it_was_known() -> None:
    rows = [
        record(1, "penalty", "2026-01-01"),
        record(2, "penalty", "2026-01-01", supersedes=1, known=LATER),
        record(3, "penalty", "2026-01-01", supersedes=1, known=LATEST),
    ]
    with engine(rows) as made:
        assert [(row[1], row[3]) for row in shown(made)] == [(1, LATER), (2, None), (3, None)]


def test_a_correction_that_waits_takes_nothing_away() -> None:
    rows = [record(1, "penalty", "2026-01-01"), waiting(2, supersedes=1)]
    with engine(rows) as made:
        assert [(row[1], row[3]) for row in shown(made)] == [(1, None)]
    with engine(rows, judgements=[(900, 1, LATEST)]) as made:
        assert [(row[1], row[3]) for row in shown(made)] == [(1, LATEST), (2, None)]


def test_a_doubt_is_shown_with_its_end() -> None:
    rows = [record(1, "penalty", "2026-01-01"), record(2, "penalty", "2026-01-01")]
    with engine(rows, doubts=[(1, LATER, LATEST), (2, LATER, None)]) as made:
        assert [row[4:6] for row in shown(made)] == [(LATER, LATEST), (LATER, None)]


def test_a_second_doubt_has_a_row_of_its_own_from_its_beginning_on() -> None:
    doubts = [(1, LATEST, None), (1, KNOWN + 1, LATER)]
    with engine([record(1, "penalty", "2026-01-01")], doubts=doubts) as made:
        assert shown(made) == [
            (1, 1, KNOWN, None, KNOWN + 1, LATER, LATEST),
            (1, 1, LATEST, None, LATEST, None, None),
        ]


def test_overlapping_doubts_are_one() -> None:
    table = doubted_table([(1, 10, 30), (1, 20, 25), (1, 30, 40), (2, 5, None), (2, 6, 7)])
    assert [(row["doubt_from"], row["doubt_until"]) for row in table.to_pylist()] == [
        (10, 40),
        (5, None),
    ]


def test_a_doubt_and_two_judgements_of_one_record_never_show_it_twice_at_a_moment() -> None:
    judged = [(900, 7, LATER), (900, 8, LATEST)]
    doubts = [(1, KNOWN + 5, KNOWN + 15), (1, KNOWN + 25, None)]
    with engine([waiting(1)], judgements=judged, doubts=doubts) as made:
        rows = shown(made)
    for moment in range(LATER, KNOWN + 40):
        seen = [row for row in rows if row[2] <= moment and (row[6] is None or moment < row[6])]
        assert len(seen) == 1, moment


def test_of_two_judgements_at_one_moment_the_last_given_holds() -> None:
    rows = judged_table([(900, 7, LATER), (900, 8, LATER)]).to_pylist()
    assert [(row["subject"], row["seen_until"]) for row in rows] == [(8, None)]


@pytest.mark.parametrize("name", ['f_a"b', "f_a; DROP VIEW records", "f_名称"])
def test_a_name_is_quoted_whatever_it_is(name: str) -> None:
    row = record(1, "penalty", Day(2026, 1, 1)) | {name: 5}
    query = Query(f"SELECT {quoted(name)} AS n FROM records", (("n", "int64"),), ((name, "int64"),))
    with engine([row]) as made:
        assert made.run(query, {}).column("n").to_pylist() == [5]
