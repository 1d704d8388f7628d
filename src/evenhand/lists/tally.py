"""The public figures of each list: how many were proposed, told, listed, suspended, removed (RF-14)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from evenhand.cases.case import Happening, State
from evenhand.kernel.ids import ListId, SchemeId
from evenhand.kernel.periods import Day
from evenhand.lists.draw import LISTS, states_of
from evenhand.rights.floor import enforces

FIGURES: Final = (
    "proposed",
    "noticed",
    "objected",
    "open",
    "listed",
    "not_listed",
    "lapsed",
    "in_force",
    "suspended",
    "ended",
    "removed",
    "appealed",
    "corrected",
)
"""Every figure, in cases since the register began; ``docs/reference/editions.md`` says what each is."""

_WRONG_EVIDENCE = frozenset({"doubted", "corrected", "retracted", "misidentified"})
_REFUSED = frozenset({"not_listed", "disagreed"})

Tally = Mapping[str, int]


LEAST_SHOWN: Final = 5
"""How many debtors a count has to have before it is told: a smaller one may tell who is meant (RF-3)."""


@enforces("RF-3")
def debtors_on(events: Iterable[Happening], on: Day) -> Counter[ListId]:
    """Count the residents in each court's register on a day; expiry is computed here."""
    return Counter(
        state.facts.list
        for state in states_of(events).values()
        if state.facts.kind == "court" and state.serves_on(on)
    )


@enforces("RF-3")
def told(count: int) -> str:
    """Say a count of debtors; from 1 to 4 only that they are few."""
    return f"<{LEAST_SHOWN}" if 0 < count < LEAST_SHOWN else f"{count:,}"


@enforces("RF-3", "RF-14")
def tally(events: Iterable[Happening], on: Day) -> dict[tuple[SchemeId, ListId], Tally]:
    """Count the cases of each list that ever had one, as they stand on a day; debtors are on no list.

    Raises:
        RegisterDamaged: When the events of a case do not make one.
    """
    happened = tuple(events)
    corrected = {event.topic for event in happened if _corrects(event)}
    counted: dict[tuple[SchemeId, ListId], dict[str, int]] = {}
    for case, state in states_of(happened).items():
        if state.facts.kind not in LISTS:
            continue
        key = (state.facts.scheme, state.facts.list)
        figures = counted.setdefault(key, dict.fromkeys(FIGURES, 0))
        for name in _figures(state, on):
            figures[name] += 1
        figures["corrected"] += case in corrected
    return {key: counted[key] for key in sorted(counted)}


def no_cases() -> Tally:
    """Return the figures of a list that never had a case."""
    return dict.fromkeys(FIGURES, 0)


def _figures(state: State, on: Day) -> list[str]:
    """Name the figures that one case counts in, ``corrected`` aside."""
    names = ["proposed"]
    if state.delivered_on is not None:
        names.append("noticed")
        if state.objections:
            names.append("objected")
    if state.status == "closed":
        return [*names, "not_listed" if state.why in _REFUSED else "lapsed"]
    if state.effect is None or on < state.effect.start:
        return [*names, "open"]
    return [*names, "listed", _end(state, on)]


def _end(state: State, on: Day) -> str:
    """Name what became of an entry by a day."""
    if state.status == "ended":
        return "ended" if state.why == "last_day" else "removed"
    if state.effect is not None and on not in state.effect:
        return "ended"
    return "in_force" if state.serves_on(on) else "suspended"


def _corrects(event: Happening) -> bool:
    """Say whether an event shows that the evidence of its case did not hold."""
    if event.kind == "case.suspended":
        return event.body.get("cause") in _WRONG_EVIDENCE
    return event.kind in ("case.ended", "case.closed") and event.body.get("why") == "evidence"
