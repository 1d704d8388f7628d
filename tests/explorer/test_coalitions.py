"""G1: fewer than three natural persons bring about nothing; one alone keeps, hides, prolongs nothing."""

from __future__ import annotations

import pytest

from evenhand.cases import people
from evenhand.cases.commands import Reconsider
from tests.explorer.coalitions import NATURALS, accounts, alone, search
from tests.explorer.explorer import Move, stepped
from tests.explorer.worlds import lived
from tests.figures import note
from tests.unit.cases.town import STAFF, facts

EVERYBODY = sorted({natural for natural, _, _ in STAFF.values()})

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("size", [1, 2])
def test_no_coalition_of_fewer_than_three_brings_about_an_entry(
    size: int, record_property: object
) -> None:
    found = search(size)
    assert found.able == ()
    assert found.incomplete == ()
    note(
        record_property,
        f"coalitions of {size}: {found.tried} tried in {found.states:,} states, none can list anybody",
    )


def test_the_smallest_coalitions_that_can_are_three_people(record_property: object) -> None:
    """Two officers and whoever supplies; or both stewards and the auditor, by people they invent."""
    found = search(3)
    able = {who for who, _ in found.able}
    assert found.incomplete == ()
    assert ("n-auditor", "n-s-one", "n-s-two") in able
    assert ("n-clerk-one", "n-officer-one", "n-officer-two") in able
    assert not any({"n-s-one", "n-officer-one"} <= set(who) for who in able)
    note(
        record_property,
        f"coalitions of 3: {found.tried} tried in {found.states:,} states, {len(able)} can: "
        + "; ".join(" + ".join(n.removeprefix("n-") for n in who) for who in sorted(able)),
    )


def test_two_accounts_are_one_person() -> None:
    assert set(accounts(frozenset({"n-officer-one"}))) == {"officer-one", "officer-one-again"}
    assert len(NATURALS) == 7


@pytest.mark.parametrize("natural", EVERYBODY)
def test_nobody_alone_prolongs_or_hides_an_entry(natural: str) -> None:
    start = lived(facts(), "in_effect")()
    assert start.state is not None
    assert start.state.effect is not None
    seen = 0
    for node in alone(natural, start):
        seen += 1
        state = node.state
        assert state is not None
        assert state.effect == start.state.effect
        if node.today in start.state.effect:
            assert state.serves_on(node.today), node.way
        else:
            assert not state.serves_on(node.today), node.way
    assert seen


@pytest.mark.parametrize("natural", EVERYBODY)
def test_nobody_alone_keeps_a_suspended_entry(natural: str) -> None:
    start = lived(facts(), "in_effect")()
    assert start.state is not None
    start = stepped(start, Move(None, Reconsider("doubted", start.state.facts.records)))
    ends = set()
    for node in alone(natural, start):
        assert node.state is not None
        assert not node.state.serves_on(node.today), node.way
        ends.add(node.state.why)
    assert "review_overdue" in ends


def test_the_search_would_find_two_people_who_can_make_themselves_the_third(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(people, "_in_order", lambda *_: True)
    assert {"n-s-one", "n-s-two"} <= {name for who, _ in search(2).able for name in who}
