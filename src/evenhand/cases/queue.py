"""Who has to do what by when: open cases as a queue, sorted by the legal deadline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from evenhand.cases.case import CASE_KINDS, State
from evenhand.cases.desk import Desk
from evenhand.cases.elapsing import last_day_of_authority
from evenhand.cases.fold import fold_all
from evenhand.cases.people import People, Role
from evenhand.kernel.ids import CaseId, PersonId
from evenhand.kernel.periods import Day, Moment
from evenhand.kernel.text import Text
from evenhand.relational.ledger import Ledger

Turn = Literal[
    "notify",
    "deliver",
    "hear",
    "answer",
    "decide_first",
    "decide_second",
    "take_effect",
    "review",
    "decide_appeal",
    "decide_repair",
]
"""What an open case waits for; ``hear`` is the time to object, ``take_effect`` the next daily run."""

TURN: Final[dict[Turn, Text]] = {
    "notify": Text(zh="制作告知书", en="make the notice"),
    "deliver": Text(zh="送达告知书", en="deliver the notice"),
    "hear": Text(zh="等待异议期届满", en="wait for the time to object"),
    "answer": Text(zh="答复异议", en="answer objections"),
    "decide_first": Text(zh="第一次决定", en="first decision"),
    "decide_second": Text(zh="第二次决定", en="second decision"),
    "take_effect": Text(zh="等待生效", en="wait for the effect"),
    "review": Text(zh="复审", en="review"),
    "decide_appeal": Text(zh="决定申诉", en="decide the appeal"),
    "decide_repair": Text(zh="决定信用修复", en="decide the repair"),
}

_ROLE: Final[dict[Turn, Role]] = {
    "deliver": "clerk",
    "answer": "officer",
    "decide_first": "officer",
    "decide_second": "officer",
    "review": "officer",
    "decide_appeal": "reviewer",
    "decide_repair": "officer",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open case: what it waits for, and until when.

    Attributes:
        due: Last day of the legal deadline; when it is over, time decides for the subject.
    """

    case: CaseId
    turn: Turn
    due: Day
    state: State

    def days_left(self, today: Day) -> int:
        """Days until the deadline, the last one included; negative when it is over."""
        return (self.due - today).days


def cases_of(ledger: Ledger, known_at: Moment | None = None) -> dict[CaseId, State]:
    """Every case as the ledger has it, or as it had it at a moment."""
    return fold_all(ledger.read(kinds=CASE_KINDS, known_at=known_at))


def queue(states: Iterable[State], today: Day, due_by: Day | None = None) -> tuple[Waiting, ...]:
    """Open cases that wait for something, the earliest legal deadline first.

    Args:
        states: Cases.
        today: The register's civil day.
        due_by: Only those whose deadline ends by this day.
    """
    waiting = [
        Waiting(state.facts.case, turn, due, state)
        for state in states
        if (said := _turn(state, today)) is not None
        for turn, due in (said,)
        if due_by is None or due <= due_by
    ]
    return tuple(sorted(waiting, key=lambda w: (w.due, w.case)))


def mine(
    waiting: Iterable[Waiting], desk: Desk, person: PersonId, at: Moment
) -> tuple[Waiting, ...]:
    """What of a queue is a person's to do: by their office, and barred from by no guard (D3, D9)."""
    return tuple(w for w in waiting if _may(w, desk.people, person, at))


def _turn(state: State, today: Day) -> tuple[Turn, Day] | None:
    """What a case waits for and until when; None when it is over or in undisturbed effect."""
    if state.status in ("ended", "closed"):
        return None
    if state.status == "in_effect":
        return _after_the_effect(state)
    last, _ = last_day_of_authority(state)
    if state.open_objections:
        return "answer", last
    if state.status == "proposed":
        return "notify" if state.facts.adverse else "decide_first", last
    if state.status == "noticed":
        return "deliver", last
    if state.status == "delivered":
        if state.window_over(today) or state.object_until is None:
            return "decide_first", last
        return "hear", state.object_until
    return ("decide_second" if state.status == "decided_once" else "take_effect"), last


def _after_the_effect(state: State) -> tuple[Turn, Day] | None:
    """What an entry waits for: the earliest of a review, an appeal and a repair."""
    waits: list[tuple[Day, Turn]] = []
    if state.suspension is not None:
        waits.append((state.suspension.review_until, "review"))
    waits += [(appeal.decide_until, "decide_appeal") for appeal in state.open_appeals]
    waits += [(request.decide_until, "decide_repair") for request in state.open_repairs]
    if not waits:
        return None
    due, turn = min(waits)
    return turn, due


def _may(waiting: Waiting, people: People, person: PersonId, at: Moment) -> bool:
    role, state = _ROLE.get(waiting.turn), waiting.state
    if role is None or not people.may(person, role, state.facts.authority, at):
        return False
    natural = people.natural_of(person)
    barred = people.naturals(state.conflicts)
    if waiting.turn in ("decide_first", "decide_second", "review"):
        barred |= people.naturals(state.suppliers)
    if waiting.turn == "decide_appeal":
        signers = {d.by for d in (*state.decisions, *state.reviews)}
        answered = {o.answered_by for o in state.objections if o.answered_by is not None}
        barred |= people.naturals(signers | answered | state.suppliers)
        if people.enrolled_by(person) & people.naturals(signers) or any(
            natural in people.enrolled_by(signer) for signer in signers
        ):
            return False
    if waiting.turn in ("decide_second", "review"):
        barred |= people.naturals(d.by for d in (*state.decisions, *state.reviews))
    return natural not in barred
