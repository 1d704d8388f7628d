"""Appeal and repair by the production core: nobody decides their own, no clock is missed for nothing."""

from __future__ import annotations

import pytest

from tests.explorer.explorer import World, explore
from tests.explorer.redress import OF_REDRESS, redress
from tests.explorer.worlds import lived
from tests.figures import note
from tests.unit.cases.town import facts

pytestmark = pytest.mark.slow
MOST = 3_000


@pytest.mark.parametrize("world", OF_REDRESS, ids=[w.name for w in OF_REDRESS])
def test_no_state_after_an_appeal_or_a_repair_breaks_an_invariant(
    world: World, record_property: object
) -> None:
    found = explore(world, most=MOST)
    assert found.violations == (), found.way
    assert found.refusals > 0
    note(
        record_property,
        f"explorer: {world.name}: {found.states:,} states (bounded at {MOST:,}), "
        f"{found.steps:,} commands tried, {found.refusals:,} refused, 0 violations",
    )


@pytest.mark.parametrize("person", ["reviewer", "officer-one", "clerk-one"])
def test_nobody_alone_ends_an_entry_by_an_appeal_of_their_own(person: str) -> None:
    world = World(person, lived(facts(), "in_effect"), redress((person,)), time=False)
    found = explore(
        world,
        most=MOST,
        watch=False,
        goal=lambda n: n.state is not None and n.state.status == "ended",
    )
    assert found.reached is None, found.way
    assert found.complete
