"""Worlds of the kinds of cases: steps, a scheme that dies, debtors, successors, and what may be opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from evenhand.cases.case import Facts
from evenhand.cases.commands import (
    Cease,
    Command,
    Expire,
    Follow,
    Open,
    Propose,
    Reconsider,
    RecordDelivery,
    TakeEffect,
)
from evenhand.cases.transitions import decide
from evenhand.kernel.errors import NotLawfulNow, NotPermitted
from evenhand.kernel.ids import PersonId, RecordId, SubjectId
from evenhand.kernel.periods import ONE_DAY, day
from tests.explorer.commands import decision, everything, register
from tests.explorer.explorer import Move, Moves, Node, World, context, happened
from tests.explorer.worlds import Start, later, lived
from tests.unit.cases.town import CONTENT, PAPER, TAX, facts
from tests.unit.cases.turns_of_kinds import debtor, graded, ruled, step

REASONS = "The plant, its owners and its name went over whole."
_SUCCESSOR = SubjectId(2001)


def after(made: Facts, stage: str, second: Facts, wait: int = 0) -> Start:
    """A life beside another case: the first is at a stage, the second not yet proposed."""

    def start() -> Node:
        node = later(lived(made, stage)(), dt.timedelta(days=wait))
        return replace(node, case=second.case, state=None, before=node.state)

    return start


def going_on(*commands: Command) -> Callable[[Node], Iterator[Node]]:
    """Beside the case the other one goes on by the register's own steps."""

    def beside(node: Node) -> Iterator[Node]:
        if node.before is None:
            return
        for command in commands:
            try:
                known = context(node, Move(None, command), frozenset())
                bodies = decide(node.before, command, known)
            except (NotLawfulNow, NotPermitted):
                continue
            told = node
            for body in bodies:
                told = happened(told, body.kind, "system", body.body, topic=node.before.facts.case)
            if bodies:
                yield replace(told, way=(*node.way, f"the case before: {type(command).__name__}"))

    return beside


def straight(people: Sequence[str] = ("clerk-one", "officer-one", "officer-two")) -> Moves:
    """Nothing but the way into effect: deliver, open, decide to list; by everybody named."""

    def moves(node: Node) -> Iterator[Move]:
        state = node.state
        if state is None:
            return
        yield from register(state)
        for person in people:
            if not state.attempts:
                yield Move(person, RecordDelivery("acknowledged", node.today, PAPER))
            if not any(o.by == person and o.seq > state.changed for o in state.openings):
                yield Move(person, Open(CONTENT, "0" * 64))
            for stage in ("first", "second"):
                yield Move(person, decision(state, stage, "list"))

    return moves


def opening(proposals: Sequence[Facts], then: Moves) -> Moves:
    """First one of these proposals, by the register; then the moves of the case."""

    def moves(node: Node) -> Iterator[Move]:
        if node.state is None:
            yield from (Move(None, Propose(replace(made, case=node.case))) for made in proposals)
        else:
            yield from then(node)

    return moves


def following(then: Moves) -> Moves:
    """An officer, and a clerk, open a case against a successor, rightly and in each wrong way."""

    def moves(node: Node) -> Iterator[Move]:
        before = node.before
        if node.state is not None:
            yield from then(node)
            return
        if before is None:
            return
        last = before.effect.last if before.effect else None
        lawful = replace(
            before.facts,
            case=node.case,
            subject=_SUCCESSOR,
            records=(*before.facts.records, RecordId(6001)),
            documents=(9900,),
            submitters=before.facts.submitters | {PersonId("officer-four")},
            follows=before.facts.case,
            latest=last,
        )
        longer = replace(lawful, latest=last + ONE_DAY if last else None)
        itself = replace(lawful, subject=before.facts.subject)
        person = replace(lawful, subjects="resident")
        for made, allowed, named in (
            (lawful, True, True), (lawful, False, True), (lawful, True, False),
            (longer, True, True), (itself, True, True), (person, True, True),
        ):  # fmt: skip
            command = Follow(made, before, allowed, named, REASONS)
            yield Move("officer-four", command)
            yield Move("clerk-one", command)

    return moves


_STEPS = (
    step(2), step(2, follows=None), step(2, subject=SubjectId(4242)), step(2, records=()),
    step(3, follows=step(1).case),
)  # fmt: skip

WRONG = (
    debtor(2), debtor(2, ruling=None), ruled(able=False), ruled(docket=" "),
    ruled(final_on=day("2026-12-01")), debtor(2, authority=TAX), debtor(2, subjects="enterprise"),
    facts(2, subjects="resident"), graded(2, subjects="sole_trader"), graded(2, records=()),
    graded(2, grade=""), facts(2, objection_days=3), facts(2, lasts_months=37),
    facts(2, public_since=None), facts(2, met_on=day("2024-12-31")), facts(2, documents=(9001,)),
)  # fmt: skip
"""What may not be opened, and the first, which may."""

OF_KINDS: tuple[World, ...] = (
    World(
        "a second step before, on and after the first takes effect",
        after(step(1), "decided", step(2)),
        opening(_STEPS, straight()),
        going_on(TakeEffect(), Expire(), Reconsider("corrected", step(1).records)),
    ),
    World(
        "an emergency scheme up to its last day",
        lived(facts(latest=day("2026-03-20")), "heard"),
        everything(("officer-one", "officer-two"), ("corrected",), objections=0),
    ),
    World(
        "a successor of an entry in its last days",
        after(facts(), "in_effect", facts(2), wait=1075),
        following(straight(("clerk-one", "officer-one", "officer-two", "officer-four"))),
        going_on(Expire(), Cease("deregistered"), Reconsider("corrected", facts().records)),
    ),
    World(
        "a debtor who pays before the effect",
        lived(debtor(), "delivered"),
        everything(
            ("officer-one", "officer-two"), ("settled", "part_payment", "stay"), objections=0
        ),
    ),
    World(
        "what may be opened",
        after(facts(), "in_effect", facts(2)),
        opening(WRONG, straight()),
    ),
)
