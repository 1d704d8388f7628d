"""Lists are drawn when they are read: what is over, suspended or never decided is not on them."""

from __future__ import annotations

import datetime as dt

import pytest

from evenhand.kernel.errors import RegisterDamaged
from evenhand.kernel.periods import Span
from evenhand.kernel.text import Text
from evenhand.lists.draw import draw
from evenhand.lists.tally import FIGURES, no_cases, tally
from evenhand.publication.manifest import ListRow, broken_sums
from tests.unit.lists.lives import FOOD, RULES, SCHEME, TODAY, Life, scheme


@pytest.fixture
def life() -> Life:
    return Life()


def test_an_entry_carries_what_its_rule_gave_it(life: Life) -> None:
    case = life.in_effect(1)
    (entry,) = draw(life.events, TODAY, RULES)
    assert (entry.entry, entry.case) == ("E-" + case[2:], case)
    assert (str(entry.subject), entry.subjects) == ("S-0000000000001", "enterprise")
    assert entry.term.last == dt.date(2029, 3, 26)
    assert entry.decided_on == dt.date(2026, 3, 27)
    assert entry.decisions == (4, 5)
    assert [str(record) for record in entry.records] == ["R-0000000000001"]
    assert entry.legal_basis[0].article == "art. 123"
    assert (entry.measures, entry.purposes) == (("inspect-more-often",), ("food-licence-review",))
    assert entry.repair is not None
    assert entry.repair.after == Span(12, "month")
    assert (entry.authority, entry.topic) == ("linhe-market-bureau", "food-safety")


def test_an_entry_is_served_from_its_first_day_through_its_last(life: Life) -> None:
    """RF-12, D7: after the last day it is served by nothing, and no event was needed for that."""
    life.in_effect(1, until="2026-06-30")
    served = {day: bool(draw(life.events, day, RULES)) for day in days("2026-03-26", "2026-07-02")}
    on_it = [str(day) for day, on in served.items() if on]
    assert (on_it[0], on_it[-1], len(on_it)) == ("2026-03-27", "2026-06-30", 96)


def days(first: str, last: str) -> list[dt.date]:
    start, stop = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return [start + dt.timedelta(days=n) for n in range((stop - start).days + 1)]


@pytest.mark.parametrize("steps", range(6))
def test_nothing_is_on_a_list_before_its_case_took_effect(life: Life, steps: int) -> None:
    life.in_effect(1)
    assert len(life.events) == 6
    assert draw(life.events[:steps], TODAY, RULES) == ()


def test_a_suspended_entry_is_not_served_until_it_is_resumed(life: Life) -> None:
    case = life.in_effect(1)
    life.tell(
        "case.suspended",
        case,
        cause="doubted",
        records=["R-0000000000001"],
        review_until="2026-04-30",
    )
    assert draw(life.events, TODAY, RULES) == ()
    life.tell("case.resumed", case)
    assert len(draw(life.events, TODAY, RULES)) == 1


def test_an_ended_entry_is_not_served(life: Life) -> None:
    case = life.in_effect(1)
    life.tell("case.ended", case, why="early")
    assert draw(life.events, TODAY, RULES) == ()


def test_entries_come_in_order_whatever_the_order_of_events(life: Life) -> None:
    for number in (9, 3, 7):
        life.in_effect(number)
    assert [entry.entry[-1] for entry in draw(life.events, TODAY, RULES)] == ["3", "7", "9"]


def test_events_that_are_of_no_case_are_passed_over(life: Life) -> None:
    life.tell("edition.published", "1")
    life.in_effect(1)
    life.tell("delivery.received", "D-0000000000000001")
    assert len(draw(life.events, TODAY, RULES)) == 1


def test_an_entry_keeps_the_version_that_it_was_decided_by(life: Life) -> None:
    life.in_effect(1)
    newer = {**RULES, (SCHEME, "2026.2"): scheme("2026.2", visibility="purpose")}
    (entry,) = draw(life.events, TODAY, newer)
    assert (entry.version, entry.visibility) == ("2026.1", "public")


@pytest.mark.parametrize("rules", [{}, {(SCHEME, "2026.2"): scheme("2026.2")}])
def test_an_entry_by_rules_that_are_gone_stops_the_drawing(life: Life, rules: dict) -> None:  # type: ignore[type-arg]
    life.in_effect(1)
    with pytest.raises(RegisterDamaged, match=r"linhe-compliance 2026\.1, which has no list food"):
        draw(life.events, TODAY, rules)


def test_an_entry_of_a_list_that_the_rules_do_not_have_stops_the_drawing(life: Life) -> None:
    life.in_effect(1, on="other-list")
    with pytest.raises(RegisterDamaged) as caught:
        draw(life.events, TODAY, RULES)
    assert "没有名单 other-list" in caught.value.said_in("zh")


def test_a_case_that_begins_in_the_middle_stops_the_drawing(life: Life) -> None:
    life.in_effect(1)
    with pytest.raises(RegisterDamaged, match="do not make a case"):
        draw(life.events[1:], TODAY, RULES)


def many_fates(life: Life) -> None:
    """Ten cases, one for each way that a case can stand."""
    life.proposed(1)
    told = life.proposed(2)
    life.delivered(told)
    objected = life.proposed(3)
    life.delivered(objected)
    life.tell("case.objected", objected, "clerk-2", objection="O-1", text="no")
    life.tell("case.objected", objected, "clerk-2", objection="O-2", text="no again")
    refused = life.proposed(4)
    life.delivered(refused)
    life.decided(refused, "do_not_list")
    life.tell("case.closed", life.proposed(5), why="lapsed")
    life.tell("case.closed", life.proposed(6), why="evidence")
    life.in_effect(7)
    life.in_effect(8, until="2026-03-29")
    doubted = life.in_effect(9)
    life.tell("case.suspended", doubted, cause="doubted", records=[], review_until="2026-04-30")
    ended = life.in_effect(10)
    life.tell("case.ended", ended, why="early")


def test_every_case_is_counted_once_and_the_figures_add_up(life: Life) -> None:
    """RF-14: the size of every list, and what became of every proposal."""
    many_fates(life)
    figures = tally(life.events, TODAY)[SCHEME, FOOD]
    assert figures == {
        "proposed": 10,
        "noticed": 7,
        "objected": 1,
        "open": 3,
        "listed": 4,
        "not_listed": 1,
        "lapsed": 2,
        "in_force": 1,
        "suspended": 1,
        "ended": 1,
        "removed": 1,
        "appealed": 0,
        "corrected": 2,
    }
    title = Text(zh="名单", en="list")
    row = ListRow(SCHEME, FOOD, title, "black", "food-safety", 1, 0, (1,), figures)
    assert list(broken_sums(row)) == []


def test_what_is_counted_in_force_is_what_is_drawn(life: Life) -> None:
    many_fates(life)
    for day in days("2026-03-26", "2026-04-01"):
        drawn = len(draw(life.events, day, RULES))
        assert tally(life.events, day)[SCHEME, FOOD]["in_force"] == drawn


def test_a_list_without_cases_has_figures_of_nought() -> None:
    assert set(no_cases()) == set(FIGURES)
    assert not any(no_cases().values())
    assert tally((), TODAY) == {}
