"""What people may try in a state: every command by everybody, the wrong ones too, within bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from evenhand.cases.case import Cause, State
from evenhand.cases.commands import (
    Answer,
    Decide,
    DeclareConflict,
    Expire,
    Improve,
    Lapse,
    Notify,
    Object,
    Open,
    Reconsider,
    RecordDelivery,
    Refuse,
    TakeEffect,
    Waive,
)
from tests.explorer.explorer import Move, Moves, Node, happened
from tests.unit.cases.town import CONTENT, PAPER, REASONS, STAFF

_STAGES = (
    ("first", "list"), ("first", "do_not_list"), ("second", "list"), ("second", "do_not_list"),
    ("review_first", "stands"), ("review_first", "ends"), ("review_second", "stands"),
    ("review_second", "ends"),
)  # fmt: skip


def everything(
    people: Sequence[str],
    causes: Sequence[Cause] = (),
    objections: int = 1,
    unsigned: str = "",
    conflicts: bool = False,
) -> Moves:
    """Every command by everybody named, and by the register itself.

    Args:
        people: Accounts; each tries everything, lawful or not.
        causes: What may become of the case's records.
        objections: How many objections at most.
        unsigned: An account that also tries to decide without a signature.
        conflicts: Whether somebody may declare one, once.
    """

    def moves(node: Node) -> Iterator[Move]:
        state = node.state
        if state is None:
            return
        yield from register(state, causes)
        for person in people:
            yield from of_person(node, person, objections)
            if conflicts and not state.conflicts:
                yield Move(person, DeclareConflict("My brother works there."))
        if unsigned:
            yield Move(unsigned, decision(state, "first", "list"), signed=False)
        yield Move(None, decision(state, "first", "list"))
        yield Move(None, RecordDelivery("acknowledged", node.today, PAPER))

    return moves


def register(state: State, causes: Sequence[Cause] = ()) -> Iterator[Move]:
    """What the register itself may do."""
    for command in (Notify(CONTENT), TakeEffect(), Lapse(), Expire(), Improve()):
        if isinstance(command, Improve) and state.facts.kind != "grade":
            continue
        yield Move(None, command)
    for cause in causes:
        yield Move(None, Reconsider(cause, state.facts.records))


def of_person(node: Node, person: str, objections: int = 1) -> Iterator[Move]:
    """What one account may try; nobody reads a dossier twice in which nothing changed."""
    state = node.state
    assert state is not None
    if not any(a.by == person for a in state.attempts):
        yield Move(person, RecordDelivery("acknowledged", node.today, PAPER))
    if not state.attempts:
        yield Move(person, RecordDelivery("bounced", node.today, ""))
    yield Move(person, Waive(PAPER))
    if len(state.objections) < objections:
        yield Move(person, Object("We paid.", PAPER))
    for objection in state.open_objections:
        yield Move(person, Answer(objection, REASONS))
    signed = {d.by for d in (*state.decisions, *state.reviews)}
    decides = STAFF[person][1] == "officer" and person not in signed
    if decides and not any(o.by == person and o.seq > state.changed for o in state.openings):
        yield Move(person, Open(state.content or CONTENT, "0" * 64))
    for stage, outcome in _STAGES:
        yield Move(person, decision(state, stage, outcome))
    yield Move(person, Refuse(PAPER))


def decision(state: State, stage: str, outcome: str) -> Decide:
    """A decision that names every objection, on the content of the notice."""
    return Decide(
        stage,  # type: ignore[arg-type]
        outcome,  # type: ignore[arg-type]
        REASONS,
        state.content or CONTENT,
        tuple(o.objection for o in state.objections),
    )


def doubting(rounds: int = 1) -> Callable[[Node], Iterator[Node]]:
    """The tax clerk disputes a record so often; an officer who is asked nothing else settles it."""

    def beside(node: Node) -> Iterator[Node]:
        if node.state is None:
            return
        record = node.state.facts.records[0]
        said = {"records": [str(record)], "on": node.today.isoformat()}
        if record in node.doubtful:
            after = happened(
                node, "record.doubt_settled", "tax-officer", said, "tax-officer", str(record)
            )
            yield _beside(after, frozenset(), "tax-officer: the record stands")
        elif node.did("record.doubted") < rounds:
            after = happened(node, "record.doubted", "tax-clerk", said, "tax-clerk", str(record))
            yield _beside(after, frozenset({record}), "tax-clerk: the record is disputed")

    return beside


def _beside(node: Node, doubtful: frozenset[object], said: str) -> Node:
    from dataclasses import replace

    return replace(node, doubtful=doubtful, way=(*node.way, said))  # type: ignore[arg-type]
