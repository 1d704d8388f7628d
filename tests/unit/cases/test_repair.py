"""Repair: what the rule asks for is there, so the end is owed; or something is missing."""

from __future__ import annotations

import datetime as dt

from evenhand.cases.commands import Overdue
from evenhand.cases.monitors import violations
from tests.unit.cases.town import ZONE, Town, founders
from tests.unit.cases.turns_of_redress import COMPLETE, INCOMPLETE, asked, repair


def clean(town: Town) -> bool:
    return violations(town.events, founders(), ZONE) == []


def test_one_officer_ends_it_even_a_signer() -> None:
    town = asked(Town())
    repair(town, "ends", "officer-one")
    assert (town.state.status, town.state.why) == ("ended", "repaired")
    assert clean(town)


def test_a_refusal_says_what_is_missing_and_it_can_be_asked_again() -> None:
    town = asked(Town(), INCOMPLETE)
    repair(town, "refused")
    (request,) = town.state.repairs
    assert request.missing == ("rectification_confirmed",)
    assert town.state.serves_on(town.today)
    town.repair = COMPLETE
    from evenhand.cases.commands import AskForRepair
    from tests.unit.cases.town import PAPER

    town.say("clerk-two", AskForRepair(PAPER))
    assert [r.repair for r in town.state.open_repairs] == ["P-2"]
    assert clean(town)


def test_it_is_decided_within_ten_working_days_and_thirty_days() -> None:
    town = asked(Town())
    until = town.state.open_repairs[0].decide_until
    assert town.today + dt.timedelta(days=9) < until <= town.today + dt.timedelta(days=30)


def test_a_complete_one_that_is_missed_takes_the_effect_away_with_no_job_running() -> None:
    town = asked(Town())
    until = town.state.open_repairs[0].decide_until
    assert town.state.serves_on(until)
    assert not town.state.serves_on(until + dt.timedelta(days=1))
    town.later(days=31).run(Overdue())
    assert town.state.suspension is not None
    assert town.state.suspension.kinds == ("repair_overdue",)
    assert clean(town)


def test_an_incomplete_one_that_is_missed_changes_nothing_until_all_is_there() -> None:
    town = asked(Town(), INCOMPLETE).later(days=31)
    assert town.run(Overdue()) == ()
    assert town.state.serves_on(town.today)
    town.repair = COMPLETE
    town.run(Overdue())
    assert not town.state.serves_on(town.today)
    assert clean(town)
