"""A newer version that is milder shortens or ends an entry; a harsher one changes nothing."""

from __future__ import annotations

import pytest

from evenhand.cases.commands import Lighten
from evenhand.cases.monitors import violations
from evenhand.kernel.errors import NotLawfulNow
from evenhand.kernel.periods import Span, day
from tests.unit.cases.town import ZONE, Town, founders


def clean(town: Town) -> bool:
    return violations(town.events, founders(), ZONE) == []


def test_a_shorter_term_shortens_from_the_day_of_effect() -> None:
    town = Town().until("in_effect").later(days=100)
    town.run(Lighten("2027.1", Span(12, "month")))
    assert town.state.serves_on(day("2027-03-17"))
    assert not town.state.serves_on(day("2027-03-18"))
    assert town.run(Lighten("2027.1", Span(12, "month"))) == ()
    assert clean(town)


def test_a_term_that_is_over_by_the_newer_rule_ends_it_at_once() -> None:
    town = Town().until("in_effect").later(days=500)
    town.run(Lighten("2027.1", Span(12, "month")))
    assert (town.state.status, town.state.why) == ("ended", "milder_law")
    assert clean(town)


def test_a_list_that_is_gone_ends_it() -> None:
    town = Town().until("in_effect").later(days=10)
    town.run(Lighten("2027.1", None))
    assert (town.state.status, town.state.why) == ("ended", "milder_law")
    assert clean(town)


@pytest.mark.parametrize("months", [36, 60])
def test_an_equal_or_harsher_rule_changes_nothing(months: int) -> None:
    town = Town().until("in_effect").later(days=10)
    before = town.state
    assert town.run(Lighten("2027.1", Span(months, "month"))) == ()
    assert town.state == before


def test_there_is_nothing_to_lighten_before_an_effect() -> None:
    town = Town().until("decided")
    with pytest.raises(NotLawfulNow, match="shorten it by a milder rule"):
        town.run(Lighten("2027.1", Span(1, "month")))
