"""Small worlds, each with a name: who is there, where it begins, what may happen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from evenhand.cases.case import Facts
from evenhand.cases.commands import (
    Decide,
    Notify,
    Open,
    Propose,
    Reconsider,
    RecordDelivery,
    TakeEffect,
)
from tests.explorer.commands import decision, doubting, everything
from tests.explorer.explorer import Move, Node, World, stepped
from tests.unit.cases.town import CONTENT, PAPER, START, facts, staffed
from tests.unit.cases.turns_of_kinds import debtor, graded

Start = Callable[[], Node]


def proposed(made: Facts) -> Node:
    """A case just proposed, among the town's staff."""
    enrolled, people = staffed()
    node = Node(made.case, None, START, people, base=len(enrolled))
    return stepped(node, Move(None, Propose(made)))


def lived(made: Facts, stage: str = "proposed", cause: str = "") -> Start:
    """A lawful life up to a stage: proposed, delivered, heard, decided, in_effect, suspended."""

    def start() -> Node:
        node = proposed(made)
        if stage == "proposed":
            return node
        node = stepped(node, Move(None, Notify(CONTENT)))
        node = stepped(node, Move("clerk-one", RecordDelivery("acknowledged", node.today, PAPER)))
        if stage == "delivered":
            return node
        node = later(node, dt.timedelta(days=16))
        if stage == "heard":
            return node
        node = signed(signed(node, "officer-one", "first"), "officer-two", "second")
        if stage == "decided":
            return node
        node = stepped(node, Move(None, TakeEffect()))
        if cause:
            node = stepped(node, Move(None, Reconsider(cause, made.records)))  # type: ignore[arg-type]
        return node

    return start


def later(node: Node, by: dt.timedelta) -> Node:
    """The same, so much later."""
    from dataclasses import replace

    return replace(node, at=node.at + by)


def signed(node: Node, person: str, stage: str) -> Node:
    """An officer opens, reads and decides to list."""
    node = later(stepped(node, Move(person, Open(CONTENT, "0" * 64))), dt.timedelta(minutes=3))
    assert node.state is not None
    made: Decide = decision(node.state, stage, "list")
    return stepped(node, Move(person, made))


WORLDS: tuple[World, ...] = (
    World(
        "a case with one clerk, two officers, a reviewer",
        lived(facts()),
        everything(("clerk-one", "officer-one", "officer-two", "reviewer"), unsigned="officer-one"),
    ),
    World(
        "a waiver, two clerks, conflicts",
        lived(facts(), "delivered"),
        everything(("clerk-one", "clerk-two", "officer-one", "officer-two"), objections=0,
                   conflicts=True),
    ),
    World(
        "two accounts of one person, a supplier who is an officer",
        lived(facts(), "delivered"),
        everything(("officer-one", "officer-one-again", "clerk-as-officer", "officer-two"),
                   objections=0),
    ),
    World(
        "evidence in doubt, corrected or retracted before the effect",
        lived(facts(), "heard"),
        everything(("officer-one", "officer-two"), ("corrected", "doubted"), objections=0),
        doubting(),
    ),
    World(
        "an entry whose evidence changes",
        lived(facts(), "in_effect"),
        everything(("officer-one", "officer-three", "officer-four"), ("doubted", "corrected"),
                   objections=0),
        doubting(),
    ),
    World(
        "good conduct",
        lived(facts(kind="red")),
        everything(("clerk-one", "officer-one", "officer-two"), ("corrected",), objections=0),
    ),
    World(
        "a debtor who pays",
        lived(debtor(), "in_effect"),
        everything(
            ("officer-one", "officer-three", "officer-four"),
            ("part_payment", "stay", "payment_plan", "plan_broken", "settled"),
            objections=0,
        ),
    ),
    World(
        "a grade",
        lived(graded(), "delivered"),
        everything(("officer-one", "officer-two"), ("corrected",), objections=1),
    ),
)  # fmt: skip
