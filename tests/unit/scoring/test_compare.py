"""Two schemes over the same made-up subjects: counts, directions, causes, proposals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import pyarrow as pa
import pytest

from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.grounds import Ground
from evenhand.kernel.ids import ListId, RecordId, SubjectId
from evenhand.kernel.periods import Day
from evenhand.pipeline.founding import shipped
from evenhand.schemes.pair import SCALE, Pair
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import NOT_GRADED, Grade, Line, Scheme
from evenhand.scoring.beside import CHANGES, MOVES, Beside
from evenhand.scoring.compare import (
    BANDS,
    Comparison,
    Where,
    compare,
    direction_of,
    every_step,
    ladder,
    step_of,
)
from evenhand.scoring.comparison_tables import MOVED, TOTAL, Table, tables_of
from evenhand.scoring.comparison_words import said_of
from evenhand.sources.read_catalogue import read_catalogue

TAX = "tax-late-filing"
LIST = ListId.parse("environment-serious")


@cache
def linhe() -> Scheme:
    data = shipped("schemes", "linhe", "linhe-compliance.yaml").read_bytes()
    return read_scheme(data, "rules.yaml", read_catalogue())


def ground(subject: int, record: int, version: str = "2025.1") -> Ground:
    return Ground(
        SubjectId(subject), LIST, "black", linhe().scheme, version, 1, (RecordId(record),), (record,),
        Day(2026, 2, 10),
    )  # fmt: skip


@dataclass(frozen=True)
class Judged:
    """What one scheme says: points and grade by subject, and points by subject and part."""

    standings: Mapping[int, tuple[int, str | None]]
    parts: Mapping[tuple[int, str], int] = field(default_factory=dict)
    grounds: Sequence[Ground] = ()
    scheme: Scheme = field(default_factory=linhe)


def counted(old: Judged, new: Judged, where: Where | Mapping[int, Where]) -> Comparison:
    """Lay out what two schemes say as an engine would answer it, and compare it."""
    pair = Pair(old.scheme, new.scheme)
    moves = [
        {
            "subject": subject,
            "points": 1000 * (points - old.standings[subject][0]),
            "before": old.standings[subject][1] or NOT_GRADED,
            "after": grade or NOT_GRADED,
        }
        for subject, (points, grade) in new.standings.items()
    ]
    changes = [
        {"subject": of, "part": pair.parts.index(part), "points": 1000 * more}
        for of, part in {**old.parts, **new.parts}
        if (more := new.parts.get((of, part), 0) - old.parts.get((of, part), 0))
    ]
    tables = pa.Table.from_pylist(moves, MOVES), pa.Table.from_pylist(changes, CHANGES)
    return compare(Beside(pair, *tables), (old.grounds, new.grounds), where)


def everywhere(subjects: Sequence[int]) -> dict[int, Where]:
    return {s: Where("enterprise", "000000" if s % 2 else "330100") for s in subjects}


def reform(count: int = 40, moved: int = 12) -> Comparison:
    """So many companies with B, of which some fall to C by a dearer environmental penalty."""
    before = dict.fromkeys(range(count), (80, "B"))
    after = {s: (80, "B") if s >= moved else (60, "C") for s in before}
    one = {(s, "environment"): -2 for s in range(moved)}
    two = {(s, "environment"): -22 for s in range(moved)}
    return counted(Judged(before, one), Judged(after, two), everywhere(list(before)))


def test_who_moves_is_counted_by_grade_cause_kind_and_district() -> None:
    found = reform()
    assert found.grades == {("B", "B"): 28, ("B", "C"): 12}
    assert found.causes == {("environment", "worse"): 12}
    assert found.touched == {"environment": 12}
    assert found.kinds == {("enterprise", "same"): 28, ("enterprise", "worse"): 12}
    assert found.districts["000000", "worse"] == 6
    assert found.points == {"0": 28, "-20 to -10": 12}


def test_the_tables_show_it() -> None:
    tables = tables_of(reform())
    assert str(tables["grades"].at("B", "C")) == "12"
    assert str(tables["grades"].at(TOTAL, TOTAL)) == "40"
    assert str(tables["moves"].at(TOTAL, MOVED)) == "12"
    assert tables["grades"].rows == ("A", "B", "C", "D", NOT_GRADED, TOTAL)
    assert all(set(line) == {"table", "row", "column", "count", "mark"} for line in _lines(tables))


def _lines(tables: Mapping[str, Table]) -> list[dict[str, Json]]:
    return [line for table in tables.values() for line in table.lines()]


def test_the_sentences_say_it_in_both_languages() -> None:
    said = said_of(linhe(), linhe(), tables_of(reform()))
    assert [text.en for text in said][:3] == [
        "12 companies move from B to C.",
        "None moves up.",
        "Main cause: Environmental penalty, for 12 of the 12 that move.",
    ]
    assert said[0].zh == "12 个企业由B变为C。"
    assert said[-1].en == "0 proposals appear and 0 vanish."


def test_of_four_who_move_nothing_is_said_or_shown() -> None:
    tables = tables_of(reform(moved=4))
    assert str(tables["grades"].at("B", "C")) == "<5"
    assert str(tables["causes"].at("environment", TOTAL)) == "<5"
    said = " ".join(text.en for text in said_of(linhe(), linhe(), tables))
    assert "Too few subjects change their grade" in said
    assert "4" not in said
    assert not {1, 2, 3, 4} & {line["count"] for line in _lines(tables)}


def test_no_subject_is_in_what_comes_out() -> None:
    numbers = [7_000_000_000 + n for n in range(30)]
    before = dict.fromkeys(numbers, (80, "B"))
    found = counted(Judged(before), Judged(before), everywhere(numbers))
    assert b"70000000" not in canonical(list(_lines(tables_of(found))))


def test_the_order_of_subjects_changes_nothing() -> None:
    before = dict.fromkeys(range(20), (80, "B"))
    after = {s: (80 - s, "B" if s < 10 else "C") for s in range(20)}
    parts = {(s, "environment"): -s for s in range(1, 20)}
    one = counted(Judged(before), Judged(after, parts), everywhere(range(20)))
    turned = {s: after[s] for s in reversed(after)}
    two = counted(Judged(before), Judged(turned, parts), everywhere(range(20)))
    assert tables_of(one) == tables_of(two)


def test_a_proposal_is_the_same_when_its_facts_are_whatever_the_version() -> None:
    standing = dict.fromkeys(range(6), (80, "B"))
    one = Judged(standing, grounds=[ground(s, s) for s in range(6)])
    two = Judged(standing, grounds=[ground(s, s, "2026.1") for s in range(3)] + [ground(9, 9)])
    lists = counted(one, two, everywhere(range(6))).lists
    assert lists == {(LIST, "stays"): 3, (LIST, "vanishes"): 3, (LIST, "appears"): 1}


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ("B", "B", "same"), ("B", "A", "better"), ("A", "D", "worse"),
        (NOT_GRADED, "A", "otherwise"), ("A", NOT_GRADED, "otherwise"), ("P", "A", "otherwise"),
    ],
)  # fmt: skip
def test_the_direction_of_a_move(before: str, after: str, direction: str) -> None:
    assert direction_of(linhe(), linhe(), before, after) == direction


def test_where_fewer_points_are_better_the_first_band_is_the_best() -> None:
    scale = replace(linhe().scale, better="lower")
    lower = replace(linhe(), scale=scale, grades=tuple(
        Grade(name, None, start, Line(1, 1)) for name, start in (("A", 0), ("B", 14), ("C", 28))
    ))  # fmt: skip
    assert ladder(lower) == ("A", "B", "C")
    assert direction_of(lower, lower, "C", "A") == "better"


@pytest.mark.parametrize(
    ("changed", "grades", "cause"),
    [
        ({"environment": -5, TAX: -9}, ("B", "C"), TAX),
        ({"environment": -5, TAX: 9}, ("B", "C"), "environment"),
        ({"environment": 5, TAX: 5}, ("C", "B"), TAX),
        ({TAX: 5, SCALE: 5}, ("C", "B"), TAX),
        ({"environment": 5}, ("B", "C"), BANDS),
        ({}, ("C", "B"), BANDS),
        ({"environment": -5, SCALE: -8}, ("B", "C"), SCALE),
        ({"environment": 5, TAX: -6}, (NOT_GRADED, "B"), TAX),
    ],
)
def test_the_main_cause_moves_most_in_the_direction_of_the_move(
    changed: Mapping[str, int], grades: tuple[str, str], cause: str
) -> None:
    before, after = (dict.fromkeys(range(9), (50, grade)) for grade in grades)
    parts = {(s, name): points for s in range(9) for name, points in changed.items()}
    found = counted(Judged(before), Judged(after, parts), Where("enterprise", None))
    direction = direction_of(linhe(), linhe(), *grades)
    assert found.causes == {(cause, direction): 9}


@pytest.mark.parametrize(
    ("change", "step"),
    [
        (0, "0"), (1, "0 to +1"), (1000, "0 to +1"), (1001, "+1 to +5"), (-1, "-1 to 0"),
        (-20_000, "-20 to -10"), (-20_001, "-50 to -20"), (100_000, "+50 to +100"),
        (100_001, "over +100"), (-500_000, "under -100"),
    ],
)  # fmt: skip
def test_the_steps_of_changed_points(change: int, step: str) -> None:
    assert step_of(change) == step
    assert step in every_step()
