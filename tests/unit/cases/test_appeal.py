"""After an entry took effect: an appeal decided by somebody new, or missed, or late."""

from __future__ import annotations

import datetime as dt

import pytest

from evenhand.cases.commands import Overdue
from evenhand.cases.monitors import violations
from evenhand.kernel.errors import NotLawfulNow
from evenhand.kernel.periods import day
from tests.unit.cases.town import ZONE, Town, founders
from tests.unit.cases.turns_of_redress import appealed, decide, late, missed, read


def kinds(town: Town) -> list[str]:
    return [e.kind for e in town.events if e.topic == town.case]


def clean(town: Town) -> bool:
    return violations(town.events, founders(), ZONE) == []


def test_an_appeal_has_thirty_days_and_the_entry_stands_meanwhile() -> None:
    town = appealed(Town())
    (appeal,) = town.state.open_appeals
    assert appeal.decide_until == town.today + dt.timedelta(days=30)
    assert town.state.serves_on(appeal.decide_until)
    assert clean(town)


def test_from_the_day_after_it_is_not_served_with_no_job_running() -> None:
    town = appealed(Town())
    last = town.state.open_appeals[0].decide_until
    assert not town.state.serves_on(last + dt.timedelta(days=1))
    assert "case.suspended" not in kinds(town)


def test_the_run_records_a_missed_appeal_once() -> None:
    town = missed(Town())
    assert town.state.suspension is not None
    assert town.state.suspension.kinds == ("appeal_overdue",)
    assert town.run(Overdue()) == ()
    assert clean(town)


def test_nothing_is_recorded_on_the_last_day() -> None:
    town = read(Town()).later(days=30)
    assert town.run(Overdue()) == ()
    assert town.state.serves_on(town.today)


def test_upheld_in_time_it_stands() -> None:
    town = read(Town())
    town.say("reviewer", decide())
    assert town.state.open_appeals == ()
    assert town.later(days=40).state.serves_on(town.today)
    assert clean(town)


@pytest.mark.parametrize("before", [read, late, missed])
def test_lifted_it_is_over_at_once_in_time_or_late(before: object) -> None:
    town = before(Town())  # type: ignore[operator]
    town.say("reviewer", decide("lifted"))
    assert (town.state.status, town.state.why) == ("ended", "appeal")
    assert not town.state.serves_on(town.today)
    assert clean(town)


def test_shortened_it_has_an_earlier_last_day() -> None:
    town = read(Town())
    town.say("reviewer", decide("shortened", until=day("2026-12-31")))
    assert town.state.serves_on(day("2026-12-31"))
    assert not town.state.serves_on(day("2027-01-01"))
    assert clean(town)


def test_a_late_decision_to_shorten_gives_the_effect_back_to_nobody() -> None:
    for town in (late(Town()), missed(Town())):
        town.say("reviewer", decide("shortened", until=day("2026-12-31")))
        assert not town.state.serves_on(town.today)
        assert clean(town)


def test_relief_needs_no_reading_time() -> None:
    town = appealed(Town())
    town.say("reviewer", decide("lifted"))
    assert town.state.status == "ended"


def test_after_a_missed_appeal_two_fresh_officers_cannot_let_it_stand() -> None:
    town = missed(Town()).open("officer-three").later(minutes=3)
    with pytest.raises(NotLawfulNow, match="missed its time to decide A-1") as refusal:
        town.say("officer-three", town.decision("review_first", "stands"))
    assert refusal.value.guard == "D9-overdue"
    assert "逾期" in refusal.value.text.zh
