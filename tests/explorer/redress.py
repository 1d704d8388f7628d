"""The world of an entry in effect: appeals, repairs, and the clocks that run against the authority."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evenhand.cases.commands import (
    Appeal,
    AskForRepair,
    DecideAppeal,
    DecideRepair,
    Open,
    Overdue,
)
from evenhand.kernel.periods import ONE_DAY
from tests.explorer.commands import decision, register
from tests.explorer.explorer import Move, Moves, Node, World
from tests.explorer.worlds import lived
from tests.unit.cases.town import CONTENT, PAPER, REASONS, facts
from tests.unit.cases.turns_of_redress import COMPLETE, INCOMPLETE

_TEXT = "The plant had been sold by then."


def redress(people: tuple[str, ...]) -> Moves:
    """Everything that can be asked and decided of an entry, by everybody named."""

    def moves(node: Node) -> Iterator[Move]:
        state = node.state
        if state is None or state.effect is None:
            return
        yield from register(state)
        yield Move(None, Overdue())
        for person in people:
            if len(state.appeals) < 1:
                yield Move(person, Appeal(_TEXT, PAPER))
            if len(state.repairs) < 1:
                yield Move(person, AskForRepair(PAPER))
            yield from _decides(node, person)

    return moves


def _decides(node: Node, person: str) -> Iterator[Move]:
    state = node.state
    assert state is not None
    assert state.effect is not None
    if not any(o.by == person and o.seq > state.changed for o in state.openings):
        yield Move(person, Open(CONTENT, "0" * 64))
    for one in state.open_appeals:
        shorter = node.today + 30 * ONE_DAY
        longer = state.effect.last + ONE_DAY if state.effect.last else None
        for outcome, until in (
            ("upheld", None), ("lifted", None), ("shortened", shorter), ("shortened", longer),
        ):  # fmt: skip
            made = DecideAppeal(one.appeal, outcome, REASONS, CONTENT, until)  # type: ignore[arg-type]
            yield Move(person, made)
    for asked in state.open_repairs:
        for said in ("ends", "refused"):
            yield Move(person, DecideRepair(asked.repair, said, REASONS))
    for stage in ("review_first", "review_second"):
        yield Move(person, decision(state, stage, "stands"))


def a_year_on() -> Node:
    """In effect for a year, so that repair can be asked for."""
    node = lived(facts(), "in_effect")()
    return replace(node, at=node.at + 370 * ONE_DAY)


PEOPLE = ("clerk-one", "officer-one", "officer-three", "reviewer")

OF_REDRESS: tuple[World, ...] = (
    World("appeal and repair, everything there", a_year_on, redress(PEOPLE), repair=COMPLETE),
    World("appeal and repair, something missing", a_year_on, redress(PEOPLE), repair=INCOMPLETE),
)
