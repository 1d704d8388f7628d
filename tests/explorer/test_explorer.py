"""All that people and time can bring about in small worlds, by the production core itself."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from evenhand.cases.case import State
from evenhand.cases.guards import GUARDS
from evenhand.cases.transitions import LAWFUL, decide, name_of
from evenhand.kernel.errors import NotLawfulNow, NotPermitted
from tests.explorer.commands import everything
from tests.explorer.explorer import Node, World, context, explore, key
from tests.explorer.mistakes import OF_MISTAKES
from tests.explorer.worlds import WORLDS, lived
from tests.explorer.worlds_of_kinds import OF_KINDS
from tests.explorer.worlds_whole import WHOLE
from tests.figures import note
from tests.unit.cases.town import facts

MOST = 6_000
"""States of each world that every run looks at, breadth first; nightly runs may ask for more."""

pytestmark = pytest.mark.slow


ALL = (*WORLDS, *OF_KINDS, *OF_MISTAKES, *WHOLE)


@pytest.mark.parametrize("world", ALL, ids=[w.name for w in ALL])
def test_no_reachable_state_breaks_an_invariant(world: World, record_property: object) -> None:
    began = time.perf_counter()
    found = explore(world, most=MOST)
    assert found.violations == (), found.way
    assert found.complete or (found.states == MOST and world not in WHOLE)
    assert found.refusals > 0
    bound = "all of them" if found.complete else f"bounded at {MOST:,}"
    note(
        record_property,
        f"explorer: {world.name}: {found.states:,} states ({bound}), {found.steps:,} commands tried, "
        f"{found.refusals:,} refused, 0 violations, {time.perf_counter() - began:.0f} s",
    )


def test_the_explorer_reaches_effect_and_every_lawful_end() -> None:
    """An explorer that reaches nothing finds nothing: these states are there to be looked at."""
    for start, status in (("heard", "in_effect"), ("in_effect", "ended"), ("delivered", "closed")):

        def there(node: Node, wanted: str = status) -> bool:
            return node.state is not None and node.state.status == wanted

        moves = everything(("officer-one", "officer-two"), objections=0)
        found = explore(World(start, lived(facts(), start), moves), goal=there, watch=False)
        assert found.reached is not None, f"no {status} from {start}"


@pytest.mark.parametrize("guard", ["D1-window", "D3-two", "D3-supplied", "G1-opened", "E5-doubt"])
def test_the_explorer_finds_the_shortest_way_that_a_missing_guard_opens(guard: str) -> None:
    world = {
        "D1-window": WORLDS[1], "D3-two": WORLDS[2], "D3-supplied": WORLDS[2],
        "G1-opened": WORLDS[2], "E5-doubt": WORLDS[3],
    }[guard]  # fmt: skip
    assert guard in {g.name for g in GUARDS}
    found = explore(world, frozenset({guard}), most=MOST)
    assert found.violations, f"nothing notices that {guard} is off in {world.name}"
    assert found.way


@pytest.mark.parametrize("stage", ["proposed", "delivered", "heard", "in_effect"])
def test_a_command_at_a_wrong_stage_is_refused_whoever_gives_it(stage: str) -> None:
    """The explorer passes these over; here each one is asked of the core."""
    node = lived(facts(), stage)()
    assert node.state is not None
    wrong = 0
    for move in everything(("clerk-one", "officer-one", "reviewer"))(node):
        if node.state.status in LAWFUL[name_of(move.command)]:
            continue
        with pytest.raises((NotLawfulNow, NotPermitted)) as refused:
            decide(node.state, move.command, context(node, move, frozenset()))
        assert getattr(refused.value, "guard", "") == "order"
        wrong += 1
    assert wrong > 5


def test_two_states_are_one_only_when_nothing_that_counts_differs() -> None:
    node = lived(facts(), "heard")()
    later = lived(facts(), "heard")()
    assert key(node) == key(later)
    from dataclasses import replace

    assert key(node) != key(replace(node, at=node.at + dt.timedelta(days=1)))
    assert isinstance(node.state, State)
    assert key(node) != key(replace(node, doubtful=frozenset(node.state.facts.records)))
