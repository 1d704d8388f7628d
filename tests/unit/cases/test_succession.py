"""When a subject is no more, everything about it ends; nothing follows to a successor by itself."""

from __future__ import annotations

import pytest

from evenhand.cases.commands import Cease, Gone
from evenhand.cases.fold import fold
from evenhand.kernel.errors import NotLawfulNow, NotPermitted
from tests.unit.cases.town import Town
from tests.unit.cases.turns_of_succession import opens

GONE: tuple[Gone, ...] = ("deregistered", "deceased")


@pytest.mark.parametrize("why", GONE)
def test_an_entry_ends_with_its_subject(why: Gone) -> None:
    town = Town().until("in_effect")
    town.run(Cease(why))
    assert (town.state.status, town.state.why) == ("ended", why)
    assert not town.state.serves_on(town.today)


@pytest.mark.parametrize("stage", ["delivered", "decided"])
def test_an_open_case_closes_with_its_subject(stage: str) -> None:
    town = Town().until(stage)
    town.run(Cease("deregistered"))
    assert (town.state.status, town.state.why) == ("closed", "deregistered")


def test_what_is_over_does_not_end_twice() -> None:
    town = Town().until("in_effect")
    town.run(Cease("deceased"))
    with pytest.raises(NotLawfulNow, match="not possible to end it"):
        town.run(Cease("deceased"))


def test_rf_9_a_case_against_a_successor_is_an_officers_own_and_begins_from_nothing() -> None:
    town = Town().until("in_effect")
    before = town.state
    opens(town)
    event = town.events[-1]
    assert (event.kind, event.actor) == ("case.proposed", "officer-four")
    assert event.signature
    assert town.state.status == "proposed"
    assert town.state.facts.follows == before.facts.case
    assert not town.state.decisions
    assert town.state.delivered_on is None
    again = fold(e for e in town.events if e.topic == town.case)
    assert again == town.state


def test_d3_who_opened_it_signs_neither_of_its_decisions() -> None:
    town = opens(Town().until("in_effect"))
    town.notice().deliver().later(days=16)
    with pytest.raises(NotPermitted, match="officer-four supplied or recorded evidence"):
        town.sign("officer-four", "first", "list")
    town.sign("officer-one", "first", "list")
    with pytest.raises(NotPermitted, match="officer-four supplied or recorded evidence"):
        town.sign("officer-four", "second", "list")


def test_rf_9_what_ended_for_a_reason_of_its_own_is_not_followed() -> None:
    town = Town().until("in_effect")
    town.run(Cease("deceased"))
    with pytest.raises(NotLawfulNow, match="has no entry that could be followed"):
        opens(town)


def test_a_predecessor_that_was_struck_off_can_be_followed() -> None:
    town = Town().until("in_effect")
    last = town.state.effect.last if town.state.effect else None
    town.run(Cease("deregistered"))
    opens(town)
    assert town.state.facts.latest == last
