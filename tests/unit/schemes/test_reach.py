"""How far points can go: bounds hold for any records, and are as near as the file allows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import Day, Span
from evenhand.schemes.reach import (
    greatest_of_component,
    greatest_points,
    least_of_component,
    least_points,
    lowest_points,
    touched,
    turning_days,
)
from evenhand.schemes.scheme import Scheme

Read = Callable[[str], Scheme]
Told = Callable[[str], list[Finding]]
ON = Day(2026, 3, 1)


def donation(text: str, points: str, more: str = "") -> str:
    """The small scheme with other points of its first factor, and other parts."""
    old = "    points: 5\n"
    assert old in text
    return text.replace(old, f"    points: {points}\n{more}", 1)


@pytest.mark.parametrize(
    ("more", "least", "greatest"),
    [
        ("", 0, None),
        ("    counting: latest\n", 0, 5_000),
        ("    counting: once_a_day\n", 0, 24 * 31 * 5_000),
        ("    counting: once_a_month\n", 0, 25 * 5_000),
        ("    counting: once_a_year\n", 0, 3 * 5_000),
        ("    counting: one_per_event\n", 0, None),
        ("    at_most: {per_month: 2}\n", 0, 25 * 2_000),
        ("    at_most: {per_year: 8, in_all: 20}\n", 0, 20_000),
        ("    at_most: {gains: {per_year: 4}}\n", 0, 12_000),
        ("    at_most: {losses: {per_year: 4}}\n", 0, None),
        ("    at_most: {per_year: 4, losses: {in_all: 1}}\n", 0, None),
        ("    at_most: {rolling: {within: 12 months, points: 3}}\n", 0, 9_000),
        ("    starts: 2\n    counting: best\n", 2_000, 7_000),
        ("    starts: -2\n    at_least: -1\n    counting: best\n", -1_000, 3_000),
        ("    at_least: 9\n    counting: best\n", 9_000, 9_000),
    ],
)
def test_a_factor_that_gives(
    read: Read, points: str, more: str, least: int, greatest: int | None
) -> None:
    factor = read(donation(points, "5", more)).factors[0]
    assert (least_points(factor, ON), greatest_points(factor, ON)) == (least, greatest)


@pytest.mark.parametrize(
    ("more", "least"),
    [
        ("", None),
        ("    counting: worst\n", -5_000),
        ("    counting: worst\n    fade: {steps: [{to: 6 months, times: 2.5}]}\n", -12_500),
        ("    counting: worst\n    fade: {steps: [{to: 6 months, times: 0.5}]}\n", -5_000),
        ("    counting: worst\n    fade: linear\n", -5_000),
        ("    at_most: {losses: {per_year: 2}}\n", -6_000),
        ("    at_most: {gains: {in_all: 2}, in_all: 7}\n", -7_000),
        ("    at_least: -3\n", -3_000),
    ],
)
def test_a_factor_that_takes(read: Read, points: str, more: str, least: int | None) -> None:
    factor = read(donation(points, "-5", more)).factors[0]
    assert least_points(factor, ON) == least
    assert greatest_points(factor, ON) == 0


def test_a_cap_of_a_year_holds_nothing_where_the_window_is_counted_from_another_day(
    read: Read, compliance: str
) -> None:
    """Caps are of the event's year, and the events of one window may lie in any years."""
    text = compliance.replace("counts: food_safety_penalty", "counts: routine_inspection", 1)
    table = "points: {field: severity, table: {minor: -2, moderate: -6, serious: -20}}"
    text = text.replace(table, "points: -1")
    assert least_points(read(text).factors[0], ON) == -120_000
    since = text.replace("    points: -1\n", "    points: -1\n    since: final\n", 1)
    assert least_points(read(since).factors[0], ON) is None


@pytest.mark.parametrize(
    ("window", "days", "months", "years"),
    [
        ("1 day", 1, 2, 2),
        ("1 month", 31, 2, 2),
        ("12 months", 372, 13, 2),
        ("13 months", 403, 14, 3),
        ("2 years", 744, 25, 3),
        ("400 days", 400, 16, 3),
    ],
)
def test_how_many_periods_a_window_touches(window: str, days: int, months: int, years: int) -> None:
    span = Span.parse(window)
    assert (touched(span, "day"), touched(span, "month"), touched(span, "year")) == (
        days,
        months,
        years,
    )


@pytest.mark.parametrize(
    "window", ["1 day", "29 days", "400 days", "1 month", "13 months", "2 years"]
)
def test_no_window_touches_more_periods_than_that(window: str) -> None:
    span = Span.parse(window)
    for start in range(0, 1500, 7):
        last = Day.fromordinal(Day(2023, 1, 1).toordinal() + start)
        opens = span.before(last)
        inside = [Day.fromordinal(n) for n in range(opens.toordinal() + 1, last.toordinal() + 1)]
        assert len(inside) <= touched(span, "day")
        assert len({(d.year, d.month) for d in inside}) <= touched(span, "month")
        assert len({d.year for d in inside}) <= touched(span, "year")


def with_component(text: str, said: str) -> str:
    of = "title: {zh: 全部, en: All}, of: [donation, speeding]"
    part = f"components:\n  - {{component: all, {of}{said}}}\ngrades:\n"
    return text.replace("grades:\n", part, 1)


@pytest.mark.parametrize(
    ("said", "least", "greatest"),
    [
        ("", None, 5_000),
        (", at_most: 3", -3_000, 3_000),
        (", at_most: 30", -30_000, 5_000),
        (", at_least: -2", -2_000, 5_000),
        (", at_most: 30, at_least: -2", -2_000, 5_000),
    ],
)
def test_a_component_is_cut_to_its_cap_then_raised_to_its_least(
    read: Read, points: str, said: str, least: int | None, greatest: int
) -> None:
    scheme = read(with_component(donation(points, "5", "    counting: best\n"), said))
    part = scheme.components[0]
    reach = (least_of_component(part, scheme, ON), greatest_of_component(part, scheme, ON))
    assert reach == (least, greatest)


def test_the_lowest_points_of_a_scheme_without_a_floor(read: Read, points: str) -> None:
    open_ended = points.replace("floor: 100, ", "")
    assert lowest_points(read(points), ON) == 100_000
    assert lowest_points(read(open_ended), ON) is None
    held = open_ended.replace("    points: -1\n", "    points: -1\n    at_least: -8\n")
    assert lowest_points(read(held), ON) == 92_000
    started = held.replace("    points: 5\n", "    points: 5\n    starts: 20\n")
    assert lowest_points(read(started), ON) == 112_000


@pytest.mark.parametrize(
    ("exposure", "lowest"),
    [
        ("{record: volunteer_service_certificate}", 92_000),
        ("{record: volunteer_service_certificate, field: hours}", None),
        (
            "{record: volunteer_service_certificate, fade: {steps: [{to: 1 month, times: 0.1}]}}",
            None,
        ),
    ],
)
def test_less_than_one_chance_to_err_makes_losses_greater(
    read: Read, points: str, exposure: str, lowest: int | None
) -> None:
    text = points.replace("    points: -1\n", "    points: -1\n    at_least: -8\n")
    scale = f"score:\n  base: 100\n  ceiling: 200\n  exposure: {exposure}\n"
    text = text.replace("score: {base: 100, floor: 100, ceiling: 200}\n", scale)
    assert lowest_points(read(text), ON) == lowest


def test_bands_that_leave_points_out_are_told_how_low_points_can_go(
    told: Told, points: str
) -> None:
    text = points.replace("floor: 100, ", "floor: 0, ").replace("from: 100}", "from: 1}")
    assert "Points below the first band (1) have no grade, and they can go down to 0." in [
        finding.sentence("en") for finding in told(text)
    ]


def test_the_days_on_which_any_number_changes_while_in_force(read: Read, points: str) -> None:
    starts = "    starts: {2026-01-01: 0, 2028-01-01: 1}\n"
    text = donation(points, "{2020-01-01: 5, 2027-01-01: 6, 2031-01-01: 7}", starts)
    assert turning_days(read(text)) == [ON, Day(2027, 1, 1), Day(2028, 1, 1)]
