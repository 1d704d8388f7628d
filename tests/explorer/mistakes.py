"""Worlds of mistakes: the lawful way into effect, and beside each turn the same turn done wrongly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

from evenhand.cases.commands import Answer, Object, RecordDelivery, Refuse
from evenhand.cases.people import COOLING, take
from evenhand.kernel.canonical import Json, digest
from evenhand.kernel.periods import ONE_DAY
from tests.explorer.commands import decision
from tests.explorer.explorer import Move, Moves, Node, World, happened, stepped
from tests.explorer.worlds import lived
from tests.explorer.worlds_of_kinds import straight
from tests.unit.cases.town import OFFICE, PAPER, REASONS, facts, key_of
from tests.unit.cases.turns_of_enrolment import STEWARD_AGAIN

NUMBER = "11010519491231002X"
"""A resident's number of the standard's own example."""


def deliveries(node: Node) -> Iterator[Move]:
    """Proofs that prove nothing: of a day before the notice, of tomorrow, without paper."""
    for days, paper in ((-1, PAPER), (1, PAPER), (0, "")):
        on = node.today + days * ONE_DAY
        yield Move("clerk-one", RecordDelivery("acknowledged", on, paper))


def decisions(node: Node) -> Iterator[Move]:
    """First and second decisions with one thing wrong."""
    assert node.state is not None
    for person, stage in (("officer-one", "first"), ("officer-two", "second")):
        right = decision(node.state, stage, "list")
        yield Move(person, replace(right, reasons="no"))
        yield Move(person, replace(right, reasons=f"{REASONS} {NUMBER}"))
        yield Move(person, replace(right, content="e" * 64))
        yield Move(person, replace(right, objections=()))
        yield Move(person, right, signed=False)
        yield Move("officer-one", Answer("O-9", REASONS))


def beside(way: Moves, *wrong: Callable[[Node], Iterator[Move]]) -> Moves:
    """A way, and beside it mistakes."""

    def moves(node: Node) -> Iterator[Move]:
        yield from way(node)
        if node.state is not None:
            for one in wrong:
                yield from one(node)

    return moves


def objected() -> Node:
    """The time to object is over, and an objection was answered."""
    node = lived(facts(), "delivered")()
    node = stepped(node, Move("clerk-two", Object("We paid.", PAPER)))
    node = replace(node, at=node.at + dt.timedelta(days=16))
    return stepped(node, Move("officer-three", Answer("O-1", REASONS)))


def with_a_steward() -> Node:
    """The time to object is over, and a steward is an officer too, enrolled around the program."""
    node = lived(facts(), "heard")()
    body: dict[str, Json] = {
        "natural": "n-s-one",
        "role": "officer",
        "authority": OFFICE,
        "key": str(key_of(STEWARD_AGAIN).public),
        "term": 1,
    }
    for who in ("steward-one", "steward-two", "auditor"):
        auditor = who == "auditor"
        said: dict[str, Json] = {"enrolment": digest(body)} if auditor else body
        kind = "person.countersigned" if auditor else "person.enrolled"
        node = happened(node, kind, who, said, who, topic=STEWARD_AGAIN)
        node = replace(node, people=take(node.people, node.events[-1]))
    return replace(node, at=node.at + COOLING)


def refusing(node: Node) -> Iterator[Move]:
    """Somebody records that a subject does not want good conduct, with and without its paper."""
    for paper in (PAPER, ""):
        yield Move("clerk-one", Refuse(paper))


OF_MISTAKES: tuple[World, ...] = (
    World("mistakes in delivering", lived(facts()), beside(straight(), deliveries)),
    World("mistakes in deciding", objected, beside(straight(), decisions)),
    World("mistakes in refusing", lived(facts(kind="red")), beside(straight(), refusing)),
    World("a steward who is an officer", with_a_steward,
          straight(("officer-one", "officer-two", STEWARD_AGAIN))),
)  # fmt: skip
