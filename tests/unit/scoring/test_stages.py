"""Stages: an order of measures that cannot be skipped, and what skipping one refuses."""

from __future__ import annotations

from typing import Any

import pytest

from evenhand.kernel.ids import RecordType, SubjectId
from evenhand.kernel.periods import Clocks, Day, Span
from evenhand.schemes.scheme import InForce, Scheme, Stage, Stages
from evenhand.scoring.explain import explain
from evenhand.scoring.questions import ask
from evenhand.scoring.score import canonical_lines, score
from tests.scoring_world import (
    AT,
    HERE,
    KNOWN,
    PUBLIC,
    always,
    engine,
    factor,
    in_force,
    record,
    scheme,
    text,
)

ORDER = (
    ("remind", 4_000, None),
    ("warn", 6_000, 5_000),
    ("withdraw", 8_000, 7_000),
)


def staged(within: str | None = None, order: Any = ORDER, **more: Any) -> Scheme:
    steps = tuple(Stage(name, text(name), start, cut, HERE) for name, start, cut in order)
    span = Span.parse(within) if within else None
    stages = Stages(RecordType("measure"), "which", span, steps, HERE)
    given = {"better": "lower", "base": always(0), "stages": stages, "grades": {}} | more
    return scheme(factor("f", "offence", 1_000), **given)


def offences(count: int) -> list[dict[str, Any]]:
    return [record(n, "offence", "2026-01-01") for n in range(count)]


def measures(*which: str, day: str = "2026-02-01") -> list[dict[str, Any]]:
    return [record(100 + n, "measure", day, which=name) for n, name in enumerate(which)]


def due(
    of: Scheme | InForce, rows: list[dict[str, Any]], at: Clocks = AT, **more: Any
) -> tuple[str | None, int | None]:
    made_of = of if isinstance(of, InForce) else in_force(of)
    rows = [*rows, record(999, "measure", "2026-02-01", subject=9, which="remind")]
    with engine(rows, **more) as made:
        found = explain(made, made_of, SubjectId(1), at).standing
    return found.stage, found.reduced_to


@pytest.mark.parametrize(
    ("count", "taken", "expected"),
    [
        (3, [], (None, None)),
        (4, [], ("remind", None)),
        (5, ["remind"], (None, None)),
        (6, [], ("remind", None)),
        (6, ["remind"], ("warn", None)),
        (7, ["remind", "warn"], (None, None)),
        (8, ["remind"], ("warn", 5_000)),
        (9, ["remind", "warn"], ("withdraw", None)),
        (9, ["remind", "withdraw"], ("warn", 5_000)),
        (9, ["remind", "warn", "withdraw"], (None, None)),
        (9, ["other"], ("remind", None)),
    ],
)
def test_the_first_measure_that_is_reached_and_not_taken_is_due(
    count: int, taken: list[str], expected: tuple[str | None, int | None]
) -> None:
    assert due(staged(), offences(count) + measures(*taken)) == expected


def test_a_cut_is_only_ever_for_the_better() -> None:
    order = (("warn", 4_000, 9_000), ("withdraw", 6_000, None))
    assert due(staged(order=order), offences(7)) == ("warn", None)
    assert due(staged(order=order), offences(10)) == ("warn", 9_000)


def test_fewer_points_reach_a_stage_where_higher_is_better() -> None:
    order = (("warn", -4_000, -3_000), ("withdraw", -6_000, None))
    of = staged(order=order, better="higher")
    rows = [record(n, "loss", "2026-01-01") for n in range(7)]
    of = scheme(factor("f", "loss", -1_000), base=always(0), stages=of.stages, grades={})
    assert due(of, rows[:3]) == (None, None)
    assert due(of, rows[:4]) == ("warn", None)
    assert due(of, rows) == ("warn", -3_000)


def test_a_measure_counts_as_taken_for_so_long() -> None:
    of = staged("12 months")
    rows = offences(5) + measures("remind", day="2025-07-01")
    assert due(of, rows) == (None, None)
    assert due(of, rows, Clocks(Day(2026, 7, 1), AT.known_at)) == ("remind", None)


@pytest.mark.parametrize("more", [{"retracts": True}, {"ends": Day(2026, 3, 1)}])
def test_a_measure_that_does_not_stand_was_not_taken(more: dict[str, Any]) -> None:
    rows = offences(5) + [row | more for row in measures("remind")]
    assert due(staged(), rows) == ("remind", None)


def test_rf_16_a_disputed_measure_skips_nothing() -> None:
    rows = offences(9) + measures("remind")
    assert due(staged(), rows) == ("warn", 5_000)
    assert due(staged(), rows, doubts=[(100, KNOWN, None)]) == ("remind", None)


def test_rf_13_a_measure_from_before_publication_skips_nothing() -> None:
    rows = [row | {"happened": Day(2026, 5, 1)} for row in offences(9)] + measures("remind")
    assert due(InForce(staged(), PUBLIC), rows) == ("warn", 5_000)
    assert due(InForce(staged(), Day(2026, 2, 2)), rows) == ("remind", None)


def test_a_line_says_the_stage_that_is_due() -> None:
    with engine(offences(9) + measures("remind")) as made:
        found = score(made, in_force(staged()), ask([1, 2], AT))
    lines = canonical_lines(staged().scheme, found).decode().splitlines()
    assert '"reduced_to":5000,"scheme":"linhe-compliance","stage":"warn"' in lines[0]
    assert "stage" not in lines[1]
