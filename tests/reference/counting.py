"""Which of the records that meet a factor count there, and what doubt drops."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evenhand.kernel.periods import Day
from evenhand.schemes.scheme import Factor
from tests.reference import points, records
from tests.reference.points import Worth
from tests.reference.world import Question, Row

Chosen = tuple[Row, str]
"""A record, and why it adds nothing; empty for one that counts."""


def lacks(asked: Question, factor: Factor, row: Row) -> str:
    """Why a record does not meet a factor, if so."""
    if why := records.stands(asked, row):
        return why
    day = points.day_of(factor, row)
    if day is None:
        return "condition"
    if day > asked.as_of:
        return "not_yet"
    if not records.in_window(asked, day, factor.within):
        return "outside_window"
    if not records.meets_all(row, factor.where) or points.by_rule(asked, factor, row) is None:
        return "condition"
    return "excused" if any(records.meets(row, excuse) for excuse in factor.unless) else ""


def chosen(
    asked: Question, factor: Factor, rows: Sequence[Row], worth: Mapping[int, Worth]
) -> list[Chosen]:
    """Say of each record that meets the factor whether it counts."""
    dropped = {row["record"]: drops(asked, row, worth[row["record"]].points) for row in rows}
    if factor.counting == "each":
        return [(row, dropped[row["record"]]) for row in rows]
    found: list[Chosen] = []
    for group in groups(factor, rows):

        def order(row: Row) -> tuple[int, Day, int, int]:
            first = preferred(asked, factor, worth[row["record"]].points)
            return first, row["happened"], row["known"], row["record"]

        found += one_of(asked, sorted(group, key=order, reverse=True), dropped, worth)
    return found


def drops(asked: Question, row: Row, worth: int) -> str:
    """Why a record is dropped: it is not sure, and would speak against its subject."""
    return records.weak(asked, row) if points.favour(asked, worth) < 0 else ""


def groups(factor: Factor, rows: Iterable[Row]) -> list[list[Row]]:
    """Records of which one counts together."""
    found: dict[Any, list[Row]] = {}
    for row in rows:
        found.setdefault(event(factor, row), []).append(row)
    return list(found.values())


def event(factor: Factor, row: Row) -> Any:
    day = points.day_of(factor, row)
    assert day is not None
    match factor.counting:
        case "one_per_event":
            return row["record"] if row["document"] is None else row["document"]
        case "once_a_day":
            return day
        case "once_a_month":
            return day.year, day.month
        case "once_a_year":
            return day.year
        case _:
            return None


def preferred(asked: Question, factor: Factor, worth: int) -> int:
    """What a factor prefers among records; the greatest is first."""
    match factor.counting:
        case "latest":
            return 0
        case "worst":
            return -points.favour(asked, worth)
        case "best":
            return points.favour(asked, worth)
        case _:
            return abs(worth)


def one_of(
    asked: Question,
    ordered: Sequence[Row],
    dropped: Mapping[int, str],
    worth: Mapping[int, Worth],
) -> list[Chosen]:
    """The first counts; for a dropped one the next, unless it is worse for the subject than that."""
    found: list[Chosen] = []
    settled, hidden = False, []
    for row in ordered:
        speaks = points.favour(asked, worth[row["record"]].points)
        if settled:
            found.append((row, "later_one"))
        elif dropped[row["record"]]:
            hidden.append(speaks)
            found.append((row, dropped[row["record"]]))
        else:
            settled = True
            found.append((row, "" if all(other <= speaks for other in hidden) else "later_one"))
    return found
